import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../pipelines/build.ts';
import { fixtureOf } from '../pipelines/fixture.ts';
import { warehouseFolder } from '../pipelines/place.ts';
import { readBody } from '../pipelines/reading.ts';
import { silent } from '../pipelines/report.ts';
import { discover } from '../scrapers/discover.ts';
import { benchFetch, fetchBench } from './bench-fetch.ts';

// What collecting, reading and building cost on this machine: `tsx test/bench.ts [fetch] [read] [build] [--json]`. Exit 1
// when our fetch is more than 1.5 times as dear as plain fetch.

/** One line: what was measured, milliseconds, how many requests or rows, and for our fetch the ratio to the plain one. */
type Line = { part: 'fetch' | 'read' | 'build'; name: string; ms: number; count: number; ratio: number | null };
type Print = (line: Line) => void;

/** A body is read again until so much time has passed: one read of a fixture is too short to be timed. */
const readingMs = 60;

async function fetching(print: Print): Promise<boolean> {
	const { plain_ms, ours_ms, ratio } = await benchFetch();
	const count = fetchBench.requests;
	print({ part: 'fetch', name: 'plain', ms: plain_ms, count, ratio: 1 });
	print({ part: 'fetch', name: 'ours', ms: ours_ms, count, ratio });
	return ratio <= fetchBench.limit;
}

async function reading(print: Print): Promise<void> {
	for (const source of await discover()) {
		const { bytes, name } = fixtureOf(source);
		// named as the fixtures are read, and never unpacked: a tarball is the reader's own business
		const address = `fixture:${name.replace(/\.gz$/, '')}`;
		const count = readBody(source, bytes, address).rows.length;
		const began = performance.now();
		let reads = 0;
		while (performance.now() - began < readingMs) {
			readBody(source, bytes, address);
			reads++;
		}
		print({ part: 'read', name: source.id, ms: (performance.now() - began) / reads, count, ratio: null });
	}
}

async function building(print: Print): Promise<void> {
	const scratch = mkdtempSync(join(tmpdir(), 'tokens-bench-'));
	const dist = join(scratch, 'dist');
	const place = { home: join(scratch, 'home'), dist, data: join(dist, 'data'), warehouse: warehouseFolder };
	try {
		const began = performance.now();
		const { built } = await build(place, silent, new Date());
		for (const { model, ms, rows } of built.timings)
			print({ part: 'build', name: model, ms, count: rows, ratio: null });
		const rows = built.timings.reduce((sum, model) => sum + model.rows, 0);
		const models_ms = built.timings.reduce((sum, model) => sum + model.ms, 0);
		print({ part: 'build', name: 'all models', ms: models_ms, count: rows, ratio: null });
		print({ part: 'build', name: 'load, models, exports', ms: performance.now() - began, count: rows, ratio: null });
	} finally {
		rmSync(scratch, { recursive: true, force: true });
	}
}

const tableLine = ({ part, name, ms, count, ratio }: Line): string =>
	[
		part.padEnd(6),
		name.padEnd(42),
		ms.toFixed(ms < 100 ? 2 : 0).padStart(10),
		String(count).padStart(9),
		(ratio === null ? '-' : ratio.toFixed(2)).padStart(6),
	].join(' ');

const wanted = process.argv.slice(2).filter(word => !word.startsWith('--'));
const isWanted = (part: Line['part']): boolean => wanted.length === 0 || wanted.includes(part);
const isJson = process.argv.includes('--json');
const rounded = (line: Line): Line => ({ ...line, ms: Math.round(line.ms * 100) / 100 });
const print: Print = line => console.log(isJson ? JSON.stringify(rounded(line)) : tableLine(line));
if (!isJson) console.log(`part   ${'name'.padEnd(42)} ${'ms'.padStart(10)} ${'count'.padStart(9)}  ratio`);
if (isWanted('fetch') && !(await fetching(print))) {
	console.error(`bench: fetch is too dear: expected at most ${fetchBench.limit} times plain fetch`);
	process.exitCode = 1;
}
if (isWanted('read')) await reading(print);
if (isWanted('build')) await building(print);
