import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { fetchOf, type FetchOptions } from '../scrapers/fetch.ts';
import type { Request } from '../scrapers/source.ts';
import { findChromium } from './browser/chromium.ts';
import * as answer from './origin.ts';
import { originOf, type Answer, type Origin } from './origin.ts';

const url = 'https://lab.example.com/pricing';
const at = '/lab.example.com';
const request: Request = { url, page: true, shows: /\$\s?\d/ };
const source = { id: 'made-up' };
const agent = 'TokenObservatory/1.2.3 (+https://github.com/token-observatory/token-observatory)';
const page = (body: string, title = 'Prices'): Answer =>
	answer.text(`<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`, 'text/html');
/** A page that writes what its script fetched into itself. */
const drawn = (from: string, init = '{}'): Answer =>
	page(`<div id="app">Loading</div><img src="/logo.png"><script>
		fetch(${JSON.stringify(from)}, ${init}).then(r => r.json()).then(({ price }) => {
			document.querySelector('#app').innerHTML = '<table><tr><td>sol</td><td>$' + price + '</td></tr></table>';
		}).catch(e => { document.querySelector('#app').textContent = 'no prices: ' + e.message; });
	</script>`);

let executable: string | undefined;
beforeAll(() => void (executable = findChromium()), 300_000);
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
	for (const one of open.splice(0)) await one.close();
});

async function setUp(routes: Record<string, Answer | Answer[]>, options: Partial<FetchOptions> = {}) {
	const origin = await originOf(routes);
	const { limits, ...rest } = options;
	const fetch = fetchOf({
		version: '1.2.3',
		now: () => new Date('2026-11-22T12:00:00Z'),
		keys: () => undefined,
		replay: origin.url,
		chromium: executable,
		limits: { backoff_ms: 5, headers_ms: 2_000, total_ms: 5_000, patience_ms: 4_000, quiet_ms: 500, ...limits },
		...rest,
	});
	open.push(fetch, origin);
	return { origin, fetch, text: async (asked = request) => decoded((await fetch(asked, source)).bytes) };
}

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const paths = (origin: Origin): string[] => origin.asked.map(({ path }) => path);

test('a page that shows its prices as served is kept byte for byte, and no browser is started', async () => {
	const body = '<!doctype html><html><body><td>$5.00\u00a0</td><br></body></html>';
	const { origin, text } = await setUp({ [`${at}/pricing`]: answer.text(body, 'text/html') }, { chromium: null });
	expect(await text()).toBe(body);
	expect(paths(origin)).toEqual([`${at}/robots.txt`, `${at}/pricing`]);
	expect(origin.asked.map(({ headers }) => headers['user-agent'])).toEqual([agent, agent]);
	expect(origin.asked[1]?.headers.accept).toMatch(/^text\/html/);
});

test('a price in a script or in a hidden template is not shown', async () => {
	const body = '<div></div><script>var price = "$5.00"</script><template>$6.00</template>';
	const { text } = await setUp({ [`${at}/pricing`]: page(body) }, { chromium: null });
	await expect(text()).rejects.toThrow(/^lab\.example\.com: page needs a browser: shows no/);
});

test('data behind a page’s address show what they say, and are kept as they are', async () => {
	const body = JSON.stringify({ data: { content: '<td>$5.00</td>' } });
	for (const type of ['application/json', 'text/plain']) {
		const { text } = await setUp({ [`${at}/pricing`]: answer.text(body, type) }, { chromium: null });
		expect(await text()).toBe(body);
	}
});

test('a page drawn by its script is kept as a reader sees it, every request answered by the same polite way', async () => {
	const { origin, text } = await setUp({
		[`${at}/pricing`]: drawn('https://api.example.com/prices'),
		'/api.example.com/prices': answer.json({ price: 5 }, { 'access-control-allow-origin': '*' }),
	});
	expect(await text()).toContain('<td>$5</td>');
	expect(paths(origin)).toEqual([
		`${at}/robots.txt`,
		`${at}/pricing`,
		'/api.example.com/robots.txt',
		'/api.example.com/prices',
	]);
	expect(new Set(origin.asked.map(({ headers }) => headers['user-agent']))).toEqual(new Set([agent]));
	expect(origin.asked[3]?.headers.cookie).toBeUndefined();
});

test('a page that was rendered carries no validator: what it confirms is not what is kept', async () => {
	const { fetch } = await setUp({
		[`${at}/pricing`]: (request, response) => {
			response.setHeader('etag', '"shell"');
			drawn('/prices')(request, response);
		},
		[`${at}/prices`]: answer.json({ price: 5 }),
	});
	expect(await fetch(request, source)).toMatchObject({ http_status: 200, etag: null, media_type: 'text/html' });
});

test('what a script sends is sent', async () => {
	const { origin, text } = await setUp({
		[`${at}/pricing`]: drawn('/list', '{ method: "POST", headers: { "x-sheet": "text" }, body: "{}" }'),
		[`${at}/list`]: (asked, response) => {
			const is_right = asked.method === 'POST' && asked.headers['x-sheet'] === 'text';
			response.writeHead(200, { 'content-type': 'application/json' }).end(`{"price":${is_right ? 7 : 0}}`);
		},
	});
	expect(await text()).toContain('<td>$7</td>');
	expect(paths(origin)).toContain(`${at}/list`);
});

test('a page is found where it was moved to, and what it names is looked for there', async () => {
	const { text, origin } = await setUp({
		[`${at}/pricing`]: answer.redirect('/en/pricing/'),
		[`${at}/en/pricing/`]: drawn('prices.json'),
		[`${at}/en/pricing/prices.json`]: answer.json({ price: 9 }),
	});
	expect(await text()).toContain('<td>$9</td>');
	expect(paths(origin)).toContain(`${at}/en/pricing/prices.json`);
});

test('robots.txt is obeyed for the page and for what its script asks', async () => {
	const forbidden = await setUp({
		[`${at}/robots.txt`]: answer.text('User-agent: *\nDisallow: /pricing', 'text/plain'),
		[`${at}/pricing`]: page('$1'),
	});
	await expect(forbidden.text()).rejects.toThrow('lab.example.com: robots.txt forbids: /pricing');
	const half = await setUp({
		[`${at}/robots.txt`]: answer.text('User-agent: *\nDisallow: /api/', 'text/plain'),
		[`${at}/pricing`]: drawn('/api/prices'),
		[`${at}/api/prices`]: answer.json({ price: 5 }),
	});
	expect(await half.text()).toContain('no prices: ');
	expect(paths(half.origin)).not.toContain(`${at}/api/prices`);
});

test('a page reaches nothing inside: no loopback, no private address, no socket, no file', async () => {
	const reached: string[] = [];
	const inside = createServer((asked, response) => {
		reached.push(asked.url ?? '');
		response.writeHead(200, { 'access-control-allow-origin': '*' }).end('{"price":1}');
	});
	inside.on('upgrade', (asked, socket) => {
		reached.push(`socket ${asked.url}`);
		socket.destroy();
	});
	await new Promise<void>(ready => inside.listen(0, '127.0.0.1', ready));
	const { port } = inside.address() as AddressInfo;
	open.push({ close: () => new Promise(done => (inside.closeAllConnections(), inside.close(() => done()))) });
	const targets = [`http://127.0.0.1:${port}/a`, `http://localhost:${port}/b`, 'file:///etc/hostname'];
	const { text } = await setUp({
		[`${at}/pricing`]: page(`<iframe src="http://127.0.0.1:${port}/frame"></iframe><p id="app"></p><script>
			new WebSocket('ws://127.0.0.1:${port}/ws'); navigator.sendBeacon('http://127.0.0.1:${port}/beacon');
			window.open('http://127.0.0.1:${port}/popup'); new Image().src = 'http://127.0.0.1:${port}/image';
			Promise.all(${JSON.stringify(targets)}.map(at => fetch(at).then(() => 'open', () => 'shut')))
				.then(all => { document.querySelector('#app').textContent = all.join() + ' $1'; });
		</script>`),
	});
	expect(await text()).toContain('shut,shut,shut $1');
	expect(reached).toEqual([]);
});

test('a script that never ends costs its own page only, with one line that says so', async () => {
	const { text } = await setUp(
		{
			[`${at}/pricing`]: page('<p>x</p><script>setTimeout(() => { for (;;); }, 50)</script>'),
			[`${at}/other`]: drawn('/prices'),
			[`${at}/prices`]: answer.json({ price: 3 }),
		},
		{ limits: { patience_ms: 1_500 } },
	);
	const [stuck, other] = await Promise.allSettled([text(), text({ ...request, url: 'https://lab.example.com/other' })]);
	expect(stuck.status === 'rejected' && (stuck.reason as Error).message).toMatch(
		/^lab\.example\.com: page cannot be rendered: [^\n]+$/,
	);
	expect(other.status === 'fulfilled' && other.value).toContain('<td>$3</td>');
}, 30_000);

test('a page that grows without end is refused', async () => {
	const { fetch } = await setUp({
		[`${at}/pricing`]: page('<p id="app"></p><script>app.textContent = "$1" + "x".repeat(300000)</script>'),
	});
	const small = { ...source, manners: { max_bytes: 100_000 } };
	await expect(fetch(request, small)).rejects.toThrow('lab.example.com: body too large: over 100000 bytes rendered');
});

test('a page that shows nothing even when rendered is kept as it is: its reader says what is missing', async () => {
	const { text } = await setUp({ [`${at}/pricing`]: page('<p>Ask our sales</p>') }, { limits: { patience_ms: 500 } });
	expect(await text()).toContain('Ask our sales');
});

test('pages obey Retry-After, tell a 304 as unchanged and refuse what is not there', async () => {
	const { fetch, origin } = await setUp({
		[`${at}/pricing`]: [answer.status(503, { 'retry-after': '1' }), page('$4')],
		[`${at}/same`]: answer.status(304),
		[`${at}/gone`]: answer.status(404),
	});
	expect(decoded((await fetch(request, source)).bytes)).toContain('$4');
	const [, first, second] = origin.asked;
	expect(second!.at - first!.at).toBeGreaterThan(950);
	const same = await fetch({ ...request, url: 'https://lab.example.com/same' }, source, { etag: '"a"' });
	expect(same.unchanged).toBe(true);
	await expect(fetch({ ...request, url: 'https://lab.example.com/gone' }, source)).rejects.toThrow(
		'lab.example.com: http status: 404',
	);
});

test('a Chromium that will not start is one line', async () => {
	const { text } = await setUp({ [`${at}/pricing`]: page('') }, { chromium: '/bin/false' });
	await expect(text()).rejects.toThrow(/^lab\.example\.com: page cannot be rendered: [^\n]+$/);
});
