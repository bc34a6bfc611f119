import { z } from 'zod';
import type { Found } from '../scrapers/discover.ts';
import { jsonOf } from '../scrapers/json.ts';

const Prices = z.object({ data: z.array(z.object({ id: z.string(), price: z.string() })) });

/** A price source of the test's own: `{data: [{id, price}]}`, dollars per million tokens. */
export function madeSource(id: string, over: Partial<Found> = {}): Found {
	return {
		id,
		title: id,
		kind: 'price',
		lineage: 'aggregator',
		homepage: `https://${id}.example.com/`,
		terms: { licence: 'MIT', redistribute: true },
		cadence: 'daily',
		folder: 'prices',
		reader: 'reader1',
		requests: () => [{ url: `https://${id}.example.com/models` }],
		read: body =>
			jsonOf(id, Prices, body).data.map(({ id: model, price }) => ({
				record: 'price' as const,
				provider: id,
				model,
				meter: 'input' as const,
				field: 'price',
				amount: price,
				currency: 'USD' as const,
				unit: 'million_tokens' as const,
			})),
		...over,
	};
}

/** A body of that shape: `count` models, all at one price. */
export const sheet = (count: number, price = '3') => ({
	data: Array.from({ length: count }, (_, place) => ({ id: `model-${place}`, price })),
});
