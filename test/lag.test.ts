import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { ask, price, type MadeLook } from './made.ts';
import { published } from './publication.ts';

const said = (
	source: string,
	on: string,
	amount: string,
	more: object = {},
	look: Partial<MadeLook> = {},
): MadeLook => ({
	source,
	on,
	rows: [price('acme', 'acme-1', 'input', amount, more)],
	...look,
});
const fact = (amount: string, day: string, basis = 'announced') =>
	`acme,acme-1,lab-direct,input,${amount},USD,million_tokens,0,,${day},${basis},,test`;
const cut = { prices: [fact('2', '2025-12-01', 'release'), fact('1', '2026-01-10')] };
const sql = `select source, source_channel, changed_after, changed_by, low_late_days, late_days, state
	from mart_source_lag__source_event order by source`;

describe('the lag of a source', () => {
	it('is the interval between its last look at the former price and its first at the new', async () => {
		const looks = [
			said('late', '2026-01-01', '2'),
			said('late', '2026-01-20', '2'),
			said('late', '2026-01-25', '1'),
			said('prompt', '2026-01-08', '2'),
			said('prompt', '2026-01-12', '1'),
		];
		expect(await ask({ looks, seeds: cut }, sql)).toEqual([
			{
				source: 'late',
				source_channel: 'lab-direct',
				changed_after: '2026-01-20',
				changed_by: '2026-01-25',
				low_late_days: 11,
				late_days: 15,
				state: 'shown',
			},
			{
				source: 'prompt',
				source_channel: 'lab-direct',
				changed_after: '2026-01-08',
				changed_by: '2026-01-12',
				low_late_days: 0,
				late_days: 2,
				state: 'shown',
			},
		]);
	});

	it('of a source that still shows another price is at least so many days and has no end', async () => {
		const looks = [said('stale', '2026-01-01', '2'), said('stale', '2026-01-30', '2')];
		const pending = { changed_after: null, changed_by: null, low_late_days: 21, late_days: null, state: 'not_yet' };
		expect(await ask({ looks, seeds: cut }, sql)).toEqual([
			{ source: 'stale', source_channel: 'lab-direct', ...pending },
		]);
	});

	it('is not known of a source that was first seen after the change, nor of one that stopped before', async () => {
		const looks = [
			said('young', '2026-01-15', '2'),
			said('young', '2026-01-20', '1'),
			said('gone', '2026-01-01', '2'),
			...['2026-01-02', '2026-01-03', '2026-01-04'].map(on => ({
				...said('gone', on, '5'),
				rows: [price('acme', 'acme-9', 'input', '5')],
			})),
		];
		expect(await ask({ looks, seeds: cut }, sql)).toEqual([]);
	});

	it('counts to the first look that shows the price, whatever day the sheet states for it', async () => {
		const looks = [
			said('dated', '2026-01-05', '2'),
			said('dated', '2026-01-18', '2'),
			said(
				'dated',
				'2026-01-22',
				'2',
				{},
				{
					rows: [
						price('acme', 'acme-1', 'input', '2'),
						price('acme', 'acme-1', 'input', '1', { valid_from: '2026-01-10' }),
					],
				},
			),
		];
		const [row] = await ask({ looks, seeds: cut }, sql);
		expect(row).toMatchObject({
			changed_after: '2026-01-18',
			changed_by: '2026-01-22',
			low_late_days: 9,
			late_days: 12,
		});
	});

	it('is counted from the lab’s own page where nothing is announced, between its looks', async () => {
		const page = { lineage: 'lab' };
		const looks = [
			said('page', '2026-01-05', '2', {}, page),
			said('page', '2026-01-10', '1', {}, page),
			said('late', '2026-01-05', '2'),
			said('late', '2026-01-20', '2'),
			said('late', '2026-01-25', '1'),
		];
		const rows = await ask({ looks }, sql);
		expect(rows).toMatchObject([{ source: 'late', low_late_days: 11, late_days: 19, state: 'shown' }]);
	});

	it('of a router counts only where it comes to the price of the lab', async () => {
		const router = (source: string, amounts: [on: string, amount: string][]) =>
			amounts.map(([on, amount]) => ({ source, on, rows: [price('router', 'acme/acme-1', 'input', amount)] }));
		const looks = [
			...router('follows', [
				['2026-01-01', '2'],
				['2026-01-12', '1'],
			]),
			...router('hosts', [
				['2026-01-01', '1.5'],
				['2026-01-12', '1.4'],
			]),
		];
		expect(await ask({ looks, seeds: cut }, sql)).toMatchObject([
			{ source: 'follows', source_channel: 'aggregator', late_days: 2 },
		]);
	});

	it('of all changes is a median of both bounds and a ninth decile, one change once', async () => {
		const both = (source: string, on: string, amount: string): MadeLook => ({
			source,
			on,
			rows: ['input', 'output'].map(meter => price('acme', 'acme-1', meter, amount)),
		});
		const prices = ['input', 'output'].flatMap(meter => [
			fact('2', '2025-12-01', 'release').replace('input', meter),
			fact('1', '2026-01-10').replace('input', meter),
			fact('0.5', '2026-01-20').replace('input', meter),
		]);
		const looks = [
			both('sheet', '2026-01-01', '2'),
			both('sheet', '2026-01-09', '2'),
			both('sheet', '2026-01-12', '1'),
			both('sheet', '2026-01-19', '1'),
			both('sheet', '2026-01-30', '0.5'),
		];
		const rows = await ask(
			{ looks, seeds: { prices } },
			`select source, changes, shown, not_yet, median_late_days as median, median_low_late_days as low, p90_late_days as p90
			 from mart_source_lag__source`,
		);
		expect(rows).toEqual([
			{ source: 'sheet', changes: 2, shown: 2, not_yet: 0, median: 6, low: 0, p90: expect.closeTo(9.2, 9) },
		]);
	});
});

describe('the cut of MiMo-V2.5 of 2026-05-27', () => {
	let connection: DuckDBConnection;
	beforeAll(async () => {
		connection = await connect(published(), { readonly: true });
	});
	afterAll(() => connection.closeSync());

	it('came 34 days late to the rows that models.dev feeds, and at once to those of OpenRouter', async () => {
		const rows = await rowsOf<Record<string, unknown>>(
			connection,
			`select provider, cell, low_late_days as low, late_days as high, changed_by from mart_source_lag__source_event
			 where model = 'xiaomi/mimo-v2.5-pro' and channel = 'lab-direct' and by_day = '2026-05-27' and source = 'npm-pi-ai'
			     and provider in ('xiaomi', 'openrouter')`,
		);
		const of = (name: string) => rows.filter(({ provider }) => provider === name);
		expect(
			of('xiaomi')
				.map(({ cell }) => cell)
				.sort(),
		).toEqual(['cache_read', 'input', 'output']);
		for (const row of of('xiaomi')) expect(row).toMatchObject({ low: 28, high: 34, changed_by: '2026-06-30' });
		expect(of('openrouter')).toHaveLength(3);
		for (const row of of('openrouter'))
			expect(String(row['changed_by']) <= '2026-05-29', JSON.stringify(row)).toBe(true);
	});
});
