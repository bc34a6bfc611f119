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
import { type Answer, json, originOf } from './origin.ts';

const points = Number(process.env.TOKENS_KILL_POINTS ?? 20);
const file = fileURLToPath(new URL('./collect-child.ts', import.meta.url));

/** A collection in a process of its own that waits to be told to begin. */
function childOf(home: string, origin: string) {
	const running = spawn(process.execPath, ['--import', 'tsx', file, home, origin], { stdio: 'pipe' });
	let complaint = '';
	running.stderr.on('data', chunk => (complaint += chunk));
	return {
		/** Begin, and say at the end whether it was done and how long it ran. */
		run: (onBegun: () => void) =>
			new Promise<{ done: boolean; ms: number }>((resolve, reject) => {
				let began = 0;
				let done = false;
				running.stdout.on('data', chunk => {
					if (String(chunk).includes('begun')) {
						began = performance.now();
						onBegun();
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
		kill: () => running.kill('SIGKILL'),
	};
}

test(`a collection killed at any of ${points} points leaves a store from which the next run completes`, async () => {
	const scratch = mkdtempSync(join(tmpdir(), 'tokens-kill-'));
	let onAsked = (): void => {};
	const counted =
		(answer: Answer): Answer =>
		(request, response) => (onAsked(), answer(request, response));
	const bodies = Object.fromEntries(
		killAddresses.map((url, place) => [url.replace('https:/', ''), counted(json(sheet(300 + place)))]),
	);
	const origin = await originOf({ ...bodies, '/led.example.com/index': json({}) });
	const home = (point: number): string => join(scratch, String(point));
	// the next ones start up while one runs: starting takes longer than collecting
	const waiting = [-1, 0, 1].map(point => childOf(home(point), origin.url));
	let killed = 0;
	let halfway = 0;
	try {
		const whole = await waiting.shift()!.run(() => {});
		expect(whole.done).toBe(true);
		const each_ms = whole.ms / killAddresses.length;
		for (let point = 0; point < points; point++) {
			const child = waiting.shift()!;
			if (point + 2 < points) waiting.push(childOf(home(point + 2), origin.url));
			// one stratum a point, counted in requests so that a busy machine moves none of them: the first dies as it
			// begins, the last about when the last body is in, each within the time of one request
			const place = Math.floor((point / points) * (killAddresses.length + 1));
			const killSoon = (): void => void setTimeout(() => child.kill(), Math.random() * each_ms);
			let asked = 0;
			onAsked = () => ++asked === place && killSoon();
			const { done } = await child.run(() => place === 0 && killSoon());
			onAsked = () => {};
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
		for (const child of waiting) child.kill();
		await origin.close();
		rmSync(scratch, { recursive: true, force: true });
	}
}, 300_000);
