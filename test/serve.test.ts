import { request } from 'node:http';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Server } from '../pipelines/serve.ts';

let folder: string;
let server: Server;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'serve-'));
	const dir = join(folder, 'dist');
	await mkdir(join(dir, 'data'), { recursive: true });
	await writeFile(join(dir, 'index.html'), '<h1>home</h1>');
	await writeFile(join(dir, '404.html'), '<h1>missing</h1>');
	await writeFile(join(dir, 'data', 'tokens.duckdb'), '0123456789');
	await writeFile(join(dir, 'data', 'empty.csv'), '');
	await writeFile(join(folder, 'secret.txt'), 'secret');
	await symlink(join(folder, 'secret.txt'), join(dir, 'linked.txt'));
	server = await serve({ dir, port: 0 });
});
afterAll(async () => {
	await server.close();
	await rm(folder, { recursive: true, force: true });
});

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string; body: Buffer };

/** A request whose path is sent as it is: `fetch` would tidy it up. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
	new Promise((done, fail) => {
		const { hostname, port } = new URL(server.url);
		const sent = request({ hostname, port, path, headers, method }, response => {
			const parts: Buffer[] = [];
			response.on('data', (chunk: Buffer) => parts.push(chunk));
			response.on('end', () => {
				const body = Buffer.concat(parts);
				done({ status: response.statusCode ?? 0, headers: response.headers, text: body.toString(), body });
			});
		});
		sent.on('error', fail);
		sent.end();
	});

describe('serve', () => {
	it('a folder gives its index, with the type of its kind', async () => {
		const answer = await ask('/');
		expect(answer).toMatchObject({ status: 200, text: '<h1>home</h1>' });
		expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
		expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
	});

	it('a folder without its slash is sent on', async () => {
		const answer = await ask('/data');
		expect(answer.status).toBe(301);
		expect(answer.headers.location).toBe('/data/');
	});

	it('what is not there is the page that says so, with status 404', async () => {
		expect(await ask('/nothing')).toMatchObject({ status: 404, text: '<h1>missing</h1>' });
		expect((await ask('/data/')).status).toBe(404);
	});

	it('what the links of that page ask for is there, under the path of the publication on its host', async () => {
		const dir = join(folder, 'hosted');
		await mkdir(join(dir, 'charts'), { recursive: true });
		await writeFile(join(dir, '404.html'), '<link rel="canonical" href="https://example.com/some/site/404.html">');
		await writeFile(join(dir, 'charts', 'index.html'), 'charts');
		const hosted = await serve({ dir, port: 0 });
		try {
			const at = async (path: string) => {
				const answer = await fetch(hosted.url + path);
				return [answer.status, await answer.text()];
			};
			expect(await at('some/site/charts/')).toEqual([200, 'charts']);
			expect(await at('charts/')).toEqual([200, 'charts']);
			expect((await at('some/charts/'))[0]).toBe(404);
			expect((await at('some/site/%2e%2e/secret.txt'))[0]).toBe(404);
		} finally {
			await hosted.close();
		}
	});

	it('an unchanged file is 304 to who has it', async () => {
		const { headers } = await ask('/');
		const etag = String(headers.etag);
		expect(await ask('/', { 'if-none-match': etag })).toMatchObject({ status: 304, text: '' });
		expect((await ask('/', { 'if-none-match': `W/${etag}, "other"` })).status).toBe(304);
		expect((await ask('/', { 'if-none-match': '"other"' })).status).toBe(200);
	});

	it('a range of bytes is given as asked', async () => {
		for (const [range, text, content] of [
			['bytes=2-4', '234', 'bytes 2-4/10'],
			['bytes=7-', '789', 'bytes 7-9/10'],
			['bytes=-2', '89', 'bytes 8-9/10'],
			['bytes=8-99', '89', 'bytes 8-9/10'],
		] as const) {
			const answer = await ask('/data/tokens.duckdb', { range });
			expect(answer, range).toMatchObject({ status: 206, text });
			expect(answer.headers['content-range']).toBe(content);
			expect(answer.headers['content-length']).toBe(String(text.length));
		}
	});

	it('a range that cannot be is refused, another unit is answered whole', async () => {
		const answer = await ask('/data/tokens.duckdb', { range: 'bytes=10-' });
		expect(answer.status).toBe(416);
		expect(answer.headers['content-range']).toBe('bytes */10');
		expect(await ask('/data/tokens.duckdb', { range: 'rows=1-2' })).toMatchObject({ status: 200, text: '0123456789' });
		expect(await ask('/data/tokens.duckdb', { range: 'bytes=0-1', 'if-range': '"old"' })).toMatchObject({
			status: 200,
		});
	});

	it('a HEAD has the length and no body', async () => {
		const answer = await ask('/data/tokens.duckdb', {}, 'HEAD');
		expect(answer).toMatchObject({ status: 200, text: '' });
		expect(answer.headers['content-length']).toBe('10');
		expect(await ask('/data/empty.csv')).toMatchObject({ status: 200, text: '' });
	});

	it('text goes packed to who takes it, and is another file to who has it', async () => {
		const packed = async (accept: string, path = '/', more: Record<string, string> = {}) => {
			const { headers, body } = await ask(path, { 'accept-encoding': accept, ...more });
			return [headers['content-encoding'], headers.etag, body] as const;
		};
		const [none, plain, page] = await packed('identity');
		expect([none, page.toString()]).toEqual([undefined, '<h1>home</h1>']);
		const [name, etag, body] = await packed('gzip, deflate, br');
		expect([name, brotliDecompressSync(body).equals(page)]).toEqual(['br', true]);
		const [other, , zipped] = await packed('gzip;q=1, br;q=0');
		expect([other, gunzipSync(zipped).equals(page)]).toEqual(['gzip', true]);
		expect(etag).not.toBe(plain);
		expect(await ask('/', { 'accept-encoding': 'br', 'if-none-match': String(etag) })).toMatchObject({ status: 304 });
		expect((await ask('/', { 'accept-encoding': 'br' })).headers.vary).toBe('accept-encoding');
		// What is read by ranges, and any range, is given byte by byte.
		expect((await packed('br', '/data/tokens.duckdb'))[0]).toBeUndefined();
		const [ranged, , part] = await packed('br', '/', { range: 'bytes=0-3' });
		expect([ranged, part.toString()]).toEqual([undefined, '<h1>']);
	});

	it('nothing outside the folder is served', async () => {
		for (const path of [
			'/../secret.txt',
			'/..%2fsecret.txt',
			'/%2e%2e/secret.txt',
			'/data/../../secret.txt',
			'/linked.txt',
			'/data/..%5c..%5csecret.txt',
		]) {
			const answer = await ask(path);
			expect(answer.status, path).toBe(404);
			expect(answer.text, path).not.toContain('secret');
		}
		for (const path of ['/%00', '/%zz']) expect((await ask(path)).status, path).toBe(400);
	});

	it('a host named in the path is no redirect to another site', async () => {
		const { headers } = await ask('//data');
		expect(String(headers.location ?? '/')).not.toMatch(/^\/\//);
	});

	it('nothing can be written', async () => {
		expect((await ask('/', {}, 'POST')).status).toBe(405);
	});

	it('a publication renamed into place is served at once', async () => {
		const dist = join(folder, 'dist');
		await mkdir(join(folder, 'next'));
		await writeFile(join(folder, 'next', 'index.html'), '<h1>next</h1>');
		await rename(dist, join(folder, 'before'));
		await rename(join(folder, 'next'), dist);
		expect((await ask('/')).text).toBe('<h1>next</h1>');
		await rm(dist, { recursive: true });
		await rename(join(folder, 'before'), dist);
	});

	it('a port in use is named', async () => {
		const port = Number(new URL(server.url).port);
		await expect(serve({ dir: folder, port })).rejects.toThrow(`serve: port in use: ${port}`);
	});
});
