import * as Plot from '@observablehq/plot';
import { bandMarks } from './band.ts';
import type { Point } from './chart.ts';
import type { Num } from './format.ts';
import { utc } from './panel.ts';
import { paint } from './style/colours.ts';
import { weekRuns } from './weeks.ts';

export type Basis = 'top9_models' | 'top50_daily' | 'all_tokens' | 'top10_models' | 'vercel_models';

/** One drawn point of a share: one week of one measure on one basis. */
export type Drawn = Point & {
	week: string;
	/** `spend_published`: as a gateway itself publishes it, never joined to ours. */
	measure: 'tokens' | 'spend' | 'tokens_same_models' | 'spend_published';
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
	vercel_models: { strokeWidth: 1 },
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
	if (first.measure === 'spend_published')
		return [wideRules(line), Plot.dot(line, { x, y, symbol: 'diamond', r: 3, stroke, fill: paint('page') })];
	if (first.measure === 'tokens_same_models') {
		return [
			...weekRuns(line).map(run => Plot.line(run, { x, y, stroke, strokeWidth: 1, strokeDasharray: '2 3' })),
			end,
		];
	}
	const drawn: Plot.Markish[] = weekRuns(line).map(run => Plot.line(run, { x, y, stroke, ...look[first.basis] }));
	if (first.measure === 'spend') {
		drawn.unshift(wideRules(line));
	} else if (first.basis === banded) {
		for (const run of weekRuns(line.filter(point => point.low !== null && point.total_basis !== 'estimate'))) {
			drawn.unshift(
				...bandMarks(run, { x, low: point => Number(point.low), high: point => Number(point.high), stroke }),
			);
		}
	}
	return [...drawn, absent, end];
}

/** The range of each week whose ends are more than three points apart. */
const wideRules = (line: readonly Drawn[]) =>
	Plot.ruleX(
		line.filter(point => Number(point.high) - Number(point.low) > 0.03),
		{
			x: (point: Drawn) => utc(point.week),
			y1: (point: Drawn) => Number(point.low),
			y2: (point: Drawn) => Number(point.high),
			stroke: paint('cn'),
			strokeWidth: 6,
			strokeOpacity: 0.24,
		},
	);
