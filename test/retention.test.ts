import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { collect } from '../pipelines/collect.ts';
import { isDue } from '../pipelines/due.ts';
import { placeOf } from '../pipelines/place.ts';
import { silent } from '../pipelines/report.ts';
import { byUrgency, retentionOf } from '../pipelines/retention.ts';
import { forgettingLines, isWarned, todoOf } from '../pipelines/forgetting.ts';
import { status } from '../pipelines/status.ts';
import { openStore } from '../pipelines/store.ts';
import { discover, type Found } from '../scrapers/discover.ts';
import { madeSource, sheet } from './made-source.ts';
import { json, originOf } from './origin.ts';
import { published } from './publication.ts';

const homes: string[] = [];
afterEach(() => {
	for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});
const today = '2026-11-21';
const noKeys = (): undefined => undefined;

/** A store in which each source was looked at on these days of November 2026. */
function seen(looks: Record<string, number[]>, over: { url?: string; failed?: boolean } = {}) {
	const home = mkdtempSync(join(tmpdir(), 'tokens-retention-'));
	homes.push(home);
	const store = openStore(home);
	for (const [source, days] of Object.entries(looks)) {
		for (const day of days) {
			const url = over.url ?? `https://${source}.example.com/models`;
			const fetched_at = `2026-11-${String(day).padStart(2, '0')}T04:00:00.000Z`;
			const look = { source, url, fetched_at, media_type: '', http_status: null, observed: null, reason: null };
			if (over.failed) store.note({ ...look, status: 'failed', snapshot: null, bytes: null, reason: 'no' });
			else store.keep(look, new TextEncoder().encode(JSON.stringify(sheet(day))));
		}
	}
	return store;
}
const forgetting = (id: string, days: number, over: Partial<Found> = {}): Found =>
	madeSource(id, { forgets_after_days: days, ...over });

test.each([
	['today, of a page that shows only today', 1, [21], 1, false, []],
	['yesterday: its last day is today', 1, [20], 0, false, []],
	['three days ago: two days are gone', 1, [18], 0, true, [['2026-11-19', '2026-11-20', 2]]],
	['of seven days, six ago', 7, [15], 1, false, []],
	['of seven days, eight ago: the first of them is gone', 7, [13], 0, true, [['2026-11-14', '2026-11-14', 1]]],
	['of 31 days', 31, [1], 11, false, []],
	['of 218 days', 218, [2], 199, false, []],
	['with a gap that closed', 7, [2, 14, 21], 7, false, [['2026-11-03', '2026-11-07', 5]]],
	['never', 7, [], 6, false, []],
] as const)('a source last looked at %s', (_, forgets, days, days_left, is_losing, lost) => {
	const retention = retentionOf(forgetting('a', forgets), seen({ a: [...days] }), today);
	expect(retention).toMatchObject({ days_left, is_losing, newest_day: days.length > 0 ? expect.any(String) : null });
	expect(retention?.lost.map(span => [span.from, span.to, span.days])).toEqual(lost);
});

test('a source that keeps its history has nothing to lose', () => {
	expect(retentionOf(madeSource('a'), seen({ a: [1] }), today)).toBeNull();
});

test('a failed look saves nothing', () => {
	expect(retentionOf(forgetting('a', 7), seen({ a: [20] }, { failed: true }), today)?.newest_day).toBeNull();
});

test('the address that was seen longest ago speaks for its source', () => {
	const urls = ['https://a.example.com/models', 'https://a.example.com/plans'];
	const two = forgetting('a', 1, { requests: () => urls.map(url => ({ url })) });
	const store = seen({ a: [18, 19, 20, 21] });
	expect(retentionOf(two, store, today)).toMatchObject({ days_left: 1, is_losing: false });
	const { fetched_at } = store.looks('a')[1]!;
	const plans = {
		source: 'a',
		url: urls[1]!,
		fetched_at,
		media_type: '',
		http_status: null,
		observed: null,
		reason: null,
	};
	store.keep(plans, new Uint8Array([1]));
	expect(retentionOf(two, store, today)).toMatchObject({ newest_day: '2026-11-19', is_losing: true });
});

test('addresses that carry their day are one series', () => {
	const dated = forgetting('a', 7, { requests: ({ today: day }) => [{ url: `https://a.example.com/?to=${day}` }] });
	const store = seen({ a: [1, 2] }, { url: 'https://a.example.com/?to=2026-11-01' });
	expect(retentionOf(dated, store, '2026-11-03')).toMatchObject({ newest_day: '2026-11-02', days_left: 6 });
});

test('what is nearest to being forgotten is asked first, and what is never forgotten last', async () => {
	const sources = [
		madeSource('keeps'),
		forgetting('month', 31),
		forgetting('losing', 1),
		forgetting('new', 1),
		forgetting('week', 7),
		madeSource('also-keeps'),
	];
	const looks = { month: [20], losing: [11], week: [16], keeps: [1] };
	const order = ['losing', 'new', 'week', 'month', 'keeps', 'also-keeps'];
	expect(byUrgency(sources, seen(looks), today).map(({ id }) => id)).toEqual(order);
	const store = seen(looks);
	const origin = await originOf(
		Object.fromEntries(order.map(id => [`/${id}.example.com/models`, json(sheet(3))] as const)),
	);
	const options = { sources, env: {}, archived: [], decisions: new Map(), report: silent };
	await collect({ ...options, home: store.home, now: new Date(`${today}T04:00:00Z`), replay: origin.url });
	await origin.close();
	expect(origin.asked.map(({ path }) => path.split('.')[0]!.slice(1)).slice(0, 3)).toEqual(order.slice(0, 3));
});

test('a source is asked before it forgets, whatever its cadence', () => {
	const due = (last: number, forgets?: number) =>
		isDue('weekly', `2026-11-${last}T04:00:00Z`, new Date(`${today}T04:00:00Z`), forgets);
	expect([due(15), due(14)]).toEqual([false, true]);
	expect([due(19, 3), due(20, 3)]).toEqual([true, false]);
	expect([due(15, 7), due(16, 7)]).toEqual([true, false]);
	expect([due(20, 1), due(21, 1)]).toEqual([true, false]);
	expect([due(15, 218), due(14, 218)]).toEqual([false, true]);
});

test('a weekly source of three days is collected early, and one of a month is not', async () => {
	const sources = [forgetting('short', 3, { cadence: 'weekly' }), forgetting('long', 31, { cadence: 'weekly' })];
	const store = seen({ short: [19], long: [19] });
	const origin = await originOf({
		'/short.example.com/models': json(sheet(30)),
		'/long.example.com/models': json(sheet(30)),
	});
	const options = { sources, env: {}, archived: [], decisions: new Map(), report: silent };
	const now = new Date(`${today}T04:00:00Z`);
	const summary = await collect({ ...options, home: store.home, now, replay: origin.url });
	await origin.close();
	expect(summary.sources.map(({ id, asked }) => [id, asked]).sort()).toEqual([
		['long', 0],
		['short', 1],
	]);
});

test('every source of this project that forgets is asked in time', async () => {
	const all = (await discover()).filter(source => source.forgets_after_days !== undefined);
	expect(all.length).toBeGreaterThanOrEqual(17);
	for (const { id, cadence, forgets_after_days } of all) {
		const last = new Date('2026-11-01T04:00:00Z');
		const deadline = new Date(last.getTime() + forgets_after_days! * 86_400_000);
		expect(isDue(cadence, last.toISOString(), deadline, forgets_after_days), id).toBe(true);
	}
});

test('a price page of a lab shows today only: every one of them says that it forgets', async () => {
	const pages = (await discover()).filter(({ lineage, kind }) => lineage === 'lab' && kind === 'price');
	expect(pages.length).toBeGreaterThanOrEqual(11);
	for (const { id, cadence, forgets_after_days } of pages)
		expect({ id, cadence, forgets_after_days }).toEqual({ id, cadence: 'daily', forgets_after_days: 1 });
});

test('warnings come nearest first, with what to do; lost days are told by span', () => {
	const sources = [
		forgetting('week', 7, { needs: { key: 'SOME_KEY' } }),
		forgetting('page', 1),
		forgetting('gone', 1),
		forgetting('gone-too', 1),
		forgetting('fine', 31),
		forgetting('unseen', 1),
		forgetting('shy', 1, { opt_in: true }),
	];
	const store = seen({ week: [16], page: [20], gone: [17], 'gone-too': [17], fine: [20] });
	const all = sources.flatMap(source => retentionOf(source, store, today) ?? []);
	expect(forgettingLines(all, today, noKeys)).toEqual([
		'will be lost:',
		'  gone                       losing days  seen 2026-11-17  `tokens collect --only gone`',
		'  gone-too                   losing days  seen 2026-11-17  `tokens collect --only gone-too`',
		'  page                       last day     seen 2026-11-20  `tokens collect --only page`',
		'  week                       2 days left  seen 2026-11-16  set SOME_KEY, then `tokens collect --only week`',
		'lost: 2026-11-18..2026-11-20 (3 days): gone, gone-too',
		'not begun: unseen',
	]);
	expect(todoOf(all[0]!, name => (name === 'SOME_KEY' ? 'x' : undefined))).toBe('`tokens collect --only week`');
});

test('a memory of 90 days is warned of when a quarter of it is left', () => {
	const quarter = (day: string) => isWarned(retentionOf(forgetting('a', 90), seen({ a: [1] }), day)!, day);
	expect([quarter('2027-01-06'), quarter('2027-01-07')]).toEqual([false, true]);
});

test('a clone in which nothing was collected is told so in one sentence, without a warning', () => {
	const all = ['a', 'b'].map(id => retentionOf(forgetting(id, 1), seen({}), today)!);
	expect(forgettingLines(all, today, noKeys)).toEqual([
		'2 sources show only their present: their record begins with the first `tokens collect`',
	]);
});

test('the status of a publication warns, as text and as JSON', async () => {
	const id = 'openrouter-models';
	const source = (await discover()).find(one => one.id === id)!;
	const store = seen({ [id]: [18] }, { url: source.requests({ today, has: () => false })[0]!.url });
	const dist = published().replace(/[\\/]data[\\/]tokens\.duckdb$/, '');
	const place = placeOf({ TOKENS_HOME: store.home, TOKENS_DIST: dist });
	const options = { now: new Date(`${today}T04:00:00Z`), env: {} };
	const text = await status(place, options);
	expect(text).toMatch(/^openrouter-models +\w+ .* losing /m);
	expect(text).toContain('will be lost:\n  openrouter-models          losing days  seen 2026-11-18');
	expect(text).toContain('lost: 2026-11-19..2026-11-20 (2 days): openrouter-models\n');
	const lines = (await status(place, { ...options, json: true })).trim().split('\n');
	const rows = lines.map(line => JSON.parse(line) as Record<string, unknown>);
	expect(rows.find(row => row.source === id)).toMatchObject({
		forgets_in_days: 0,
		lost: [{ from: '2026-11-19', to: '2026-11-20', days: 2 }],
		todo: '`tokens collect --only openrouter-models`',
	});
	expect(rows.find(row => row.source === 'litellm')).toMatchObject({ forgets_in_days: null, lost: [], todo: null });
	const nothing = await status({ ...place, data: join(store.home, 'nowhere') }, options);
	expect(nothing).toMatch(/^nothing published yet: .*\nwill be lost:\n/);
});
