import { describe, expect, it } from 'vitest';
import { ask, price } from './made.ts';

const sheet = (source: string, on: string, ...rows: ReturnType<typeof price>[]) => ({ source, on, rows });
// acme-chat meant acme-1 up to 2026-02-01, acme-2 from then on
const aliases = [
	'*,acme/acme-chat,acme/acme-1,,alias,,2025-01-01,2026-02-01,test',
	'*,acme/acme-chat,acme/acme-2,,alias,,2026-02-01,,test',
];
const seeds = { aliases };
const moving = (on: string, amount: string, source = 'sheet') =>
	sheet(source, on, price('acme', 'acme-chat', 'input', amount));
const lists =
	'select model, native_per_mtok::varchar::double as price, from_day, to_day, agreement from mart_list_price__cell_spell order by model, from_day';

describe('a name that swaps its meaning', () => {
	it('has one identity for each stretch of days', async () => {
		const rows = await ask(
			{ looks: [moving('2026-01-01', '2')], seeds },
			`select valid_from, valid_to, model, rule from int_identity__name where name = 'acme-chat' order by valid_from`,
		);
		expect(rows).toEqual([
			{ valid_from: '1970-01-01', valid_to: '2025-01-01', model: null, rule: 'moving-alias-not-covered' },
			{ valid_from: '2025-01-01', valid_to: '2026-02-01', model: 'acme/acme-1', rule: 'alias-table' },
			{ valid_from: '2026-02-01', valid_to: null, model: 'acme/acme-2', rule: 'alias-table' },
		]);
	});

	it('parts an unchanged price on the day of the swap, and says that the new model’s was never stated', async () => {
		const looks = [moving('2026-01-01', '2'), moving('2026-03-01', '2')];
		expect(
			await ask(
				{ looks, seeds },
				'select model, from_day, to_day, last_seen_on, is_carried from int_price__cell_spell order by from_day',
			),
		).toEqual([
			{
				model: 'acme/acme-1',
				from_day: '2026-01-01',
				to_day: '2026-02-01',
				last_seen_on: '2026-01-31',
				is_carried: false,
			},
			{ model: 'acme/acme-2', from_day: '2026-02-01', to_day: null, last_seen_on: '2026-03-01', is_carried: true },
		]);
	});

	it('lists each model at what was stated while the name meant it', async () => {
		const looks = [moving('2026-01-01', '2'), moving('2026-02-10', '2'), moving('2026-02-20', '3')];
		expect(await ask({ looks, seeds }, lists)).toEqual([
			{ model: 'acme/acme-1', price: 2, from_day: '2026-01-01', to_day: '2026-02-01', agreement: 'single' },
			{ model: 'acme/acme-2', price: 3, from_day: '2026-02-20', to_day: null, agreement: 'single' },
		]);
	});

	it('is not asked where a name of the model’s own has a price, in whatever source', async () => {
		const looks = [
			moving('2026-02-10', '2'),
			moving('2026-02-12', '3'),
			sheet('other', '2026-02-10', price('acme', 'acme-2', 'input', '5')),
			sheet('other', '2026-02-12', price('acme', 'acme-2', 'input', '5')),
		];
		expect(await ask({ looks, seeds }, lists)).toEqual([
			{ model: 'acme/acme-2', price: 5, from_day: '2026-02-10', to_day: null, agreement: 'single' },
		]);
	});

	it('starts no cut: the model changed, until a name of the model’s own shows the same move', async () => {
		const kinds = async (...more: ReturnType<typeof sheet>[]) =>
			ask(
				{ looks: [moving('2026-02-10', '4'), moving('2026-03-01', '1'), ...more], seeds },
				`select source_model, kind from mart_price_cut__model_meter_day order by source_model`,
			);
		expect(await kinds()).toEqual([{ source_model: 'acme-chat', kind: 'model_change' }]);
		expect(
			await kinds(
				sheet('other', '2026-02-10', price('acme', 'acme-2', 'input', '4')),
				sheet('other', '2026-03-10', price('acme', 'acme-2', 'input', '1')),
			),
		).toEqual([
			{ source_model: 'acme-2', kind: 'cut' },
			{ source_model: 'acme-chat', kind: 'cut' },
		]);
	});

	it('counts tokens for the model it meant on each day', async () => {
		const usage = (day: string) => ({
			source: 'openrouter-rankings-daily',
			on: day,
			rows: [
				{
					record: 'usage',
					day,
					period: 'day',
					subject: 'model',
					name: 'acme/acme-chat',
					metric: 'tokens',
					amount: '5',
					unit: 'tokens',
				} as const,
			],
		});
		const rows = await ask(
			{ looks: [usage('2026-01-15'), usage('2026-02-15')], seeds },
			'select day, model from mart_tokens__model_day order by day',
		);
		expect(rows).toEqual([
			{ day: '2026-01-15', model: 'acme/acme-1' },
			{ day: '2026-02-15', model: 'acme/acme-2' },
		]);
	});
});
