import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { benchFetch, fetchBench } from './bench-fetch.ts';

test('a thousand requests through our fetch cost at most 1.5 times plain fetch', async () => {
	expect(fetchBench).toMatchObject({ requests: 1_000, limit: 1.5 });
	const { plain_ms, ours_ms, ratio } = await benchFetch();
	expect(plain_ms).toBeGreaterThan(0);
	expect(ratio).toBeCloseTo(ours_ms / plain_ms, 9);
	expect(ratio).toBeLessThanOrEqual(fetchBench.limit);
});

test('the bench prints one line of stable columns for each reader, as text and as JSON', async () => {
	const bench = (...words: string[]): Promise<string> =>
		new Promise((done, fail) =>
			execFile(process.execPath, ['--import', 'tsx', 'test/bench.ts', ...words], (error, out) =>
				error ? fail(error) : done(out),
			),
		);
	const text = (await bench('read')).trim().split('\n');
	expect(text[0]).toMatch(/^part +name +ms +count +ratio$/);
	expect(text.length).toBeGreaterThan(40);
	for (const line of text.slice(1)) expect(line).toMatch(/^read +[a-z0-9-]+ +\d+(\.\d\d)? +\d+ +-$/);
	const lines = (await bench('read', '--json')).trim().split('\n');
	const names = lines.map(line => (JSON.parse(line) as { name: string }).name);
	expect(names).toEqual(text.slice(1).map(line => line.split(/ +/)[1]));
	for (const line of lines)
		expect(Object.keys(JSON.parse(line) as object)).toEqual(['part', 'name', 'ms', 'count', 'ratio']);
});
