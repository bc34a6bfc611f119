import { bandOf } from '../band.ts';
import type { Known } from '../columns.ts';
import { ShapeError } from '../error.ts';
import { pageOf } from '../page.ts';
import type { PriceInput, Source } from '../source.ts';
import { tablesOf, type Table } from '../table.ts';
import { pricesOf, sheetOf, type TokenSheet } from '../token-sheet.ts';
import { listedPrices } from '../xai-models.ts';

const id = 'xai';

const known: Known = [
	[/^model$/i, 'model'],
	[/^input$/i, 'input'],
	[/^cached( input)?$/i, 'cache_read'],
	[/^output$/i, 'output'],
	[/^context( window)?$/i, 'ignored'],
];

/** "grok-4.7 Long context ≥ 200k tokens": the note below a name says from where its long prices hold. */
const note = /\s*long context\s*([≥>]=?)\s*(\d+[km]?)/i;

/**
 * List prices of xAI in dollars: short and long prompts side by side, the whole request billed at its band. No body has
 * been captured: the reader follows the page's public text of 2026-09 and the list that its pages on models carry. Batch
 * and priority stand there as percentages and are not derived.
 */
export const source = {
	id,
	title: 'xAI price page',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://docs.x.ai/developers/pricing',
	terms: {
		licence: 'none stated',
		attribution: 'List price read from xAI (docs.x.ai/developers/pricing) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	requests: () => [{ url: 'https://docs.x.ai/developers/pricing', page: true, shows: /per 1M tokens[^]*\$\d/i }],
	read(body, reject) {
		const page = pageOf(id, body);
		const sheets = tablesOf(page.documentElement).flatMap((table, i) => sheetsOf(table, `table ${i}`));
		const listed = sheets.length === 0 ? listedPrices(id, page, reject) : null;
		return listed ?? pricesOf(id, sheets, reject);
	},
} satisfies Source<PriceInput>;

/** One sheet for the columns below "Short context" and one for those below "Long context"; one in all without them. */
function sheetsOf({ rows, headings, before }: Table, where: string): TokenSheet[] {
	const [first = [], second = [], ...rest] = rows;
	const isGrouped = first.some(text => /^(short|long) context$/i.test(text));
	const head = isGrouped ? joined(first, second) : first;
	const lines = isGrouped ? rest : rows.slice(1);
	const groups = isGrouped ? (['short', 'long'] as const) : [null];
	return groups.flatMap(group => {
		const kept = (_: string, x: number) =>
			group === null || !/^(short|long) /i.test(head[x] ?? '') || head[x]?.startsWith(group);
		const narrow = (line: string[]) => (line.length === head.length ? line.filter(kept) : line);
		const plain = narrow(head).map(text => text.replace(/^(short|long) /, ''));
		const sheet = sheetOf(id, [plain, ...lines.map(narrow)], known, {
			where: `${where} ${group ?? ''}`.trim(),
			currency: 'USD',
			providerOf: () => id,
			nameOf: cell => (cell.split('\n')[0] ?? '').replace(/\s*long context.*$/i, ''),
			placeOf(place, cells) {
				const [, sign, edge] = note.exec((cells.get('model') ?? '').replace(/\n/g, ' ')) ?? [];
				if (sign === undefined || edge === undefined) {
					if (group === 'long' && /\d/.test(cells.get(place.meter) ?? ''))
						throw new ShapeError(id, 'missing long context threshold', cells.get('model'));
					return place;
				}
				const long = bandOf(id, `${sign} ${edge}`);
				return { ...place, ...(group === 'long' ? long : bandOf(id, `< ${long.min_input_tokens}`)) };
			},
		});
		if (sheet === null) return [];
		if (!/per (1M|million) tokens/i.test([...headings, ...before].join(' ')))
			throw new ShapeError(id, 'unknown unit', `${headings.join(' / ')}: ${before.join(' ')}`);
		if (!lines.flat().some(cell => cell.includes('$')))
			throw new ShapeError(id, 'expected dollars', lines[0]?.join(' | '));
		return [sheet];
	});
}

/** Two lines of headings in one; the second may leave out the places that the first one's merged labels cover. */
function joined(first: string[], second: string[]): string[] {
	const labels = first.filter(text => !/^(short|long) context$/i.test(text));
	const meters = second.slice(second[0] === first[0] ? labels.length : 0);
	const groups = [...new Set(first.filter(text => /^(short|long) context$/i.test(text)))];
	const each = meters.length / groups.length;
	if (!Number.isInteger(each) || each === 0) throw new ShapeError(id, 'unknown heading', second.join(' | '));
	const named = meters.map(
		(meter, x) => `${(groups[Math.floor(x / each)] ?? '').split(' ')[0]?.toLowerCase()} ${meter}`,
	);
	return [...labels, ...named];
}
