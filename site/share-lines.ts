import * as Plot from '@observablehq/plot';
import { bandMarks } from './band.ts';
import type { Point } from './chart.ts';
import type { Num } from './format.ts';
import { utc } from './panel.ts';
import { paint } from './style/colours.ts';
import { weekRuns } from './weeks.ts';

export type Basis = 'top9_models' | 'top50_daily' | 'all_tokens' | 'top10_models';

/** One drawn point of a share: one week of one measure on one basis. */
export type Drawn = Point & {
	week: string;
	measure: 'tokens' | 'spend' | 'tokens_same_models';
	basis: Basis;
	denominator: string;
	share: Num;
	low: Num | null;
	high: Num | null;
	coverage: Num | null;
	total_basis: string | null;
	unnamed: Num | null;
	lead: string | null;
	is_provisional: boolean;
	as_of: string | null;
	/** Day of the prices behind a spend; null for tokens. */
	prices_observed_on: string | null;
};

const look: Record<Basis, { strokeWidth: number; strokeDasharray?: string }> = {
	top9_models: { strokeWidth: 1.25 },
	top50_daily: { strokeWidth: 1.75, strokeDasharray: '6 3' },
	all_tokens: { strokeWidth: 2.5 },
	top10_models: { strokeWidth: 2.5 },
};

/** A share as a line of its basis, with the band of the basis that carries it, its zeros and its end. */
export function shareMarks(line: readonly Drawn[], banded: Basis, few: boolean): Plot.Markish[] {
	const first = line[0];
	if (!first) return [];
	const x = (point: Drawn) => utc(point.week);
	const y = (point: Drawn) => Number(point.share);
	const stroke = paint('cn');
	const last = line.at(-1) ?? first;
	const end = Plot.dot([last], {
		x,
		y,
		symbol: 'diamond',
		r: 4,
		stroke,
		fill: last.is_provisional ? paint('page') : stroke,
	});
	const absent = Plot.dot(
		line.filter(point => Number(point.share) === 0),
		{ x, y, symbol: 'diamond', r: 4, stroke, fill: paint('page') },
	);
	if (few) return [Plot.dot(line, { x, y, symbol: 'diamond', r: 4, stroke })];
	if (first.measure === 'tokens_same_models') {
		return [
			...weekRuns(line).map(run => Plot.line(run, { x, y, stroke, strokeWidth: 1, strokeDasharray: '2 3' })),
			end,
		];
	}
	const drawn: Plot.Markish[] = weekRuns(line).map(run => Plot.line(run, { x, y, stroke, ...look[first.basis] }));
	if (first.measure === 'spend') {
		const wide = line.filter(point => Number(point.high) - Number(point.low) > 0.03);
		drawn.unshift(
			Plot.ruleX(wide, {
				x,
				y1: point => Number(point.low),
				y2: point => Number(point.high),
				stroke,
				strokeWidth: 6,
				strokeOpacity: 0.24,
			}),
		);
	} else if (first.basis === banded) {
		for (const run of weekRuns(line.filter(point => point.low !== null && point.total_basis !== 'estimate'))) {
			drawn.unshift(
				...bandMarks(run, { x, low: point => Number(point.low), high: point => Number(point.high), stroke }),
			);
		}
	}
	return [...drawn, absent, end];
}
