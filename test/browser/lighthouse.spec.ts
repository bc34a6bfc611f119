import { statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import lighthouse, { type Flags, type Result } from 'lighthouse';
import { chromium } from 'playwright';
import { launchOptions } from '../../scrapers/chromium.ts';
import { dist, expect, pagesOf, test } from './site.ts';

/** Lighthouse, mobile, median of three (site.md 6): scores at least, milliseconds and shift at most. */
const limits = {
	performance: 98,
	accessibility: 100,
	'best-practices': 100,
	seo: 100,
	LCP: 1500,
	CLS: 0,
	TBT: 50,
} as const;
const measures = {
	LCP: 'largest-contentful-paint',
	CLS: 'cumulative-layout-shift',
	TBT: 'total-blocking-time',
} as const;

const sizeOf = (path: string) => statSync(join(dist, path, 'index.html')).size;
const largestModel = pagesOf(dist)
	.filter(path => /^\/models\/.+\/.+\/$/.test(path))
	.reduce((most, path) => (sizeOf(path) > sizeOf(most) ? path : most));

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	await new Promise(done => server.close(done));
	return port;
}

/** Three runs over a page in a Chromium of their own. Throws `lighthouse: no result: ...` where one gave none. */
async function runsOf(url: string): Promise<Result[]> {
	const port = await freePort();
	const browser = await chromium.launch(launchOptions(process.env['CHROME_PATH'], [`--remote-debugging-port=${port}`]));
	const runs: Result[] = [];
	try {
		while (runs.length < 3) {
			// Only times differ from run to run: what is not a time is looked at once.
			const wanted: Flags = runs.length ? { onlyCategories: ['performance'] } : {};
			const run = await lighthouse(url, { port, logLevel: 'error', ...wanted });
			if (!run || run.lhr.runtimeError)
				throw new Error(`lighthouse: no result: ${url}: ${run?.lhr.runtimeError?.message ?? 'nothing said'}`);
			runs.push(run.lhr);
		}
	} finally {
		await browser.close();
	}
	return runs;
}

const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

test.describe('lighthouse', () => {
	for (const path of ['/', '/charts/share-trend/', largestModel, '/health/'])
		test(`scores hold: ${path}`, async ({ origin }) => {
			test.setTimeout(300_000);
			// A time measured while the machine did something else is no time of the page: it is taken anew, twice at most.
			let last = await lookAt(origin, path);
			for (let again = 0; again < 2 && last.missed.length > 0; again++) last = await lookAt(origin, path);
			expect(last.missed, last.told).toEqual([]);
		});
});

/** The medians of three runs over a page: which limits they miss, and on what machine; one line is printed. */
async function lookAt(origin: string, path: string): Promise<{ missed: string[]; told: string }> {
	const runs = await runsOf(origin + path);
	const found: Record<string, number> = {};
	for (const id of Object.keys(runs[0]?.categories ?? {}))
		found[id] = middle(runs.flatMap(run => (run.categories[id] ? [(run.categories[id].score ?? 0) * 100] : [])));
	for (const [name, audit] of Object.entries(measures))
		found[name] = middle(runs.map(run => run.audits[audit]?.numericValue ?? NaN));
	const machine = `benchmark index ${Math.round(middle(runs.map(run => run.environment.benchmarkIndex)))}, load ${loadavg()[0]?.toFixed(1)} of ${availableParallelism()}`;
	const line = Object.entries(found).map(([name, value]) => `${name} ${Number(value.toFixed(3))}`);
	console.log(`lighthouse ${path}: ${line.join(', ')}; ${machine}`);
	expect(Object.keys(found).sort()).toEqual(Object.keys(limits).sort());
	const failed = Object.values(runs[0]?.audits ?? {})
		.filter(({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score === 0)
		.map(({ id }) => id);
	return {
		missed: Object.entries(limits)
			.filter(([name, limit]) => !(name in measures ? (found[name] ?? NaN) <= limit : (found[name] ?? NaN) >= limit))
			.map(([name, limit]) => `${name} ${found[name]} of ${limit}`),
		told: `${machine}; audits failed: ${failed.join(', ') || 'none'}`,
	};
}
