import { createHash } from 'node:crypto';
import type { Book } from './book.ts';
import { placesOf, type Place } from './cited.ts';

/** What one row rests on. */
export type Rests = {
	/** `row`: it names its bodies. `cited`: it carries citations. `sources`: it sums rows, and these are the newest bodies of its day. */
	kind: 'row' | 'cited' | 'sources';
	snapshots: readonly string[];
	citations: readonly Place[];
	/** Curated sources among them, whose rows carry citations that the sum no longer has. */
	curated: readonly string[];
};

type Row = Readonly<Record<string, unknown>>;
const whens = [
	'day',
	'week',
	'month',
	'from_day',
	'changed_by',
	'stated_day',
	'scored_on',
	'to_day',
	'last_seen_on',
	'dated_on',
];

/** The bodies and citations of a row: its own, else of each source the newest body that its day could know. */
export function restsOf(row: Row, sources: readonly string[], { addressOf, newest, behind, citationsOf }: Book): Rests {
	const texts = Object.entries(row).flatMap(([column, value]) =>
		typeof value === 'string' ? [[column, value] as const] : [],
	);
	const own = texts.filter(([column, value]) => column.startsWith('snapshot') && addressOf(value) !== null);
	const citations = texts.filter(([column]) => column === 'citation').flatMap(([, value]) => placesOf(value));
	if (own.length > 0 || citations.length > 0)
		return {
			kind: own.length > 0 ? 'row' : 'cited',
			snapshots: [...new Set(own.map(([, value]) => value))],
			citations,
			curated: [],
		};
	const day = lastDayOf(row);
	const named = texts.find(([column, value]) => column === 'source' && (newest(value, day) ?? citationsOf(value)))?.[1];
	// A claim that nothing here measures names no mart.
	const read = 'marts' in row ? behind(String(row['marts'] ?? '')) : sources;
	const wanted = named === undefined ? read : [named];
	return {
		kind: 'sources',
		snapshots: wanted.flatMap(source => newest(source, day) ?? []),
		citations,
		curated: wanted.filter(source => citationsOf(source) !== null),
	};
}

/** The last day that a row speaks of: of a week its Sunday, of a month its end; null = no day, the newest look counts. */
function lastDayOf(row: Row): string | null {
	for (const column of whens) {
		const value = row[column];
		if (typeof value !== 'string' || !/^\d{4}-\d\d/.test(value)) continue;
		if (value.length === 7) return `${value}-31`;
		const days = column === 'week' ? 6 : 0;
		return new Date(Date.parse(value.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10);
	}
	return null;
}

/** The name of what rows rest on, the same for all that rest on the same. */
export const nameOf = ({ kind, snapshots, citations, curated }: Rests): string =>
	`from-${createHash('sha256')
		.update([kind, ...snapshots, ...citations.map(place => place.text), ...curated].join('\n'))
		.digest('hex')
		.slice(0, 8)}`;

/** A row of a table whose first cell leads to what it rests on, on the same page. */
export const resting = (cells: readonly string[], rests: Rests): (string | { text: string; href: string })[] => [
	{ text: cells[0] ?? '', href: `#${nameOf(rests)}` },
	...cells.slice(1),
];

export type Block = Rests & { key: string; rows: number };

/** One block for all rows that rest on the same, in their order. */
export function blocksOf(all: readonly Rests[]): Block[] {
	const blocks = new Map<string, Block>();
	for (const rests of all) {
		const key = nameOf(rests);
		blocks.set(key, { ...rests, key, rows: (blocks.get(key)?.rows ?? 0) + 1 });
	}
	return [...blocks.values()];
}
