import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePackageArchive, type ArchiveOptions } from '../pipelines/archive.ts';
import { writeArchivedRows } from '../pipelines/archive-rows.ts';
import { archivedLooks } from '../pipelines/archived.ts';
import { backfill, hasHistory, type BackfillOptions } from '../pipelines/backfill.ts';
import { inOrder } from '../pipelines/in-order.ts';
import { histories } from '../pipelines/package-history.ts';
import { silent } from '../pipelines/report.ts';
import { openStore } from '../pipelines/store.ts';
import { discover, type Found } from '../scrapers/discover.ts';
import { fetchPackage, packageOf } from '../scrapers/fetch-package.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { integrityOf, npmRegistry, type Registry, type Served } from './npm-registry.ts';
import { cost, layouts, piModel, tarballFor } from './pi-tarball.ts';

const old = '@mariozechner/pi-ai';
const young = '@earendil-works/pi-ai';
const sibling = '@earendil-works/pi-coding-agent';
const changelog =
	'## [1.1.0] - 2026-05-08\n\n## [1.0.0] - 2026-05-01\n\n## [0.80.2] - 2026-04-24\n\n## [0.28.0] - 2026-01-05\n';
const mimo = (input: number, output: number) => ({
	xiaomi: [piModel('xiaomi', 'mimo-v2.5-pro', cost(input, output, 0.2))],
});

const scratch = mkdtempSync(join(tmpdir(), 'backfill-'));
let registry: Registry;
let source: Found;
let homes = 0;
const newHome = (): string => join(scratch, `home-${++homes}`);

beforeAll(async () => {
	registry = await npmRegistry({
		[old]: {
			'0.28.0': { bytes: layouts['0.5.28'](mimo(1, 3)), time: '2026-09-22T00:00:00Z' },
			'0.28.1': { bytes: layouts['0.5.28'](mimo(1, 3.5)), time: '2026-03-22T00:00:00Z' },
		},
		[young]: {
			'0.80.2': { bytes: layouts['0.80.2'](mimo(0.5, 1)) },
			'1.0.0': { bytes: layouts['0.84.0'](mimo(0.435, 0.87)) },
			'1.1.0': { bytes: layouts['0.99.1'](mimo(0.435, 0.87)) },
		},
		[sibling]: { '1.1.0': { bytes: tarballFor({ 'CHANGELOG.md': changelog }) } },
	});
	// npm's own way of being told: whatever the machine's settings say, these tests ask this registry
	process.env.npm_config_registry = registry.url;
	process.env.npm_config_cache = join(scratch, 'npm-cache');
	process.env.npm_config_fetch_retries = '0';
	source = (await discover()).find(({ id }) => id === 'npm-pi-ai')!;
});
afterAll(async () => {
	await registry.close();
	rmSync(scratch, { recursive: true, force: true });
});

const run = (home: string, more: Partial<BackfillOptions> = {}) =>
	backfill({
		home,
		now: new Date('2026-05-10T03:00:00Z'),
		env: {},
		report: silent,
		sources: [source],
		archived: [],
		...more,
	});
const tarballs = (): string[] => registry.asked.filter(path => path.endsWith('.tgz') && !path.includes(sibling));
const urlsOf = (home: string): string[] =>
	openStore(home)
		.looks('npm-pi-ai')
		.filter(({ snapshot }) => snapshot)
		.map(({ url }) => url);
const all = ['0.28.0', '0.28.1']
	.map(version => `npm:${old}@${version}`)
	.concat(['0.80.2', '1.0.0', '1.1.0'].map(version => `npm:${young}@${version}`));

/** Do something while the tarball of one version is served otherwise than the packument says. */
async function served(
	name: string,
	version: string,
	otherwise: Partial<Served>,
	then: () => Promise<void>,
): Promise<void> {
	const before = registry.packages[name]![version]!;
	registry.packages[name]![version] = { ...before, ...otherwise };
	try {
		await then();
	} finally {
		registry.packages[name]![version] = before;
	}
}

describe('backfill', () => {
	it('keeps every version once, in version order, dated by the changelog of the sibling', async () => {
		const home = newHome();
		expect(await run(home)).toMatchObject({ kept: 5, failed: 0, left: 0 });
		const looks = openStore(home).looks('npm-pi-ai');
		expect(looks.map(({ url }) => url)).toEqual(all);
		expect(looks.map(({ observed }) => [observed?.on, observed?.quality])).toEqual([
			['2026-01-05', 'exact'],
			// no changelog knows 0.28.1, and the registry's times run backwards: published by the next version's day
			['2026-04-24', 'bounded'],
			['2026-04-24', 'exact'],
			['2026-05-01', 'exact'],
			['2026-05-08', 'exact'],
		]);
		expect(new Set(looks.map(({ fetched_at }) => fetched_at)).size).toBe(5);
	});

	it('asks for nothing it has', async () => {
		const home = newHome();
		await run(home);
		const before = tarballs().length;
		expect(await run(home)).toMatchObject({ kept: 0, failed: 0, left: 0 });
		expect(tarballs()).toHaveLength(before);
		expect(urlsOf(home)).toHaveLength(5);
	});

	it('goes on where a bounded run stopped', async () => {
		const home = newHome();
		expect(await run(home, { max: 2 })).toMatchObject({ kept: 2, left: 3 });
		expect(urlsOf(home)).toEqual(all.slice(0, 2));
		const on = (day: string) => ({ now: new Date(`${day}T03:00:00Z`) });
		expect(await run(home, { max: 2, ...on('2026-05-11') })).toMatchObject({ kept: 2, left: 1 });
		expect(await run(home, on('2026-05-12'))).toMatchObject({ kept: 1, left: 0 });
		expect(urlsOf(home)).toEqual(all);
	});

	it('does not ask for what the shipped archive has, nor for days before the first one wanted', async () => {
		const archived = [{ source: 'npm-pi-ai', url: all[4]! }] as BackfillOptions['archived'];
		const home = newHome();
		expect(await run(home, { archived, since: '2026-04-24' })).toMatchObject({ kept: 3 });
		expect(urlsOf(home)).toEqual(all.slice(1, 4));
	});

	it('refuses an unknown source by name', async () => {
		await expect(run(newHome(), { only: ['npm-pi-aj'] })).rejects.toThrow('backfill: unknown source: npm-pi-aj');
	});

	it('is offered by the sources that have a history, and by no other', async () => {
		const offered = (await discover()).filter(one => hasHistory(one, '2026-05-10')).map(({ id }) => id);
		expect(offered).toEqual(expect.arrayContaining(['npm-pi-ai', 'openrouter-rankings-daily', 'vercel-ai-gateway']));
		expect(offered).not.toContain('models-dev');
	});

	it('goes on past a version that is not served, and asks for it the next time', async () => {
		const home = newHome();
		await served(young, '1.0.0', { isMissing: true }, async () => {
			rmSync(join(scratch, 'npm-cache'), { recursive: true, force: true });
			const { sources, ...summary } = await run(home);
			expect(summary).toEqual({ kept: 4, failed: 1, left: 0 });
			expect(sources[0]?.reason).toBe(`npm:${young}@1.0.0: package not served: E404`);
		});
		expect(
			openStore(home)
				.looks()
				.filter(({ status }) => status === 'failed')
				.map(({ reason }) => reason),
		).toEqual([`npm:${young}@1.0.0: package not served: E404`]);
		expect(await run(home)).toMatchObject({ kept: 1, failed: 0 });
	});
});

describe('a package of the npm registry', () => {
	it('is asked for by an exact version only', () => {
		expect(packageOf('npm:@a/b@1.2.3-rc.1')).toEqual({ name: '@a/b', version: '1.2.3-rc.1' });
		for (const version of ['^1.2.3', '1', 'next', '>=1', '1.x', '*']) {
			expect(() => packageOf(`npm:@a/b@${version}`)).toThrow(
				`npm:@a/b@${version}: expected an exact version: EVERSION`,
			);
		}
		expect(() => packageOf('npm:../b')).toThrow('invalid package address');
	});

	it('is refused when its bytes are not the ones the registry states', async () => {
		const bytes = layouts['0.84.0'](mimo(1, 1));
		registry.packages.forged = { '1.0.0': { bytes, stated: integrityOf(layouts['0.84.0'](mimo(2, 2))) } };
		await expect(fetchPackage('npm:forged@1.0.0')).rejects.toThrow('npm:forged@1.0.0: integrity mismatch: EINTEGRITY');
	});

	it('is refused when the registry states other bytes than an earlier look saw', async () => {
		const bytes = layouts['0.84.0'](mimo(1, 1));
		registry.packages.swapped = { '1.0.0': { bytes } };
		const integrity = integrityOf(layouts['0.84.0'](mimo(2, 2)));
		await expect(fetchPackage('npm:swapped@1.0.0', { integrity })).rejects.toThrow('integrity mismatch: EINTEGRITY');
		expect((await fetchPackage('npm:swapped@1.0.0', { integrity: integrityOf(bytes) })).bytes).toHaveLength(
			bytes.length,
		);
	});

	it('names what is not served, and never the registry', async () => {
		const errors = await Promise.all(
			['npm:absent', 'npm:absent@1.0.0', `npm:${young}@7.7.7`].map(url =>
				fetchPackage(url).catch((error: Error) => error.message),
			),
		);
		expect(errors).toEqual([
			'npm:absent: package not served: E404',
			'npm:absent@1.0.0: package not served: E404',
			`npm:${young}@7.7.7: version not served: ETARGET`,
		]);
		for (const error of errors) expect(error).not.toContain('127.0.0.1');
	});

	it('is given up on soon where no registry answers', async () => {
		const closed = await npmRegistry({});
		await closed.close();
		const env = { ...process.env, npm_config_registry: closed.url, npm_config_fetch_retries: undefined };
		await expect(fetchPackage(`npm:${young}`, { env })).rejects.toThrow(`npm:${young}: npm failed: ECONNREFUSED`);
	}, 5_000);
});

describe('the archive of dated versions', () => {
	const history = histories.find(({ id }) => id === 'npm-pi-ai')!;
	const write = (archive: string, more: Partial<ArchiveOptions> = {}) =>
		writePackageArchive({ history, archive, now: () => new Date('2026-05-10T03:00:00Z'), ...more });
	const pricesOf = async (archive: string) => {
		const connection = await connect();
		const rows = await rowsOf<Record<string, string>>(
			connection,
			`select * from read_parquet('${archive}/price/*.parquet') where meter = 'output' order by fetched_at`,
		);
		connection.closeSync();
		return rows;
	};

	it('holds every row with where and when it was seen', async () => {
		const archive = newHome();
		const summary = await write(archive);
		expect(summary).toMatchObject({ versions: 5, rows: 25, failed: [], rejected: [] });
		const rows = await pricesOf(archive);
		expect(rows.map(({ url, amount, observed_on }) => [url, amount, observed_on])).toEqual([
			[all[0], '3', '2026-01-05'],
			[all[1], '3.5', '2026-04-24'],
			[all[2], '1', '2026-04-24'],
			[all[3], '0.87', '2026-05-01'],
			[all[4], '0.87', '2026-05-08'],
		]);
		const looks = archivedLooks(join(archive, 'looks.csv'));
		expect(looks.map(({ rows }) => rows)).toEqual(['5', '5', '5', '5', '5']);
		expect(new Set(rows.map(({ snapshot }) => snapshot))).toEqual(new Set(looks.map(({ snapshot }) => snapshot)));
		expect(readdirSync(join(archive, 'price'))).toEqual(['npm-pi-ai.parquet']);
	});

	it('stays as it is when it is made again later', async () => {
		const archive = newHome();
		await write(archive);
		const looks = readFileSync(join(archive, 'looks.csv'), 'utf8');
		const rows = await pricesOf(archive);
		await write(archive, { now: () => new Date('2026-06-01T03:00:00Z') });
		expect(readFileSync(join(archive, 'looks.csv'), 'utf8')).toBe(looks);
		expect(await pricesOf(archive)).toEqual(rows);
	});

	it('keeps the rows of a version that can no longer be had, or has other bytes than before', async () => {
		const archive = newHome();
		await write(archive);
		const rows = await pricesOf(archive);
		const file = join(archive, 'looks.csv');
		const looks = readFileSync(file, 'utf8');
		const forged = archivedLooks(file).find(({ url }) => url === all[3])!.integrity;
		writeFileSync(file, looks.replace(forged, integrityOf(new Uint8Array(1))));
		const summary = await write(archive);
		expect(summary.failed).toEqual([`${all[3]}: integrity mismatch: EINTEGRITY`]);
		expect(summary.versions).toBe(4);
		expect(await pricesOf(archive)).toEqual(rows);
	});

	it('is split by year where one file would be too large to track', async () => {
		const archive = newHome();
		const look = {
			source: 'big',
			url: 'npm:big@1.0.0',
			snapshot: 'x',
			fetched_at: '2026-05-10 03:00:00',
			observed_on_basis: 'fetched',
			observed_on_quality: 'exact',
		};
		const rows = Array.from({ length: 4_000 }, (_, position) => ({
			...look,
			observed_on: `${2025 + (position % 2)}-06-01`,
			position,
			provider: 'p',
			model: `model-${position}`,
		}));
		const files = await writeArchivedRows({ record: 'model', id: 'big', archive, rows, carried: [], max_bytes: 6_000 });
		expect(files.map(file => file.slice(archive.length))).toEqual([
			'/model/big-2025.parquet',
			'/model/big-2026.parquet',
		]);
		const again = await writeArchivedRows({
			record: 'model',
			id: 'big',
			archive,
			rows: rows.slice(0, 10),
			carried: [],
			max_bytes: 6_000,
		});
		expect(again.map(file => file.slice(archive.length))).toEqual(['/model/big.parquet']);
		expect(readdirSync(join(archive, 'model'))).toEqual(['big.parquet']);
	});
});

describe('work in order', () => {
	it('gives results in the order of the tasks, at most so many at once, errors in their place', async () => {
		let running = 0;
		let most = 0;
		const tasks = [30, 1, 20, 1, 5].map((ms, i) => async () => {
			most = Math.max(most, ++running);
			await new Promise(resolve => setTimeout(resolve, ms));
			running--;
			if (i === 2) throw new Error('broken');
			return i;
		});
		const seen: (number | string)[] = [];
		for await (const result of inOrder(tasks, 2)) seen.push(result instanceof Error ? result.message : result);
		expect(seen).toEqual([0, 1, 'broken', 3, 4]);
		expect(most).toBe(2);
	});
});
