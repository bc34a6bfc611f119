import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { collect } from '../pipelines/collect.ts';
import { silent } from '../pipelines/report.ts';
import { isIndex, openStore } from '../pipelines/store.ts';
import { killAddresses, killSources } from './kill-sources.ts';
import { sheet } from './made-source.ts';
import { json, originOf } from './origin.ts';

const points = Number(process.env.TOKENS_KILL_POINTS ?? 20);
const child = fileURLToPath(new URL('./collect-child.ts', import.meta.url));

/** Start a collection in a process of its own and kill it `after_ms` from its start; null lets it finish. Gives its duration. */
function runChild(home: string, origin: string, after_ms: number | null): Promise<{ done: boolean; ms: number }> {
	return new Promise((resolve, reject) => {
		const running = spawn(process.execPath, ['--import', 'tsx', child, home, origin], {
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let began = 0;
		let done = false;
		let complaint = '';
		running.stderr.on('data', chunk => (complaint += chunk));
		running.stdout.on('data', chunk => {
			if (String(chunk).includes('ready')) {
				began = performance.now();
				if (after_ms !== null) setTimeout(() => running.kill('SIGKILL'), after_ms);
			}
			if (String(chunk).includes('done')) done = true;
		});
		running.on('error', reject);
		running.on('close', (code, signal) => {
			if (signal !== 'SIGKILL' && code !== 0) reject(new Error(`child failed: ${code}: ${complaint}`));
			else resolve({ done, ms: performance.now() - began });
		});
	});
}

test(`a collection killed at any of ${points} points leaves a store from which the next run completes`, async () => {
	const scratch = mkdtempSync(join(tmpdir(), 'tokens-kill-'));
	const routes = Object.fromEntries(
		killAddresses.map((url, place) => [url.replace('https:/', ''), json(sheet(300 + place))]),
	);
	const origin = await originOf({ ...routes, '/led.example.com/index': json({}) });
	try {
		const whole = await runChild(join(scratch, 'whole'), origin.url, null);
		expect(whole.done).toBe(true);
		let killed = 0;
		let some = 0;
		const one = async (point: number): Promise<void> => {
			const home = join(scratch, String(point));
			// one stratum a point: the first dies as it starts, the last about when it is done
			const { done } = await runChild(home, origin.url, ((point + Math.random()) / points) * whole.ms);
			if (!done) killed++;

			const left = openStore(home);
			const before = left.looks().filter(look => !isIndex(look));
			if (before.length > 0 && before.length < killAddresses.length) some++;
			for (const look of before) expect(left.body(look.snapshot!).length).toBe(look.bytes);

			const asked = origin.asked.length;
			const { sources } = await collect({
				home,
				replay: origin.url,
				sources: killSources(),
				archived: [],
				decisions: new Map(),
				now: new Date('2026-11-21T13:00:00Z'),
				env: {},
				report: silent,
			});
			expect(
				sources.map(source => source.state).every(state => ['good', 'unchanged', 'fresh'].includes(state)),
				JSON.stringify(sources),
			).toBe(true);
			const after = openStore(home)
				.looks()
				.filter(look => !isIndex(look));
			// every address once: what was kept before the kill is not asked for again
			expect(after.map(look => look.url).sort()).toEqual([...killAddresses].sort());
			expect(origin.asked.length - asked).toBeGreaterThanOrEqual(killAddresses.length - before.length);
			expect(readdirSync(join(home, 'partials'))).toEqual([]);
		};
		for (let point = 0; point < points; point++) await one(point);
		expect(killed).toBeGreaterThan(points / 2);
		expect(some).toBeGreaterThan(0);
	} finally {
		await origin.close();
		rmSync(scratch, { recursive: true, force: true });
	}
}, 300_000);
