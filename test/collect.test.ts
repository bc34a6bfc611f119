import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { collect, type CollectOptions } from '../pipelines/collect.ts';
import { isDue } from '../pipelines/due.ts';
import { exit, WrongUse } from '../pipelines/exit.ts';
import { reportTo } from '../pipelines/report.ts';
import { openStore } from '../pipelines/store.ts';
import { lineOf } from '../pipelines/summary.ts';
import type { Found } from '../scrapers/discover.ts';
import { madeSource, sheet } from './made-source.ts';
import * as answer from './origin.ts';
import { originOf, type Origin } from './origin.ts';

const open: { close(): Promise<void> }[] = [];
const homes: string[] = [];
afterEach(async () => {
	for (const one of open.splice(0)) await one.close();
	for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

async function setUp(routes: Parameters<typeof originOf>[0], sources: Found[]) {
	const origin: Origin = await originOf(routes);
	open.push(origin);
	const home = mkdtempSync(join(tmpdir(), 'tokens-collect-'));
	homes.push(home);
	const said: string[] = [];
	const stream = { write: (text: string) => said.push(text) > 0 };
	const run = async (day: string, over: Partial<CollectOptions> = {}) => {
		const { sources: summaries } = await collect({
			home,
			replay: origin.url,
			now: new Date(`2026-11-${day}Z`),
			env: {},
			report: reportTo(stream, stream),
			sources,
			archived: [],
			decisions: new Map(),
			limits: { backoff_ms: 2, attempts: 2, headers_ms: 300, total_ms: 500 },
			...over,
		});
		return Object.fromEntries(summaries.map(summary => [summary.id, summary]));
	};
	return { origin, home, said, run };
}

const models = (id: string): string => `/${id}.example.com/models`;

test('every due source is looked at, kept, read at once and told in one line', async () => {
	const { home, said, run } = await setUp(
		{ [models('a')]: answer.json(sheet(3)), [models('b')]: answer.gzipped(sheet(1200)) },
		[madeSource('a'), madeSource('b')],
	);
	const { a, b } = await run('21T04:00:00');
	expect(a).toMatchObject({ state: 'good', rows: 3, asked: 1, reason: null, last_good_day: '2026-11-21' });
	expect(b).toMatchObject({ state: 'good', rows: 1200 });
	expect(said).toHaveLength(2);
	expect(said.join('')).toMatch(/^a {26}good {14}3 rows +\d+\.\d s\n/m);
	expect(said.join('')).toMatch(/^b {26}good +1,200 rows +\d+\.\d s\n/m);
	expect(
		openStore(home)
			.looks()
			.map(look => look.status),
	).toEqual(['new', 'new']);
});

test('one broken source never stops the rest, and its last good day is named', async () => {
	const broken = madeSource('broken');
	const thrower = madeSource('thrower', {
		requests: () => {
			throw new Error('thrower: no idea');
		},
	});
	const { origin, said, run } = await setUp(
		{ [models('a')]: answer.json(sheet(3)), [models('broken')]: answer.json(sheet(5)) },
		[thrower, broken, madeSource('a')],
	);
	await run('20T04:00:00');
	origin.on(models('broken'), answer.reset);
	said.length = 0;
	const result = await run('21T04:00:00');
	expect(result.a?.state).toBe('unchanged');
	expect(result.broken).toMatchObject({ state: 'failed', rows: 5, last_good_day: '2026-11-20' });
	expect(result.broken?.reason).toMatch(/^broken\.example\.com: connection broken: /);
	expect(result.thrower).toMatchObject({ state: 'failed', reason: 'thrower: no idea', last_good_day: null });
	expect(said.find(line => line.startsWith('broken'))).toMatch(
		/failed .*connection broken: .*; last good 2026-11-20\n$/,
	);
});

test('nothing is fetched twice within its cadence unless it is asked for', async () => {
	const weekly = madeSource('weekly', { cadence: 'weekly' });
	const { origin, run } = await setUp(
		{ [models('a')]: answer.json(sheet(3)), [models('weekly')]: answer.json(sheet(4)) },
		[madeSource('a'), weekly],
	);
	await run('21T04:00:00');
	const again = await run('21T23:59:00');
	expect(origin.asked).toHaveLength(2);
	expect(again.a).toMatchObject({ state: 'fresh', rows: 3, asked: 0, last_good_day: '2026-11-21' });
	expect((await run('21T23:59:00', { only: ['a'] })).a?.asked).toBe(1);
	await run('22T00:01:00');
	expect(origin.asked.map(asked => asked.path)).toEqual([models('a'), models('weekly'), models('a'), models('a')]);
	await run('28T00:01:00');
	expect(origin.asked.filter(asked => asked.path === models('weekly'))).toHaveLength(2);
});

test('a cadence is counted by the calendar', () => {
	const now = new Date('2026-11-21T00:30:00Z');
	expect(isDue('daily', undefined, now)).toBe(true);
	expect(isDue('daily', '2026-11-20T23:59:00Z', now)).toBe(true);
	expect(isDue('daily', '2026-11-21T00:01:00Z', now)).toBe(false);
	expect(isDue('hourly', '2026-11-20T23:59:00Z', now)).toBe(true);
	expect(isDue('hourly', '2026-11-21T00:01:00Z', now)).toBe(false);
	expect(isDue('weekly', '2026-11-15T00:00:00Z', now)).toBe(false);
	expect(isDue('weekly', '2026-11-14T23:59:00Z', now)).toBe(true);
	expect(isDue('monthly', '2026-10-22T00:00:00Z', now)).toBe(false);
	expect(isDue('monthly', '2026-10-21T00:00:00Z', now)).toBe(true);
});

test('a failed look is tried again in the next run of the day', async () => {
	const { run } = await setUp({ [models('a')]: [answer.status(500), answer.status(500), answer.json(sheet(3))] }, [
		madeSource('a'),
	]);
	expect((await run('21T04:00:00')).a?.state).toBe('failed');
	expect((await run('21T05:00:00')).a?.state).toBe('good');
});

test('a 304 is recorded as looked, unchanged, and shows the same snapshot', async () => {
	const { home, run } = await setUp(
		{ [models('a')]: answer.validated(sheet(3), '"v1"', 'Sat, 21 Nov 2026 00:00:00 GMT') },
		[madeSource('a')],
	);
	await run('21T04:00:00');
	expect((await run('22T04:00:00')).a).toMatchObject({ state: 'unchanged', rows: 3, last_good_day: '2026-11-22' });
	await run('23T04:00:00');
	const looks = openStore(home).looks();
	expect(looks.map(look => [look.status, look.http_status])).toEqual([
		['new', 200],
		['unchanged', 304],
		['unchanged', 304],
	]);
	expect(new Set(looks.map(look => look.snapshot)).size).toBe(1);
});

test('a host that is not there is noted once, however many addresses it has', async () => {
	const pages = [1, 2, 3].map(page => ({ url: `https://gone.invalid/${page}` }));
	const { home, run } = await setUp({}, [madeSource('gone', { requests: () => pages })]);
	const { gone } = await run('21T04:00:00', { replay: undefined, limits: { connect_ms: 500, interval_ms: 0 } });
	expect(gone?.reason).toMatch(/^3 of 3 requests failed: gone\.invalid: no connection: \w+$/);
	expect(openStore(home).looks()).toHaveLength(1);
});

test('a source whose history is shipped shows its newest shipped rows', async () => {
	const shipped = {
		source: 'a',
		url: 'npm:a@1.0.0',
		snapshot: '0'.repeat(64),
		integrity: '',
		fetched_at: '2026-11-01T00:00:00Z',
	};
	const day = { observed_on_basis: 'version', observed_on_quality: 'exact', bytes: '9', rows_sha256: '' };
	const archived = [
		{ ...shipped, ...day, observed_on: '2026-10-30', rows: '812' },
		{ ...shipped, ...day, observed_on: '2026-09-30', rows: '700' },
	];
	const { run } = await setUp({}, [
		madeSource('a', { requests: context => (context.has(shipped.url) ? [] : [{ url: shipped.url }]) }),
	]);
	expect((await run('21T04:00:00', { archived })).a).toMatchObject({
		state: 'fresh',
		rows: 812,
		last_good_day: '2026-11-01',
	});
});

test('a missing key skips the source with a clear word, once a day, without asking', async () => {
	const keyed = madeSource('keyed', { needs: { key: 'SOME_KEY' } });
	const { origin, home, said, run } = await setUp({}, [keyed]);
	expect((await run('21T04:00:00')).keyed).toMatchObject({
		state: 'skipped',
		reason: 'missing key: SOME_KEY is not set',
		asked: 0,
	});
	await run('21T05:00:00');
	expect(origin.asked).toHaveLength(0);
	expect(said[0]).toContain('missing key: SOME_KEY is not set; no good look yet');
	expect(
		openStore(home)
			.looks()
			.map(look => look.status),
	).toEqual(['skipped']);
});

test('offline asks nobody and reads what is installed', async () => {
	const installed = madeSource('installed', {
		requests: () => [{ url: 'installed:zod/package.json' }],
		read: madeSource('x').read,
	});
	const { origin, home, run } = await setUp({}, [madeSource('a'), installed]);
	const result = await run('21T04:00:00', { offline: true });
	expect(result.a).toMatchObject({ state: 'skipped', reason: 'offline', asked: 0 });
	expect(result.installed?.asked).toBe(1);
	expect(origin.asked).toHaveLength(0);
	expect(
		openStore(home)
			.looks()
			.map(look => look.url),
	).toEqual(['installed:zod/package.json']);
});

test.each([
	['an empty list', { data: [] }, 'silent zero: no rows'],
	['a list short by half', sheet(9), 'drop: 9 prices above zero after 20'],
	['a changed shape', { models: [] }, 'shape: a: unexpected shape at data: '],
	['prices off by a thousand', sheet(20, '1500'), 'shift: 20 of 20 prices moved more than 5x at once'],
	['prices off by a million', sheet(20, '3000000'), 'bounds: 20 of 20 rows rejected'],
])('%s is held with its reason, and the last good rows stay', async (_, body, reason) => {
	const { origin, run } = await setUp({ [models('a')]: answer.json(sheet(20)) }, [madeSource('a')]);
	await run('20T04:00:00');
	origin.on(models('a'), answer.json(body));
	const { a } = await run('21T04:00:00');
	expect(a).toMatchObject({ state: 'held', last_good_day: '2026-11-20' });
	expect(a?.reason?.startsWith(reason)).toBe(true);
});

test.each([
	['HTML', answer.html, 'a.example.com: expected data got html: 59 bytes'],
	['half of a body', answer.text('{"data":[{"id"'), 'a.example.com: invalid json: 14 bytes'],
	['a gzip bomb', answer.gzipBomb(4 * 2 ** 20), 'a.example.com: body too large: over 1000000 bytes decoded'],
	['a redirect inside', answer.redirect('https://192.168.0.1/'), 'a.example.com: private address: 192.168.0.1'],
])('%s makes no snapshot: the look failed, and the next one is a look again', async (_, fault, reason) => {
	const source = madeSource('a', { manners: { max_bytes: 1_000_000 } });
	const { origin, home, run } = await setUp({ [models('a')]: fault }, [source]);
	expect((await run('21T04:00:00')).a).toMatchObject({ state: 'failed', reason });
	expect(openStore(home).looks()).toMatchObject([{ status: 'failed', snapshot: null, reason }]);
	origin.on(models('a'), answer.json(sheet(2)));
	expect((await run('21T05:00:00')).a?.state).toBe('good');
});

test('an index leads to its requests and is not kept; dated addresses are asked once for good', async () => {
	const led = madeSource('led', {
		requests: () => [{ url: 'https://led.example.com/index', index: true }],
		follow: (indexes, context) =>
			(JSON.parse(new TextDecoder().decode(indexes[0]!.bytes)) as string[])
				.map(version => `https://led.example.com/${version}`)
				.filter(url => !context.has(url))
				.map(url => ({ url, observed: { on: '2026-01-05', basis: 'version' as const, quality: 'exact' as const } })),
	});
	const routes = {
		'/led.example.com/index': answer.json(['v1', 'v2']),
		'/led.example.com/v1': answer.json(sheet(2)),
		'/led.example.com/v2': answer.json(sheet(3)),
	};
	const { origin, home, run } = await setUp(routes, [led]);
	expect((await run('21T04:00:00')).led).toMatchObject({ state: 'good', rows: 5, asked: 3 });
	await run('21T06:00:00');
	expect(origin.asked).toHaveLength(3);
	origin.on('/led.example.com/index', answer.json(['v1', 'v2', 'v3']));
	origin.on('/led.example.com/v3', answer.status(404));
	const next = (await run('22T04:00:00')).led;
	expect(next).toMatchObject({ state: 'failed', reason: '1 of 2 requests failed: led.example.com: http status: 404' });
	expect(origin.asked).toHaveLength(5);
	const kept = openStore(home)
		.looks()
		.filter(look => look.snapshot !== null);
	expect(kept.map(look => look.observed?.on)).toEqual(['2026-01-05', '2026-01-05']);
});

test('an index that changed its shape fails its source by name', async () => {
	const led = madeSource('led', {
		requests: () => [{ url: 'https://led.example.com/index', index: true }],
		follow: () => {
			throw new Error('led: unexpected shape at versions');
		},
	});
	const { home, run } = await setUp({ '/led.example.com/index': answer.json({}) }, [led]);
	expect((await run('21T04:00:00')).led?.reason).toBe('led: unexpected shape at versions');
	expect(openStore(home).looks()[0]?.status).toBe('failed');
});

test('an unknown source is wrong use', async () => {
	const { run } = await setUp({}, [madeSource('a')]);
	await expect(run('21T04:00:00', { only: ['b'] })).rejects.toThrow(WrongUse);
	expect(exit.wrongUse).toBe(2);
});

test('a key is sent to its host and written nowhere', async () => {
	const key = 'planted-Key/93+x';
	const echo: answer.Answer = (request, response) =>
		answer.json({ data: [], authorization: request.headers.authorization })(request, response);
	const refusing: answer.Answer = (request, response) =>
		answer.status(401, {}, `bad key: ${request.headers.authorization}`)(request, response);
	const needs = { key: 'SOME_KEY' };
	const bearer = (id: string, over: Partial<Found> = {}) =>
		madeSource(id, { needs, requests: () => [{ url: `https://${id}.example.com/models`, bearer: true }], ...over });
	const talkative = bearer('talkative', {
		requests: () => {
			throw new Error(`talkative: cannot work with ${key}`);
		},
	});
	const { origin, home, said, run } = await setUp(
		{
			[models('good')]: answer.json(sheet(2)),
			[models('echo')]: echo,
			[models('refusing')]: refusing,
			[models('moved')]: answer.redirect(`https://elsewhere.example.org/models?token=${encodeURIComponent(key)}`),
			'/elsewhere.example.org/models': answer.json(sheet(2)),
		},
		[bearer('good'), bearer('echo'), bearer('refusing'), bearer('moved'), talkative],
	);
	const summaries = await run('21T04:00:00', { env: { SOME_KEY: ` ${key}\n` } });
	expect(origin.asked.find(asked => asked.path === models('good'))?.headers.authorization).toBe(`Bearer ${key}`);
	expect(summaries.good?.state).toBe('good');
	expect(summaries.echo?.reason).toBe('echo.example.com: answer repeats the key: https://echo.example.com/models');
	expect(summaries.refusing?.reason).toBe('refusing.example.com: http status: 401');
	const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
	expect(files.length).toBeGreaterThan(8);
	for (const { parentPath, name } of files) {
		const bytes = readFileSync(join(parentPath, name));
		const written = name.endsWith('.gz') ? gunzipSync(bytes) : bytes;
		expect(written.includes(key), `${parentPath}/${name}`).toBe(false);
		expect(written.includes(encodeURIComponent(key)), `${parentPath}/${name}`).toBe(false);
	}
	expect(said.join('') + JSON.stringify(summaries)).not.toContain(key);
});

test('a source that is left to the user is asked when it is named, and only then', async () => {
	const { origin, run } = await setUp(
		{ [models('open')]: answer.json(sheet(2)), [models('shy')]: answer.json(sheet(2)) },
		[madeSource('open'), madeSource('shy', { opt_in: true })],
	);
	expect(Object.keys(await run('21T04:00:00'))).toEqual(['open']);
	expect(origin.asked.map(({ path }) => path)).not.toContain(models('shy'));
	expect(await run('21T05:00:00', { only: ['shy'] })).toMatchObject({ shy: { state: 'good', rows: 2 } });
});

test('a source whose pass takes minutes is left to the nightly run while somebody waits', async () => {
	const { run } = await setUp({ [models('long')]: answer.json(sheet(2)) }, [madeSource('long', { slow: true })]);
	expect(await run('21T04:00:00', { quick: true })).toMatchObject({
		long: { state: 'skipped', reason: 'takes minutes: left to the nightly run' },
	});
	expect(await run('21T05:00:00')).toMatchObject({ long: { state: 'good', rows: 2 } });
});

test('a summary line says what a reader must know, and no more', () => {
	const base = { id: 'models-dev', rows: 18766, asked: 1, ms: 1234, reason: null, last_good_day: '2026-11-20' };
	expect(lineOf({ ...base, state: 'good' })).toBe('models-dev                 good         18,766 rows    1.2 s');
	expect(lineOf({ ...base, state: 'held', reason: 'drop: 3 after 9' })).toMatch(
		/ held .*drop: 3 after 9; last good 2026-11-20$/,
	);
	expect(lineOf({ ...base, state: 'failed', reason: 'x: y', last_good_day: null })).toMatch(/x: y; no good look yet$/);
});
