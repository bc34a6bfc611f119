import { publication } from './data.ts';

/** One look at a source as the log of a publication has it. */
export type Look = {
	source: string;
	url: string;
	snapshot: string | null;
	fetched_at: string;
	observed_on: string | null;
	bytes: string | number | null;
	rows: number | null;
	rejected: number | null;
	reader: string | null;
	state: string;
	reason: string | null;
	licence: string | null;
	redistribute: boolean | null;
};

/** Every look, oldest first. */
export async function allLooks(): Promise<Look[]> {
	const { rows } = await publication();
	return rows<Look>(`select look.source, url, snapshot, fetched_at, observed_on, bytes, look.rows, rejected, reader, look.state, reason,
    look.licence, source.redistribute
from mart_snapshot__snapshot as look left join mart_source__source as source on source.source = look.source
order by fetched_at, look.source, url`);
}

export type Ledger = { source: string; month: string; looks: Look[]; anchors: (string | null)[] };

/** The looks of each source by month, with the anchor of each: the first look at a body carries it, a repeated one none. */
export function ledgersOf(looks: readonly Look[]): Ledger[] {
	const pages = new Map<string, Look[]>();
	for (const look of looks) {
		const key = `${look.source} ${look.fetched_at.slice(0, 7)}`;
		pages.set(key, [...(pages.get(key) ?? []), look]);
	}
	return [...pages].map(([key, own]) => {
		const [source = '', month = ''] = key.split(' ');
		const hashes = [...new Set(own.flatMap(look => (look.snapshot === null ? [] : [look.snapshot])))];
		const short = new Map(hashes.map(hash => [hash, anchorOf(hash, hashes)]));
		const seen = new Set<string>();
		const anchors = own.map(({ snapshot }) => {
			if (snapshot === null || seen.has(snapshot)) return null;
			seen.add(snapshot);
			return short.get(snapshot) ?? null;
		});
		return { source, month, looks: own, anchors };
	});
}

/** Eight digits of a hash, twelve where another of the page begins alike. */
export function anchorOf(hash: string, all: readonly string[]): string {
	const isAlone = all.every(other => other === hash || other.slice(0, 8) !== hash.slice(0, 8));
	return hash.slice(0, isAlone ? 8 : 12);
}
