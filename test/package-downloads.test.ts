import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { collect, type CollectOptions } from '../pipelines/collect.ts';
import { silent } from '../pipelines/report.ts';
import { openStore } from '../pipelines/store.ts';
import { discover } from '../scrapers/discover.ts';
import type { Context } from '../scrapers/source.ts';
import { source } from '../scrapers/usage/package-downloads.ts';
import { json, originOf, status, type Answer } from './origin.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tokens-packages-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const address = 'https://counts.example.com/range';
const found = (await discover()).filter(({ id }) => id === 'package-downloads');
const fixture = JSON.parse(readFileSync(new URL('fixtures/usage/package-downloads.json', import.meta.url), 'utf8')) as {
	start: string;
	downloads: { day: string; downloads: number }[];
};
const read = (value: unknown) =>
	source.read({
		url: `${address}/x`,
		bytes: new TextEncoder().encode(JSON.stringify(value)),
		media_type: 'application/json',
	});
const asked = (over: Partial<Context> = {}) =>
	source.requests({ today: '2026-11-21', has: () => false, address, ...over }).map(({ url }) => url);

test('a month is the sum of its days, and one with a day that was not counted has no row', () => {
	const sum = (month: string) =>
		fixture.downloads.filter(({ day }) => day.startsWith(month)).reduce((all, { downloads }) => all + downloads, 0);
	// December and April are not whole, and of 11 February nothing was counted
	expect(read(fixture).map(({ day, amount }) => [day, amount])).toEqual([
		['2026-01-01', String(sum('2026-01'))],
		['2026-03-01', String(sum('2026-03'))],
	]);
});

test('days that repeat, or lie outside what the answer says of itself, are refused', () => {
	const [first] = fixture.downloads;
	expect(() => read({ ...fixture, downloads: [first, first] })).toThrow(
		'package-downloads: unexpected day: 2025-12-30',
	);
	expect(() => read({ ...fixture, start: '2026-01-01' })).toThrow('package-downloads: unexpected day: 2025-12-30');
	expect(() => read({ ...fixture, start: '2026-05-01' })).toThrow(/^package-downloads: invalid range: /);
	expect(() => read({ error: 'package x not found' })).toThrow(/^package-downloads: unexpected shape at package/);
});

test('whole closed months are asked for, each span once, below the address of the user', () => {
	const urls = asked();
	expect(urls).toContain('https://counts.example.com/range/2025-11-01:2026-10-31/@anthropic-ai/sdk');
	expect(new Set(urls).size).toBe(25);
	expect(asked({ address: `${address}//` })).toEqual(urls);
	expect(asked({ has: url => !url.endsWith('31/openai') })).toEqual([
		'https://counts.example.com/range/2025-11-01:2026-10-31/openai',
	]);
	expect(asked({ since: '2026-08-15' })[0]).toBe('https://counts.example.com/range/2026-08-01:2026-10-31/openai');
	expect(asked({ since: '2026-11-15' })).toEqual([]);
	expect(asked({ address: undefined })).toEqual([]);
});

const night = (env: Record<string, string>, home: string, replay?: string): CollectOptions => ({
	home: join(scratch, home),
	sources: found,
	env,
	replay,
	now: new Date('2026-11-21T04:00:00Z'),
	archived: [],
	decisions: new Map(),
	report: silent,
	limits: { backoff_ms: 2, attempts: 1 },
});

test('without an address the source is skipped with a clear word, once a day', async () => {
	for (let run = 0; run < 2; run++) {
		expect((await collect(night({}, 'none'))).sources).toMatchObject([
			{ state: 'skipped', asked: 0, reason: 'missing address: TOKENS_PACKAGE_DOWNLOADS_URL is not set' },
		]);
	}
	expect(openStore(join(scratch, 'none')).looks()).toHaveLength(1);
	const env = { TOKENS_PACKAGE_DOWNLOADS_URL: 'http://counts.example.com' };
	expect((await collect(night(env, 'http'))).sources).toMatchObject([
		{ state: 'skipped', reason: 'invalid address: TOKENS_PACKAGE_DOWNLOADS_URL is no https address' },
	]);
	expect((await collect({ ...night({}, 'offline'), offline: true })).sources).toMatchObject([
		{ state: 'skipped', reason: 'offline' },
	]);
});

test('with one it is collected, and a package that the service does not know costs only itself', async () => {
	const routes = Object.fromEntries(
		asked().map((url): [string, Answer] => {
			const name = url.split('2026-10-31/')[1]!;
			return [url.slice('https:/'.length), name === 'ollama' ? status(404) : json({ ...fixture, package: name })];
		}),
	);
	const origin = await originOf(routes);
	const env = { TOKENS_PACKAGE_DOWNLOADS_URL: address };
	const { sources } = await collect(night(env, 'good', origin.url));
	await origin.close();
	expect(sources).toMatchObject([
		{ state: 'failed', asked: 25, rows: 48, reason: '1 of 25 requests failed: counts.example.com: http status: 404' },
	]);
});
