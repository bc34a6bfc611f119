import { bandOf } from '../band.ts';
import type { Column, Known } from '../columns.ts';
import { ShapeError } from '../error.ts';
import { gridsOf, type Grid } from '../openai-tables.ts';
import { pageOf } from '../page.ts';
import type { Place } from '../quote.ts';
import type { Meter, PriceInput, Source } from '../source.ts';
import { cellText, tablesOf } from '../table.ts';
import { pricesOf, sheetOf, type TokenSheet } from '../token-sheet.ts';

const id = 'openai';

const tiers = { standard: 'standard', batch: 'batch', flex: 'flex', fast: 'priority', priority: 'priority' } as const;

const meters: Known = [
	[/\bcached input$/i, 'cache_read'],
	[/\bcache writes$/i, 'cache_write'],
	[/\binput$/i, 'input'],
	[/\boutput( \/ cost)?$/i, 'output'],
];
const others: Known = [
	[/^model$/i, 'model'],
	[/^modality$/i, 'mode'],
	[/^(category|use case|estimated cost)$/i, 'ignored'],
];

/** List prices of OpenAI in dollars, one table for each service tier; "Fast" was called priority until 2026-07-30. */
export const source = {
	id,
	title: 'OpenAI price page',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://developers.openai.com/api/docs/pricing',
	terms: {
		licence: 'none stated',
		attribution: 'List price read from OpenAI (developers.openai.com/api/docs/pricing) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	requests: () => [{ url: 'https://developers.openai.com/api/docs/pricing', page: true }],
	read(body, reject) {
		const page = pageOf(id, body).documentElement;
		// the length stands in a hint beside the heading; two of them would leave open which table each is of
		const edges = `${cellText(page)} ${propsText(page)}`.matchAll(/(?:≤|&lt;=)\s*(\d+K) input tokens/g);
		const [edge, another] = new Set([...edges].map(([, length]) => length));
		if (another !== undefined) throw new ShapeError(id, 'expected one length got two', `${edge} ${another}`);
		const sheets = gridsOf(tablesOf(page)).flatMap(grid => sheetsOf(grid, edge));
		return once(pricesOf(id, sheets, reject));
	},
} satisfies Source<PriceInput>;

/** A model may stand in two tables at the same price; two prices are both kept. */
function once(rows: PriceInput[]): PriceInput[] {
	const keyOf = (row: PriceInput) => JSON.stringify({ ...row, field: '', amount: Number(row.amount) });
	return [...new Map(rows.toReversed().map(row => [keyOf(row), row])).values()].toReversed();
}

const propsText = (page: Element): string =>
	[...page.querySelectorAll('astro-island')].map(island => island.getAttribute('props') ?? '').join(' ');

/**
 * The sheets of one table: itself, or its two halves where it has a short and a long context. A table with a training
 * column prices fine-tuned copies, which are other models under the same names, and is left out.
 */
function sheetsOf({ where, tier, rows }: Grid, edge: string | undefined): TokenSheet[] {
	const [head = [], ...lines] = rows;
	if (head.some(text => /^training$/i.test(text))) return [];
	const service_tier = tiers[tier as keyof typeof tiers];
	const halves = ['Short context', 'Long context'].filter(half => head.some(text => text.startsWith(half)));
	const sheets = (halves.length > 0 ? halves : ['']).map(half => {
		const known: Known = [...others, ...meters];
		const kept = head.map((text, x) => [text, x] as const).filter(([text]) => isOf(text, half, halves));
		const pick = (line: string[]) => (line.length === head.length ? kept.map(([, x]) => line[x] ?? '') : line);
		return sheetOf(id, [head, ...lines].map(pick), known, {
			where: `${where} ${half}`.trim(),
			currency: 'USD',
			service_tier,
			providerOf: () => id,
			nameOf: cell => cell.replace(/\s*\(.*\)$/, ''),
			placeOf: (place, cells) => placeOf(place, cells, half, edge),
		});
	});
	if (service_tier === undefined && sheets.some(sheet => sheet !== null))
		throw new ShapeError(id, 'unknown service tier', tier);
	return sheets.filter(sheet => sheet !== null);
}

const isOf = (text: string, half: string, halves: string[]): boolean =>
	text.startsWith(half) || halves.every(other => !text.startsWith(other));

/** Lengths stand in the half of the table or beside the name ("(<272K context length)"); modalities are other meters. */
function placeOf(place: Place, cells: Map<Column, string>, half: string, edge: string | undefined): Place {
	const beside = /\(([<>≤≥]\s*\d+[KM]) context length\)/.exec(cells.get('model') ?? '')?.[1];
	if (half !== '' && edge === undefined) throw new ShapeError(id, 'unknown length', half);
	const length = half === 'Short context' ? `<=${edge}` : half === 'Long context' ? `>${edge}` : beside;
	const band = length === undefined ? {} : bandOf(id, length);
	return { ...place, ...band, meter: meterOf(place.meter, cells.get('mode') ?? 'Text') };
}

function meterOf(meter: Meter, modality: string): Meter {
	if (modality === 'Text') return meter;
	const found = modalities[modality]?.[meter];
	if (found === undefined) throw new ShapeError(id, 'unknown modality', `${modality} ${meter}`);
	return found;
}

const modalities: Record<string, Partial<Record<Meter, Meter>>> = {
	Audio: { input: 'input_audio', cache_read: 'cache_read_audio', output: 'output_audio' },
	Image: { input: 'input_image', cache_read: 'cache_read_image', output: 'output_image' },
};
