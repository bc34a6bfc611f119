import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

/** One way to answer. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export type Asked = { path: string; headers: IncomingMessage['headers']; at: number };

/** A loopback server that stands for every host: `/<host>/<path>`. */
export type Origin = {
	url: string;
	asked: Asked[];
	/** The most requests that were open at once. */
	most_open: number;
	/** Answers of one path, in turn; the last one stays. A path with a query is looked for first, then without. */
	on(path: string, ...answers: Answer[]): void;
	close(): Promise<void>;
};

export async function originOf(routes: Record<string, Answer | Answer[]> = {}): Promise<Origin> {
	const answers = new Map<string, Answer[]>();
	let open = 0;
	const server = createServer((request, response) => {
		const path = request.url ?? '/';
		origin.asked.push({ path, headers: request.headers, at: performance.now() });
		origin.most_open = Math.max(origin.most_open, ++open);
		response.once('close', () => open--);
		const list = answers.get(path) ?? answers.get(path.split('?', 1)[0]!);
		const answer = list && list.length > 1 ? list.shift()! : list?.[0];
		(answer ?? status(404))(request, response);
	});
	await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
	const origin: Origin = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked: [],
		most_open: 0,
		on: (path, ...list) => void answers.set(path, list),
		close: async () => {
			server.closeAllConnections();
			await new Promise(done => server.close(done));
		},
	};
	for (const [path, list] of Object.entries(routes)) origin.on(path, ...[list].flat());
	return origin;
}

// --- answers ----------------------------------------------------------------------------------------------------------

type Headers = Record<string, string>;

export const text =
	(body: string | Uint8Array, type = 'application/json', headers: Headers = {}): Answer =>
	(_, response) =>
		void response.writeHead(200, { 'content-type': type, ...headers }).end(body);

export const json = (value: unknown, headers: Headers = {}): Answer =>
	text(JSON.stringify(value), 'application/json; charset=utf-8', headers);

export const gzipped = (value: unknown): Answer =>
	text(gzipSync(JSON.stringify(value)), 'application/json', { 'content-encoding': 'gzip' });

export const status =
	(code: number, headers: Headers = {}, body = ''): Answer =>
	(_, response) =>
		void response.writeHead(code, headers).end(body);

export const html = text('<!DOCTYPE html><html><title>Just a moment...</title></html>', 'text/html');

export const redirect = (location: string): Answer => status(302, { location });

/** Answers 304 to whoever shows the validators, else the value with them. */
export const validated =
	(value: unknown, etag: string, last_modified: string): Answer =>
	(request, response) => {
		const known = request.headers['if-none-match'] === etag && request.headers['if-modified-since'] === last_modified;
		(known ? status(304) : json(value, { etag, 'last-modified': last_modified }))(request, response);
	};

/** Never answers. */
export const timeOut: Answer = () => {};

/** One byte at a time, each in time, the whole never. */
export const slowDrip: Answer = (_, response) => {
	response.writeHead(200, { 'content-type': 'application/json' });
	const drip = setInterval(() => response.write(' '), 20);
	response.once('close', () => clearInterval(drip));
};

/** Breaks off in the middle of a body. */
export const reset: Answer = (request, response) => {
	response.writeHead(200, { 'content-type': 'application/json' });
	response.write('{"data":[', () => request.socket.resetAndDestroy());
};

export const truncatedGzip = (value: unknown): Answer => {
	const whole = gzipSync(JSON.stringify(value));
	return text(whole.subarray(0, whole.length - 12), 'application/json', { 'content-encoding': 'gzip' });
};

/** A small body that unpacks to `bytes` zeros. */
export const gzipBomb = (bytes: number): Answer =>
	text(gzipSync(Buffer.alloc(bytes, '0')), 'application/json', { 'content-encoding': 'gzip' });

/** Leads to itself, whatever was asked. */
export const redirectLoop: Answer = (request, response) =>
	void response.writeHead(302, { location: `/${request.url?.split('/').slice(2).join('/')}` }).end();

/** The bytes are of another charset than the UTF-8 they are announced as. */
export const wrongCharset = (value: unknown, charset: 'utf16le' | 'latin1'): Answer =>
	text(Buffer.from(JSON.stringify(value), charset), 'application/json; charset=utf-8');

export const emptyList = json({ data: [] });

/** The same facts under another name. */
export const schemaDrift = (sheet: { data: unknown[] }): Answer => json({ items: sheet.data, version: 2 });

type Priced = { data: { id: string; price: string }[] };

/** Prices in another unit: off by a thousand or a million. */
export const scaled = (sheet: Priced, factor: number): Answer =>
	json({ data: sheet.data.map(entry => ({ ...entry, price: String(Number(entry.price) * factor) })) });

/** Prices in yuan, called dollars. */
export const yuanAsDollars = (sheet: Priced): Answer => scaled(sheet, 7.1);

/** Says a longer length than it sends. */
export const wrongLength: Answer = (request, response) => {
	response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
	response.write('{"data":[]}', () => request.socket.end());
};
