import { expect, test } from 'vitest';
import type { PriceInput } from '../scrapers/source.ts';
import { source } from '../scrapers/prices/models-dev.ts';

const sheet = (tiers: object[]) => {
	const model = {
		name: 'Acme 1',
		release_date: '2026-01-01',
		cost: { input: 1, output: 4, tiers },
		limit: { context: 1000000, output: 8000 },
	};
	// an odd model among ten sound ones is left out; more than that is another sheet
	const sound = Array.from({ length: 10 }, (_, i) => [`sound-${i}`, { ...model, cost: { input: 9, output: 9 } }]);
	const models = { 'acme-1': model, ...Object.fromEntries(sound) };
	const bytes = new TextEncoder().encode(JSON.stringify({ acme: { models } }));
	const rejected: string[] = [];
	const rows = source.read({ url: 'https://models.dev/api.json', bytes, media_type: 'application/json' }, what =>
		rejected.push(what),
	);
	const prices = rows.filter(row => row.record === 'price' && row.model === 'acme-1') as PriceInput[];
	return { rejected, prices: prices.map(row => `${row.meter} ${row.amount} from ${row.min_input_tokens ?? 0}`) };
};

test('a tier of another kind than context costs a model none of its prices', () => {
	const { prices, rejected } = sheet([{ input: 0.5, output: 2, tier: { type: 'time', window: '16:30-00:30' } }]);
	expect(prices).toEqual(['input 1 from 0', 'output 4 from 0']);
	expect(rejected).toEqual([]);
});

test('a context tier without a size is no tier: the model is left out and counted', () => {
	const { prices, rejected } = sheet([{ input: 2, output: 8, tier: { type: 'context' } }]);
	expect(prices).toEqual([]);
	expect(rejected).toHaveLength(1);
});
