import { publication, type Mart } from './data.ts';
import { allLooks, anchorOf, ledgersOf, type Look } from './looks.ts';

/** A citation of curated facts, named by its hash as a body is. */
export type Citation = { source: string; snapshot: string; citation: string; rows: number | string };

/** Citations of curated facts, by source. */
export async function allCitations(): Promise<Citation[]> {
	const { rows } = await publication();
	return rows<Citation>(
		`select source, snapshot, citation, rows from mart_citation__snapshot order by source, citation`,
	);
}

export type CitationLedger = { source: string; citations: Citation[]; anchors: string[] };

/** The citations of each curated source, with the anchor of each. */
export function citationLedgers(citations: readonly Citation[]): CitationLedger[] {
	return [...new Set(citations.map(one => one.source))].map(source => {
		const own = citations.filter(one => one.source === source);
		const hashes = own.map(one => digits(one.snapshot));
		return { source, citations: own, anchors: hashes.map(hash => anchorOf(hash, hashes)) };
	});
}

/** `curated:ab12…` without its word: the digits that name it. */
export const digits = (snapshot: string): string => snapshot.slice(snapshot.indexOf(':') + 1);

/** Where bodies and citations have their entries, and which body of a source a day could know. */
export type Book = {
	/** The entry of a snapshot: the first look at its body, or its citation; null where there is none. */
	addressOf(snapshot: string): string | null;
	/** Its source, and of a body the day it tells of. */
	nameOf(snapshot: string): string;
	/** The newest body of a source up to a day, the first where none is so old, the newest of all without a day. */
	newest(source: string, day: string | null): string | undefined;
	/** Sources behind the marts that a text names, parted by spaces. */
	behind(marts: string): string[];
	/** The page of the citations of a curated source; null for any other. */
	citationsOf(source: string): string | null;
};

export function bookOf(
	looks: readonly Look[],
	citations: readonly Citation[],
	marts: readonly Pick<Mart, 'name' | 'sources'>[],
): Book {
	const entries = new Map<string, { name: string; address: string }>();
	const enter = (snapshot: string, name: string, address: string) => {
		if (!entries.has(snapshot)) entries.set(snapshot, { name, address });
	};
	for (const { source, month, looks: own, anchors } of ledgersOf(looks))
		own.forEach((look, index) => {
			const { snapshot } = look;
			if (snapshot !== null && anchors[index])
				enter(snapshot, `${source} ${dayOf(look)}`, `/snapshots/${source}/${month}/#${anchors[index]}`);
		});
	const curated = citationLedgers(citations);
	const cites = curated.flatMap(({ citations: own, anchors }) =>
		own.map((one, index) => ({ ...one, anchor: anchors[index] })),
	);
	// A citation of several sources is entered with the one that has most rows of it.
	for (const { snapshot, source, anchor } of cites.sort((a, b) => Number(b.rows) - Number(a.rows)))
		enter(snapshot, source, `/snapshots/${source}/#${anchor}`);
	const bodies = bodiesOf(looks);
	const cited = new Set(curated.map(one => one.source));
	return {
		addressOf: snapshot => entries.get(snapshot)?.address ?? null,
		nameOf: snapshot => entries.get(snapshot)?.name ?? '',
		newest(source, day) {
			const own = bodies.get(source) ?? [];
			const found = day === null ? own.at(-1) : (own.findLast(body => body.day <= day) ?? own[0]);
			return found?.snapshot;
		},
		behind(text) {
			const named = text.split(' ');
			return [...new Set(marts.filter(({ name }) => named.includes(name)).flatMap(({ sources }) => sources))];
		},
		citationsOf: source => (cited.has(source) ? `/snapshots/${source}/` : null),
	};
}

/** The day that a body tells of: that of the look, or the older one that it carries. */
const dayOf = ({ observed_on, fetched_at }: Look): string => observed_on ?? fetched_at.slice(0, 10);

/** Bodies of each source in order of the day they tell of. */
function bodiesOf(looks: readonly Look[]): Map<string, { day: string; snapshot: string }[]> {
	const all = new Map<string, { day: string; at: string; snapshot: string }[]>();
	for (const look of looks) {
		const { source, snapshot, fetched_at } = look;
		if (snapshot === null) continue;
		const own = all.get(source) ?? [];
		own.push({ day: dayOf(look), at: fetched_at, snapshot });
		all.set(source, own);
	}
	for (const own of all.values()) own.sort((a, b) => a.day.localeCompare(b.day) || a.at.localeCompare(b.at));
	return all;
}

let opened: Promise<Book> | undefined;

/** The book of the publication, opened once a build. */
export const book = (): Promise<Book> =>
	(opened ??= Promise.all([allLooks(), allCitations(), publication()]).then(([looks, cited, { catalog }]) =>
		bookOf(looks, cited, catalog.marts),
	));
