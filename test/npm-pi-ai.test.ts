import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import semver from 'semver';
import { describe, expect, it } from 'vitest';
import { archivedLooks } from '../pipelines/archived.ts';
import { ShapeError } from '../scrapers/error.ts';
import { changelogDates, datesOf, inversionShare } from '../scrapers/npm-dates.ts';
import { knownDates } from '../scrapers/npm-known-dates.ts';
import { source as piAi } from '../scrapers/prices/npm-pi-ai.ts';
import { Row, type AnyRow, type PriceRow, type Source } from '../scrapers/source.ts';
import { tarballOf } from '../scrapers/tarball.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { catalogue, cost, layouts, piModel, tarballFor } from './pi-tarball.ts';

const source: Source = piAi;
const read = (bytes: Uint8Array): AnyRow[] =>
	source
		.read({ url: 'npm:@earendil-works/pi-ai@1.0.0', bytes, media_type: 'application/gzip' })
		.map(row => Row.parse(row));
const prices = (bytes: Uint8Array): PriceRow[] => read(bytes).filter((row): row is PriceRow => row.record === 'price');
const one = (model: Record<string, unknown>): PriceRow[] =>
	prices(layouts['0.99.1']({ [String(model.provider)]: [model] }));
const brief = (rows: PriceRow[]) =>
	rows.map(row => [row.meter, row.amount, row.status, row.min_input_tokens, row.max_input_tokens, row.field]);

describe('the catalogue of pi-ai', () => {
	it.each(Object.entries(layouts))('reads to the same rows in the layout of %s', (_, build) => {
		const small = {
			xiaomi: [piModel('xiaomi', 'mimo-v2.5-pro', cost(0.435, 0.87, 0.0036))],
			zai: [piModel('zai', 'glm-5', cost(1, 3.2, 0.2))],
		};
		const rows = read(build(small));
		expect(brief(rows.filter((row): row is PriceRow => row.record === 'price'))).toEqual([
			['input', '0.435', 'listed', 0, null, 'cost.input'],
			['output', '0.87', 'listed', 0, null, 'cost.output'],
			['cache_read', '0.0036', 'listed', 0, null, 'cost.cacheRead'],
			['cache_write', null, 'unknown', 0, null, 'cost.cacheWrite'],
			['input', '1', 'listed', 0, null, 'cost.input'],
			['output', '3.2', 'listed', 0, null, 'cost.output'],
			['cache_read', '0.2', 'listed', 0, null, 'cost.cacheRead'],
			['cache_write', null, 'unknown', 0, null, 'cost.cacheWrite'],
		]);
		expect(rows.filter(row => row.record === 'model')).toMatchObject([
			{
				provider: 'xiaomi',
				model: 'mimo-v2.5-pro',
				title: 'MIMO-V2.5-PRO',
				context_tokens: 131072,
				max_output_tokens: 8192,
				reasoning: false,
			},
			{ provider: 'zai', model: 'glm-5' },
		]);
	});

	it('bills the whole request at the tier that its input is above', () => {
		const tiers = [
			{ inputTokensAbove: 272000, ...cost(10, 45, 1) },
			{ inputTokensAbove: 128000, ...cost(5, 20) },
		];
		const rows = brief(one(piModel('openai', 'gpt-6', { ...cost(2.5, 15, 0.25), tiers })));
		expect(rows.filter(([meter]) => meter === 'input')).toEqual([
			['input', '2.5', 'listed', 0, 128000, 'cost.input'],
			['input', '5', 'listed', 128000, 272000, 'cost.tiers[1].input'],
			['input', '10', 'listed', 272000, null, 'cost.tiers[0].input'],
		]);
		expect(rows.filter(([meter]) => meter === 'cache_read')).toEqual([
			['cache_read', '0.25', 'listed', 0, 128000, 'cost.cacheRead'],
			['cache_read', null, 'unknown', 128000, 272000, 'cost.tiers[1].cacheRead'],
			['cache_read', '1', 'listed', 272000, null, 'cost.tiers[0].cacheRead'],
		]);
	});

	it('takes a zero for free only where the name says so', () => {
		const statusOf = (provider: string, id: string, rates: ReturnType<typeof cost>) =>
			one(piModel(provider, id, rates)).map(({ status, amount }) => [status, amount]);
		expect(statusOf('openrouter', 'qwen/qwen3-coder:free', cost(0, 0))).toEqual([
			['free', '0'],
			['free', '0'],
			['unknown', null],
			['unknown', null],
		]);
		expect(statusOf('opencode', 'grok-code-free', cost(0, 0)).slice(0, 2)).toEqual([
			['free', '0'],
			['free', '0'],
		]);
		expect(statusOf('github-copilot', 'gpt-6', cost(0, 0)).slice(0, 2)).toEqual([
			['not_metered', '0'],
			['not_metered', '0'],
		]);
		expect(statusOf('openai', 'odd', cost(0, 2)).slice(0, 2)).toEqual([
			['unknown', null],
			['listed', '2'],
		]);
	});

	it('takes what a subscription prints for no price', () => {
		expect(one(piModel('xiaomi-token-plan-cn', 'mimo-v2.5-pro', cost(1, 3, 0.2))).map(({ status }) => status)).toEqual([
			'not_metered',
			'not_metered',
			'not_metered',
			'unknown',
		]);
		expect(
			one(piModel('zai-coding-cn', 'glm-5', cost(1, 3)))
				.map(({ status }) => status)
				.slice(0, 2),
		).toEqual(['not_metered', 'not_metered']);
	});

	it('takes the price that depends on the routed model for unknown', () => {
		const rows = one(piModel('openrouter', 'openrouter/auto', cost(-1000000, -1000000)));
		expect(rows.map(({ amount, status }) => [amount, status])).toEqual(Array(4).fill([null, 'unknown']));
	});

	it('keeps five minutes of cache only for what Anthropic writes', () => {
		const meterOf = (provider: string, id: string) => one(piModel(provider, id, cost(3, 15, 0.3, 3.75))).at(-1)?.meter;
		expect(meterOf('anthropic', 'claude-opus-4.8')).toBe('cache_write_5m');
		expect(meterOf('openrouter', 'anthropic/claude-opus-4.8')).toBe('cache_write_5m');
		expect(meterOf('openrouter', 'qwen/qwen3.7-max')).toBe('cache_write');
	});

	it('leaves out pictures and classifiers, which are not priced by the token', () => {
		const rows = read(
			layouts['0.99.1']({
				openai: [
					piModel('openai', 'gpt-6', cost(1, 2)),
					piModel('openai', 'gpt-image-3', cost(5, 40), { type: 'image' }),
					piModel('openai', 'guard', cost(1, 1), { type: 'classifier' }),
				],
			}),
		);
		expect(new Set(rows.map(row => ('model' in row ? row.model : '')))).toEqual(new Set(['gpt-6']));
	});

	it('leaves out a lone entry that does not fit, and says which', () => {
		const models = Array.from({ length: 20 }, (_, i) => piModel('openai', `gpt-${i}`, cost(1, 2)));
		models.push(piModel('openai', 'broken', { ...cost(1, 2), input: 'a dollar' as unknown as number }));
		const left: string[] = [];
		const bytes = layouts['0.99.1']({ openai: models });
		expect(source.read({ url: '', bytes, media_type: '' }, what => left.push(what))).toHaveLength(100);
		expect(left).toEqual([expect.stringContaining('broken')]);
	});

	it('never runs what it reads', () => {
		const bytes = tarballFor({
			'dist/models.generated.js': 'export const MODELS = { openai: globalThis.piWasRun = {} };',
		});
		expect(() => read(bytes)).toThrow(ShapeError);
		expect('piWasRun' in globalThis).toBe(false);
	});

	it.each([
		['no catalogue', { 'dist/index.js': 'export {}' }, /missing catalogue/],
		['an empty catalogue', { 'dist/models.generated.js': 'export const MODELS = {};' }, /empty catalogue/],
		['broken JSON', { 'dist/providers/data/xai.json': '{"chat' }, /invalid json in dist\/providers\/data\/xai\.json/],
	])('names a tarball with %s', (_, files, message) => {
		expect(() => read(tarballFor(files))).toThrow(message);
	});

	it('is committed as a small body of every case', () => {
		const file = new URL('fixtures/prices/npm-pi-ai.tar.gz', import.meta.url);
		const texts = (bytes: Uint8Array) => tarballOf('test', bytes, () => true);
		expect(texts(readFileSync(file))).toEqual(texts(layouts['0.99.1'](catalogue)));
	});
});

describe('the day of a version', () => {
	const log = changelogDates(
		'# Changelog\n\n## [Unreleased]\n\n## [1.2.0] - 2026-03-09\n### Added\n## [1.1.0] - 2026-03-02\n## 1.0.0 (2026-02-01)\n',
	);
	const evidence = { changelog: log, known: {}, time: {} };

	it('is the one its changelog states', () => {
		expect([...log]).toEqual([
			['1.2.0', '2026-03-09'],
			['1.1.0', '2026-03-02'],
			['1.0.0', '2026-02-01'],
		]);
		expect(datesOf({ ...evidence, versions: ['1.1.0'] }).get('1.1.0')).toEqual({
			on: '2026-03-02',
			basis: 'changelog',
			quality: 'exact',
		});
	});

	it('is bounded by the next version where nothing states it', () => {
		expect(datesOf({ ...evidence, versions: ['1.1.5'] }).get('1.1.5')).toEqual({
			on: '2026-03-09',
			basis: 'changelog',
			quality: 'bounded',
		});
	});

	it('is the day of the look for a version newer than everything dated', () => {
		expect(datesOf({ ...evidence, versions: ['1.3.0', '1.2.0'] }).has('1.3.0')).toBe(false);
	});

	it('comes from the registry only where its times run with the versions', () => {
		const versions = ['3.0.0', '3.1.0', '3.2.0'];
		const time = { '3.0.0': '2026-04-01T00:00:00Z', '3.1.0': '2026-04-08T00:00:00Z', '3.2.0': '2026-04-15T00:00:00Z' };
		expect(datesOf({ ...evidence, versions, time }).get('3.1.0')).toEqual({
			on: '2026-04-08',
			basis: 'registry',
			quality: 'exact',
		});
		const stamped = { ...time, '3.1.0': '2026-09-22T00:00:00Z' };
		expect(datesOf({ ...evidence, versions, time: stamped }).has('3.1.0')).toBe(false);
	});

	it('is committed where the changelog was cut, and never contradicts the order of versions', () => {
		for (const [name, known] of Object.entries(knownDates)) {
			const days = Object.keys(known)
				.sort(semver.compare)
				.map(version => known[version]!.on);
			expect([name, days]).toEqual([name, [...days].sort()]);
		}
	});

	it('counts steps that go back in time', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.nat(1e6), { minLength: 2, maxLength: 40 }), offsets => {
				const times = offsets.map(offset => new Date(1.7e12 + offset * 1000).toISOString());
				const share = inversionShare(times);
				const back = offsets.slice(1).filter((offset, i) => offset < offsets[i]!).length;
				return share === back / (offsets.length - 1) && inversionShare([...times].sort()) === 0;
			}),
		);
	});
});

describe('the shipped archive', () => {
	const parquet = new URL('../warehouse/archive/price/npm-pi-ai.parquet', import.meta.url).pathname;
	const looks = archivedLooks().filter(({ source: id }) => id === 'npm-pi-ai');

	it('names every version once, with its integrity', () => {
		expect(existsSync(parquet)).toBe(true);
		expect(looks.length).toBeGreaterThanOrEqual(228);
		expect(new Set(looks.map(({ url }) => url)).size).toBe(looks.length);
		for (const { integrity, observed_on } of looks) {
			expect(integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
			expect(observed_on >= '2025-08-28').toBe(true);
		}
	});

	it('shows the cut of MiMo-V2.5-Pro on Xiaomi and on OpenRouter, each meter on its own', async () => {
		const connection = await connect();
		const rows = await rowsOf<{ provider: string; day: string; meter: string; amount: string }>(
			connection,
			`select provider, min(observed_on)::varchar as day, meter, amount from read_parquet('${parquet}')
			 where (provider, model) in (('xiaomi', 'mimo-v2.5-pro'), ('openrouter', 'xiaomi/mimo-v2.5-pro'))
			   and status = 'listed' and observed_on < '2026-10-16'
			 group by provider, meter, amount order by provider, day, meter`,
		);
		connection.closeSync();
		expect(rows.map(row => [row.provider, row.day, row.meter, Number(row.amount).toPrecision(4)])).toEqual([
			['openrouter', '2026-04-22', 'cache_read', '0.2000'],
			['openrouter', '2026-04-22', 'input', '1.000'],
			['openrouter', '2026-04-22', 'output', '3.000'],
			['openrouter', '2026-05-27', 'cache_read', '0.003600'],
			['openrouter', '2026-05-27', 'input', '0.4350'],
			['openrouter', '2026-05-27', 'output', '0.8700'],
			['xiaomi', '2026-05-01', 'cache_read', '0.2000'],
			['xiaomi', '2026-05-01', 'input', '1.000'],
			['xiaomi', '2026-05-01', 'output', '3.000'],
			['xiaomi', '2026-06-30', 'cache_read', '0.003600'],
			['xiaomi', '2026-06-30', 'input', '0.4350'],
			['xiaomi', '2026-06-30', 'output', '0.8700'],
		]);
	});
});
