import type { Point } from './chart.ts';
import type { Figure } from './figure.ts';
import type { Look } from './looks.ts';

/** Where one drawn row comes from. */
export type Trace = {
	key: string;
	point: Point;
	cells: readonly string[];
	/** `row`: the row itself names its snapshots. `sources`: it sums many rows, and these are the newest looks of its day. */
	kind: 'row' | 'sources';
	snapshots: readonly string[];
	/** Addresses that the row cites itself. */
	citations: readonly string[];
};

const whens = ['day', 'week', 'month', 'from_day', 'changed_by', 'stated_day', 'to_day', 'last_seen_on'];
const measures = /^(share|low|high|coverage|tokens|rows|value|ratio|score|usd|native|amount|measured|median|count|\d)/;

/** Keys of the rows of a figure: what names each, joined by `_`, numbered where two are alike. */
export function keysOf({ points }: Pick<Figure, 'points'>): string[] {
	const first = points[0] ?? {};
	const names = Object.keys(first).filter(
		column =>
			typeof first[column] === 'string' &&
			!measures.test(column) &&
			!/snapshot|citation|reason|detail|title/.test(column),
	);
	const seen = new Map<string, number>();
	return points.map(point => {
		const key = slug(
			names
				.slice(0, 6)
				.map(column => point[column])
				.filter(value => value !== null && value !== '')
				.join('_'),
		);
		const times = (seen.get(key) ?? 0) + 1;
		seen.set(key, times);
		return times === 1 ? key : `${key}_${times}`;
	});
}

const slug = (text: string): string =>
	text
		.toLowerCase()
		.replace(/[^a-z0-9._-]+/g, '-')
		.slice(0, 100) || 'row';

/** Every drawn row with its snapshots: those that it names, else of each source the newest look that its day could know. */
export function tracesOf(figure: Figure, sources: readonly string[], looks: readonly Look[]): Trace[] {
	const keys = keysOf(figure);
	const known = new Set(looks.map(look => look.snapshot));
	const newest = newestBy(sources, looks);
	return figure.points.map((point, index) => {
		const cells = figure.table.body[index] ?? [];
		const texts = Object.entries(point).flatMap(([column, value]) =>
			typeof value === 'string' ? [[column, value] as const] : [],
		);
		const own = texts
			.filter(([column, value]) => column.startsWith('snapshot') && known.has(value))
			.map(([, value]) => value);
		const citations = texts
			.filter(([column]) => column === 'citation')
			.flatMap(([, value]) => value.split(' | '))
			.filter(address => /^https?:\/\//.test(address));
		const one = typeof point['source'] === 'string' && sources.includes(point['source']) ? [point['source']] : sources;
		return {
			key: keys[index] ?? 'row',
			point,
			cells,
			kind: own.length > 0 ? 'row' : 'sources',
			snapshots: own.length > 0 ? [...new Set(own)] : newest(one, lastDayOf(point)),
			citations,
		};
	});
}

/** The last day that a row speaks of: of a week its Sunday, of a month its end; null = no day, the newest look counts. */
function lastDayOf(point: Point): string | null {
	for (const column of whens) {
		const value = point[column];
		if (typeof value !== 'string' || !/^\d{4}-\d\d/.test(value)) continue;
		if (value.length === 7) return `${value}-31`;
		const days = column === 'week' ? 6 : 0;
		return new Date(Date.parse(value.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10);
	}
	return null;
}

/** A look tells of the day it was made, or of the older day that its body carries; one source's first look stands for days before it. */
function newestBy(
	sources: readonly string[],
	looks: readonly Look[],
): (wanted: readonly string[], day: string | null) => string[] {
	const dayOf = (look: Look) => look.observed_on ?? look.fetched_at.slice(0, 10);
	const bySource = new Map(
		sources.map(source => [
			source,
			looks
				.filter(look => look.source === source && look.snapshot !== null)
				.sort((a, b) => dayOf(a).localeCompare(dayOf(b)) || a.fetched_at.localeCompare(b.fetched_at)),
		]),
	);
	return (wanted, day) =>
		wanted.flatMap(source => {
			const own = bySource.get(source) ?? [];
			const found = day === null ? own.at(-1) : (own.findLast(look => dayOf(look) <= day) ?? own[0]);
			return found?.snapshot ? [found.snapshot] : [];
		});
}
