import * as Plot from '@observablehq/plot';
import { bandMarks } from './band.ts';
import type { Point } from './chart.ts';
import type { Num } from './format.ts';
import { utc } from './panel.ts';
import { group, paint } from './style/colours.ts';
import { runsOf } from './weeks.ts';

/** Matched with the period before (two formulas), the average price paid, a regression that sees entry, matched list prices. */
export type Series = 'fisher' | 'geks' | 'paid' | 'hedonic' | 'list_matched';

/** One period of one price index of one country; the base period is 1. */
export type Indexed = Point & {
	country: string;
	series: Series;
	/** Monday of a week or last day of a month. */
	day: string;
	index: Num;
	low: Num | null;
	high: Num | null;
	usd_per_mtok: Num | null;
	base_day: string;
	/** Prices in the period, those that were there in the period before, those that came and those that went. */
	members: number | null;
	matched_members: number | null;
	entries: number | null;
	exits: number | null;
	matched_spend_share: Num | null;
	is_flagged: boolean;
};

export const asIndex = (value: Num): number => Number(value) * 100;

export const linesOf = (points: readonly Indexed[], country: string, series: Series): Indexed[] =>
	points.filter(point => point.country === country && point.series === series);

// One group a panel, so weight and dash mean the index.
const look: Record<Series, { strokeWidth: number; strokeDasharray?: string }> = {
	fisher: { strokeWidth: 2.5 },
	list_matched: { strokeWidth: 2.5 },
	geks: { strokeWidth: 1.25 },
	paid: { strokeWidth: 1.75, strokeDasharray: '6 3' },
	hedonic: { strokeWidth: 1, strokeDasharray: '2 3' },
};

/** An index as its line with a dot a period, hollow where little of the spend is matched (P6); its band where it has one. */
export function indexMarks(line: readonly Indexed[], few: boolean): Plot.Markish[] {
	const [first] = line;
	if (!first) return [];
	const { stroke, symbol } = group(first.country);
	const at = { x: (point: Indexed) => utc(point.day), y: (point: Indexed) => asIndex(point.index), stroke };
	const isMonthly = first.series === 'hedonic' || first.series === 'list_matched';
	const dot = (points: readonly Indexed[], r: number, isHollow: boolean) =>
		Plot.dot(points, {
			...at,
			r,
			symbol: first.series === 'hedonic' ? 'square' : symbol,
			fill: isHollow ? paint('page') : stroke,
		});
	if (few) return [dot(line, 3.5, false)];
	const longest = (isMonthly ? 31 : 7) * 86_400_000;
	const isNext = (before: Indexed, point: Indexed) => at.x(point).getTime() - at.x(before).getTime() <= longest;
	return runsOf(line, isNext).flatMap(run => {
		const banded = run.filter(point => point.low !== null && point.high !== null);
		const edge = (name: 'low' | 'high') => (point: Indexed) => asIndex(point[name] ?? 1);
		return [
			...(banded.length > 1 ? bandMarks(banded, { x: at.x, low: edge('low'), high: edge('high'), stroke }) : []),
			Plot.line(run, { ...at, ...look[first.series] }),
			dot(
				run.filter(point => !point.is_flagged),
				2,
				false,
			),
			dot(
				run.filter(point => point.is_flagged),
				4,
				true,
			),
			dot(
				run.slice(-1).filter(point => !point.is_flagged && point === line.at(-1)),
				4,
				false,
			),
		];
	});
}

/** Half the breadth of a bar, in days: of a month, or of a week. */
export const barDays = (points: readonly Indexed[]): number =>
	points.some(point => point.series === 'list_matched') ? 10 : 2.5;

/** Prices behind an index, a bar a period: filled those matched with the period before, in outline those that came new. */
export function itemMarks(line: readonly Indexed[]): Plot.Markish[] {
	const half = barDays(line) * 86_400_000;
	const bars = line.flatMap(point => {
		const [at, all] = [utc(point.day).getTime(), point.members ?? 0];
		const matched = point.matched_members ?? all;
		return all > 0 ? [{ from: new Date(at - half), to: new Date(at + half), all, matched }] : [];
	});
	const across = { x1: 'from', x2: 'to', insetLeft: 0.5, insetRight: 0.5 } as const;
	return [
		Plot.rectY(bars, { ...across, y1: 0, y2: 'matched', fill: paint('rest') }),
		Plot.rectY(
			bars.filter(bar => bar.all > bar.matched),
			{ ...across, y1: 'matched', y2: 'all', fill: 'none', stroke: paint('rest') },
		),
	];
}
