import { expect, test } from 'vitest';
import { source as arenaSource } from '../scrapers/benchmarks/arena.ts';
import { source as livebenchSource } from '../scrapers/benchmarks/livebench.ts';
import { source as proSource } from '../scrapers/benchmarks/swe-bench-pro.ts';
import type { Source } from '../scrapers/source.ts';

const arena: Source = arenaSource;
const livebench: Source = livebenchSource;
const pro: Source = proSource;

const bodyOf = (value: unknown, url = 'made:up') => ({
	url,
	bytes: new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)),
	media_type: '',
});
const folder = (...names: string[]) => [bodyOf(names.map(name => ({ name, type: 'file', size: 1 })))];
const asked = (source: Source, names: string[], had: string[] = []) =>
	source
		.follow?.(folder(...names), { today: '2026-11-21', has: url => had.some(name => url.includes(name)) })
		.map(({ url }) => url.replace(/.*\/HEAD\//, ''));

test('of the days of the arena the newest is asked for, board by board, each once', () => {
	const days = ['README.md', '2026-04-18', '2026-04-19', '2026-03-30'];
	expect(asked(arena, days)).toEqual(
		['text', 'code', 'vision', 'search', 'document'].map(board => `data/2026-04-19/${board}.json`),
	);
	expect(asked(arena, days, ['2026-04-19/text', '2026-04-19/code'])).toHaveLength(3);
	expect(() => asked(arena, ['README.md'])).toThrow('arena: no days in the folder');
	expect(arena.follow?.(folder(...days), { today: '2026-11-21', has: () => false })[0]?.observed).toEqual({
		on: '2026-04-19',
		basis: 'content',
		quality: 'exact',
	});
});

test('the newest table of LiveBench still grows, the others are asked for once', () => {
	const tables = ['table_2026_01_08.csv', 'categories_2026_01_08.json', 'table_2025_12_23.csv', 'table_2025_11_25.csv'];
	expect(asked(livebench, tables)).toHaveLength(3);
	expect(asked(livebench, tables, ['table_'])).toEqual(['public/table_2026_01_08.csv']);
	expect(() => asked(livebench, ['index.html'])).toThrow('livebench: no tables in the folder');
});

test('the runs of SWE-bench Pro are asked for by their folder, and named after it', () => {
	expect(asked(pro, ['rocket-2', 'rocket 1+'], ['rocket-2'])).toEqual(['traj/rocket%201%2B/eval_results.json']);
	const url = 'https://raw.githubusercontent.com/scaleapi/SWE-bench_Pro-os/HEAD/traj/rocket%201%2B/eval_results.json';
	expect(pro.read(bodyOf({ a: true, b: false }, url))).toMatchObject([{ model: 'rocket 1+', score: '0.5', tasks: 2 }]);
	expect(() => pro.read(bodyOf({ a: 'true' }, url))).toThrow(/^swe-bench-pro: unexpected shape at a: /);
});

test('older lists of the arena read with their votes and half their interval', () => {
	const list = 'rank,model,arena_elo,95_pct_ci,votes\n1,rocket-2,1271,+6/-5,600\n2,rocket-1,1000,,9\n';
	expect(arena.read(bodyOf(list, 'made:up/lmsys_2024-06-19.csv'))).toMatchObject([
		{ benchmark: 'arena/text', model: 'rocket-2', score: '1271', stderr: '2.8061', tasks: 600, scored_on: null },
		{ model: 'rocket-1', stderr: null },
	]);
	expect(arena.read(bodyOf(list, 'made:up/lmarena_vision_2025-08-06.csv'))).toMatchObject([
		{ benchmark: 'arena/vision' },
		{ benchmark: 'arena/vision' },
	]);
});

test('a model of no rating in the matrix was not listed', () => {
	const matrix = ',rocket-1,rocket-2\n20250221,1000.25,0.0\n20250227,1001.5,1300\n';
	expect(
		arenaSource
			.read(bodyOf(matrix), () => undefined)
			.map(({ scored_on, model, score }) => `${scored_on} ${model} ${score}`),
	).toEqual(['2025-02-21 rocket-1 1000.25', '2025-02-27 rocket-1 1001.5', '2025-02-27 rocket-2 1300']);
	expect(() => arena.read(bodyOf(',rocket-1\nFriday,1\n'))).toThrow('arena: expected a day: Friday');
	expect(() => arena.read(bodyOf(',rocket-1\n20250221,n/a\n'))).toThrow('arena: expected a score of rocket-1: n/a');
});
