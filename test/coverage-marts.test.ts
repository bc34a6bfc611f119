import { describe, expect, it } from 'vitest';
import { ask, price, type MadeLook } from './made.ts';
import { board, score } from './made-scores.ts';
import { ranking, tokens } from './made-usage.ts';

const sheet = (on: string, amount: string, more: Partial<MadeLook> = {}): MadeLook => ({
	source: 'sheet',
	on,
	rows: [price('acme', 'acme-1', 'input', amount), price('baidian', 'baidian-1', 'input', '1')],
	...more,
});

describe('what a source covers', () => {
	it('is told by month, and a month that it skips is a break and not nothing', async () => {
		const rows = await ask(
			{ looks: [sheet('2025-10-03', '2'), sheet('2025-10-20', '2'), sheet('2026-01-05', '2')] },
			`select month, rows, days, first_day, exact_rows, bounded_rows, bases, is_break, reason from mart_coverage__source_month
			 where record = 'price' order by month`,
		);
		const skipped = (month: string) => ({
			...{ month, rows: 0, days: 0, first_day: null, exact_rows: 0, bounded_rows: 0, bases: null },
			...{ is_break: true, reason: 'no row of the month' },
		});
		const seen = { bounded_rows: 0, bases: 'fetched', is_break: false, reason: null };
		expect(rows).toEqual([
			{ month: '2025-10', rows: 4, days: 2, first_day: '2025-10-03', exact_rows: 4, ...seen },
			skipped('2025-11'),
			skipped('2025-12'),
			{ month: '2026-01', rows: 2, days: 1, first_day: '2026-01-05', exact_rows: 2, ...seen },
		]);
	});

	it('is another thing for each record of one source, by the day that its rows speak of', async () => {
		const mixed = [
			ranking([tokens('2025-12-30', 'Acme', 1), tokens('2026-01-02', 'Acme', 1)]),
			board(score('acme-1', '60')),
		];
		const rows = await ask(
			{ looks: mixed },
			'select source, record, month, rows from mart_coverage__source_month order by all',
		);
		expect(rows).toEqual([
			{ source: 'aider-polyglot', record: 'score', month: '2026-01', rows: 1 },
			{ source: 'openrouter-rankings-daily', record: 'usage', month: '2025-12', rows: 1 },
			{ source: 'openrouter-rankings-daily', record: 'usage', month: '2026-01', rows: 1 },
		]);
	});
});

describe('the basis of days', () => {
	it('is counted by source and record, a body that had not changed once', async () => {
		const rows = await ask(
			{
				looks: [
					sheet('2026-01-05', '2'),
					sheet('2026-01-06', '3'),
					ranking([tokens('2025-12-30', 'Acme', 1), tokens('2026-01-02', 'Acme', 1)]),
				],
			},
			'select source, record, observed_on_basis, observed_on_quality, rows, days from mart_date_basis__source_record order by all',
		);
		const known = { observed_on_basis: 'fetched', observed_on_quality: 'exact' };
		expect(rows).toEqual([
			{ source: 'openrouter-rankings-daily', record: 'usage', ...known, rows: 2, days: 2 },
			{ source: 'sheet', record: 'price', ...known, rows: 4, days: 2 },
		]);
	});
});

describe('the agreement of a week', () => {
	it('counts a cell once a week as it stood at the end, and what one source tells as a piece of its own', async () => {
		const other = (on: string, amount: string): MadeLook => ({
			source: 'other-sheet',
			on,
			rows: [price('acme', 'acme-1', 'input', amount)],
		});
		const looks = [
			...[sheet('2026-01-05', '2'), other('2026-01-05', '2'), sheet('2026-01-14', '2'), other('2026-01-14', '7')],
			...[sheet('2026-01-20', '2'), other('2026-01-20', '7')],
		];
		const weekly = await ask<{ week: string; country: string; agreement: string; cells: number; share: number }>(
			{ looks },
			'from mart_agreement__week order by week, country',
		);
		expect(weekly.filter(row => row.country === 'CN')).toEqual(
			['2026-01-05', '2026-01-12', '2026-01-19'].map(week => ({
				...{ week, country: 'CN', agreement: 'single', cells: 1, share: 1 },
			})),
		);
		const us = weekly.filter(row => row.country === 'US');
		expect(us[0]).toEqual({ week: '2026-01-05', country: 'US', agreement: 'agree', cells: 1, share: 1 });
		expect(us.map(row => row.week)).toEqual(['2026-01-05', '2026-01-12', '2026-01-19']);
		expect(us.at(-1)?.agreement).not.toBe('agree');
	});
});

describe('a version of a model', () => {
	const models = [
		'acme/acme-1,Acme,acme,1,base,Acme 1,2026-01-03,test,false,,,test',
		'acme/acme-2,Acme,acme,2,base,Acme 2,2026-02,test,false,,,test',
		'baidian/baidian-1,Baidian,baidian,1,base,Baidian 1,,,true,,,test',
	];
	const looks = [
		sheet('2026-01-05', '2', { lineage: 'lab' }),
		{ ...ranking([tokens('2026-01-04', 'acme/acme-1', 5, 'model')]), kind: 'usage' },
		{
			...board(score('acme-1 (high)', '60'), score('acme-1 (low)', '50'), score('acme-1 (high)', '61')),
			kind: 'score',
		},
	];
	const query = `select model, version, dated_on, basis, first_listed_on, first_listed_by, first_lab_listed_on, first_used_on, first_scored_on,
		listed_after_days, effort_levels, efforts from mart_model__version order by model`;
	const nowhere = {
		...{ first_listed_on: null, first_listed_by: null, first_lab_listed_on: null, first_used_on: null },
		...{ first_scored_on: null, listed_after_days: null, effort_levels: null, efforts: null },
	};

	it('is dated by its stated release or else its first listing, with the efforts that are printed beside it', async () => {
		expect(await ask({ looks, seeds: { models } }, query)).toEqual([
			{
				...{ model: 'acme/acme-1', version: '1', dated_on: '2026-01-03', basis: 'released' },
				...{ first_listed_on: '2026-01-04', first_listed_by: 'openrouter-rankings-daily' },
				...{ first_lab_listed_on: '2026-01-05', first_used_on: '2026-01-04', first_scored_on: '2026-01-05' },
				...{ listed_after_days: 1, effort_levels: 2, efforts: 'high low' },
			},
			{ model: 'acme/acme-2', version: '2', dated_on: null, basis: null, ...nowhere },
			{
				...{ model: 'baidian/baidian-1', version: '1', dated_on: '2026-01-05', basis: 'first listed', ...nowhere },
				...{ first_listed_on: '2026-01-05', first_listed_by: 'sheet', first_lab_listed_on: '2026-01-05' },
			},
		]);
	});

	it('is not dated by a source that may not be shown on', async () => {
		const [first] = await ask({ looks, seeds: { models }, closed: ['openrouter-rankings-daily'] }, query);
		expect(first).toMatchObject({ first_listed_on: '2026-01-05', first_used_on: null });
	});
});
