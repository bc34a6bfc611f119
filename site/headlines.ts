import { publication } from './data.ts';
import { change, type Num } from './format.ts';
import type { Words } from './words.ts';

/** A headline and what is left of it: of how many cells it is true, and what three mixes of tokens came to. */
export type Headline = {
	stated_day: string;
	org: string;
	what: string;
	headline_change: Num;
	cells: Num | null;
	hits: Num | null;
	headline_cell: string | null;
	blend_change: Num | null;
	chat_change: Num | null;
	agent_change: Num | null;
	reason: string | null;
};

/** The twelve largest cuts that were announced or stated, one a model, the largest first. */
export async function headlines(): Promise<Headline[]> {
	const { rows } = await publication();
	return rows<Headline>(
		`select stated_day, org, what, headline_change, cells, hits, headline_cell, blend_change, chat_change, agent_change, reason
		from mart_headline_audit__event where headline_rank <= 12 order by headline_rank`,
	);
}

export const headlineHead = (words: Words) => [
	{ text: words('column.headline') },
	{ text: words('column.day') },
	{ text: words('column.headline_change'), numeric: true },
	{ text: words('column.true_of') },
	{ text: words('column.blend_change'), numeric: true },
	{ text: words('column.chat_change'), numeric: true },
	{ text: words('column.agent_change'), numeric: true },
];

export const headlineRow = (row: Headline, words: Words): string[] => [
	`${row.what} (${row.org})`,
	row.stated_day,
	change(row.headline_change, 1),
	row.cells === null || row.hits === null
		? words('headlines.unaudited', { reason: row.reason ?? '' })
		: words('headlines.true-of', { hits: Number(row.hits), cells: Number(row.cells) }),
	...[row.blend_change, row.chat_change, row.agent_change].map(part =>
		part === null ? words('value.none') : change(part, 1),
	),
];
