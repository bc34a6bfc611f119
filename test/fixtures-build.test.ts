import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { build } from '../pipelines/build.ts';
import { fixtureOf } from '../pipelines/fixture.ts';
import { placeOf } from '../pipelines/place.ts';
import { silent } from '../pipelines/report.ts';
import { openStore } from '../pipelines/store.ts';
import { discover } from '../scrapers/discover.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tokens-fixtures-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

// readers meet the audits of the warehouse here, and not for the first time on a user's machine
test('a store that holds a body of every source still publishes', { timeout: 120_000 }, async () => {
	const place = placeOf({ TOKENS_HOME: join(scratch, 'home'), TOKENS_DIST: join(scratch, 'dist') });
	const store = openStore(place.home);
	const nothing = { http_status: 200, etag: null, last_modified: null, observed: null, reason: null };
	for (const source of await discover()) {
		const { bytes, name } = fixtureOf(source);
		const url = `https://${source.id}.example.com/${name}`;
		store.keep({ source: source.id, url, fetched_at: '2026-11-21T04:00:00.000Z', media_type: '', ...nothing }, bytes);
	}
	const faults: string[] = [];
	const report = { ...silent, fault: (line: string) => faults.push(line) };
	const { catalog, findings } = await build(place, report, new Date('2026-11-21T05:00:00Z'));
	expect(faults).toEqual([]);
	expect(findings).toEqual([]);
	expect(catalog).not.toBeNull();
});
