import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rowOf } from '../scrapers/guard-row.ts';
import { totalProblem, totalsOf, type PeriodTotal } from '../scrapers/guard-usage.ts';
import { judge, type Previous } from '../scrapers/guard.ts';
import { mondayOf } from '../scrapers/period.ts';
import { Row, type AnyRow, type PriceInput } from '../scrapers/source.ts';
import { connect, literal, rowsOf } from '../warehouse/duckdb.ts';
import { tokens } from './made-usage.ts';

const price = (over: Partial<PriceInput> = {}): AnyRow =>
	Row.parse({
		record: 'price',
		provider: 'p',
		model: 'm',
		meter: 'input',
		field: 'f',
		amount: '3',
		currency: 'USD',
		unit: 'million_tokens',
		...over,
	});
const prices = (count: number, over: (place: number) => Partial<PriceInput> = () => ({})): AnyRow[] =>
	Array.from({ length: count }, (_, place) => price({ model: `m${place}`, ...over(place) }));
const usage = (day: string, name: string, amount: number, over: object = {}): AnyRow =>
	Row.parse({ ...tokens(day, name, amount, 'model'), as_of: null, ...over });
const days = (count: number, from = 1): string[] =>
	Array.from({ length: count }, (_, place) => new Date(Date.UTC(2026, 3, from + place)).toISOString().slice(0, 10));
const after = (rows: AnyRow[], totals: PeriodTotal[] = []): Previous => ({ rows, totals });
const look = (rows: AnyRow[], previous: Previous | null = null, rejected = 0) =>
	judge({ rows, rejected, totals: totalsOf(rows), previous });
const reasonOf = (written: object): string | null => {
	const checked = rowOf(written);
	return 'reason' in checked ? checked.reason : null;
};

test('rows like those before are good, and so is a first look', () => {
	expect(look(prices(40))).toEqual({ state: 'good', reason: null });
	expect(look(prices(40), after(prices(45)))).toEqual({ state: 'good', reason: null });
});

test('98 valid empty bodies are held, each, from the first day', () => {
	for (let day = 0; day < 98; day++)
		expect(look([], day === 0 ? null : after(prices(40)))).toEqual({
			state: 'held',
			reason: 'silent zero: no rows',
		});
});

test('a list short by half is held, one short by 30 % is not', () => {
	expect(look(prices(49), after(prices(100)))).toEqual({
		state: 'held',
		reason: 'drop: 49 prices above zero after 100',
	});
	expect(look(prices(70), after(prices(100))).state).toBe('good');
});

test('prices that vanish are held though the models beside them stay', () => {
	const model = Row.parse({ record: 'model', provider: 'p', model: 'm' });
	const models = Array.from({ length: 50 }, () => model);
	expect(look(models, after([...models, ...prices(20)])).reason).toBe('drop: 0 prices above zero after 20');
});

test('prices that all turn to zero or to nothing are held, with a reason or without', () => {
	const unknown = prices(40, () => ({ amount: null, status: 'unknown' }));
	expect(look(unknown, after(prices(40)))).toEqual({ state: 'held', reason: 'drop: 0 prices above zero after 40' });
	const free = prices(40, () => ({ amount: '0', status: 'free' }));
	expect(look(free, after(prices(40))).state).toBe('held');
});

test('fewer days asked are no drop, fewer models a day are', () => {
	const month = days(30).flatMap(day => ['a', 'b', 'c', 'd', 'e'].map(name => usage(day, name, 100)));
	const oneDay = ['a', 'b', 'c', 'd', 'e'].map(name => usage('2026-05-01', name, 100));
	expect(look(oneDay, after(month)).state).toBe('good');
	expect(look(oneDay.slice(0, 2), after(month)).reason).toBe('drop: 2 usage rows after 5');
});

test('values that are all zero are missing', () => {
	expect(look([usage('2026-05-11', 'a', 0), usage('2026-05-11', 'b', 0)]).reason).toBe('zeros: all 2 values are 0');
	expect(look([usage('2026-05-11', 'a', 0), usage('2026-05-11', 'b', 1)]).state).toBe('good');
});

test('one row in a hundred may be refused, more holds the body', () => {
	expect(look(prices(198), null, 2).state).toBe('good');
	expect(look(prices(195), null, 5)).toEqual({ state: 'held', reason: 'bounds: 5 of 200 rows rejected' });
});

test.each([
	['-1 scaled to a million', { amount: '-1000000' }],
	['a negative', { amount: '-1', unit: 'token' }],
	['a thousand times too dear', { amount: '3000' }],
	['a million times too dear', { amount: '3', unit: 'token' }],
	['dollars a token called dollars a million', { amount: '0.000003' }],
	['zero without a reason', { amount: '0' }],
] as [string, Partial<PriceInput>][])('a price is refused: %s', (_, over) => {
	expect(reasonOf({ ...price(), ...over })).toMatch(/^bounds: p\/m input: /);
});

test.each([
	['0.00000015 dollars a token', { amount: '0.00000015', unit: 'token' }],
	['0.15 yuan a thousand tokens', { amount: '0.15', unit: 'thousand_tokens', currency: 'CNY' }],
	['600 dollars a million', { amount: '600' }],
	['not stated', { amount: null, status: 'unknown' }],
	['free', { amount: '0', status: 'free' }],
	['on a plan', { amount: '0', status: 'not_metered' }],
	['4 cents an image', { amount: '0.04', unit: 'image', meter: 'image' }],
	['35 dollars a thousand searches', { amount: '35', unit: 'thousand_requests', meter: 'search' }],
] as [string, Partial<PriceInput>][])('a price is taken: %s', (_, over) => {
	expect(reasonOf({ ...price(), ...over })).toBeNull();
});

test('a row out of its schema is refused and says where', () => {
	expect(reasonOf({ ...price(), currency: 'GBP' })).toMatch(/^schema: currency: /);
	expect(reasonOf({ ...price(), amount: '1e-7' })).toBe('schema: amount: expected a decimal text');
	expect(reasonOf({ ...price(), surprise: 1 })).toMatch(/^schema: row: /);
	expect(reasonOf({})).toMatch(/^schema: record: /);
	expect(reasonOf({ ...usage('2026-05-11', 'a', 1), amount: '-5' })).toMatch(/^bounds: model a tokens: -5 tokens$/);
	expect(reasonOf({ ...usage('2026-05-11', 'a', 1), amount: '140', unit: 'percent' })).toMatch(/^bounds: /);
	expect(reasonOf({ ...usage('2026-05-11', 'a', 1), amount: '1.4', unit: 'fraction' })).toMatch(/^bounds: /);
});

test('request counts under the name tokens are held', () => {
	const good = days(30).flatMap(day => [usage(day, 'a', 2e11), usage(day, 'b', 1e11)]);
	const requests = [usage('2026-05-01', 'a', 2e8), usage('2026-05-01', 'b', 1e8)];
	expect(look(requests, after(good, totalsOf(good))).reason).toBe(
		'total: tokens by day of model on 2026-05-01: 0.001x the median of 28 before',
	);
});

test('a wrong day is found inside the body that brings it', () => {
	const rows = days(30).map((day, place) => usage(day, 'a', place === 20 ? 9e11 : 3e11));
	expect(look(rows).reason).toBe('total: tokens by day of model on 2026-04-21: 3x the median of 20 before');
});

test('a total within 0.4 to 2.5 of the trailing median is good, and so is a young series', () => {
	const before = days(20).map(day => ({ measure: 'tokens by day of model', day, total: 100 }));
	const on = (total: number): PeriodTotal[] => [{ measure: 'tokens by day of model', day: '2026-05-01', total }];
	expect(totalProblem(on(41), before)).toBeNull();
	expect(totalProblem(on(249), before)).toBeNull();
	expect(totalProblem(on(39), before)).toContain('0.39x');
	expect(totalProblem(on(251), before)).toContain('2.5x');
	expect(totalProblem(on(1_000), before.slice(0, 3))).toBeNull();
});

test('a running maximum read as a week is held', () => {
	const weeks = days(8).map((_, place) => new Date(Date.UTC(2026, 0, 5 + 7 * place)).toISOString().slice(0, 10));
	const rows = weeks.map((day, place) => usage(day, 'a', place === 7 ? 42.7e12 : 15e12, { period: 'week' }));
	expect(look(rows).reason).toMatch(/^total: tokens by week of model on 2026-02-23: 2.8x/);
});

test('another chart of the same weeks is held though it agrees with itself', () => {
	const weeks = days(10).map((_, place) => new Date(Date.UTC(2026, 0, 5 + 7 * place)).toISOString().slice(0, 10));
	const tokens = weeks.map(day => usage(day, 'a', 15e12, { period: 'week' }));
	const requests = weeks.map(day => usage(day, 'a', 15e6, { period: 'week' }));
	expect(look(tokens, after(tokens, totalsOf(tokens))).state).toBe('good');
	expect(look(requests, after(tokens, totalsOf(tokens))).reason).toBe(
		'total: tokens by week of model on 2026-01-05: 0.000001x of what it was',
	);
});

test('a split that is one share for every model was invented', () => {
	const split = (shares: number[]) =>
		shares.flatMap((share, place) => [
			usage('2025-11-03', `m${place}`, share * 1e9 * (place + 1), { metric: 'prompt_tokens', period: 'week' }),
			usage('2025-11-03', `m${place}`, (1 - share) * 1e9 * (place + 1), {
				metric: 'completion_tokens',
				period: 'week',
			}),
		]);
	expect(look(split([0.8, 0.8, 0.8, 0.8, 0.8])).reason).toBe(
		'split: prompt is 0.80 of all 5 models of week 2025-11-03',
	);
	expect(look(split([0.8, 0.85, 0.8, 0.97, 0.8])).state).toBe('good');
	expect(look(split([0.8, 0.8, 0.8])).state).toBe('good');
});

test('a metric that is all zero beside others is missing', () => {
	const rows = (completion: number) =>
		['a', 'b', 'c', 'd'].flatMap(name => [
			usage('2026-05-04', name, 5e9, { period: 'week' }),
			usage('2026-05-04', name, completion, { metric: 'completion_tokens', period: 'week' }),
		]);
	expect(look(rows(0)).reason).toBe('zeros: all 4 values of completion_tokens are 0');
	expect(look(rows(1)).state).toBe('good');
});

test('models that leap over their own maximum are held until the next look', () => {
	const upTo = (last: number[]) =>
		days(5 + last.length).flatMap((day, place) => [
			usage(day, 'a', last[place - 5] ?? 1e11),
			usage(day, 'b', 5e11),
			usage(day, 'other', 1e11, { subject: 'other' }),
		]);
	expect(look(upTo([2.9e11])).state).toBe('good');
	expect(look(upTo([3.1e11])).reason).toBe(
		'leap: 34 % of tokens by day on 2026-04-06 is above 3x its own maximum: a at 3.1x',
	);
	// the look after it shows the day again, and the model stays where it was
	expect(look(upTo([3.1e11, 3.2e11])).state).toBe('good');
	// what came before may be told by the look before only
	expect(look(upTo([3.1e11]).slice(-3), after(upTo([]))).reason).toMatch(/^leap: 34 % /);
});

test('a small leap, a new model and a day after a gap are no leap', () => {
	const steady = days(6).flatMap(day => [usage(day, 'a', 1e10), usage(day, 'b', 5e11)]);
	expect(look([...steady, usage('2026-04-07', 'a', 4e10), usage('2026-04-07', 'b', 5e11)]).state).toBe('good');
	expect(look([...steady, usage('2026-04-07', 'new', 3e11), usage('2026-04-07', 'b', 5e11)]).state).toBe('good');
	expect(look([...steady, usage('2026-04-08', 'a', 3e11), usage('2026-04-08', 'b', 5e11)]).state).toBe('good');
});

test('shares, median bills and totals that are rows themselves add up to nothing', () => {
	expect(
		totalsOf([
			usage('2026-05-01', 'a', 60, { unit: 'percent' }),
			usage('2026-05-01', 'a', 1, { unit: 'fraction' }),
			usage('2026-05-01', 'a', 2, { unit: 'usd', metric: 'session_cost' }),
			usage('2026-05-01', 'all', 9, { subject: 'total' }),
		]),
	).toEqual([]);
});

test('prices shifted wholesale are held: by a thousand, or yuan under a dollar sign', () => {
	const before = prices(50, () => ({ amount: '0.5' }));
	expect(
		look(
			prices(50, () => ({ amount: '500' })),
			after(before),
		).reason,
	).toBe('shift: 50 of 50 prices moved more than 5x at once');
	const yuan = prices(50, () => ({ amount: '20', currency: 'CNY' }));
	const labelledAsDollars = prices(50, () => ({ amount: '20' }));
	expect(look(labelledAsDollars, after(yuan)).reason).toMatch(/^shift: 50 of 50/);
	expect(
		look(
			prices(50, () => ({ amount: '2.8' })),
			after(yuan),
		).state,
	).toBe('good');
});

const cells = (input: string, output: string, currency: 'USD' | 'CNY' = 'USD'): AnyRow[] => [
	...prices(30),
	price({ model: 'kimi', amount: input, currency }),
	price({ model: 'kimi', amount: output, currency, meter: 'output' }),
];

test('a model whose prices all move by one rate of exchange has changed its currency, and no other move has', () => {
	const before = after(cells('3', '15'));
	for (const [input, output] of [
		['20', '100'],
		['21.9', '109'],
		['0.45', '2.2'],
	] as const)
		expect(look(cells(input, output), before).reason, input).toMatch(/^currency: all 2 prices of p\/kimi moved by /);
	// one price alone, two rates, a cut to a fifth, a rise to tenfold, and yuan that are called yuan
	expect(look(cells('20', '15'), before).state).toBe('good');
	expect(look(cells('20', '115'), before).state).toBe('good');
	expect(look(cells('0.6', '3'), before).state).toBe('good');
	expect(look(cells('30', '150'), before).state).toBe('good');
	expect(look(cells('20', '100', 'CNY'), before).state).toBe('good');
	const alone = (amount: string) => [...prices(30), price({ model: 'kimi', amount })];
	expect(look(alone('20'), after(alone('3'))).state).toBe('good');
});

test('a price a thousand times up is held at once, one down only where it is more than one in a hundred', () => {
	const one = (count: number, amount: string) => prices(count, at => ({ amount: at === 7 ? amount : '1' }));
	expect(look(one(400, '970'), after(one(400, '1'))).reason).toBe('unit: p/m7 input moved by 970x');
	expect(look(one(400, '900'), after(one(400, '1'))).state).toBe('good');
	expect(look(one(400, '0.001'), after(one(400, '1'))).state).toBe('good');
	expect(look(one(90, '0.001'), after(one(90, '1'))).reason).toBe('unit: p/m7 input moved by 0.001x');
});

const scores = (count: number, factor: number, over: object = {}): AnyRow[] =>
	Array.from({ length: count }, (_, at) =>
		Row.parse({
			record: 'score',
			benchmark: 'index',
			model: `m${at}`,
			score: String((50 + at) * factor),
			unit: 'points',
			...over,
		}),
	);

test('scores that moved together by more than 5 % are another edition, unless they say so', () => {
	const before = after(scores(12, 1));
	expect(look(scores(12, 1.06), before).reason).toBe('rebase: 12 common scores of index moved by 1.06x at the median');
	expect(look(scores(12, 0.94), before).reason).toMatch(/^rebase: /);
	expect(look(scores(12, 1.04), before).state).toBe('good');
	expect(look(scores(12, 0.8, { edition: 'v2' }), before).state).toBe('good');
	expect(look(scores(9, 0.8), after(scores(9, 1))).state).toBe('good');
});

test('hosts, offers and rates that vanish by half are held as prices are', () => {
	const rows = (record: object, count: number) => Array.from({ length: count }, () => Row.parse(record));
	for (const record of [
		{ record: 'host', host: 'h' },
		{ record: 'endpoint', host: 'h', model: 'm' },
	])
		expect(look(rows(record, 4), after(rows(record, 10))).reason).toBe(`drop: 4 ${record.record} rows after 10`);
});

test('letters that were lost in another charset are refused, and say where', () => {
	expect(reasonOf({ ...price(), model: 'mod\ufffdle' })).toBe('charset: model: mod\ufffdle');
	expect(reasonOf({ ...price(), model: 'modèle 模型' })).toBeNull();
});

test('cuts of a fifth of the sheet, however deep, are news and not a shift', () => {
	const before = prices(50);
	expect(
		look(
			prices(50, place => (place < 10 ? { amount: '0.03' } : {})),
			after(before),
		).state,
	).toBe('good');
	expect(
		look(
			prices(50, place => (place < 11 ? { amount: '0.03' } : {})),
			after(before),
		).state,
	).toBe('held');
});

test('no day and no week of the shipped usage series would have been held', async () => {
	const file = fileURLToPath(new URL('../warehouse/archive/usage/openrouter-rankings-daily.parquet', import.meta.url));
	const connection = await connect();
	const measure = 'tokens by day of lab';
	const totals = await rowsOf<PeriodTotal>(
		connection,
		`select ${literal(measure)} as measure, day::varchar as day, sum(amount::double) as total from read_parquet(${literal(file)})
		 where snapshot in (select snapshot from read_parquet(${literal(file)}) where subject = 'lab') group by all order by day`,
	);
	connection.closeSync();
	expect(totals.length).toBeGreaterThan(600);
	expect(totalProblem(totals, [])).toBeNull();
	const weekly = new Map<string, number>();
	for (const { day, total } of totals) weekly.set(mondayOf(day), (weekly.get(mondayOf(day)) ?? 0) + total);
	// the first and the last are no whole weeks
	const weeks = [...weekly].slice(1, -1).map(([day, total]) => ({ measure: 'tokens by week of lab', day, total }));
	expect(weeks.length).toBeGreaterThan(85);
	expect(totalProblem(weeks, [])).toBeNull();
	// the same series with one day of request counts in it
	const spoilt = totals.map((one, place) => (place === 480 ? { ...one, total: one.total / 1000 } : one));
	expect(totalProblem(spoilt, [])).toContain(`on ${totals[480]?.day}: 0.001`);
});
