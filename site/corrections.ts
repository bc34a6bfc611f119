import { publication } from './data.ts';
import { day, figures, native, share, tokens } from './format.ts';
import { spoken } from './spoken.ts';
import type { Words } from './words.ts';

/** One value of a published table that changed after it was published. */
type Changed = {
	day: string;
	mart: string;
	key: string;
	column_name: string;
	was: string | null;
	became: string | null;
};

export type Correction = Changed & {
	correction_id: string;
	cause: 'reader' | 'mapping' | 'method' | 'typing';
	first_release: string;
	corrected_in: string;
	note: string;
	note_zh: string;
	citation: string;
};

export type Restatement = Changed & {
	source: string;
	model: string | null;
	source_model: string | null;
	channel: string | null;
	cell: string | null;
	currency: string | null;
	snapshot: string | null;
};

/** Every value that was wrong by our fault, newest first. */
export async function corrections(): Promise<Correction[]> {
	const { rows } = await publication();
	return rows<Correction>('from mart_correction__correction order by day desc, correction_id');
}

/** Every value that a source itself changed, newest first. */
export async function restatements(): Promise<Restatement[]> {
	const { rows } = await publication();
	return rows<Restatement>('from mart_restatement__restatement order by day desc, source, key, column_name');
}

const printed_days = 90;

/**
 * The corrections that a chart of these tables tells; one of a thing tells those of its own rows only. `isRecent` are those
 * of the last ninety days before the build.
 */
export async function correctionsOf(
	marts: readonly string[],
	entity?: string,
): Promise<(Correction & { isRecent: boolean })[]> {
	const { catalog } = await publication();
	const since = new Date(Date.parse(catalog.built_at) - printed_days * 86_400_000).toISOString().slice(0, 10);
	return (await corrections())
		.filter(row => marts.includes(row.mart) && (entity === undefined || row.key.includes(entity)))
		.map(row => ({ ...row, isRecent: row.day >= since }));
}

export const noteOf = (row: Pick<Correction, 'note' | 'note_zh'>, { lang }: Pick<Words, 'lang'>): string =>
	spoken(row, 'note', { lang });

/** One line for a chart among others: the newest day and how many values, `Corrected 22 Nov 2026: 14 values of its tables`. */
export function shortLine(rows: readonly Correction[], words: Words): string[] {
	const last = rows
		.map(row => row.day)
		.sort()
		.at(-1);
	return last ? [words('corrections.short', { day: day(last, words), values: rows.length })] : [];
}

/** A value of a row: money with its sign, tokens and shares as the site prints them, words as they are. */
export function changedValue(
	{ column_name }: Pick<Changed, 'column_name'>,
	text: string | null,
	words: Words,
	currency?: string | null,
): string {
	if (text === null) return words('value.none');
	if (!/^-?\d+(\.\d+)?$/.test(text)) return text;
	if (/^usd_/.test(column_name)) return native(text, 'USD');
	if (currency && /^native_/.test(column_name)) return native(text, currency);
	if (/^tokens/.test(column_name)) return tokens(text, words);
	return /share$/.test(column_name) ? share(text, 2) : figures(text);
}

/** One line for each day and note: `Corrected 22 Nov 2026: ... (14 values)`. */
export function correctionLines(rows: readonly Correction[], words: Words): string[] {
	const groups = new Map<string, Correction[]>();
	for (const row of rows) {
		const key = `${row.day} ${row.note}`;
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	return [...groups.values()].flatMap(([first, ...rest]) =>
		first
			? [
					words(rest.length > 0 ? 'corrections.line' : 'corrections.line-one', {
						day: day(first.day, words),
						note: noteOf(first, words),
						values: rest.length + 1,
					}),
				]
			: [],
	);
}
