import { Worker } from 'node:worker_threads';
import PQueue from 'p-queue';
import { fetchOf } from '../scrapers/fetch.ts';

/** So many requests, so many at once, and how much dearer than plain fetch ours may be. */
export const fetchBench = { requests: 1_000, concurrency: 16, warm: 200, blocks: 5, limit: 1.5 };

// a thread of its own, so that what the server costs is not counted as the client's; it ends with the process
const server = `
const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
const body = JSON.stringify({ data: Array.from({ length: 40 }, (_, n) => ({ id: 'model-' + n, price: '0.000003' })) });
const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'application/json' }).end(body));
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));`;

/** Milliseconds of plain `fetch` and of ours for the same JSON from a local server, each after a warm-up. */
export async function benchFetch(): Promise<{ plain_ms: number; ours_ms: number; ratio: number }> {
	const { requests, concurrency, warm, blocks } = fetchBench;
	const worker = new Worker(server, { eval: true });
	const port = await new Promise<number>((ready, fail) => worker.once('message', ready).once('error', fail));
	const replay = `http://127.0.0.1:${port}`;
	const ours = fetchOf({ version: '0', now: () => new Date(), keys: () => undefined, replay });
	const source = { id: 'bench', manners: { concurrency, max_requests: requests + warm } };
	const plainOne = async (place: number): Promise<void> => {
		const answer = await fetch(`${replay}/bench.example.com/${place}`);
		JSON.parse(new TextDecoder().decode(await answer.arrayBuffer()));
	};
	const oursOne = async (place: number): Promise<void> => {
		await ours({ url: `https://bench.example.com/${place}` }, source);
	};
	try {
		await timed(plainOne, warm);
		await timed(oursOne, warm);
		let [plain_ms, ours_ms] = [0, 0];
		// in turns, so that a machine that is busy for a second is busy for both
		for (let block = 0; block < blocks; block++) {
			plain_ms += await timed(plainOne, requests / blocks);
			ours_ms += await timed(oursOne, requests / blocks);
		}
		return { plain_ms, ours_ms, ratio: ours_ms / plain_ms };
	} finally {
		await ours.close();
		await worker.terminate();
	}
}

async function timed(one: (place: number) => Promise<void>, count: number): Promise<number> {
	const queue = new PQueue({ concurrency: fetchBench.concurrency });
	const began = performance.now();
	await Promise.all(Array.from({ length: count }, (_, place) => queue.add(() => one(place))));
	return performance.now() - began;
}
