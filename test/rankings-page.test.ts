import { describe, expect, it } from 'vitest';
import { source as benchmarks } from '../scrapers/benchmarks/openrouter-benchmarks.ts';
import { effortOf } from '../scrapers/effort.ts';
import { listsOf } from '../scrapers/flight.ts';
import type { AnyRow, Source } from '../scrapers/source.ts';
import { source as rankingsPage } from '../scrapers/usage/openrouter-rankings-page.ts';

const page: Source = rankingsPage;
const served: Source = benchmarks;
const bodyOf = (text: string) => ({ url: 'made:up', bytes: new TextEncoder().encode(text), media_type: '' });
const pageOf = (...pushed: unknown[]) =>
	bodyOf(
		`<!DOCTYPE html><html><body>${pushed
			.map(one => `<script>self.__next_f.push([1,${JSON.stringify(JSON.stringify(one))}])</script>`)
			.join('')}</body></html>`,
	);
const bars = (first: string, count: number, ys: object) =>
	Array.from({ length: count }, (_, i) => ({
		x: new Date(Date.parse(first) + i * 7 * 86_400_000).toISOString().slice(0, 10),
		ys,
	}));
const days = (rows: object[]) => (rows as AnyRow[]).flatMap(row => (row.record === 'usage' ? [row.day] : []));

describe('a bar of the rankings page', () => {
	const models = { 'acme/rocket-2': 7e9, Others: 1e9 };

	it('is a week once the next one stands beside it', () => {
		expect(days(page.read(pageOf({ data: bars('2026-05-04', 3, { 'acme/rocket-2': 7e9 }) })))).toEqual([
			'2026-05-04',
			'2026-05-11',
		]);
	});

	it('of a chart that starts on Sundays, names authors, skips a week or has one bar is none', () => {
		for (const data of [
			bars('2026-05-03', 3, models),
			bars('2026-05-04', 3, { acme: 7e9, Others: 1e9 }),
			[...bars('2026-05-04', 1, models), ...bars('2026-05-18', 2, models)],
			bars('2026-05-04', 1, models),
		])
			expect(() => page.read(pageOf({ data }))).toThrow(/^openrouter-rankings-page: missing chart of models by week/);
	});

	it('is of the longest chart: the shorter ones show a category, or requests', () => {
		const rows = page.read(
			pageOf({ data: bars('2026-05-04', 3, { 'acme/rocket-1': 5 }) }, { data: bars('2026-04-20', 5, models) }),
		);
		expect(days(rows)).toHaveLength(8);
	});

	it('is missed by name where the page holds no data or ends early', () => {
		expect(() => page.read(bodyOf('<html><body>hello</body></html>'))).toThrow(
			'openrouter-rankings-page: missing data in the page',
		);
		expect(() => page.read(bodyOf('<html><body><script>self.__next_f'))).toThrow(
			'openrouter-rankings-page: truncated page',
		);
	});
});

describe('a list in the data of a page', () => {
	it('ends at its own bracket, whatever its strings hold', () => {
		const text = `x{"data":[{"a":"]\\"}"},[1]],"data":[2],"data":[3`;
		expect(listsOf(text, 'data')).toEqual([[{ a: ']"}' }, [1]], [2]]);
	});
});

describe('the effort of a displayed name', () => {
	it.each([
		['GPT-5.4 (xhigh)', 'xhigh'],
		['Claude Opus 4.7 (Adaptive Reasoning, Max Effort)', 'Adaptive Reasoning, Max Effort'],
		['Rocket 2 (Non-reasoning)', 'Non-reasoning'],
		["Gemini 2.5 Flash Preview (Sep '25)", null],
		['Rocket 2', null],
		[null, null],
	])('of %s is %s', (name, effort) => {
		expect(effortOf(name)).toBe(effort);
	});
});

describe('scores as OpenRouter serves them', () => {
	const meta = { as_of: '2026-07-30T12:00:00Z' };
	const entry = (over: object) => ({ source: 'openrouter', model_permaslug: 'acme/rocket-1', ...over });

	it('of a source that is not known yet are left out and told of', () => {
		const known = Array.from({ length: 19 }, () => entry({ benchmark_type: 'gpqa_diamond', accuracy: 0.5 }));
		const told: string[] = [];
		const data = [...known, { source: 'newcomer', model_permaslug: 'acme/rocket-1', score: 1 }];
		expect(served.read(bodyOf(JSON.stringify({ data, meta })), told.push.bind(told))).toHaveLength(19);
		expect(told).toEqual([expect.stringMatching(/^openrouter-benchmarks: unexpected shape at data\.19\.source: /)]);
	});

	it('bill the whole run where both the bill of a task and the tasks are told, and never call it free', () => {
		const runs = [
			entry({ benchmark_type: 'a', accuracy: 0.5, avg_cost_per_task: 0.031, total_tasks: 100 }),
			entry({ benchmark_type: 'b', accuracy: 0.5, avg_cost_per_task: 0, total_tasks: 100 }),
			entry({ benchmark_type: 'c', accuracy: 0.5, avg_cost_per_task: 0.031 }),
			entry({ benchmark_type: 'd' }),
		];
		expect(
			served
				.read(bodyOf(JSON.stringify({ data: runs, meta })))
				.map(row => (row.record === 'score' ? [row.benchmark, row.run_cost_usd] : [])),
		).toEqual([
			['openrouter/a', '3.1'],
			['openrouter/b', null],
			['openrouter/c', null],
		]);
	});
});
