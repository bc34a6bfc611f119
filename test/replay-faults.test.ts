import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { collect, type CollectOptions } from '../pipelines/collect.ts';
import { reportTo } from '../pipelines/report.ts';
import { readStore } from '../pipelines/rows.ts';
import { openStore } from '../pipelines/store.ts';
import { madeSource } from './made-source.ts';
import * as answer from './origin.ts';
import { originOf, type Answer, type Origin } from './origin.ts';

// Every fault that a server can have, through the code of a real night: the second night of a source whose first was good,
// beside a source that stays well.

const open: Origin[] = [];
const homes: string[] = [];
afterEach(async () => {
	for (const one of open.splice(0)) await one.close();
	for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

const path = '/broken.example.com/models';
const sources = ['broken', 'well'].map(id => madeSource(id, { manners: { max_bytes: 200_000 } }));
const sheet = {
	data: Array.from({ length: 20 }, (_, n) => ({ id: `modèle-${n}`, price: n % 2 ? '3' : '0.5' })),
};

/** A night that was good, then one in which `faults` are the answers; every look of both is in the store. */
async function secondNight(...faults: Answer[]) {
	const origin = await originOf({ [path]: answer.json(sheet), '/well.example.com/models': answer.json(sheet) });
	open.push(origin);
	const home = mkdtempSync(join(tmpdir(), 'tokens-faults-'));
	homes.push(home);
	const said: string[] = [];
	const stream = { write: (text: string) => said.push(text) > 0 };
	// the drip is ended by the whole time, silence by the time to the first byte
	const total_ms = faults.includes(answer.slowDrip) ? 400 : 10_000;
	const limits = { backoff_ms: 2, attempts: 2, headers_ms: 150, total_ms, interval_ms: 0 };
	const night = (day: number): CollectOptions => ({
		home,
		sources,
		replay: origin.url,
		now: new Date(`2026-11-${day}T04:00:00Z`),
		env: {},
		report: reportTo(stream, stream),
		archived: [],
		decisions: new Map(),
		limits,
	});
	await collect(night(20));
	said.length = 0;
	const before = origin.asked.length;
	origin.on(path, ...faults);
	const summary = await collect(night(21));
	const [broken, well] = summary.sources.sort((a, b) => (a.id < b.id ? -1 : 1));
	const asked = origin.asked.slice(before).filter(one => one.path.startsWith('/broken')).length;
	const store = openStore(home);
	const { files } = await readStore({ store, sources, home, decisions: new Map() });
	// one file of rows for each snapshot in use: the two of the good night
	return { broken, well, asked, line: said.find(line => line.startsWith('broken')), used: files.price.length };
}

type Fault = [string, Answer[], string, number];
const faults: Fault[] = [
	['429 with Retry-After beyond patience', [answer.status(429, { 'retry-after': '3600' })], 'asked to wait: 3600 s', 1],
	['500', [answer.status(500)], 'http status: 500', 2],
	['503', [answer.status(503)], 'http status: 503', 2],
	['a time-out', [answer.timeOut], 'no answer within: 150 ms', 2],
	['a slow drip', [answer.slowDrip], 'time limit: 400 ms', 2],
	['a reset', [answer.reset], 'connection broken: ', 2],
	['truncated gzip', [answer.truncatedGzip(sheet)], 'truncated body: Z_BUF_ERROR', 2],
	['a gzip bomb', [answer.gzipBomb(4 * 2 ** 20)], 'body too large: over 200000 bytes decoded', 1],
	['UTF-16 called UTF-8', [answer.wrongCharset(sheet, 'utf16le')], 'invalid json: ', 1],
	['HTML instead of JSON', [answer.html], 'expected data got html: 59 bytes', 1],
	['a redirect loop', [answer.redirectLoop], 'too many redirects: 5', 6],
	// a 304 to the validators of the last look is in collect.test.ts: looked, unchanged
	['a 304 that nobody asked for', [answer.status(304)], 'http status: 304', 1],
];

test.each(faults)(
	'%s fails its source, with its reason and last good day, and no other',
	async (_, given, reason, asks) => {
		const { broken, well, asked, line, used } = await secondNight(...given);
		expect(broken).toMatchObject({ state: 'failed', rows: 20, asked: 1, last_good_day: '2026-11-20' });
		expect(broken?.reason?.startsWith(`broken.example.com: ${reason}`), broken?.reason ?? '').toBe(true);
		expect(line).toMatch(/^broken .* failed .*; last good 2026-11-20\n$/);
		expect(well).toMatchObject({ state: 'unchanged', rows: 20 });
		expect([asked, used]).toEqual([asks, 2]);
	},
);

const wrong: [string, Answer, string][] = [
	['an empty list', answer.emptyList, 'silent zero: no rows'],
	['schema drift', answer.schemaDrift(sheet), 'shape: broken: unexpected shape at data: '],
	['prices off by a thousand', answer.scaled(sheet, 1e3), 'bounds: 10 of 20 rows rejected'],
	['prices off by a thousandth', answer.scaled(sheet, 1e-3), 'shift: 20 of 20 prices moved more than 5x at once'],
	['prices off by a million', answer.scaled(sheet, 1e6), 'bounds: 20 of 20 rows rejected'],
	['yuan called dollars', answer.yuanAsDollars(sheet), 'shift: 20 of 20 prices moved more than 5x at once'],
	['Latin-1 called UTF-8', answer.wrongCharset(sheet, 'latin1'), 'bounds: 20 of 20 rows rejected'],
];

test.each(wrong)('%s is kept and held, and the rows of the good night stay in use', async (_, given, reason) => {
	const { broken, well, line, used } = await secondNight(given);
	expect(broken).toMatchObject({ state: 'held', asked: 1, last_good_day: '2026-11-20' });
	expect(broken?.reason?.startsWith(reason), broken?.reason ?? '').toBe(true);
	expect(line).toMatch(/^broken .* held .*; last good 2026-11-20\n$/);
	expect(well).toMatchObject({ state: 'unchanged', rows: 20 });
	expect(used).toBe(2);
});

test('trouble that passes is no fault: after 429, 503 and a reset the source is good', async () => {
	const fresh = answer.json({ data: [...sheet.data, { id: 'new', price: '1' }] });
	for (const trouble of [answer.status(429, { 'retry-after': '0' }), answer.status(503), answer.reset]) {
		const { broken, asked, used } = await secondNight(trouble, fresh);
		expect(broken).toMatchObject({ state: 'good', rows: 21, reason: null, last_good_day: '2026-11-21' });
		expect([asked, used]).toEqual([2, 3]);
	}
});
