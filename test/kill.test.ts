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
const file = fileURLToPath(new URL('./collect-child.ts', import.meta.url));

/** A collection in a process of its own that waits to be told to begin. */
function childOf(home: string, origin: string) {
	const running = spawn(process.execPath, ['--import', 'tsx', file, home, origin], { stdio: 'pipe' });
	let complaint = '';
	running.stderr.on('data', chunk => (complaint += chunk));
	return {
		/** Kill it `after_ms` from its beginning; null lets it finish. Says whether it did, and how long it ran. */
		run: (after_ms: number | null) =>
			new Promise<{ done: boolean; ms: number }>((resolve, reject) => {
				let began = 0;
				let done = false;
				running.stdout.on('data', chunk => {
					if (String(chunk).includes('begun')) {
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
				running.stdin.write('go\n');
			}),
		stop: () => running.kill('SIGKILL'),
	};
}

test(`a collection killed at any of ${points} points leaves a store from which the next run completes`, async () => {
	const scratch = mkdtempSync(join(tmpdir(), 'tokens-kill-'));
	const bodies = Object.fromEntries(
		killAddresses.map((url, place) => [url.replace('https:/', ''), json(sheet(300 + place))]),
	);
	const origin = await originOf({ ...bodies, '/led.example.com/index': json({}) });
	const home = (point: number): string => join(scratch, String(point));
	// the next ones start up while one runs: starting takes longer than collecting
	const waiting = [-1, 0, 1].map(point => childOf(home(point), origin.url));
	let killed = 0;
	let halfway = 0;
	try {
		const whole = await waiting.shift()!.run(null);
		expect(whole.done).toBe(true);
		for (let point = 0; point < points; point++) {
			const child = waiting.shift()!;
			if (point + 2 < points) waiting.push(childOf(home(point + 2), origin.url));
			// one stratum a point: the first dies as it begins, the last about when it is done
			const { done } = await child.run(((point + Math.random()) / points) * whole.ms);
			if (!done) killed++;

			const left = openStore(home(point));
			const before = left.looks().filter(look => !isIndex(look));
			if (before.length > 0 && before.length < killAddresses.length) halfway++;
			for (const look of before) expect(left.body(look.snapshot!)).toHaveLength(look.bytes!);

			const now = new Date('2026-11-21T13:00:00Z');
			const { sources } = await collect({
				...{ home: home(point), replay: origin.url, sources: killSources(), archived: [], decisions: new Map() },
				...{ now, env: {}, report: silent },
			});
			const states = sources.map(source => source.state);
			expect(
				states.every(state => ['good', 'unchanged', 'fresh'].includes(state)),
				JSON.stringify(sources),
			).toBe(true);
			// every address once: what was kept before the kill is not asked for again
			const after = openStore(home(point))
				.looks()
				.filter(look => !isIndex(look));
			expect(after.map(look => look.url).sort()).toEqual([...killAddresses].sort());
			expect(readdirSync(join(home(point), 'partials'))).toEqual([]);
		}
		expect(killed).toBeGreaterThan(points / 2);
		expect(halfway).toBeGreaterThan(0);
	} finally {
		for (const child of waiting) child.stop();
		await origin.close();
		rmSync(scratch, { recursive: true, force: true });
	}
}, 300_000);
