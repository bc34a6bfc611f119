import { afterEach, expect, test } from 'vitest';
import { isPrivate, publicLookup } from '../scrapers/fetch-address.ts';
import { backoffMs, retryAfterMs } from '../scrapers/fetch-retry.ts';
import { fetchOf, type Fetch, type FetchOptions } from '../scrapers/fetch.ts';
import * as answer from './origin.ts';
import { originOf, type Origin } from './origin.ts';

const url = 'https://api.example.com/models';
const path = '/api.example.com/models';
const source = { id: 'made-up' };
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
	for (const one of open.splice(0)) await one.close();
});

async function setUp(
	routes: Parameters<typeof originOf>[0] = {},
	limits: FetchOptions['limits'] = {},
	keys: FetchOptions['keys'] = () => undefined,
): Promise<{ origin: Origin; fetch: Fetch }> {
	const origin = await originOf(routes);
	const fetch = fetchOf({
		version: '1.2.3',
		now: () => new Date('2026-11-21T12:00:00Z'),
		keys,
		replay: origin.url,
		limits: { backoff_ms: 5, headers_ms: 250, total_ms: 600, attempts: 3, ...limits },
	});
	open.push(fetch, origin);
	return { origin, fetch };
}

test('an answer comes with its bytes, type, validators and time', async () => {
	const { origin, fetch } = await setUp({
		[path]: answer.json({ data: [1] }, { etag: '"a"', 'last-modified': 'Sat, 21 Nov 2026 00:00:00 GMT' }),
	});
	const fetched = await fetch({ url: `${url}?page=1`, headers: { 'x-format': 'v2' } }, source);
	expect(new TextDecoder().decode(fetched.bytes)).toBe('{"data":[1]}');
	expect(fetched).toMatchObject({
		url: `${url}?page=1`,
		unchanged: false,
		media_type: 'application/json',
		http_status: 200,
		etag: '"a"',
		last_modified: 'Sat, 21 Nov 2026 00:00:00 GMT',
		fetched_at: '2026-11-21T12:00:00.000Z',
	});
	expect(origin.asked[0]?.path).toBe(`${path}?page=1`);
	expect(origin.asked[0]?.headers['x-format']).toBe('v2');
	expect(origin.asked[0]?.headers['user-agent']).toBe(
		'TokenObservatory/1.2.3 (+https://github.com/token-observatory/token-observatory)',
	);
});

test('a compressed answer is unpacked', async () => {
	const { fetch } = await setUp({ [path]: answer.gzipped({ data: [2] }) });
	expect(new TextDecoder().decode((await fetch({ url }, source)).bytes)).toBe('{"data":[2]}');
});

test('validators are sent and a 304 is told as unchanged', async () => {
	const modified = 'Sat, 21 Nov 2026 00:00:00 GMT';
	const { origin, fetch } = await setUp({ [path]: answer.validated([1], '"v1"', modified) });
	expect((await fetch({ url }, source)).unchanged).toBe(false);
	const again = await fetch({ url }, source, { etag: '"v1"', last_modified: modified });
	expect(again).toMatchObject({ unchanged: true, http_status: 304 });
	expect(again.bytes).toHaveLength(0);
	expect(origin.asked).toHaveLength(2);
});

test('a 304 that nobody asked for is refused', async () => {
	const { fetch } = await setUp({ [path]: answer.status(304) });
	await expect(fetch({ url }, source)).rejects.toThrow(/^api\.example\.com: http status: 304$/);
});

test.each([
	['429', 429],
	['500', 500],
	['503', 503],
])('a %s passes when the server has recovered', async (_, code) => {
	const { origin, fetch } = await setUp({ [path]: [answer.status(code), answer.status(code), answer.json([1])] });
	expect((await fetch({ url }, source)).http_status).toBe(200);
	expect(origin.asked).toHaveLength(3);
});

test('a server that stays in trouble is asked a bounded number of times', async () => {
	const { origin, fetch } = await setUp({ [path]: answer.status(503) });
	await expect(fetch({ url }, source)).rejects.toThrow(/^api\.example\.com: http status: 503$/);
	expect(origin.asked).toHaveLength(3);
});

test('a refusal that will not pass is asked once', async () => {
	const { origin, fetch } = await setUp({ [path]: answer.status(403) });
	await expect(fetch({ url }, source)).rejects.toThrow('api.example.com: http status: 403');
	expect(origin.asked).toHaveLength(1);
});

test('a pause that the server asks for is kept by every request to it', async () => {
	const { origin, fetch } = await setUp({
		[path]: [answer.status(429, { 'retry-after': '1' }), answer.json([1])],
		'/api.example.com/other': answer.json([2]),
	});
	await Promise.all([fetch({ url }, source), fetch({ url: 'https://api.example.com/other' }, source)]);
	const [first, ...rest] = origin.asked;
	expect(rest).toHaveLength(2);
	for (const asked of rest) expect(asked.at - first!.at).toBeGreaterThan(980);
});

test('a pause longer than patience ends the look and is not shortened', async () => {
	const { origin, fetch } = await setUp({ [path]: answer.status(503, { 'retry-after': '3600' }) });
	await expect(fetch({ url }, source)).rejects.toThrow(/^api\.example\.com: asked to wait: 3600 s$/);
	await expect(fetch({ url: 'https://api.example.com/other' }, source)).rejects.toThrow(/asked to wait/);
	expect(origin.asked).toHaveLength(1);
});

test('Retry-After is read as seconds and as a date', () => {
	const now = new Date('2026-11-21T12:00:00Z');
	expect(retryAfterMs('7', now)).toBe(7_000);
	expect(retryAfterMs('Sat, 21 Nov 2026 12:01:00 GMT', now)).toBe(60_000);
	expect(retryAfterMs('Sat, 21 Nov 2026 11:00:00 GMT', now)).toBe(0);
	expect(retryAfterMs('soon', now)).toBeNull();
	expect(retryAfterMs(null, now)).toBeNull();
});

test('the pause between attempts doubles, half of it by chance', () => {
	expect([0, 1, 2].map(attempt => backoffMs(attempt, 1_000, 0))).toEqual([500, 1_000, 2_000]);
	expect(backoffMs(0, 1_000, 0.999)).toBeCloseTo(999.5);
	expect(backoffMs(20, 1_000, 1)).toBe(60_000);
});

test.each([
	['that drips', answer.slowDrip, 'time limit: 600 ms'],
	['that breaks off', answer.reset, 'connection broken: '],
	[
		'that sends half of a gzip body',
		answer.truncatedGzip({ data: ['one', 'two', 'three'] }),
		'truncated body: Z_BUF_ERROR',
	],
	[
		'that calls bytes gzip which are not',
		answer.text('{}', 'application/json', { 'content-encoding': 'gzip' }),
		'invalid compression: Z_DATA_ERROR',
	],
	['that sends less than it says', answer.wrongLength, '(wrong content length|connection broken): '],
])('a server %s gives a named error after a bounded number of attempts', async (_, fault, message) => {
	const { origin, fetch } = await setUp({ [path]: fault }, { attempts: 2 });
	await expect(fetch({ url }, source)).rejects.toThrow(new RegExp(`^api\\.example\\.com: ${message}`));
	expect(origin.asked).toHaveLength(2);
});

test('a server that never answers is left after its time, and asked again', async () => {
	const { origin, fetch } = await setUp({ [path]: [answer.timeOut, answer.json([1])] }, { total_ms: 10_000 });
	expect((await fetch({ url }, source)).http_status).toBe(200);
	expect(origin.asked).toHaveLength(2);
	const silent = await setUp({ [path]: answer.timeOut }, { attempts: 1, total_ms: 10_000 });
	await expect(silent.fetch({ url }, source)).rejects.toThrow('api.example.com: no answer within: 250 ms');
});

test.each([
	['a gzip bomb', answer.gzipBomb(8 * 2 ** 20), 'body too large: over 100000 bytes decoded'],
	[
		'a body announced too large',
		answer.text('x'.repeat(200_000), 'text/plain', { 'content-length': '200000' }),
		'body too large: 200000 bytes',
	],
	['HTML where data was expected', answer.html, 'expected data got html: 59 bytes'],
	['half of a JSON body', answer.text('{"data":[{"id":"a"},'), 'invalid json: 20 bytes'],
	['an empty body', answer.text(''), 'empty body: 0 bytes'],
	[
		'an unknown encoding',
		answer.text('x', 'application/json', { 'content-encoding': 'zstd' }),
		'unknown content encoding: zstd',
	],
])('%s is refused at once', async (_, fault, message) => {
	const { origin, fetch } = await setUp({ [path]: fault });
	await expect(fetch({ url }, { ...source, manners: { max_bytes: 100_000 } })).rejects.toThrow(
		`api.example.com: ${message}`,
	);
	expect(origin.asked).toHaveLength(1);
});

test('a body of unknown length is cut off at the limit', async () => {
	const endless: answer.Answer = (_, response) => {
		const pour = () => {
			while (response.write('x'.repeat(10_000)));
		};
		response.on('drain', pour);
		pour();
	};
	const { fetch } = await setUp({ [path]: endless });
	await expect(fetch({ url }, { ...source, manners: { max_bytes: 100_000 } })).rejects.toThrow(
		'api.example.com: body too large: over 100000 bytes',
	);
});

test('redirects are followed to another public host, without the key', async () => {
	const { origin, fetch } = await setUp(
		{ [path]: answer.redirect('https://cdn.example.org/models'), '/cdn.example.org/models': answer.json([3]) },
		{},
		() => 'planted-key',
	);
	const fetched = await fetch({ url, bearer: true }, { id: 'keyed', needs: { key: 'SOME_KEY' } });
	expect(new TextDecoder().decode(fetched.bytes)).toBe('[3]');
	expect(origin.asked[0]?.headers.authorization).toBe('Bearer planted-key');
	expect(origin.asked[1]?.headers.authorization).toBeUndefined();
});

test.each([
	['a loop', path, 'too many redirects: 5', 6],
	['a private address', 'https://10.0.0.7/models', 'private address: 10.0.0.7', 1],
	['this machine', 'https://localhost/models', 'private address: localhost', 1],
	['a mapped address of this machine', 'https://[::ffff:127.0.0.1]/models', 'private address: ', 1],
	['another scheme', 'http://cdn.example.org/models', 'unsupported scheme: http://cdn.example.org', 1],
	['a file', 'file:///etc/passwd', 'unsupported scheme: file://', 1],
])('a redirect to %s is refused', async (_, location, message, requests) => {
	const { origin, fetch } = await setUp({ [path]: answer.redirect(location.startsWith('/') ? '/models' : location) });
	await expect(fetch({ url }, source)).rejects.toThrow(`api.example.com: ${message}`);
	expect(origin.asked).toHaveLength(requests);
});

test('a redirect that names the replay origin is read back to its host', async () => {
	const { origin, fetch } = await setUp({ '/b.example.com/x': answer.json([4]) });
	origin.on(path, answer.redirect(`${origin.url}/b.example.com/x`));
	expect((await fetch({ url }, source)).http_status).toBe(200);
});

test('addresses inside a network are told from public ones', async () => {
	for (const host of [
		'127.0.0.1',
		'10.1.2.3',
		'192.168.1.1',
		'169.254.169.254',
		'100.64.0.1',
		'[::1]',
		'[fd00::1]',
		'db.internal',
		'printer.local',
		'localhost',
		'0.0.0.0',
	]) {
		expect(isPrivate(host), host).toBe(true);
	}
	for (const host of ['8.8.8.8', '[2606:4700::1111]', 'models.dev', '172.32.0.1'])
		expect(isPrivate(host), host).toBe(false);
	const code = await new Promise(done => publicLookup('localhost', {}, error => done(error?.code)));
	expect(code).toBe('EPRIVATE');
});

test('a host is asked one request at a time, so far apart', async () => {
	const slow: answer.Answer = (request, response) => void setTimeout(() => answer.json([1])(request, response), 30);
	const { origin, fetch } = await setUp({ [path]: slow }, { interval_ms: 80 });
	await Promise.all([1, 2, 3].map(page => fetch({ url: `${url}?page=${page}` }, source)));
	expect(origin.most_open).toBe(1);
	const [a, b, c] = origin.asked.map(asked => asked.at);
	expect(b! - a!).toBeGreaterThan(75);
	expect(c! - b!).toBeGreaterThan(75);
});

test('a source may allow more at once, and a budget of requests ends it', async () => {
	const slow: answer.Answer = (request, response) => void setTimeout(() => answer.json([1])(request, response), 60);
	const { origin, fetch } = await setUp({ [path]: slow });
	const wide = { id: 'wide', manners: { concurrency: 3, max_requests: 4 } };
	const all = await Promise.allSettled([1, 2, 3, 4, 5].map(page => fetch({ url: `${url}?page=${page}` }, wide)));
	expect(origin.most_open).toBe(3);
	expect(all.map(one => one.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
	expect(String((all[4] as PromiseRejectedResult).reason.message)).toBe('api.example.com: request budget spent: 4');
});

test('a page is asked as robots.txt allows, data is not under it', async () => {
	const { origin, fetch } = await setUp({
		'/www.example.com/robots.txt': answer.text('User-agent: *\nDisallow: /private\n', 'text/plain'),
		'/www.example.com/prices': answer.text('<html><table></table></html>', 'text/html'),
		'/api.example.com/robots.txt': answer.text('User-agent: *\nDisallow: /\n', 'text/plain'),
		[path]: answer.json([1]),
		'/down.example.com/robots.txt': answer.status(503),
	});
	expect((await fetch({ url: 'https://www.example.com/prices', page: true }, source)).media_type).toBe('text/html');
	await expect(fetch({ url: 'https://www.example.com/private/x', page: true }, source)).rejects.toThrow(
		'www.example.com: robots.txt forbids: /private/x',
	);
	await expect(fetch({ url: 'https://down.example.com/prices', page: true }, source)).rejects.toThrow(
		'down.example.com: robots.txt cannot be read: http status: 503',
	);
	expect((await fetch({ url }, source)).http_status).toBe(200);
	expect(origin.asked.filter(asked => asked.path === '/www.example.com/robots.txt')).toHaveLength(1);
	expect(origin.asked.some(asked => asked.path === '/www.example.com/private/x')).toBe(false);
});

test('a key that is not set, and an answer that repeats the key, are refused without printing it', async () => {
	const keyed = { id: 'keyed', needs: { key: 'SOME_KEY' } };
	const without = await setUp();
	await expect(without.fetch({ url, bearer: true }, keyed)).rejects.toThrow('api.example.com: missing key: SOME_KEY');
	const echo: answer.Answer = (request, response) =>
		answer.json({ you: request.headers.authorization })(request, response);
	const { fetch } = await setUp({ [path]: echo }, {}, () => 'planted-key');
	const error = await fetch({ url, bearer: true }, keyed).catch((error: Error) => error);
	expect(String(error)).toContain('api.example.com: answer repeats the key');
	expect(String((error as Error).stack)).not.toContain('planted-key');
});

test('an address that is no public https address is refused before anything is asked', async () => {
	const { origin, fetch } = await setUp();
	await expect(fetch({ url: 'http://api.example.com/' }, source)).rejects.toThrow(
		'api.example.com: unsupported scheme: http://api.example.com',
	);
	await expect(fetch({ url: 'https://127.0.0.1/x' }, source)).rejects.toThrow('127.0.0.1: private address: 127.0.0.1');
	await expect(fetch({ url: 'https://user:secret@api.example.com/' }, source)).rejects.toThrow(
		'address carries a user',
	);
	await expect(fetch({ url: 'nonsense' }, source)).rejects.toThrow('fetch: invalid address: nonsense');
	expect(origin.asked).toHaveLength(0);
});

test('a host that is not there gives one line, and is not asked again', async () => {
	const fetch = fetchOf({ version: '1', now: () => new Date(), keys: () => undefined, limits: { connect_ms: 500 } });
	open.push(fetch);
	const began = performance.now();
	await expect(fetch({ url: 'https://nowhere.invalid/x' }, source)).rejects.toThrow(
		/^nowhere\.invalid: no connection: \w+$/,
	);
	expect(performance.now() - began).toBeLessThan(15_000);
});

test('a file of a pinned dependency is read without the network', async () => {
	const { fetch } = await setUp();
	const fetched = await fetch({ url: 'installed:zod/package.json' }, source);
	expect(JSON.parse(new TextDecoder().decode(fetched.bytes))).toMatchObject({ name: 'zod' });
	expect(fetched).toMatchObject({ http_status: null, media_type: 'application/json', unchanged: false });
	await expect(fetch({ url: 'installed:not-there/x.js' }, source)).rejects.toThrow(
		'installed: package not installed: not-there',
	);
	await expect(fetch({ url: 'installed:zod/../p-queue/package.json' }, source)).rejects.toThrow(
		'installed: invalid address',
	);
	await expect(fetch({ url: 'installed:zod/nothing.js' }, source)).rejects.toThrow(
		'installed: file not readable: zod/nothing.js ENOENT',
	);
});
