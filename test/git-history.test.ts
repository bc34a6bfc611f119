import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backfillGit, type GitBackfillOptions } from '../pipelines/backfill-git.ts';
import { silent } from '../pipelines/report.ts';
import { readStore } from '../pipelines/rows.ts';
import { openStore } from '../pipelines/store.ts';
import type { Found } from '../scrapers/discover.ts';
import { madeRepository, type MadeRepository } from './git-made.ts';
import { madeSource, sheet } from './made-source.ts';

const scratch = mkdtempSync(join(tmpdir(), 'git-history-'));
let folders = 0;
const fresh = (): string => join(scratch, `${++folders}`);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const address = 'https://example.com/acme/prices';
const source: Found = madeSource('acme', {
	history: { git: { repository: address, files: ['prices/now.json', 'prices.json'] } },
});
const body = (price: string): string => JSON.stringify(sheet(12, price));
const run = (home: string, more: Partial<GitBackfillOptions> = {}) =>
	backfillGit({
		home,
		now: new Date('2026-05-10T03:00:00Z'),
		env: process.env,
		report: silent,
		sources: [source],
		archived: [],
		git: made.folder,
		...more,
	});
const looksOf = (home: string) => openStore(home).looks('acme');
const keptUrls = (home: string): string[] =>
	looksOf(home)
		.filter(({ snapshot }) => snapshot)
		.map(({ url }) => url);

/** One file's life: two commits a day, a branch merged days after it was made, a broken day, a rename, an end, a return. */
let made: MadeRepository;
const sha: Record<string, string> = {};
const urlOf = (name: string, path = 'prices.json'): string => `git:${address}@${sha[name]}:${path}`;
let expected: string[];

beforeAll(() => {
	made = madeRepository(fresh());
	sha.first = made.commit('2026-01-01T09:00:00Z', { 'prices.json': body('5'), 'README.md': 'prices' });
	sha.morning = made.commit('2026-01-03T08:00:00Z', { 'prices.json': body('4.5') });
	sha.evening = made.commit('2026-01-03T23:59:59Z', { 'prices.json': body('4') });
	sha.elsewhere = made.commit('2026-01-04T12:00:00Z', { 'README.md': 'all prices' });
	made.git('checkout', '--quiet', '-b', 'cheaper');
	sha.branch = made.commit('2026-01-05T12:00:00Z', { 'prices.json': body('3') });
	made.git('checkout', '--quiet', 'main');
	sha.meanwhile = made.commit('2026-01-06T12:00:00Z', { 'README.md': 'prices, all of them' });
	sha.merge = made.merge('2026-01-07T12:00:00Z', 'cheaper');
	sha.broken = made.commit('2026-01-09T12:00:00Z', { 'prices.json': '{ "data": [' });
	sha.mended = made.commit('2026-01-10T12:00:00Z', { 'prices.json': body('3') });
	sha.moved = made.commit('2026-01-12T12:00:00Z', { 'prices.json': null, 'prices/now.json': body('2') });
	sha.gone = made.commit('2026-01-14T12:00:00Z', { 'prices/now.json': null });
	sha.back = made.commit('2026-01-16T12:00:00Z', { 'prices/now.json': body('1') });
	expected = ['first', 'evening', 'merge', 'broken', 'mended']
		.map(name => urlOf(name))
		.concat(['moved', 'back'].map(name => urlOf(name, 'prices/now.json')));
});

describe('the history of a repository', () => {
	it('is kept day by day from a folder, under the address of the public one', async () => {
		const home = fresh();
		// the broken day is a body too: what it says is for the reader to judge; mended is what merge was
		expect(await run(home)).toMatchObject({ kept: 6, failed: 0, left: 0 });
		expect(keptUrls(home)).toEqual(expected);
		const looks = looksOf(home);
		expect(looks.map(({ observed }) => observed)).toEqual(
			['01', '03', '07', '09', '10', '12', '16'].map(day => ({
				on: `2026-01-${day}`,
				basis: 'git',
				quality: 'bounded',
			})),
		);
		expect(looks[4]?.snapshot).toBe(looks[2]?.snapshot);
		expect([...looks.map(({ fetched_at }) => fetched_at)].sort()).toEqual(looks.map(({ fetched_at }) => fetched_at));
		expect(new Set(looks.map(({ fetched_at }) => fetched_at)).size).toBe(7);
	});

	it('is the same from a clone of an address, which is brought up to date the next time', async () => {
		const copy = madeRepository(fresh());
		copy.git('pull', '--quiet', made.folder, 'main');
		const [home, git] = [fresh(), `file://${copy.folder}`];
		expect(await run(home, { git })).toMatchObject({ kept: 6, failed: 0, left: 0 });
		expect(keptUrls(home)).toEqual(expected);
		const [clone = ''] = readdirSync(join(home, 'cache', 'git'));
		expect(readFileSync(join(home, 'cache', 'git', clone, 'config'), 'utf8')).toContain(
			'partialclonefilter = blob:none',
		);
		const objects = (): number =>
			Number(/in-pack: (\d+)/.exec(copy.git('-C', join(home, 'cache', 'git', clone), 'count-objects', '-v'))?.[1]);
		const before = objects();
		const next = copy.commit('2026-01-20T12:00:00Z', { 'prices/now.json': body('0.5') });
		const later = { git, now: new Date('2026-05-11T03:00:00Z') };
		expect(await run(home, later)).toMatchObject({ kept: 1, failed: 0, left: 0 });
		expect(keptUrls(home).at(-1)).toBe(`git:${address}@${next}:prices/now.json`);
		// the commit, its two folders and the file: what is there is not sent again
		expect(objects() - before).toBe(4);
	});

	it('asks for nothing it has', async () => {
		const home = fresh();
		await run(home);
		const before = looksOf(home);
		expect(await run(home, { now: new Date('2026-05-11T03:00:00Z') })).toMatchObject({ kept: 0, failed: 0, left: 0 });
		expect(looksOf(home)).toEqual(before);
	});

	it('goes on where a bounded run stopped, and counts new bodies only', async () => {
		const home = fresh();
		expect(await run(home, { max: 3 })).toMatchObject({ kept: 3, left: 5 });
		expect(keptUrls(home)).toEqual(expected.slice(0, 3));
		const on = (day: string) => ({ now: new Date(`${day}T03:00:00Z`) });
		// mended is seen again and takes no place
		expect(await run(home, { max: 2, ...on('2026-05-11') })).toMatchObject({ kept: 2, left: 2 });
		expect(await run(home, on('2026-05-12'))).toMatchObject({ kept: 1, left: 0 });
		expect(keptUrls(home)).toEqual(expected);
	});

	it('stays within the days asked for, and can be had week by week or commit by commit', async () => {
		const [some, weekly, all] = [fresh(), fresh(), fresh()];
		await run(some, { since: '2026-01-03', until: '2026-01-09' });
		expect(keptUrls(some)).toEqual(expected.slice(1, 4));
		await run(weekly, { pace: 'week' });
		expect(keptUrls(weekly)).toEqual([urlOf('evening'), urlOf('mended'), expected[6]]);
		await run(all, { pace: 'commit' });
		expect(keptUrls(all)).toEqual([expected[0], urlOf('morning'), ...expected.slice(1)]);
	});

	it('goes to quarantine where a day cannot be read, and stands for the rest', async () => {
		const home = fresh();
		await run(home);
		const { looks, files } = await readStore({ store: openStore(home), sources: [source], home, decisions: new Map() });
		expect(looks.map(({ state }) => state)).toEqual(['good', 'good', 'good', 'held', 'good', 'good', 'good']);
		expect(looks[3]?.reason).toMatch(/^shape: acme: /);
		expect(looks.map(look => look.observed_on_basis)).toEqual(Array(7).fill('git'));
		expect(files.price).toHaveLength(5);
	});

	it('lacks a body that is larger than allowed, and says so once a run', async () => {
		const big = madeRepository(fresh());
		big.commit('2026-01-01T12:00:00Z', { 'prices.json': body('1') });
		big.commit('2026-01-02T12:00:00Z', { 'prices.json': JSON.stringify(sheet(500)) });
		big.commit('2026-01-03T12:00:00Z', { 'prices.json': body('2') });
		const home = fresh();
		const summary = await run(home, { git: big.folder, limits: { max_bytes: 2_000 } });
		expect(summary).toMatchObject({ kept: 2, failed: 1, left: 0 });
		expect(summary.sources[0]?.reason).toBe('git: cat-file: larger than allowed: 2000 bytes');
		expect(looksOf(home).map(({ status }) => status)).toEqual(['new', 'failed', 'new']);
	});
});

describe('a repository of somebody else', () => {
	/** Every file under a folder with its time of change. */
	const shown = (folder: string): string[] =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.sort()
			.map(file => `${file} ${statSync(join(folder, file)).mtimeMs}`);

	it('is never written to', async () => {
		const before = shown(made.folder);
		await run(fresh());
		expect(shown(made.folder)).toEqual(before);
	});

	it('runs nothing that its settings name', async () => {
		const hostile = madeRepository(fresh());
		hostile.commit('2026-01-01T12:00:00Z', { 'prices.json': body('1') });
		const proof = join(scratch, 'run');
		const trap = join(scratch, 'trap.sh');
		writeFileSync(trap, `#!/bin/sh\ntouch '${proof}'\n`, { mode: 0o755 });
		const settings = [
			'core.fsmonitor',
			'core.pager',
			'gpg.program',
			'diff.external',
			'core.sshCommand',
			'alias.rev-list',
		];
		for (const setting of [...settings, 'remote.origin.uploadpack', 'credential.helper', 'core.alternateRefsCommand'])
			hostile.git('config', setting, setting.startsWith('alias') ? `!${trap}` : trap);
		hostile.git('config', 'log.showSignature', 'true');
		hostile.git('config', 'core.hooksPath', scratch);
		hostile.git('config', 'extensions.partialClone', 'origin');
		hostile.git('config', 'remote.origin.url', scratch);
		hostile.git('config', 'remote.origin.promisor', 'true');
		const home = fresh();
		expect(await run(home, { git: hostile.folder })).toMatchObject({ kept: 1, failed: 0 });
		// a file that the clone lacks is not fetched from where its settings say
		const blob = hostile.git('rev-parse', 'HEAD:prices.json');
		rmSync(join(hostile.folder, '.git', 'objects', blob.slice(0, 2), blob.slice(2)));
		const summary = await run(fresh(), { git: hostile.folder });
		expect(summary).toMatchObject({ kept: 0, failed: 1 });
		expect(summary.sources[0]?.reason).toMatch(/^git: [^\n]+$/);
		expect(summary.sources[0]?.reason).not.toContain(scratch);
		expect(existsSync(proof)).toBe(false);
	});

	it('leaves no place of this machine in what is kept', async () => {
		const [home, git] = [fresh(), `file://${made.folder}`];
		await run(home, { git });
		await run(home, { git: join(made.folder) });
		const files = readdirSync(join(home, 'looks'), { recursive: true, encoding: 'utf8' });
		const texts = files
			.filter(file => file.endsWith('.json'))
			.map(file => readFileSync(join(home, 'looks', file), 'utf8'));
		expect(texts.length).toBe(7);
		for (const text of texts) expect(text).not.toContain(scratch);
		const nothing = await run(fresh(), { git: `file://${join(scratch, 'nothing')}` });
		expect(nothing).toMatchObject({ kept: 0, failed: 1 });
		expect(nothing.sources[0]?.reason).toMatch(
			/^git: fetch failed: 'the folder' does not appear to be a git repository/,
		);
	});

	it('is the one in the folder that was named, not one above it', async () => {
		const inner = join(made.folder, '.git', 'nothing');
		mkdirSync(inner, { recursive: true });
		const summary = await run(fresh(), { git: inner });
		rmSync(inner, { recursive: true });
		expect(summary).toMatchObject({ kept: 0, failed: 1 });
		expect(summary.sources[0]?.reason).toMatch(/^git: rev-list failed: not a git repository/);
	});

	it.each([
		['ssh://git@example.com/acme', 'unsupported git address: ssh:'],
		['http://example.com/acme', 'unsupported git address: http:'],
		['ext::sh -c true', 'unsupported git address: ext:'],
		['https://user:secret@example.com/acme', 'git address with a password'],
		['/nowhere/at/all', 'missing folder: /nowhere'],
	])('is refused at %s', async (git, message) => {
		const refused = run(fresh(), { git });
		await expect(refused).rejects.toThrow(`backfill: ${message}`);
		await expect(refused).rejects.not.toThrow('secret');
	});

	it('is asked for by the name of one source that has a history', async () => {
		const other = madeSource('other');
		const sources = [source, other];
		await expect(run(fresh(), { sources, only: ['other'] })).rejects.toThrow('source without a history in git: other');
		await expect(run(fresh(), { sources, only: ['none'] })).rejects.toThrow('unknown source: none');
		const two = [source, { ...source, id: 'second' }];
		await expect(run(fresh(), { sources: two })).rejects.toThrow('expected one source for this repository got 2');
	});

	it('cannot be had without git, and names it', async () => {
		const summary = await run(fresh(), { env: { PATH: scratch } });
		expect(summary.sources[0]?.reason).toBe('git: missing program: git is not on the path');
	});
});
