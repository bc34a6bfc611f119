import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { readBody } from '../pipelines/reading.ts';
import { csvOf } from '../scrapers/csv.ts';
import { discover } from '../scrapers/discover.ts';
import type { AnyRow, ScoreRow, UsageRow } from '../scrapers/source.ts';

// real bodies, one level above the project: they teach shape and are never copied into it
const captures = new URL('../../shared/captures/', import.meta.url);
const isPresent = existsSync(captures);
const sources = new Map((await discover()).map(source => [source.id, source]));

vi.setConfig({ testTimeout: 60_000 });

if (!isPresent) {
	console.log('corpus: ../shared/captures is absent, no usage, scores or figures replayed');
	describe('without the captures', () => {
		it('says that there are none', () => {
			expect(existsSync(captures)).toBe(false);
		});
	});
}

describe.runIf(isPresent)('the documented examples of the OpenRouter Data API', () => {
	const examples = isPresent
		? (JSON.parse(textOf('usage/openrouter-data-api/documented_examples.json')) as Record<string, unknown>)
		: {};
	const example = (id: string, name: string) => read(id, Buffer.from(JSON.stringify(examples[name])), name).rows;

	it('read as an app over thirty days', () => {
		expect(usageOf(example('openrouter-app-rankings', 'app-rankings'))).toMatchObject([
			{ day: '2026-04-12', period: '30_days', subject: 'app', name: 'Cline', slice: '12345', amount: '12345678901' },
			{ metric: 'requests', amount: '4321', unit: 'requests' },
		]);
	});

	it('read as the bill of a session', () => {
		expect(usageOf(example('openrouter-session-cost', 'session-cost'))).toMatchObject([
			{ day: '2026-04-12', period: '30_days', name: 'anthropic/claude-4.8-opus', amount: '1.74', unit: 'usd' },
		]);
	});

	it('read as eight shares of a week', () => {
		const rows = usageOf(example('openrouter-task-shares', 'classifications_task'));
		expect(rows.map(({ slice, amount }) => [slice, amount])).toEqual([
			[null, '0.23'],
			[null, '0.31'],
			['of code', '0.51'],
			['of code', '0.48'],
			['by openai/gpt-4.1-mini', '0.55'],
			['by openai/gpt-4.1-mini', '0.75'],
			[null, '0.45'],
			[null, '0.52'],
		]);
		expect(new Set(rows.map(({ day, period }) => `${day} ${period}`))).toEqual(new Set(['2026-06-11 7_days']));
	});

	it('read as three indices and as two figures of battles', () => {
		const indices = scoresOf(example('openrouter-benchmarks', 'benchmarks_artificial-analysis'));
		expect(indices.map(({ score }) => score)).toEqual(['71.2', '65.8', '58.3']);
		const battles = scoresOf(example('openrouter-benchmarks', 'benchmarks_design-arena'));
		expect(battles.map(({ score, unit, tasks }) => [score, unit, tasks])).toEqual([
			['1423', 'elo', 27],
			['72', 'percent', 27],
		]);
	});

	it('are refused by name when they are errors', () => {
		for (const answer of Object.values(examples.errors as Record<string, unknown>))
			for (const id of ['openrouter-app-rankings', 'openrouter-session-cost', 'openrouter-task-shares'])
				expect(() => read(id, Buffer.from(JSON.stringify(answer)), 'error')).toThrow(`${id}: unexpected shape at `);
	});
});

describe.runIf(isPresent)('the stored rankings pages', () => {
	const folder = 'usage/openrouter-rankings-page/';
	const days = isPresent ? readdirSync(new URL(folder, captures)).filter(file => /^\d/.test(file)) : [];
	const full = days.filter(file => file < '2026-05-15');

	it('give the 820 index values that were shown, and no week: each was open when it was stored', () => {
		expect(full).toHaveLength(41);
		const found = full.flatMap(file => {
			const { rows, rejected } = replay('openrouter-rankings-page', folder + file);
			expect(rejected).toBe(0);
			expect(usageOf(rows)).toEqual([]);
			return scoresOf(rows).map(({ scored_on, model, score }) => `${scored_on} ${model} ${Number(score)}`);
		});
		const shown = csvOf('corpus', bodyOf('benchmarks/artificial-analysis-via-openrouter.csv'), []).map(
			row => `${row.snapshot_date} ${row.model_id} ${Number(row.aa_intelligence_index)}`,
		);
		expect(shown).toHaveLength(820);
		expect(found.sort()).toEqual(shown.sort());
	});

	it('that are empty are refused by name, not read as nothing', () => {
		expect(days.filter(file => !full.includes(file))).toEqual(['2026-05-17.json', '2026-08-22.json']);
		for (const file of ['2026-05-17.json', '2026-08-22.json'])
			expect(() => replay('openrouter-rankings-page', folder + file)).toThrow(
				/^openrouter-rankings-page: unexpected shape at benchmarks: /,
			);
	});
});

describe.runIf(isPresent)('the captured benchmark tables', () => {
	it('epoch-hub reads every score that names a model, in 42 tables', () => {
		const folder = 'benchmarks/epoch-hub-2025-11/';
		const files = readdirSync(new URL(folder, captures)).filter(file => file.endsWith('.csv'));
		expect(files).toHaveLength(42);
		const scores = files.flatMap(file => {
			const { rows, rejected } = replay('epoch-hub', folder + file);
			expect(rejected, file).toBe(0);
			return scoresOf(rows);
		});
		const of = (benchmark: string) => scores.filter(row => row.benchmark === benchmark);
		// 283 of the 425 models of the index have no value in this edition
		expect(of('epoch-capabilities-index')).toHaveLength(142);
		expect(of('epoch-hub/gpqa-diamond')).toHaveLength(130);
		expect(of('epoch-hub/terminalbench')).toHaveLength(55);
		expect(of('epoch-hub/arc-agi')).toHaveLength(49);
		expect(of('epoch-hub/swe-bench-verified')).toHaveLength(24);
		expect(scores).toHaveLength(2_963);
		const index = of('epoch-capabilities-index');
		expect(index.find(({ model }) => model === 'qwen3-max-2025-09-23')?.score).toBe('140.77336656932906');
		expect(Math.max(...index.map(({ score }) => Number(score)))).toBe(150);
		for (const { benchmark, model, score, unit } of scores) {
			const most = { fraction: 1, percent: 100, points: Infinity, elo: 3_000 }[unit];
			expect(Number(score), `${benchmark} ${model}`).toBeLessThanOrEqual(most);
		}
	});

	it.each([
		['leaderboards_2025-05-29.json', { Test: 21, Verified: 89, Lite: 73, Multimodal: 14 }],
		['leaderboards_2025-07-31.json', { 'bash-only': 12, Test: 22, Verified: 112, Lite: 80, Multimodal: 21 }],
		['leaderboards_2025-10-06.json', { 'bash-only': 22, Test: 22, Verified: 145, Lite: 84, Multimodal: 21 }],
		['leaderboards_2025-12-10.slim.json.gz', { 'bash-only': 31, Test: 23, Verified: 162, Lite: 84, Multimodal: 22 }],
	])('swe-bench reads every run of every board of %s', (file, boards) => {
		const { rows, rejected } = replay('swe-bench', `benchmarks/swe-bench/${file}`);
		expect(rejected).toBe(0);
		expect(countsOf(scoresOf(rows).map(({ benchmark }) => benchmark.replace('swe-bench/', '')))).toEqual(boards);
		const fixed = scoresOf(rows).filter(({ benchmark }) => benchmark === 'swe-bench/bash-only');
		for (const { run_cost_usd, kind, scaffold } of fixed) {
			expect(Number(run_cost_usd ?? 1)).toBeGreaterThan(0);
			expect(kind).toBe('independent');
			expect(scaffold).toMatch(/^mini-swe-agent \d/);
		}
	});

	it('swe-bench keeps the bill of a run and calls none free', () => {
		const { rows } = replay('swe-bench', 'benchmarks/swe-bench/leaderboards_2025-12-10.slim.json.gz');
		const run = (model: string) =>
			scoresOf(rows).find(row => row.benchmark === 'swe-bench/bash-only' && row.model === model);
		expect(run('claude-opus-4-5-20251101')).toMatchObject({
			score: '74.4',
			effort: 'medium',
			run_cost_usd: '360.6224985',
		});
		expect(run('gemini-2.0-flash')).toMatchObject({ score: '13.52', run_cost_usd: null });
		expect(run('deepseek-v3.2-reasoner')).toMatchObject({ score: '60', scored_on: '2025-12-01' });
	});

	it('swe-bench-pro says of how many tasks each of nine runs solved its share', () => {
		const folder = 'benchmarks/swe-bench-pro/';
		const runs = readdirSync(new URL(folder, captures)).flatMap(file =>
			scoresOf(replay('swe-bench-pro', folder + file).rows),
		);
		expect(runs.map(({ model, score, tasks }) => [model, Math.round(Number(score) * (tasks ?? 0)), tasks])).toEqual([
			['claude-45sonnet-10132025', 319, 730],
			['claude-4sonnet-10132025', 240, 562],
			['claude-opus-4-1-paper', 206, 891],
			['claude-sonnet-4-paper', 166, 663],
			['gemini-2-5-pro-preview-paper', 105, 955],
			['gpt-4o-paper', 36, 619],
			['gpt-5-250-turns-10132025', 265, 729],
			['gptoss-paper', 118, 728],
			['kimi-k2-instruct-10132025', 202, 729],
		]);
	});

	it('arena reads as many models as each of 150 boards counts, though lists are cut', () => {
		const folder = 'benchmarks/arena-ai-daily/';
		const files = readdirSync(new URL(folder, captures)).flatMap(day =>
			readdirSync(new URL(`${folder}${day}/`, captures))
				.filter(file => !file.startsWith('_'))
				.map(file => `${folder}${day}/${file}`),
		);
		expect(files).toHaveLength(150);
		for (const file of files) {
			const { rows, rejected } = replay('arena', file);
			const { meta } = JSON.parse(textOf(file)) as { meta: { model_count: number; fetched_at: string } };
			expect(rejected, file).toBe(0);
			expect(rows, file).toHaveLength(meta.model_count);
			for (const { scored_on } of scoresOf(rows)) expect((scored_on ?? '') <= meta.fetched_at, file).toBe(true);
		}
		const lengths = files.filter(file => file.endsWith('/text.json')).map(file => replay('arena', file).rows.length);
		expect(new Set(lengths)).toEqual(new Set([20, 30, 50, 71]));
	});

	it('arena reads the lists of 2024 and 2025 and the 98 days of the matrix', () => {
		const folder = 'benchmarks/lmarena-csv/history/';
		const files = readdirSync(new URL(folder, captures));
		expect(files).toHaveLength(23);
		for (const file of files) {
			const { rows, rejected } = replay('arena', folder + file);
			expect([rows.length, rejected], file).toEqual([
				textOf(folder + file)
					.trimEnd()
					.split('\n').length - 1,
				0,
			]);
			expect(scoresOf(rows).every(({ stderr, tasks }) => stderr !== null && (tasks ?? 0) > 0)).toBe(true);
		}
		const matrix = scoresOf(replay('arena', 'benchmarks/lmarena-history-matrix/result_2025-05-23.csv.gz').rows);
		expect(new Set(matrix.map(({ scored_on }) => scored_on)).size).toBe(98);
		expect(new Set(matrix.map(({ model }) => model)).size).toBe(227);
		expect(matrix.filter(({ score }) => Number(score) === 0)).toEqual([]);
	});

	it.each([
		['table_2024_06_24.csv', 73 * 17],
		['table_2024_07_26.csv', 73 * 18],
		['table_2024_08_31.csv', 59 * 18],
		['table_2024_11_25.csv', 65 * 18 - 1],
		['table_2025_04_02.csv', 63 * 18],
		['table_2025_05_30.csv', 70 * 20],
		['table_2025_11_25.csv', 65 * 20],
		['table_2025_12_23.csv', 65 * 21],
		['history/table_2026_01_08_as_of_2026-01-08.csv', 65 * 22],
		['history/table_2026_01_08_as_of_2026-04-03.csv', 95 * 23],
		// one model has 20 scores for 23 tasks: which they are cannot be told
		['history/table_2026_01_08_as_of_2026-06-04.csv', 119 * 23],
	])('livebench reads every score of %s under its release', (file, count) => {
		const { rows, rejected } = replay('livebench', `benchmarks/livebench/${file}`);
		expect([rows.length, rejected]).toEqual([count, file.endsWith('2026-06-04.csv') ? 1 : 0]);
		const release = /\d{4}_\d\d_\d\d/.exec(file)?.[0].replaceAll('_', '-');
		expect(new Set(scoresOf(rows).map(({ edition }) => edition))).toEqual(new Set([release]));
	});
});

describe.runIf(isPresent)('the captured electricity', () => {
	it('of the edition of 2022 reads under the names of today', () => {
		const { rows, rejected } = replay('owid-energy', 'macro/owid-energy/electricity-mix-bp-ember-2022_subset.csv');
		const figures = rows.filter(row => row.record === 'macro');
		expect(rejected).toBe(0);
		expect(new Set(figures.map(({ area }) => area)).size).toBe(11);
		expect(new Set(figures.map(({ edition }) => edition))).toEqual(new Set(['to 2021']));
		const in2021 = (area: string, indicator: string) =>
			figures.find(row => row.area === area && row.period === '2021' && row.indicator === indicator);
		expect(in2021('China', 'per_capita_electricity')).toMatchObject({ value: '5857.711', unit: 'kWh' });
		expect(Number(in2021('United States', 'per_capita_electricity')?.value)).toBeCloseTo(12_487, 0);
		expect(in2021('China', 'electricity_generation')).toMatchObject({ value: '8459.8', unit: 'TWh' });
		expect(in2021('China', 'low_carbon_electricity')).toBeUndefined();
	});
});

describe.runIf(isPresent)('the captured downloads', () => {
	it('of Hugging Face read from either store, a model a row', () => {
		const trending = (day: string) => usageOf(replay('downloads', `usage/huggingface-trending/${day}.json.gz`).rows);
		expect(trending('2026-04-28')).toHaveLength(100);
		expect(trending('2026-05-04')).toHaveLength(1_000);
		expect(trending('2026-05-04')[0]).toMatchObject({
			day: '2026-04-04',
			name: 'deepseek-ai/DeepSeek-V4-Pro',
			amount: '457348',
		});
		const folder = 'usage/sdk-and-registry-downloads/';
		const signals = readdirSync(new URL(folder, captures)).filter(file => file.endsWith('.json'));
		expect(signals).toHaveLength(9);
		for (const file of signals) expect(replay('downloads', folder + file).rows.length, file).toBeGreaterThan(0);
	});
});

function replay(id: string, file: string): ReturnType<typeof read> {
	return read(id, readFileSync(new URL(file, captures)), file);
}

function bodyOf(file: string) {
	return { url: file, bytes: readFileSync(new URL(file, captures)), media_type: '' };
}

function read(id: string, bytes: Uint8Array, url: string): { rows: AnyRow[]; rejected: number; reasons: string[] } {
	const source = sources.get(id);
	if (!source) throw new Error(`corpus: unknown source: ${id}`);
	const { rows, ...rest } = readBody(source, bytes, url);
	return { rows: rows.map(({ row }) => row), ...rest };
}

function textOf(file: string): string {
	return readFileSync(new URL(file, captures), 'utf8');
}

const countsOf = (names: string[]): Record<string, number> =>
	names.reduce<Record<string, number>>((counts, name) => ({ ...counts, [name]: (counts[name] ?? 0) + 1 }), {});

const usageOf = (rows: AnyRow[]): UsageRow[] => rows.filter(row => row.record === 'usage');
const scoresOf = (rows: AnyRow[]): ScoreRow[] => rows.filter(row => row.record === 'score');
