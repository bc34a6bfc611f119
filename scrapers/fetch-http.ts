import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { pipeline, type Readable } from 'node:stream';
import { Agent, ProxyAgent, request as ask, type Dispatcher } from 'undici';
import { isPrivate, publicLookup } from './fetch-address.ts';
import { FetchError, fetchErrorOf } from './fetch-error.ts';

/** Times in milliseconds: to the first byte of an answer and between two bytes, and of the whole request. */
export type Limits = { connect_ms: number; headers_ms: number; total_ms: number; redirects: number };

/** `url`: where it came from in the end, after redirects. */
export type Answer = { url: string; status: number; header(name: string): string | null; bytes: Uint8Array };

/** What a page's script sends. */
export type Sent = { method: string; headers: Record<string, string>; body?: Uint8Array };

export type Http = {
	/** One GET, redirects followed, body decoded and at most `max_bytes` long on the wire and decoded. Throws `FetchError`. */
	get(url: string, headers: Record<string, string>, max_bytes: number): Promise<Answer>;
	/** The same for an address that somebody else chose: what its name resolves to is checked from the first hop on. */
	led(url: string, sent: Sent, max_bytes: number): Promise<Answer>;
	close(): Promise<void>;
};

/**
 * HTTPS to public hosts, and nothing else; with `replay` every request goes to that origin instead, under
 * `/<host>/<path>`. `proxy` is the address of the user's own proxy.
 */
export function httpOf(options: { limits: Limits; replay?: string; proxy?: string }): Http {
	const { limits, replay } = options;
	const common = { keepAliveTimeout: 2_000, headersTimeout: limits.headers_ms, bodyTimeout: limits.headers_ms };
	const connect = { timeout: limits.connect_ms };
	const direct = options.proxy ? new ProxyAgent({ uri: options.proxy, ...common }) : new Agent({ ...common, connect });
	// where a redirect leads is the server's choice: what its name resolves to is checked as well
	const guarded = options.proxy ? direct : new Agent({ ...common, connect: { ...connect, lookup: publicLookup } });

	async function follow(url: string, sent: Sent, max_bytes: number, trusted: string | null): Promise<Answer> {
		const signal = AbortSignal.timeout(limits.total_ms);
		const first = new URL(url);
		let target = first;
		for (let hop = 0; ; hop++) {
			mayAsk(first.host, target);
			const same = target.host === first.host;
			const dispatcher = replay !== undefined || target.host === trusted ? direct : guarded;
			const answer = await once(replayed(target, replay), {
				...sent,
				dispatcher,
				headers: same ? sent.headers : withoutSecrets(sent.headers),
				signal,
				host: target.host,
				max_bytes,
			});
			const location = answer.header('location');
			if (![301, 302, 303, 307, 308].includes(answer.status) || location === null)
				return { ...answer, url: target.href };
			if (hop >= limits.redirects) throw new FetchError(first.host, 'too many redirects', limits.redirects);
			if (sent.method !== 'GET') throw new FetchError(first.host, 'redirect of a sent form', sent.method);
			target = redirected(first.host, location, target, replay);
		}
	}

	async function once(
		url: URL,
		asked: Sent & {
			dispatcher: Dispatcher;
			signal: AbortSignal;
			host: string;
			max_bytes: number;
		},
	): Promise<Omit<Answer, 'url'>> {
		const { host, max_bytes, ...rest } = asked;
		try {
			const { statusCode: status, headers, body } = await ask(url, rest);
			const header = (name: string): string | null => [headers[name] ?? null].flat()[0] ?? null;
			const announced = Number(header('content-length') ?? 0);
			if (announced > max_bytes) {
				body.on('error', () => {}).destroy();
				throw new FetchError(host, 'body too large', `${announced} bytes`);
			}
			return { status, header, bytes: await decoded(body, header('content-encoding'), host, max_bytes) };
		} catch (error) {
			throw fetchErrorOf(host, error, limits);
		}
	}

	return {
		get: (url, headers, max_bytes) => follow(url, { method: 'GET', headers }, max_bytes, new URL(url).host),
		led: (url, sent, max_bytes) => follow(url, sent, max_bytes, null),
		async close() {
			await Promise.all([direct.destroy(), guarded.destroy()]);
		},
	};
}

function mayAsk(first: string, { protocol, hostname, host, username }: URL): void {
	if (protocol !== 'https:') throw new FetchError(first, 'unsupported scheme', `${protocol}//${host}`);
	if (isPrivate(hostname)) throw new FetchError(first, 'private address', hostname);
	if (username !== '') throw new FetchError(first, 'address carries a user', hostname);
}

/** `https://host/path?query` as `<replay>/host/path?query`. */
function replayed(url: URL, replay: string | undefined): URL {
	return replay === undefined ? url : new URL(`${replay.replace(/\/$/, '')}/${url.host}${url.pathname}${url.search}`);
}

/** Where a Location leads; one that names the replay origin is read back to the host it stands for. */
function redirected(first: string, location: string, from: URL, replay: string | undefined): URL {
	if (!URL.canParse(location, from)) throw new FetchError(first, 'invalid redirect', location.slice(0, 80));
	const to = new URL(location, from);
	if (replay === undefined || to.origin !== new URL(replay).origin) return to;
	return new URL(`https:/${to.pathname}${to.search}`);
}

function withoutSecrets(headers: Record<string, string>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(headers).filter(([name]) => !/^(authorization|cookie|x-api-key)$/i.test(name)),
	);
}

/** The body without its content encoding, counted on the wire and decoded, so that a small bomb stays small. */
async function decoded(body: Readable, encoding: string | null, host: string, max_bytes: number): Promise<Uint8Array> {
	const decoder = decoderOf(encoding, host);
	let wire = 0;
	body.on('data', (chunk: Uint8Array) => {
		wire += chunk.length;
		if (wire > max_bytes) body.destroy(new FetchError(host, 'body too large', `over ${max_bytes} bytes`));
	});
	const plain = decoder === null ? body : pipeline(body, decoder, () => {});
	const chunks: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of plain as AsyncIterable<Uint8Array>) {
		length += chunk.length;
		if (length > max_bytes) throw new FetchError(host, 'body too large', `over ${max_bytes} bytes decoded`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function decoderOf(encoding: string | null, host: string): (NodeJS.ReadWriteStream & Readable) | null {
	switch (encoding?.trim().toLowerCase() ?? '') {
		case '':
		case 'identity':
			return null;
		case 'gzip':
		case 'x-gzip':
			return createGunzip();
		case 'deflate':
			return createInflate();
		case 'br':
			return createBrotliDecompress();
		default:
			throw new FetchError(host, 'unknown content encoding', encoding?.slice(0, 40));
	}
}
