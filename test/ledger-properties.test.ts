import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { resolver } from '../warehouse/methods/resolve.ts';
import { rowsOf } from '../warehouse/duckdb.ts';
import { made, price, type Made, type MadeLook } from './made.ts';

// Small made-up ledgers: what must hold of every one of them.

vi.setConfig({ testTimeout: 180_000 });

const marts = [
	'mart_price__cell_spell',
	'mart_price_cut__model_meter_day',
	'mart_list_price__cell_spell',
	'mart_price_statement__cell_spell',
	'mart_price_agreement__cell_spell',
	'mart_price_agreement__statement_spell',
	'mart_source_league__source',
];
const seeds: Made['seeds'] = {
	models: [
		'acme/acme-1,Acme,acme,1,base,Acme 1',
		'acme/acme-2,Acme,acme,2,base,Acme 2',
		'baidian/ox-1,Baidian,ox,1,base,Ox 1',
	],
	fx: ['2025-12-31,7,test,test'],
};

/** One price of one model on one meter; a few amounts only, so that sources meet, move and come back. */
const quote = fc
	.record({
		provider: fc.constantFrom('acme', 'baidian', 'baidian-cn', 'router', 'fasthost'),
		model: fc.constantFrom('acme-1', 'acme-2', 'ox-1', 'nobody-9'),
		meter: fc.constantFrom('input', 'output', 'cache_read'),
		amount: fc.constantFrom('0.5', '1', '1.004', '2', '2000', '7'),
		band: fc.constantFrom(0, 200_000),
	})
	.map(({ provider, model, meter, amount, band }) =>
		price(provider, model, meter, amount, {
			min_input_tokens: band,
			currency: provider === 'baidian-cn' ? 'CNY' : 'USD',
		}),
	);
const look = fc
	.record({
		source: fc.constantFrom('one', 'two', 'three'),
		day: fc.integer({ min: 1, max: 28 }),
		rows: fc.array(quote, { minLength: 1, maxLength: 8 }),
	})
	.map(({ source, day, rows }): MadeLook => ({ source, on: `2026-01-${String(day).padStart(2, '0')}`, rows }));
/** At most one look a source and day: of several the last counts, and which is last is the order itself. */
const ledger = fc.uniqueArray(look, { minLength: 3, maxLength: 12, selector: ({ source, on }) => `${source} ${on}` });

type Rows = Record<string, unknown>[];

/** Every row of every mart, columns and order as they are published. */
async function published(looks: MadeLook[]): Promise<Record<string, Rows>> {
	const { connection, built } = await made({ looks, seeds }, ...marts.map(mart => `from ${mart}`));
	try {
		expect(built.findings).toEqual([]);
		const rows: Record<string, Rows> = {};
		for (const mart of marts) rows[mart] = await rowsOf(connection, `from ${mart} order by all`);
		return rows;
	} finally {
		connection.closeSync();
	}
}

/** `made` numbers snapshots by their place, which is what is shuffled. */
const numbers = new Set(['snapshot', 'snapshot_before', 'snapshot_after']);
/** Whether a move is shown by others, and whether it was late or a slip, is what other sources may say of it. */
const corroboration = new Set(['kind', 'event_id', 'lineages', 'is_provisional', 'first_seen_on', 'first_seen_in']);
const own = ['mart_price__cell_spell', 'mart_price_cut__model_meter_day'];

/** Rows of a mart without the numbers of snapshots, or those of one source and only what it says itself. */
async function marted(looks: MadeLook[]): Promise<(mart: string, source?: string) => string[]> {
	const rows = await published(looks);
	return (mart, source) =>
		rows[mart]!.filter(row => source === undefined || row.source === source)
			.map(row => {
				const kept = Object.entries(row).filter(
					([column]) => !numbers.has(column) && (source === undefined || !corroboration.has(column)),
				);
				return JSON.stringify(Object.fromEntries(kept));
			})
			.sort();
}

describe('of every ledger', () => {
	it('a second build from the same snapshots gives the same bytes of every mart', async () => {
		await fc.assert(
			fc.asyncProperty(ledger, async looks => {
				expect(await published(looks)).toEqual(await published(looks));
			}),
			{ numRuns: 3 },
		);
	});

	it("the order of arrival makes no difference, and another source none to a source's own series", async () => {
		const shuffled = ledger.chain(looks =>
			fc.tuple(fc.constant(looks), fc.shuffledSubarray(looks, { minLength: looks.length })),
		);
		await fc.assert(
			fc.asyncProperty(shuffled, async ([looks, again]) => {
				const [first, second] = [await marted(looks), await marted(again)];
				for (const mart of marts) expect(second(mart), mart).toEqual(first(mart));
				const mine = looks.filter(({ source }) => source === 'one');
				if (mine.length === 0 || mine.length === looks.length) return;
				const alone = await marted(mine);
				for (const mart of own) expect(first(mart, 'one'), mart).toEqual(alone(mart, 'one'));
			}),
			{ numRuns: 8 },
		);
	});

	it('what a name means does not depend on the other names', () => {
		const word = fc.constantFrom(
			'acme',
			'ox',
			'claude',
			'gpt',
			'1',
			'2',
			'4o',
			'mini',
			'latest',
			'free',
			'preview',
			'2026-01-01',
			'instruct',
		);
		const name = fc.tuple(
			fc.constantFrom('', 'acme/', 'openai/', 'router/x/'),
			fc.array(word, { minLength: 1, maxLength: 4 }),
			fc.constantFrom('', ':free', ':batch', '-20260101'),
		);
		const names = fc.array(
			name.map(([prefix, words, suffix]) => `${prefix}${words.join('-')}${suffix}`),
			{ minLength: 2, maxLength: 12 },
		);
		const tables = { labs: [], models: [], aliases: [], providers: [], printed: [] };
		fc.assert(
			fc.property(names, fc.constantFrom('2025-06-01', '2026-01-01'), (all, day) => {
				const together = resolver(tables);
				const said = all.map(one => together.resolve('one', one, { provider: null, day }));
				for (const [place, one] of all.entries())
					expect(resolver(tables).resolve('one', one, { provider: null, day })).toEqual(said[place]);
			}),
			{ numRuns: 60 },
		);
	});
});
