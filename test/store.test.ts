import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { archivedLooks } from '../pipelines/archived.ts';
import { bodyFile, DamagedBody, openStore, type Look } from '../pipelines/store.ts';

const homes: string[] = [];
afterAll(() => {
	for (const home of homes) rmSync(home, { recursive: true, force: true });
});
function newHome(): string {
	const home = mkdtempSync(join(tmpdir(), 'tokens-store-'));
	homes.push(home);
	return home;
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const lookAt = (at: string, url = 'https://example.com/a', source = 'one') => ({
	source,
	url,
	fetched_at: `2026-11-${at}.000Z`,
	media_type: 'application/json',
	http_status: 200,
	observed: null,
	reason: null,
});
const filesUnder = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(entry => entry.isFile())
		.map(entry => join(entry.parentPath, entry.name))
		.sort();

test('a body comes back as it was kept, in this run and in the next', () => {
	const home = newHome();
	const kept = openStore(home).keep({ ...lookAt('01T00:00:00'), etag: '"x"' }, bytesOf('{"a":1}'));
	expect(kept).toMatchObject({
		status: 'new',
		bytes: 7,
		snapshot: createHash('sha256').update('{"a":1}').digest('hex'),
	});
	const store = openStore(home);
	expect(new TextDecoder().decode(store.body(kept.snapshot))).toBe('{"a":1}');
	expect(store.looks()).toEqual([kept]);
	expect(store.last('one', kept.url)).toEqual(kept);
	expect(gunzipSync(readFileSync(bodyFile(home, kept.snapshot))).toString()).toBe('{"a":1}');
});

test('looks lie by source and month, and one file is never written twice', () => {
	const home = newHome();
	const store = openStore(home);
	store.keep(lookAt('01T01:02:03'), bytesOf('a'));
	store.keep(lookAt('02T01:02:03'), bytesOf('b'));
	const looks = filesUnder(join(home, 'looks')).map(file => file.slice(join(home, 'looks').length));
	expect(looks).toHaveLength(2);
	expect(looks[0]).toMatch(/^\/one\/2026-11\/20261101T010203000Z-[0-9a-f]{8}\.json$/);
	expect(readdirSync(join(home, 'partials'))).toEqual([]);
});

test('the same bytes are kept once and the later look says unchanged', () => {
	const home = newHome();
	const store = openStore(home);
	store.keep(lookAt('01T00:00:00'), bytesOf('same'));
	expect(store.keep(lookAt('02T00:00:00'), bytesOf('same')).status).toBe('unchanged');
	expect(store.keep(lookAt('03T00:00:00'), bytesOf('other')).status).toBe('new');
	expect(store.keep(lookAt('04T00:00:00'), bytesOf('same')).status).toBe('new');
	expect(filesUnder(join(home, 'bodies'))).toHaveLength(2);
	expect(store.looks('one').map(look => look.status)).toEqual(['new', 'unchanged', 'new', 'new']);
	expect(store.looks('two')).toEqual([]);
});

test('half a body is never read, is set aside, and the address counts as not had', () => {
	const home = newHome();
	const store = openStore(home);
	const { snapshot, url } = store.keep(lookAt('01T00:00:00'), bytesOf('x'.repeat(5_000) + Math.random()));
	expect(store.has(url)).toBe(true);
	truncateSync(bodyFile(home, snapshot), 30);
	expect(() => openStore(home).body(snapshot)).toThrow(DamagedBody);
	expect(() => openStore(home).body(snapshot)).toThrow(`store: damaged body: ${snapshot}`);
	expect(existsSync(`${bodyFile(home, snapshot)}.damaged`)).toBe(true);
	expect(openStore(home).has(url)).toBe(false);
	expect(openStore(home).last('one', url)).toBeUndefined();
});

test('other bytes under the right name are refused', () => {
	const home = newHome();
	const store = openStore(home);
	const a = store.keep(lookAt('01T00:00:00'), bytesOf('a'));
	const b = store.keep(lookAt('02T00:00:00'), bytesOf('b'));
	writeFileSync(bodyFile(home, a.snapshot), readFileSync(bodyFile(home, b.snapshot)));
	expect(() => store.body(a.snapshot)).toThrow(DamagedBody);
	expect(new TextDecoder().decode(store.body(b.snapshot))).toBe('b');
});

test('a damaged body is replaced when its bytes are seen again', () => {
	const home = newHome();
	const store = openStore(home);
	const { snapshot } = store.keep(lookAt('01T00:00:00'), bytesOf('again'));
	truncateSync(bodyFile(home, snapshot), 3);
	store.keep(lookAt('02T00:00:00'), bytesOf('again'));
	expect(new TextDecoder().decode(store.body(snapshot))).toBe('again');
});

test('half a look, and a look that was edited, are not looks', () => {
	const home = newHome();
	const store = openStore(home);
	for (const at of ['01T00:00:00', '02T00:00:00', '03T00:00:00']) store.keep(lookAt(at), bytesOf(at));
	const [first, second] = filesUnder(join(home, 'looks'));
	truncateSync(first!, 40);
	writeFileSync(second!, readFileSync(second!, 'utf8').replace('example.com', 'example.org'));
	expect(
		openStore(home)
			.looks()
			.map(look => look.fetched_at.slice(8, 10)),
	).toEqual(['03']);
});

test('what a killed process was writing is swept, what a living one is writing stays', () => {
	const home = newHome();
	openStore(home).keep(lookAt('01T00:00:00'), bytesOf('a'));
	writeFileSync(join(home, 'partials', '999999999-1.partial'), 'half');
	writeFileSync(join(home, 'partials', `${process.pid}-77.partial`), 'half');
	expect(openStore(home).looks()).toHaveLength(1);
	expect(readdirSync(join(home, 'partials'))).toEqual([`${process.pid}-77.partial`]);
});

test('an address is had by the source that kept it, or by the archive', () => {
	const store = openStore(newHome(), { archived: [{ source: 'old', url: 'npm:package@1.0.0' }] });
	store.keep(lookAt('01T00:00:00', 'npm:package@2.0.0', 'one'), bytesOf('a'));
	expect(store.has('npm:package@1.0.0')).toBe(true);
	expect(store.has('npm:package@1.0.0', 'old')).toBe(true);
	expect(store.has('npm:package@1.0.0', 'one')).toBe(false);
	expect(store.has('npm:package@2.0.0', 'one')).toBe(true);
	expect(store.has('npm:package@2.0.0', 'two')).toBe(false);
	expect(store.has('npm:package@3.0.0')).toBe(false);
});

test('a look without a body is noted, and never stands for its address', () => {
	const home = newHome();
	const failed: Look = {
		...lookAt('01T00:00:00'),
		status: 'failed',
		snapshot: null,
		bytes: null,
		http_status: 500,
		reason: 'example.com: http status: 500',
	};
	openStore(home).note(failed);
	const store = openStore(home);
	expect(store.looks()).toEqual([failed]);
	expect(store.has(failed.url)).toBe(false);
	expect(store.last('one', failed.url)).toBeUndefined();
});

test('a look that is none is refused before anything is written', () => {
	const home = newHome();
	expect(() => openStore(home).note({ ...lookAt('01T00:00:00'), fetched_at: 'today' } as unknown as Look)).toThrow();
	expect(existsSync(join(home, 'looks'))).toBe(false);
});

test('the list of archived looks is read with quoted addresses, and may be absent', () => {
	const file = join(newHome(), 'looks.csv');
	writeFileSync(file, 'source,url,snapshot\none,"https://example.com/?a=1,2&b=""x""",abc\ntwo,npm:x@1.0.0,def\n');
	expect(archivedLooks(file)).toEqual([
		{ source: 'one', url: 'https://example.com/?a=1,2&b="x"', snapshot: 'abc' },
		{ source: 'two', url: 'npm:x@1.0.0', snapshot: 'def' },
	]);
	expect(archivedLooks(join(newHome(), 'nothing.csv'))).toEqual([]);
});
