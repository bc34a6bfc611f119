import { describe, expect, it } from 'vitest';
import { ask, price, type Made } from './made.ts';
import { board, score, sheet as priced } from './made-scores.ts';

const models = [
	'acme/acme-1,Acme,acme,1,base,Acme 1,2026-01-01,test,false,,,test',
	'baidian/baidian-1,Baidian,baidian,1,base,Baidian 1,2026-01-01,test,true,,,test',
];
const capability_levels = ['aider-polyglot,50,true,,test'];
const sheet = (on: string, acme: string, baidian: string) => priced(on, ['acme-1', acme], ['baidian-1', baidian]);
const cheapest = (input: Made, country: string) =>
	ask(
		{ ...input, seeds: { models, capability_levels, ...input.seeds } },
		`select from_day, title, blend_3to1_usd_per_mtok::double as blend, is_record from mart_cheapest_at__capability_day
		 where series = 'list' and country = '${country}' order by from_day`,
	);

describe('the cheapest price at a capability', () => {
	const looks = [
		board(score('acme-1', '60'), score('baidian-1', '55')),
		sheet('2026-01-01', '4', '2'),
		sheet('2026-01-10', '1', '2'),
	];

	it('counts a model from the later of its score and its price, and steps when another is cheaper', async () => {
		expect(await cheapest({ looks }, 'all')).toEqual([
			{ from_day: '2026-01-05', title: 'Baidian 1', blend: 2, is_record: true },
			{ from_day: '2026-01-10', title: 'Acme 1', blend: 1, is_record: true },
		]);
	});

	it('is a line of its own for each country, and a dearer step is no record', async () => {
		expect(await cheapest({ looks }, 'CN')).toEqual([
			{ from_day: '2026-01-05', title: 'Baidian 1', blend: 2, is_record: true },
		]);
		const dearer = [...looks, sheet('2026-01-20', '3', '5')];
		expect((await cheapest({ looks: dearer }, 'all')).at(-1)).toEqual({
			from_day: '2026-01-20',
			title: 'Acme 1',
			blend: 3,
			is_record: false,
		});
	});

	it('leaves out a model below the level, and a model without both prices', async () => {
		expect(await cheapest({ looks: [board(score('acme-1', '49')), sheet('2026-01-01', '4', '2')] }, 'all')).toEqual([]);
		const half = { source: 'sheet', on: '2026-01-01', rows: [price('acme', 'acme-1', 'input', '1')] };
		expect(await cheapest({ looks: [board(score('acme-1', '60')), half] }, 'all')).toEqual([]);
	});
});

describe('scores', () => {
	it('of a run without cost or with cost 0 have no cost', async () => {
		const looks = [
			board(score('acme-1', '60', { run_cost_usd: '0' }), score('baidian-1', '55', { run_cost_usd: '1.5' })),
		];
		expect(
			await ask({ looks }, 'select printed_name, run_cost_usd from mart_score__model_benchmark order by 1'),
		).toEqual([
			{ printed_name: 'acme-1', run_cost_usd: null },
			{ printed_name: 'baidian-1', run_cost_usd: 1.5 },
		]);
	});

	it('of several benchmarks of one board are several axes', async () => {
		const hub = {
			source: 'hub',
			on: '2026-01-06',
			rows: ['one', 'two'].map(benchmark => score('acme-1', '60', { benchmark })),
		};
		const rows = await ask({ looks: [hub] }, 'select axis from mart_score__model_benchmark order by 1');
		expect(rows).toEqual([{ axis: 'hub:one' }, { axis: 'hub:two' }]);
	});

	it('that a board copies from the maker say so, and those of the seeds do not', async () => {
		const looks = [board(score('acme-1', '60', { kind: 'self_reported' }), score('baidian-1', '55'))];
		const runs = ['frontiermath,acme-2,12.5,2026-01-02,0,,,,test'];
		expect(
			await ask(
				{ looks, seeds: { runs } },
				'select printed_name, is_self_reported from mart_score__model_benchmark order by 1',
			),
		).toEqual([
			{ printed_name: 'acme-1', is_self_reported: true },
			{ printed_name: 'acme-2', is_self_reported: false },
			{ printed_name: 'baidian-1', is_self_reported: false },
		]);
	});

	it('of a source that may not be redistributed reach no mart', async () => {
		const closed = { source: 'closed-board', on: '2026-01-06', rows: [score('acme-1', '60')] };
		expect(
			await ask({ looks: [closed], closed: ['closed-board'] }, 'select * from mart_score__model_benchmark'),
		).toEqual([]);
	});
});
