import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { collect } from '../pipelines/collect.ts';
import { fixtureOf } from '../pipelines/fixture.ts';
import { silent } from '../pipelines/report.ts';
import { openStore } from '../pipelines/store.ts';
import { discover } from '../scrapers/discover.ts';
import { findChromium } from './browser/chromium.ts';
import { originOf, text, type Answer } from './origin.ts';

const types: Record<string, string> = { '.html': 'text/html', '.json': 'application/json' };
const home = mkdtempSync(join(tmpdir(), 'tokens-replay-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const context = { today: '2026-11-21', has: () => false, address: 'https://counts.example.com/range' };

/** Sources that speak HTTP and ask for bodies directly. */
const sources = (await discover()).filter(source =>
	source.requests(context).every(({ url, index }) => url.startsWith('https:') && !index),
);

test('every source that speaks http collects its fixture from a replay origin, through the code of a real night', async () => {
	expect(sources.length).toBeGreaterThanOrEqual(5);
	const routes: Record<string, Answer> = {};
	for (const source of sources) {
		for (const { url } of source.requests(context)) {
			const { bytes, name } = fixtureOf(source);
			routes[url.replace('https:/', '').replace(/#.*/, '')] = text(bytes, types[extname(name)] ?? 'text/plain');
		}
	}
	const origin = await originOf(routes);
	const keys = Object.fromEntries(sources.flatMap(({ needs }) => (needs?.key ? [[needs.key, 'made-up']] : [])));
	const addresses = sources.flatMap(({ needs }) => (needs?.address ? [[needs.address, context.address]] : []));
	const env = { ...keys, ...Object.fromEntries(addresses), CHROME_PATH: findChromium() };
	// a page whose fixture is the other sheet's shows no price in its own currency: it is rendered, and kept
	const limits = { patience_ms: 1_000, quiet_ms: 100 };
	const options = {
		home,
		sources,
		env,
		replay: origin.url,
		limits,
		archived: [],
		decisions: new Map(),
		report: silent,
	};
	const summary = await collect({ ...options, now: new Date('2026-11-21T04:00:00Z') });
	await origin.close();
	const store = openStore(home);
	for (const { id, state, asked, rows, reason } of summary.sources) {
		// a small fixture may hold more oddities than a sheet may
		expect(['good', 'held'], `${id}: ${reason}`).toContain(state);
		expect(reason ?? '', id).not.toMatch(/^(shape|silent zero)/);
		expect(store.looks(id).filter(look => look.snapshot !== null)).toHaveLength(asked);
		expect(rows, id).toBeGreaterThan(0);
	}
	const hosts = new Set(origin.asked.map(({ path }) => path.split('/')[1]));
	expect(hosts.size).toBeGreaterThanOrEqual(4);
});
