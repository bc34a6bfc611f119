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
		const shown = csvOf('corpus', bodyOf('benchmarks/artificial-analysis-via-openrouter.csv')).map(
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

const usageOf = (rows: AnyRow[]): UsageRow[] => rows.filter(row => row.record === 'usage');
const scoresOf = (rows: AnyRow[]): ScoreRow[] => rows.filter(row => row.record === 'score');
