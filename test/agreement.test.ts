import { describe, expect, it } from 'vitest';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { ask, price, type Made } from './made.ts';
import { published } from './publication.ts';

// the marts over small made-up sheets: [source, day, price rows]
const look = (source: string, on: string, ...rows: ReturnType<typeof price>[]) => ({ source, on, rows });
const input = (amount: string, more: object = {}, model = 'acme-1') => price('acme', model, 'input', amount, more);
const output = (amount: string) => price('acme', 'acme-1', 'output', amount);
const agreementOf = (made: Made, where = 'true') =>
	ask<Record<string, unknown>>(
		made,
		`select channel, agreement, reasons, consensus_native_per_mtok as price, consensus_basis as basis from mart_price_agreement__cell_spell
		 where cell = 'input' and to_day is null and ${where} order by channel, provider`,
	);
const reasonsOf = (made: Made) =>
	ask<Record<string, unknown>>(
		made,
		`select source, difference_reason as reason, reads_as from mart_price_agreement__statement_spell
		 where to_day is null and cell = 'input' and abs(ln(consensus_ratio)) > 0.001 order by source`,
	);

describe('the agreement of the sources of a list price', () => {
	it('is single with one source, agree within one per cent, disputed with two and no reason', async () => {
		const [a, b, c] = [
			look('a', '2026-01-01', input('2')),
			look('b', '2026-01-01', input('2.01')),
			look('b', '2026-01-01', input('3')),
		];
		expect(await agreementOf({ looks: [a] })).toMatchObject([{ agreement: 'single', reasons: null, price: 2 }]);
		expect(await agreementOf({ looks: [a, b] })).toMatchObject([{ agreement: 'agree', basis: 'majority' }]);
		expect(await agreementOf({ looks: [a, c] })).toMatchObject([
			{ agreement: 'disputed', price: 2.5, basis: 'median' },
		]);
	});

	it('is stale where a source had the price that another left, and kept leaving for 30 days', async () => {
		const moved = [look('a', '2025-11-01', input('10')), look('a', '2025-12-20', input('2'))];
		const behind = look('b', '2025-11-01', input('10'));
		expect(await agreementOf({ looks: [...moved, behind] })).toMatchObject([
			{ agreement: 'explained', reasons: 'stale', price: 2, basis: 'late' },
		]);
		const lately = [look('a', '2025-11-01', input('10')), look('a', '2026-01-20', input('2'))];
		expect(await agreementOf({ looks: [...lately, behind] })).toMatchObject([{ agreement: 'disputed' }]);
	});

	it('is a unit where a lone source is a thousandth of two others: it has no vote, and is named', async () => {
		const looks = [
			look('a', '2026-01-01', input('3')),
			look('b', '2026-01-01', input('3')),
			look('c', '2026-01-01', input('0.003')),
		];
		expect(await agreementOf({ looks })).toMatchObject([{ agreement: 'agree', reasons: 'unit', price: 3 }]);
		expect(await reasonsOf({ looks })).toEqual([{ source: 'c', reason: 'unit', reads_as: '1e3_inverse' }]);
	});

	it('takes no price for a list price that is in another unit than all others, whoever stated it last', async () => {
		const looks = [
			look('a', '2026-01-01', input('3')),
			look('b', '2026-01-01', price('router', 'acme/acme-1', 'input', '2.5')),
			look('c', '2026-01-05', input('0.003')),
		];
		expect(
			await ask({ looks }, 'select native_per_mtok::double as price, sources from mart_list_price__cell_spell'),
		).toEqual([{ price: 3, sources: 1 }]);
		expect(await reasonsOf({ looks })).toEqual([{ source: 'c', reason: 'unit', reads_as: '1e3_inverse' }]);
		// one against one: nobody can say which is wrong
		const [first, , last] = looks;
		expect(await agreementOf({ looks: [first!, last!] })).toMatchObject([{ agreement: 'disputed', reasons: 'unit' }]);
	});

	it('is a currency where a price under a dollar sign is the yuan price at the rate of the day', async () => {
		const looks = [
			look('a', '2026-01-01', input('3')),
			look('b', '2026-01-01', input('3')),
			look('c', '2026-01-01', input('20')),
		];
		const seeds = { fx: ['2025-12-31,6.75,test,test'] };
		expect(await reasonsOf({ looks, seeds })).toEqual([{ source: 'c', reason: 'currency', reads_as: 'cny_as_usd' }]);
		// without a rate there is no test: nothing is invented
		expect(await reasonsOf({ looks })).toEqual([{ source: 'c', reason: null, reads_as: 'disagree x6.667' }]);
	});

	it('is the tier, window or promotion whose amount a source has put under the base price', async () => {
		const others = (more: object) => [
			look('a', '2026-01-01', input('4'), input('1', more)),
			look('b', '2026-01-01', input('4')),
			look('c', '2026-01-01', input('1')),
		];
		for (const [more, reason] of [
			[{ time_window: 'off_peak' }, 'window'],
			[{ list_or_effective: 'effective' }, 'promotion'],
			[{ service_tier: 'batch' }, 'batch'],
			[{ service_tier: 'flex' }, 'tier'],
			[{ min_input_tokens: 200_000 }, 'tier'],
		] as const)
			expect(await reasonsOf({ looks: others(more) })).toMatchObject([{ source: 'c', reason }]);
	});

	it('is a batch price where two meters are half, not where one is', async () => {
		const looks = (out: string) =>
			['a', 'b', 'c'].map(source =>
				look(source, '2026-01-01', input(source === 'c' ? '1' : '2'), output(source === 'c' ? out : '8')),
			);
		expect(await reasonsOf({ looks: looks('4') })).toMatchObject([{ reason: 'batch', reads_as: '2_inverse' }]);
		expect(await reasonsOf({ looks: looks('8') })).toMatchObject([{ reason: null, reads_as: '2_inverse' }]);
	});

	it('is an alias where a moving name has another price than the model that it means', async () => {
		const looks = [
			look('a', '2026-01-01', input('2')),
			look('b', '2026-01-01', input('2')),
			look('c', '2026-01-01', input('5', {}, 'acme-latest')),
		];
		const seeds = {
			models: ['acme/acme-1,Acme,acme,1,base,Acme 1', 'acme/acme-2,Acme,acme,2,base,Acme 2'],
			aliases: ['*,acme-latest,acme/acme-1,1,alias,,,,test'],
		};
		expect(await reasonsOf({ looks, seeds })).toMatchObject([{ source: 'c', reason: 'alias' }]);
		expect(await agreementOf({ looks, seeds })).toMatchObject([{ agreement: 'agree', price: 2 }]);
	});

	it('is rounding where the last digit is gone', async () => {
		const looks = [
			look('a', '2026-01-01', input('0.125')),
			look('b', '2026-01-01', input('0.125')),
			look('c', '2026-01-01', input('0.13')),
		];
		expect(await reasonsOf({ looks })).toMatchObject([{ source: 'c', reason: 'rounding' }]);
	});

	it('is the channel where a host or router charges something else than the lab, agree where it charges the same', async () => {
		const looks = [
			look(
				'a',
				'2026-01-01',
				input('2'),
				price('router', 'acme/acme-1', 'input', '1'),
				price('fasthost', 'acme-1', 'input', '2'),
			),
		];
		expect(await agreementOf({ looks })).toMatchObject([
			{ channel: 'aggregator', agreement: 'explained', reasons: 'channel', price: 1 },
			{ channel: 'host', agreement: 'agree', reasons: null },
			{ channel: 'lab-direct', agreement: 'single' },
		]);
	});

	it("never likens a lab's yuan list to its dollar list", async () => {
		const looks = [
			look(
				'a',
				'2026-01-01',
				price('baidian', 'ox-1', 'input', '0.435'),
				price('baidian-cn', 'ox-1', 'input', '3', { currency: 'CNY' }),
			),
		];
		expect(await agreementOf({ looks, seeds: { fx: ['2025-12-31,6.9,test,test'] } })).toMatchObject([
			{ channel: 'lab-cn', agreement: 'single', price: 3 },
			{ channel: 'lab-direct', agreement: 'single', price: 0.435 },
		]);
	});
});

describe('the league of sources', () => {
	it('says who states how much, who was late, and who came to whom', async () => {
		const looks = [
			look('first', '2025-11-01', input('10'), output('40')),
			look('second', '2025-11-01', input('10')),
			look('first', '2025-11-11', input('2'), output('40')),
			look('second', '2025-12-01', input('2')),
		];
		const league = await ask<Record<string, unknown>>(
			{ looks },
			`select source, cells, cell_coverage, shared_moves, median_lag_days as lag, disagreements, came_to_others as came, others_came, right_later_share
			 from mart_source_league__source order by source`,
		);
		expect(league).toEqual([
			{
				source: 'first',
				cells: 2,
				cell_coverage: 1,
				shared_moves: 1,
				lag: 0,
				disagreements: 1,
				came: 0,
				others_came: 1,
				right_later_share: 1,
			},
			{
				source: 'second',
				cells: 1,
				cell_coverage: 0.5,
				shared_moves: 1,
				lag: 20,
				disagreements: 1,
				came: 1,
				others_came: 0,
				right_later_share: 0,
			},
		]);
	});

	it('counts the days on which a source states the consensus, where another speaks', async () => {
		const looks = [
			look('a', '2026-01-01', input('2')),
			look('b', '2026-01-01', input('2')),
			look('c', '2026-01-01', input('3')),
		];
		expect(
			await ask(
				{ looks },
				'select source, compared_cell_days as days, agreement_rate as rate from mart_source_league__source order by source',
			),
		).toEqual([
			{ source: 'a', days: 30, rate: 1 },
			{ source: 'b', days: 30, rate: 1 },
			{ source: 'c', days: 30, rate: 0 },
		]);
	});
});

describe('the published register', () => {
	it('says what the list price says, or explains it further', async () => {
		const connection = await connect(published(), { readonly: true });
		try {
			const rows = await rowsOf<{ list: string; agreement: string; n: number }>(
				connection,
				`select list.agreement as list, mine.agreement, count(*)::integer as n
				 from mart_list_price__cell_spell as list
				 join mart_price_agreement__cell_spell as mine
				   on mine.model = list.model and mine.channel = list.channel and mine.currency = list.currency and mine.cell = list.cell
				   and mine.from_day <= list.from_day and coalesce(mine.to_day, date '9999-12-31') > list.from_day
				 group by all`,
			);
			const pairs = rows.filter(({ n }) => n > 0).map(({ list, agreement }) => `${list} > ${agreement}`);
			expect(pairs).toEqual(expect.arrayContaining(['agree > agree', 'single > single', 'explained > explained']));
			const never = ['agree > disputed', 'agree > single', 'single > disputed', 'single > agree', 'single > explained'];
			expect(pairs.filter(pair => never.includes(pair))).toEqual([]);
		} finally {
			connection.closeSync();
		}
	});
});
