import { z } from 'zod';
import type { Known } from '../columns.ts';
import { rowsOf } from '../entries.ts';
import { ShapeError } from '../error.ts';
import { pageOf } from '../page.ts';
import { ModelName } from '../price.ts';
import { quotesOf } from '../quote.ts';
import type { PriceInput, Source } from '../source.ts';
import { tablesOf } from '../table.ts';
import { pricesOf, sheetOf } from '../token-sheet.ts';

const id = 'zai';

const known: Known = [
	[/^model$/i, 'model'],
	[/^input$/i, 'input'],
	[/^cached input$/i, 'cache_read'],
	[/^cached input storage$/i, 'cache_storage'],
	[/^output$/i, 'output'],
];

/** International list prices of Zhipu (Z.ai) in dollars: no length bands, though the mainland sheet has them. */
export const source = {
	id,
	title: 'Z.ai price page',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://docs.z.ai/guides/overview/pricing',
	terms: {
		licence: 'none stated',
		attribution: 'List price read from Z.ai (docs.z.ai/guides/overview/pricing) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	requests: () => [{ url: 'https://docs.z.ai/guides/overview/pricing', page: true }],
	read(body, reject) {
		const tables = tablesOf(pageOf(id, body).documentElement);
		const sheets = tables.flatMap(({ rows, before, headings }, i) => {
			const sheet = sheetOf(id, rows, known, { where: `table ${i}`, currency: 'USD', providerOf: () => id });
			if (sheet && !/per 1M tokens/i.test(before.join(' ')))
				throw new ShapeError(id, 'unknown unit', `${headings.join(' / ')}: ${before.join(' ')}`);
			return sheet ?? [];
		});
		const images = tables.filter(({ before }) => before.some(text => /prices per image/i.test(text)));
		const places = images.flatMap(({ rows }) => imagePlaces(rows));
		return [...pricesOf(id, sheets, reject), ...rowsOf(id, ImageLine, places, imageRows, reject)];
	},
} satisfies Source<PriceInput>;

const ImageLine = z.tuple([ModelName, z.string()]);

function imagePlaces([head = [], ...lines]: string[][]) {
	if (head.join(' ') !== 'Model Price') throw new ShapeError(id, 'unknown heading', head.join(' | '));
	return lines.map((entry, y) => ({ where: `image row ${y + 1}`, entry }));
}

function imageRows([model, cell]: z.infer<typeof ImageLine>): PriceInput[] {
	const place = { provider: id, model, meter: 'image', field: 'Price', unit: 'image', currency: 'USD' } as const;
	return quotesOf(id, place, cell);
}
