import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { fixtureRows } from '../pipelines/fixture.ts';
import { decimalText } from '../scrapers/decimal.ts';
import {
	bars,
	chart,
	day,
	found,
	index,
	judged,
	kimi,
	list,
	ranking,
	scratch,
	splits,
	steady,
	urls,
	type Split,
} from './breakages-bodies.ts';
import { periodOf } from '../scrapers/period.ts';
import { ask, price, type MadeLook } from './made.ts';
import { madeSource } from './made-source.ts';

// Each breakage of sources.md 15 by its number: bodies made up like the ones that broke, through the store, the readers,
// the guards and the models of a real night. Dates are of January 2026: the made builds speak from its last day.

afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const sheet = (on: string, ...rows: ReturnType<typeof price>[]): MadeLook => ({ source: 'sheet', on, rows });

test('1: a valid body without rows is held, one after the other, and never green', async () => {
	const daily = found('openrouter-rankings-daily');
	const empty = Array.from({ length: 2 }, (_, n) => ({ ...ranking(() => ({})), run: n }));
	const held = 'held: silent zero: no rows';
	expect(await judged(daily, ranking(steady), ...empty)).toEqual(['good', held, held]);
});

test('2: request counts under the name tokens are held', async () => {
	const requests = ranking(() => Object.fromEntries(Object.entries(steady()).map(([k, v]) => [k, v / 1000])));
	const [, reason] = await judged(found('openrouter-rankings-daily'), ranking(steady), requests);
	expect(reason).toMatch(/^held: total: tokens by day of model on 2026-01-10: 0.001x of what it was/);
});

test('3: a maximum read as a period, and a model above three times its own, are held', async () => {
	const daily = found('openrouter-rankings-daily');
	const running = ranking(place =>
		place === 19 ? { 'acme/rocket': 11e11, 'baidian/ox': 9e11, other: 1e11 } : steady(),
	);
	expect((await judged(daily, running))[0]).toMatch(/^held: total: .* on 2026-01-29: 3.5x the median of 19 before/);
	const leap = ranking(place => (place === 19 ? { ...steady(), 'baidian/ox': 7e11 } : steady()));
	expect((await judged(daily, leap))[0]).toMatch(/^held: leap: .* on 2026-01-29 is above 3x its own maximum: baidian/);
});

test('4: a split that is one share for every model is held, and so is one that is zero', async () => {
	const of = (completion: (tokens: number) => number): Split[] =>
		[5, 6, 7, 9].map(tokens => ({
			model: `m-${tokens}`,
			prompt: tokens - completion(tokens),
			completion: completion(tokens),
		}));
	expect(
		await judged(
			splits,
			of(tokens => tokens * 0.2),
		),
	).toEqual(['held: split: prompt is 0.80 of all 4 models of day 2026-01-20']);
	expect(
		await judged(
			splits,
			of(() => 0),
		),
	).toEqual(['held: zeros: all 4 values of completion_tokens are 0']);
	const nothing = of(tokens => tokens).map(one => ({ ...one, prompt: 0, completion: 0 }));
	expect(await judged(splits, nothing)).toEqual(['held: zeros: all 8 values are 0']);
	expect(
		await judged(
			splits,
			of(tokens => tokens - 4),
		),
	).toEqual(['good']);
});

test('5: a bar that is not closed is no week, and the newest complete week is provisional', async () => {
	const page = found('openrouter-rankings-page');
	const body = { url: urls['openrouter-rankings-page']!, media_type: 'text/html' };
	const rows = page.read({ ...body, bytes: new TextEncoder().encode(chart(bars('2026-01-05', 7e12, 8e12, 1e12))) });
	expect(rows.map(row => row.record === 'usage' && [row.day, row.amount])).toEqual([
		['2026-01-05', '7000000000000'],
		['2026-01-12', '8000000000000'],
	]);
	const tokens = Array.from({ length: 14 }, (_, n) => ({
		record: 'usage' as const,
		day: day(5 + n),
		period: 'day' as const,
		subject: 'lab' as const,
		name: 'Acme',
		metric: 'tokens' as const,
		amount: '5',
		unit: 'tokens' as const,
		as_of: '2026-01-20',
	}));
	const weeks = await ask(
		{ looks: [{ source: 'openrouter-rankings-daily', on: '2026-01-20', rows: tokens }] },
		"select distinct week, is_provisional from mart_token_share__country_week where basis = 'all_tokens' order by week",
	);
	expect(weeks).toEqual([
		{ week: '2026-01-05', is_provisional: false },
		{ week: '2026-01-12', is_provisional: true },
	]);
});

test('6: weeks that begin on a Sunday are another chart and not read as weeks', async () => {
	const held = await judged(found('openrouter-rankings-page'), chart(bars('2026-01-04', 7e12, 8e12, 1e12)));
	expect(held[0]).toMatch(/^held: shape: .*missing chart of models by week/);
	// seven days from any other day are a window and say so
	expect(periodOf('2026-01-05', '2026-01-11')).toBe('week');
	expect(periodOf('2026-01-04', '2026-01-10')).toBe('7_days');
});

test('7: a sentinel is no amount, and scaled to a million it is refused', async () => {
	const rows = found('openrouter-models').read({
		url: urls['openrouter-models']!,
		media_type: 'application/json',
		bytes: new TextEncoder().encode(JSON.stringify(list(1, { 'openrouter/auto': ['-1', '-1'] }))),
	});
	const auto = rows.filter(row => row.record === 'price' && row.model === 'openrouter/auto');
	expect(auto).toHaveLength(2);
	for (const row of auto) expect(row).toMatchObject({ amount: null, status: 'unknown' });
	const scaled = { data: [...Array(20).keys()].map(n => ({ id: `m-${n}`, price: n === 7 ? '-1000000' : '3' })) };
	expect(await judged(madeSource('made'), scaled)).toEqual(['held: bounds: 1 of 20 rows rejected']);
});

test('8: a zero without a reason is no price: unknown where the source is known to write it, refused elsewhere', async () => {
	const zeros = list(1, { 'acme/zero': ['0', '0'], 'acme/gift:free': ['0', '0'] });
	const body = { url: urls['openrouter-models']!, media_type: 'application/json' };
	const rows = found('openrouter-models').read({ ...body, bytes: new TextEncoder().encode(JSON.stringify(zeros)) });
	const statuses = rows.flatMap(row => (row.record === 'price' && row.amount !== '0.000003' ? [row] : []));
	expect(new Set(statuses.map(({ model, status }) => `${model} ${status}`))).toEqual(
		new Set(['acme/m-0 listed', 'acme/zero unknown', 'acme/gift:free free']),
	);
	const made = { data: [...Array(20).keys()].map(n => ({ id: `m-${n}`, price: n === 7 ? '0' : '3' })) };
	expect(await judged(madeSource('made'), made)).toEqual(['held: bounds: 1 of 20 rows rejected']);
});

test('9: prices in another unit are held, all of them or one of them', async () => {
	const made = (odd: string, count: number) => ({
		data: [...Array(20).keys()].map(n => ({ id: `m-${n}`, price: n < count ? odd : '0.5' })),
	});
	expect(await judged(madeSource('made'), made('', 0), made('500', 20), made('500', 1), made('0.0005', 1))).toEqual([
		'good',
		'held: shift: 20 of 20 prices moved more than 5x at once',
		'held: unit: made/m-0 input moved by 1000x',
		'held: unit: made/m-0 input moved by 0.001x',
	]);
	// in a catalogue of hundreds a single wrong price is put right that way: not held, and no cut either
	const large = (odd: string) => ({
		data: [...Array(200).keys()].map(n => ({ id: `m-${n}`, price: n === 0 ? odd : '0.5' })),
	});
	expect(await judged(madeSource('made'), large('75'), large('0.075'))).toEqual(['good', 'good']);
	const looks = [
		sheet('2026-01-01', price('acme', 'acme-1', 'input', '75')),
		sheet('2026-01-09', price('acme', 'acme-1', 'input', '0.075')),
	];
	expect(await ask({ looks }, 'select kind, lineages from mart_price_cut__model_meter_day')).toEqual([
		{ kind: 'catalogue_correction', lineages: 1 },
	]);
});

test('10: yuan under a dollar sign are held, for one model among many', async () => {
	const dollars = list(60, { [kimi]: ['0.000003', '0.000015'] });
	const yuan = list(60, { [kimi]: ['0.00002', '0.0001'] });
	const cheaper = list(60, { [kimi]: ['0.0000004', '0.000015'] });
	expect(await judged(found('openrouter-models'), dollars, yuan, cheaper)).toEqual([
		'good',
		`held: currency: all 2 prices of openrouter/${kimi} moved by 6.67x`,
		'good',
	]);
	// first seen in yuan there is no look before it: the other sources disagree, and say so
	const looks = ['3', '3', '20'].map((amount, n) => ({
		source: `sheet-${n}`,
		on: '2026-01-09',
		rows: [price('acme', 'acme-1', 'input', amount)],
	}));
	expect(
		await ask({ looks }, 'select agreement, usd_per_mtok::double as usd from mart_list_price__cell_spell'),
	).toEqual([{ agreement: 'disputed', usd: 3 }]);
});

test('11: cached tokens are billed once', async () => {
	const usage_mix = ['2026-01-05,acme/acme-1,100000000,95000000,5000000,0,55000000,3,15,0.3,false,2026-01-12,test'];
	const [row] = await ask({ looks: [], seeds: { usage_mix } }, 'select usd_spend from mart_spend_share__country_week');
	// billed twice it would be 95 * 3 + 55 * 0.3 + 5 * 15
	expect(row).toEqual({ usd_spend: (95 - 55) * 3 + 55 * 0.3 + 5 * 15 });
});

test('12: a catalogue that is put right, and an alias that moves, are no cuts', async () => {
	const moved = (model: string) => [
		sheet('2026-01-01', price('acme', model, 'input', '3')),
		sheet('2026-01-09', price('acme', model, 'input', '1')),
	];
	const seeds = {
		events: ['c,2026-01-08,Acme,acme/acme-1,catalogue_correction,corrected,更正,3,1,USD,,3,catalogue_diff,test'],
		aliases: ['*,acme-latest,acme/acme-2,2,alias,,,,test'],
	};
	const kinds = (model: string) =>
		ask({ looks: moved(model), seeds }, 'select kind from mart_price_cut__model_meter_day');
	expect(await kinds('acme-1')).toEqual([{ kind: 'catalogue_correction' }]);
	expect(await kinds('acme-latest')).toEqual([{ kind: 'model_change' }]);
	expect(await kinds('acme-3')).toEqual([{ kind: 'cut' }]);
});

test('13: decimal noise is no change', async () => {
	const looks = ['0.0000004', decimalText(4.0000000000000003e-7), '0.0000004'].map((amount, n) =>
		sheet(day(1 + n), price('acme', 'acme-1', 'input', amount, { unit: 'token' })),
	);
	expect(await ask({ looks }, 'select * from mart_price_cut__model_meter_day')).toEqual([]);
	expect(await ask({ looks }, 'select from_day, to_day from mart_list_price__cell_spell')).toEqual([
		{ from_day: '2026-01-01', to_day: null },
	]);
});

test('14: batch names that come and go are never the cheapest host and no cut', async () => {
	const host = (...ids: string[]) => ids.map(id => price('router', id, 'input', id.endsWith(':batch') ? '0.5' : '1'));
	const both = ['acme/acme-1', 'acme/acme-1:batch'];
	const looks = [both, both.slice(0, 1), both].map((ids, n) => sheet(day(1 + n), ...host(...ids)));
	expect(
		await ask({ looks }, 'select min_usd_per_mtok::double as usd, hosts from mart_cheapest_host__cell_spell'),
	).toEqual([{ usd: 1, hosts: 1 }]);
	expect(await ask({ looks }, 'select * from mart_price_cut__model_meter_day')).toEqual([]);
});

test('15: a ratio of countries needs twenty models a side and stops at a known break in coverage', async () => {
	const models = (count: number, lab: string, at: string) =>
		Array.from({ length: count }, (_, n) => price(lab, `${lab}-${n + 1}`, 'output', at));
	const gap = (cn: number, coverage_breaks: string[] = []) =>
		ask(
			{
				looks: [sheet('2026-01-01', ...models(20, 'acme', '10'), ...models(cn, 'baidian', '2'))],
				seeds: { coverage_breaks },
			},
			'select ratio, reason from mart_price_gap__country_day',
		);
	expect(await gap(20)).toEqual([{ ratio: 5, reason: null }]);
	expect(await gap(19)).toEqual([{ ratio: null, reason: 'fewer than 20 priced models on one side' }]);
	expect(await gap(20, ['list,2025-12-01,2026-01-31,no US labs,test'])).toMatchObject([
		{ ratio: null, reason: expect.stringContaining('no US labs') },
	]);
});

test('16: rows short by 30 % raise an alarm, by half they are held, and an odd row costs only itself', async () => {
	const models = found('openrouter-models');
	expect(await judged(models, list(100), list(49), list(60))).toEqual([
		'good',
		'held: drop: 98 prices above zero after 200',
		'good',
	]);
	const look = (on: string, count: number) =>
		sheet(on, ...Array.from({ length: count }, (_, n) => price('acme', `acme-${n}`, 'input', '2')));
	const looks = [28, 29, 30, 31].map(on => look(day(on), on === 31 ? 6 : 10));
	expect(await ask({ looks }, "select state from mart_source_health__source_day where day = '2026-01-31'")).toEqual([
		{ state: 'drop' },
	]);
	const odd = list(300);
	odd.data[7]!.context_length = 'many' as never;
	expect(await judged(models, odd)).toEqual(['good']);
});

test('17: a model that a shortened list leaves out is not removed before three looks', async () => {
	const looks = (without: number) =>
		Array.from({ length: 1 + without }, (_, n) =>
			sheet(
				day(1 + n),
				price('acme', 'acme-1', 'input', '2'),
				...(n === 0 ? [price('acme', 'acme-0', 'input', '9')] : []),
			),
		);
	const end = (without: number) =>
		ask({ looks: looks(without) }, "select to_day from mart_price__cell_spell where source_model = 'acme-0'");
	expect(await end(2)).toEqual([{ to_day: null }]);
	expect(await end(3)).toEqual([{ to_day: '2026-01-02' }]);
});

test('18: an index that is re-based is held, a new leader is not', async () => {
	const scores = Array.from({ length: 12 }, (_, n) => 40 + n);
	const rebased = scores.map(score => Math.round(score * 80) / 100);
	const led = scores.map((score, n) => (n < 2 ? score * 1.5 : score));
	expect(await judged(index, scores, rebased, led)).toEqual([
		'good',
		'held: rebase: 12 common scores of made-index moved by 0.80x at the median',
		'good',
	]);
});

test('19: usage that is restated has the newest vintage in use, and both are kept with their day', async () => {
	const vintage = (on: string, amount: string): MadeLook => ({
		source: 'openrouter-rankings-daily',
		on,
		rows: [
			{
				record: 'usage',
				day: '2026-01-05',
				period: 'day',
				subject: 'lab',
				name: 'Acme',
				metric: 'tokens',
				amount,
				unit: 'tokens',
				as_of: on,
			},
		],
	});
	const looks = [vintage('2026-01-06', '1000'), vintage('2026-01-20', '1010')];
	expect(await ask({ looks }, 'select tokens from mart_tokens__lab_week')).toEqual([{ tokens: '1010' }]);
	expect(
		await ask({ looks }, 'select as_of::varchar as as_of, tokens from stg_usage__listing_day order by 1'),
	).toMatchObject([{ tokens: '1000' }, { tokens: '1010' }]);
});

test('20: a series ends where it was last seen, and its source is stale', async () => {
	const looks = [
		sheet('2026-01-01', price('acme', 'acme-1', 'input', '2')),
		sheet('2026-01-03', price('acme', 'acme-1', 'input', '2')),
	];
	expect(await ask({ looks }, 'select max(day) as day from mart_price__model_day')).toEqual([{ day: '2026-01-03' }]);
	expect(
		await ask(
			{ looks },
			"select state, age_days::integer as age from mart_source_health__source_day where day = '2026-01-31'",
		),
	).toEqual([{ state: 'stale', age: 28 }]);
});

// an index that leaves such weeks out rests on this column; no index of spend is published yet
test('21: a spend says on which day its prices were seen, so that prices of another time can be told', async () => {
	const usage_mix = ['2026-01-05,acme/acme-1,100,95,5,0,0,3,15,0.3,false,2026-02-16,test'];
	const late = "datediff('day', week + 6, prices_observed_on::date) > 14 as is_late";
	expect(
		await ask(
			{ looks: [], seeds: { usage_mix } },
			`select prices_observed_on::varchar as seen, ${late} from mart_spend_share__country_week`,
		),
	).toEqual([{ seen: '2026-02-16', is_late: true }]);
});

// what a run cost against its tokens times their price is not judged yet: the tokens are kept beside the bill
test('22: a run without a bill, or with a bill of 0, has no cost to multiply', async () => {
	const run = (model: string, run_cost_usd: string | null) => ({
		record: 'score' as const,
		benchmark: 'aider-polyglot',
		model,
		score: '50',
		unit: 'percent' as const,
		scored_on: '2026-01-05',
		run_cost_usd,
	});
	const rows = [run('acme-1', '0'), run('acme-2', null), run('acme-3', '1.5')];
	const looks = [{ source: 'aider-polyglot', on: '2026-01-06', rows }];
	expect(
		await ask({ looks }, 'select run_cost_usd as usd from mart_score__model_benchmark order by printed_name'),
	).toEqual([{ usd: null }, { usd: null }, { usd: 1.5 }]);
	const billed = fixtureRows(found('aider-polyglot')).filter(
		row => row.record === 'score' && row.run_cost_usd !== null,
	);
	expect(billed.length).toBeGreaterThan(0);
	for (const row of billed)
		expect(row).toMatchObject({ prompt_tokens: expect.any(Number), completion_tokens: expect.any(Number) });
});

test('23: a promotion of one host is never the price of the lab', async () => {
	const looks = [
		sheet('2026-01-01', price('acme', 'acme-1', 'input', '0.2'), price('router', 'acme/acme-1', 'input', '0.2')),
		sheet('2026-01-02', price('acme', 'acme-1', 'input', '0.2'), price('router', 'acme/acme-1', 'input', '0.1')),
	];
	expect(await ask({ looks }, 'select usd_per_mtok::double as usd from mart_list_price__cell_spell')).toEqual([
		{ usd: 0.2 },
	]);
	expect(await ask({ looks }, 'select kind from mart_price_cut__model_meter_day')).toEqual([{ kind: 'host_move' }]);
});
