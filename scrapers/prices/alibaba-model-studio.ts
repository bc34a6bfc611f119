import { z } from 'zod';
import { helpPageOf } from '../alibaba-help.ts';
import { partsOf } from '../bailian-tables.ts';
import type { Column, Known } from '../columns.ts';
import { rowsOf } from '../entries.ts';
import { ShapeError } from '../error.ts';
import type { Place } from '../quote.ts';
import type { PriceInput, Source } from '../source.ts';
import { tablesOf, type Table } from '../table.ts';
import { pricesOf, sheetOf, type TokenSheet } from '../token-sheet.ts';

const id = 'alibaba-model-studio';

const per = String.raw`price \(per (?:1 million|1M|million) tokens\)`;
const under = (side: string, words: string) => new RegExp(`^${side} ${per}(${words})$`, 'i');
const known: Known = [
	[/^model( id| name)?$/i, 'model'],
	[/^deployment scope$/i, 'region'],
	[/^mode$/i, 'mode'],
	[/^input tokens?( range)?( per request)?$/i, 'band'],
	[/^free quota.*$/i, 'ignored'],
	[under('input', '| (input: )?text( ?/ ?image)?( ?/ ?video)?'), 'input'],
	[under('input', ' (input: )?audio'), 'input_audio'],
	[under('input', ' (input: )?images?( ?/ ?video)?'), 'input_image'],
	[under('output', ' (output: )?audio| text ?\\+ ?audio.*'), 'output_audio'],
	[
		under(
			'output',
			'| (non-)?thinking mode.*| chain of thought ?\\+ ?answer| (output: )?text( \\(text-only input\\))?',
		),
		'output',
	],
];

const regions: Record<string, string> = {
	singapore: 'sg',
	'china (beijing)': 'cn',
	'china (hong kong)': 'hk',
	'us (virginia)': 'us',
	'germany (frankfurt)': 'de',
	'japan (tokyo)': 'jp',
};
/** Where requests may be served: one region sells several. */
const scopes: Record<string, string> = {
	international: 'intl',
	global: 'global',
	'chinese mainland': 'cn',
	'mainland china': 'cn',
	'hong kong (china)': 'hk',
	us: 'us',
	eu: 'eu',
	japan: 'jp',
};
const isHosted = (model: string): boolean => /^(deepseek|kimi|glm|minimax|llama|mimo|step-|baichuan|yi-)/i.test(model);

const TableOf = z.object({ table: z.custom<Table>(), where: z.string() });

/**
 * List prices of Alibaba's Qwen models in dollars by region and scope, and its host prices of other labs' models; the
 * international scope of Singapore is the list. No body has been captured: the reader follows the tables as several public
 * readers of the page describe them in 2026-06..10. Cache and batch prices stand in the prose and are not derived.
 */
export const source = {
	id,
	title: 'Alibaba Cloud Model Studio price page',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://www.alibabacloud.com/help/en/model-studio/model-pricing',
	terms: {
		licence: 'none stated',
		attribution:
			'List price read from Alibaba Cloud (alibabacloud.com/help/en/model-studio/model-pricing) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	requests: () => [
		{
			url: 'https://www.alibabacloud.com/help/en/model-studio/model-pricing',
			page: true,
			shows: /per 1 million tokens[^]*\$\d/i,
		},
	],
	read(body, reject) {
		const tables = tablesOf(helpPageOf(id, body));
		const sold = tables.filter(({ rows }) => /output price/i.test(rows[0]?.join(' ') ?? ''));
		if (sold.length === 0) throw new ShapeError(id, 'no price table', `${tables.length} tables`);
		const places = sold.map((table, i) => ({ where: `table ${i}`, entry: { table, where: `table ${i}` } }));
		// one of its many tables may be of another form without taking the others down
		return rowsOf(id, TableOf, places, ({ table, where }) => pricesOf(id, sheetsOf(table, where), reject), reject);
	},
} satisfies Source<PriceInput>;

function sheetsOf(table: Table, where: string): TokenSheet[] {
	const region = regionOf(table);
	const third = table.headings.some(text => /third[- ]party/i.test(text));
	return partsOf(table).flatMap(({ rows, suffix }) =>
		(['always', 'peak', 'off_peak'] as const).flatMap(time_window => {
			const [head = [], ...lines] = rows;
			const held = lines.flatMap(line => heldIn(line, time_window));
			const at = head.findIndex(heading => /^mode$/i.test(heading));
			// a model with a line for each mode has two prices of an answer
			const both = new Set(lines.filter(line => /^non-?thinking( mode)?$/i.test(line[at] ?? '')).map(idIn));
			const sheet = sheetOf(id, [head, ...held], known, {
				where,
				currency: 'USD',
				providerOf: () => '',
				nameOf: cell => `${idIn([cell])}${suffix}`,
				placeOf(place, cells) {
					const thinks = /^thinking( mode)?$/i.test(cells.get('mode') ?? '') && both.has(place.model);
					const model = `${place.model}${thinks ? ':thinking' : ''}`;
					return { ...placeIn({ ...place, model }, cells, region, third), time_window };
				},
			});
			return sheet && held.length > 0 ? [sheet] : [];
		}),
	);
}

/** Ids hold no space: notes follow on lines of their own or behind one. */
const idIn = ([cell = '']: string[]): string => cell.trim().split(/\s+/)[0] ?? '';

/** A line as it holds in a window; none in the others. "Busy hours: $0.3, idle hours: $0.15" is two prices of one cell. */
function heldIn(line: string[], time_window: 'always' | 'peak' | 'off_peak'): string[][] {
	const isSplit = line.some(cell => /busy hours/i.test(cell));
	if (isSplit !== (time_window !== 'always')) return [];
	const pattern = time_window === 'peak' ? /busy hours:\s*(\S+)/i : /idle hours:\s*(\S+)/i;
	return [
		line.map(cell => {
			if (/^no tiered pricing$/i.test(cell)) return '-';
			return /busy hours|idle hours/i.test(cell) ? (pattern.exec(cell)?.[1] ?? '-') : cell;
		}),
	];
}

/** The region is the heading above a table, or the name of the tab it stands in. */
function regionOf({ headings, element }: Table): string {
	const heading = headings.findLast(text => regions[text.toLowerCase()] !== undefined);
	const tab = element.closest('section[id]')?.getAttribute('id') ?? '';
	const region = heading ?? (regions[tab.toLowerCase()] === undefined ? undefined : tab);
	if (region === undefined) throw new ShapeError(id, 'unknown region', headings.join(' / '));
	return region;
}

function placeIn(place: Place, cells: Map<Column, string>, region: string, third: boolean): Place {
	const scope = cells.get('region');
	const served = scope === undefined ? undefined : scopes[scope.trim().toLowerCase()];
	if (scope !== undefined && served === undefined) throw new ShapeError(id, 'unknown scope', scope);
	const where = regions[region.toLowerCase()] ?? '';
	const hosted = third || isHosted(place.model);
	const parts = [id, where, ...(served === undefined ? [] : [served]), ...(hosted ? ['host'] : [])];
	// the list itself has no region: it is the headline
	const isList = where === 'sg' && served === 'intl' && !hosted;
	const sold = scope === undefined ? region : `${region} / ${scope}`;
	return { ...place, provider: parts.join('-'), region: isList ? null : sold };
}
