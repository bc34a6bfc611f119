import { createReadStream } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { packer, packingFor } from './packed.ts';

export type Server = { url: string; close: () => Promise<void> };

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.xml': 'application/xml; charset=utf-8',
	'.png': 'image/png',
	'.woff2': 'font/woff2',
	'.wasm': 'application/wasm',
	'.parquet': 'application/vnd.apache.parquet',
	'.duckdb': 'application/octet-stream',
};

/**
 * A static server of one folder on loopback: ETag and 304, one byte range (Parquet and DuckDB readers ask for them),
 * `404.html` where there is one, nothing outside the folder; text goes packed (`packed.ts`). The links of that page begin with
 * the path under which the publication stands on its host: what is asked for under that path is answered too. `port` 0 takes
 * any free port. The folder is looked up at each request, so that a publication renamed into its place is served at once.
 */
export async function serve({ dir, port = 0 }: { dir: string; port?: number }): Promise<Server> {
	const server = createServer((request, response) => {
		answer(resolve(dir), request, response).catch((error: NodeJS.ErrnoException) => {
			if (response.headersSent) response.destroy();
			else plain(response, error.code === 'ENOENT' ? 404 : 500);
		});
	});
	await new Promise<void>((done, fail) => {
		server.once('error', (error: NodeJS.ErrnoException) =>
			fail(error.code === 'EADDRINUSE' ? new Error(`serve: port in use: ${port}`) : error),
		);
		server.listen(port, '127.0.0.1', done);
	});
	const { port: taken } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${taken}/`,
		close: () =>
			new Promise(done => {
				server.close(() => done());
				server.closeAllConnections();
			}),
	};
}

async function answer(dir: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
	if (request.method !== 'GET' && request.method !== 'HEAD') return plain(response, 405, { allow: 'GET, HEAD' });
	const path = pathOf(request.url ?? '/');
	if (path === null) return plain(response, 400);
	const base = await baseOf(dir);
	const file =
		(await fileOf(dir, path)) ?? (path.startsWith(base) ? await fileOf(dir, path.slice(base.length - 1)) : null);
	if (file === 'redirect') return plain(response, 301, { location: `${encodeURI(path.replace(/^\/+/, '/'))}/` });
	const missing = file === null ? await fileOf(dir, '/404.html') : null;
	if (file === null && (missing === null || missing === 'redirect')) return plain(response, 404);
	const found = file ?? (missing as Found);
	const type = types[extname(found.path).toLowerCase()] ?? 'application/octet-stream';
	const packing = packingFor(type, request.headers);
	const etag = packing ? found.etag.replace(/"$/, `-${packing}"`) : found.etag;
	const headers: Record<string, string | number> = {
		'content-type': type,
		'accept-ranges': 'bytes',
		'cache-control': 'no-cache',
		'x-content-type-options': 'nosniff',
		vary: 'accept-encoding',
		etag,
		...(packing && { 'content-encoding': packing }),
	};
	if (file === null) return send(request, response, 404, headers, found);
	if (matches(request.headers['if-none-match'], etag)) {
		response.writeHead(304, headers).end();
		return;
	}
	const current = request.headers['if-range'];
	const range = current === undefined || current === found.etag ? rangeOf(request.headers.range, found.size) : null;
	if (range === 'unsatisfiable') return plain(response, 416, { 'content-range': `bytes */${found.size}` });
	if (range === null) return send(request, response, 200, headers, found);
	headers['content-range'] = `bytes ${range.start}-${range.end}/${found.size}`;
	return send(request, response, 206, headers, found, range);
}

type Found = { path: string; size: number; etag: string };
type Range = { start: number; end: number };

/** The decoded path of a request; null where it cannot be one. */
function pathOf(url: string): string | null {
	try {
		const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
		return path.startsWith('/') && !path.includes('\0') ? path : null;
	} catch {
		return null;
	}
}

/** The path of the publication on its host, with a slash at both ends, by the canonical address of its `404.html`. */
async function baseOf(dir: string): Promise<string> {
	const text = await readFile(join(dir, '404.html'), 'utf8').catch(() => '');
	const [, address] = /rel="canonical" href="([^"]+\/)404\.html"/.exec(text) ?? [];
	return address ? new URL(address).pathname : '/';
}

/** The file behind a path; `index.html` of a folder; null where there is none or it lies outside. */
async function fileOf(dir: string, path: string): Promise<Found | 'redirect' | null> {
	const root = await realpath(dir);
	const wanted = join(root, path.endsWith('/') ? `${path}index.html` : path);
	const real = await realpath(wanted).catch(() => null);
	if (real === null || (real !== root && !real.startsWith(root + sep))) return null;
	const facts = await stat(real);
	if (facts.isDirectory()) return 'redirect';
	if (!facts.isFile()) return null;
	return {
		path: real,
		size: facts.size,
		etag: `"${facts.size.toString(36)}-${Math.round(facts.mtimeMs).toString(36)}"`,
	};
}

const matches = (header: string | undefined, etag: string): boolean =>
	header !== undefined && header.split(',').some(one => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');

/** One range of bytes, both ends included; several ranges or another unit are answered whole. */
function rangeOf(header: string | undefined, size: number): Range | 'unsatisfiable' | null {
	const parts = header === undefined ? null : /^bytes=(\d*)-(\d*)$/.exec(header.trim());
	if (!parts || (parts[1] === '' && parts[2] === '')) return null;
	const last = size - 1;
	const start = parts[1] === '' ? Math.max(0, size - Number(parts[2])) : Number(parts[1]);
	const end = parts[1] === '' || parts[2] === '' ? last : Math.min(Number(parts[2]), last);
	return start > last || start > end || (parts[1] === '' && Number(parts[2]) === 0) ? 'unsatisfiable' : { start, end };
}

async function send(
	request: IncomingMessage,
	response: ServerResponse,
	status: number,
	headers: Record<string, string | number>,
	found: Found,
	range: Range = { start: 0, end: found.size - 1 },
): Promise<void> {
	const packing = headers['content-encoding'];
	// How long a packed answer gets is known at its end only.
	response.writeHead(status, packing ? headers : { ...headers, 'content-length': range.end - range.start + 1 });
	if (request.method === 'HEAD' || found.size === 0) response.end();
	else if (packing === 'br' || packing === 'gzip')
		await pipeline(createReadStream(found.path), packer(packing, found.size), response);
	else await pipeline(createReadStream(found.path, range), response);
}

function plain(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
	response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers }).end(`${status}\n`);
}
