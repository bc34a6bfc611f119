import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { collect } from '../pipelines/collect.ts';
import { fixtureOf } from '../pipelines/fixture.ts';
import { silent } from '../pipelines/report.ts';
import { openStore } from '../pipelines/store.ts';
import { discover } from '../scrapers/discover.ts';
import { originOf, text, type Answer } from './origin.ts';

const home = mkdtempSync(join(tmpdir(), 'tokens-replay-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Sources that speak HTTP and ask for bodies directly. */
const sources = (await discover()).filter(
	source =>
		!source.needs?.browser &&
		source
			.requests({ today: '2026-11-21', has: () => false })
			.every(({ url, index }) => url.startsWith('https:') && !index),
);

test('every source that speaks http collects its fixture from a replay origin, through the code of a real night', async () => {
	expect(sources.length).toBeGreaterThanOrEqual(5);
	const routes: Record<string, Answer> = {};
	for (const source of sources) {
		for (const { url } of source.requests({ today: '2026-11-21', has: () => false })) {
			routes[url.replace('https:/', '').replace(/#.*/, '')] = text(fixtureOf(source).bytes, 'text/plain');
		}
	}
	const origin = await originOf(routes);
	const env = Object.fromEntries(sources.flatMap(({ needs }) => (needs?.key ? [[needs.key, 'made-up']] : [])));
	const options = { home, sources, env, replay: origin.url, archived: [], decisions: new Map(), report: silent };
	const summary = await collect({ ...options, now: new Date('2026-11-21T04:00:00Z') });
	await origin.close();
	const store = openStore(home);
	const browsed = new Set(sources.filter(({ needs }) => needs?.browser).map(({ id }) => id));
	for (const { id, state, asked, rows, reason } of summary.sources) {
		if (browsed.has(id)) {
			expect({ id, state, reason }).toEqual({
				id,
				state: 'skipped',
				reason: expect.stringMatching(/^missing browser/),
			});
			continue;
		}
		// a small fixture may hold more oddities than a sheet may
		expect(['good', 'held'], `${id}: ${reason}`).toContain(state);
		expect(reason ?? '', id).not.toMatch(/^(shape|silent zero)/);
		expect(store.looks(id).filter(look => look.snapshot !== null)).toHaveLength(asked);
		expect(rows, id).toBeGreaterThan(0);
	}
	const hosts = new Set(origin.asked.map(({ path }) => path.split('/')[1]));
	expect(hosts.size).toBeGreaterThanOrEqual(4);
});
