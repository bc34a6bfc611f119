import { setTimeout as pause } from 'node:timers/promises';
import { FetchError } from './fetch-error.ts';
import { mustFit } from './fetch-fit.ts';
import { httpOf, type Answer, type Limits } from './fetch-http.ts';
import { fetchInstalled } from './fetch-installed.ts';
import { lanesOf, type Lane } from './fetch-lane.ts';
import { backoffMs, isPassing, retryAfterMs } from './fetch-retry.ts';
import { robotsOf } from './fetch-robots.ts';
import { shownOf } from './fetch-shown.ts';
import type { Request, Source } from './source.ts';

/** What one look brought. `unchanged` = the server says that nothing changed since `previous`; there are no bytes then. */
export type Fetched = {
	url: string;
	unchanged: boolean;
	bytes: Uint8Array;
	media_type: string;
	/** Null where no HTTP was spoken. */
	http_status: number | null;
	etag: string | null;
	last_modified: string | null;
	/** UTC, when the answer was complete. */
	fetched_at: string;
};

/** Validators of the last kept look at the same address. */
export type Validators = { etag?: string | null; last_modified?: string | null };

export type Fetch = {
	/** Throws `FetchError` (`PackageError` for `npm:`), with one line that carries no key. */
	(request: Request, source: Pick<Source, 'id' | 'needs' | 'manners'>, previous?: Validators): Promise<Fetched>;
	close(): Promise<void>;
};

export type FetchOptions = {
	/** Printed in the User-Agent. */
	version: string;
	now(): Date;
	/** The value of an environment variable; the only way to a key. */
	keys(name: string): string | undefined;
	/** Origin that answers for every https host, under `/<host>/<path>`. */
	replay?: string;
	proxy?: string;
	/** Path of a Chromium for pages that show nothing as served, undefined for playwright's own; null where there is none. */
	chromium?: string | null;
	limits?: Partial<Limits & Patience>;
};

/** Times in milliseconds. `retry_after_ms` is the longest pause a server may ask for and still be asked again. */
export type Patience = {
	attempts: number;
	backoff_ms: number;
	retry_after_ms: number;
	interval_ms: number;
	/** How long a rendered page may take to show what it is kept for, and to go quiet after that. */
	patience_ms: number;
	quiet_ms: number;
};

const standard: Limits & Patience = {
	connect_ms: 10_000,
	headers_ms: 30_000,
	total_ms: 180_000,
	redirects: 5,
	attempts: 4,
	backoff_ms: 1_000,
	retry_after_ms: 120_000,
	interval_ms: 1_000,
	patience_ms: 30_000,
	quiet_ms: 3_000,
};
const max_bytes = 64 * 2 ** 20;
const max_requests = 1_000;

/**
 * The only code that reaches for the network: honest name, one queue a host, pauses obeyed, conditional requests, every
 * wait and size bounded; data by undici, pages by Crawlee over the same way. `npm:` goes through the user's npm settings, `installed:` reads a pinned dependency.
 */
export function fetchOf(options: FetchOptions): Fetch {
	const limits = { ...standard, ...(options.replay === undefined ? {} : { interval_ms: 0 }), ...options.limits };
	const http = httpOf({ limits, replay: options.replay, proxy: options.proxy });
	const agent = `TokenObservatory/${options.version}`;
	const user_agent = `${agent} (+https://github.com/token-observatory/token-observatory)`;
	const lanes = lanesOf(limits.retry_after_ms);
	const spent = new Map<string, number>();
	const robots = robotsOf(agent, async url => {
		const answer = await attempts(
			lanes(new URL(url).host, 1),
			limits.interval_ms,
			url,
			{ 'user-agent': user_agent },
			512 * 1024,
		);
		return answer.status < 400 ? new TextDecoder().decode(answer.bytes) : null;
	});

	const shown = shownOf({ http, robots, user_agent, chromium: options.chromium, patience: limits });

	/** Asks until there is an answer that stands, or nothing more to hope for. */
	async function attempts(
		lane: Lane,
		interval_ms: number,
		url: string,
		headers: Record<string, string>,
		limit: number,
	): Promise<Answer> {
		for (let attempt = 0; ; attempt++) {
			await lane.turn(interval_ms);
			const problem = await http.get(url, headers, limit).then(
				answer => (isPassing(answer.status) ? refused(url, answer) : answer),
				(error: unknown) => error as FetchError,
			);
			if (!(problem instanceof Error)) return problem;
			if (problem.wait_ms) lane.hold(problem.wait_ms);
			const most = problem.is_unreachable ? Math.min(2, limits.attempts) : limits.attempts;
			if (!problem.is_passing || attempt + 1 >= most) {
				if (problem.is_unreachable && problem.host === new URL(url).host) lane.giveUp(problem);
				throw problem;
			}
			if (!problem.wait_ms) await pause(backoffMs(attempt, limits.backoff_ms, Math.random()));
		}
	}

	function refused(url: string, answer: Answer): FetchError {
		const wait_ms = retryAfterMs(answer.header('retry-after'), options.now());
		const host = new URL(url).host;
		return new FetchError(host, 'http status', answer.status, {
			http_status: answer.status,
			is_passing: true,
			wait_ms,
		});
	}

	async function fetchHttp(request: Request, source: Parameters<Fetch>[1], previous: Validators): Promise<Fetched> {
		const host = new URL(request.url).host;
		const count = (spent.get(source.id) ?? 0) + 1;
		const budget = source.manners?.max_requests ?? max_requests;
		if (count > budget) throw new FetchError(host, 'request budget spent', budget);
		spent.set(source.id, count);
		const secret = request.bearer ? options.keys(source.needs?.key ?? '') : undefined;
		if (request.bearer && !secret) throw new FetchError(host, 'missing key', source.needs?.key);
		let interval_ms =
			options.replay === undefined ? (source.manners?.interval_ms ?? limits.interval_ms) : limits.interval_ms;
		if (request.page) {
			const { is_allowed, crawl_delay_ms, problem } = await robots(request.url);
			if (problem !== null) throw new FetchError(host, 'robots.txt cannot be read', problem.replace(`${host}: `, ''));
			if (!is_allowed) throw new FetchError(host, 'robots.txt forbids', new URL(request.url).pathname);
			if (options.replay === undefined) interval_ms = Math.max(interval_ms, crawl_delay_ms);
		}
		const headers = {
			accept: request.page ? 'text/html,application/xhtml+xml' : 'application/json, */*;q=0.5',
			...request.headers,
			'user-agent': user_agent,
			'accept-encoding': 'gzip, br',
			...(previous.etag ? { 'if-none-match': previous.etag } : {}),
			...(previous.last_modified ? { 'if-modified-since': previous.last_modified } : {}),
			...(secret ? { authorization: `Bearer ${secret}` } : {}),
		};
		const lane = lanes(host, source.manners?.concurrency ?? 1);
		const limit = source.manners?.max_bytes ?? max_bytes;
		const { url, shows = null } = request;
		const ask = (): Promise<Answer> => lane.run(() => attempts(lane, interval_ms, url, headers, limit));
		const answer = request.page ? await shown.page({ url, shows, max_bytes: limit, ask }) : await ask();
		return fetchedOf(request, answer, secret, Boolean(previous.etag ?? previous.last_modified));
	}

	function fetchedOf(request: Request, answer: Answer, secret: string | undefined, is_conditional: boolean): Fetched {
		const { host } = new URL(request.url);
		const { status, bytes, header } = answer;
		const unchanged = status === 304 && is_conditional;
		if (!unchanged && status !== 200) throw new FetchError(host, 'http status', status, { http_status: status });
		const etag = header('etag');
		const media_type = (header('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();
		if (secret && (Buffer.from(bytes).includes(secret) || etag?.includes(secret))) {
			throw new FetchError(host, 'answer repeats the key', request.url, { http_status: status });
		}
		if (!unchanged) mustFit(host, bytes, media_type, Boolean(request.page));
		const last_modified = header('last-modified');
		return {
			url: request.url,
			unchanged,
			bytes,
			media_type,
			http_status: status,
			etag,
			last_modified,
			fetched_at: options.now().toISOString(),
		};
	}

	const fetch = async (request: Request, source: Parameters<Fetch>[1], previous: Validators = {}): Promise<Fetched> => {
		const { url } = request;
		const local = { url, unchanged: false, http_status: null, etag: null, last_modified: null };
		if (url.startsWith('installed:')) {
			return { ...local, ...(await fetchInstalled(url)), fetched_at: options.now().toISOString() };
		}
		if (url.startsWith('npm:')) {
			const { fetchPackage } = await import('./fetch-package.ts');
			const { bytes, media_type } = await lanes('npm', 2).run(() => fetchPackage(url));
			return { ...local, bytes, media_type, fetched_at: options.now().toISOString() };
		}
		if (!URL.canParse(url)) throw new FetchError('fetch', 'invalid address', url);
		return fetchHttp(request, source, previous);
	};
	return Object.assign(fetch, { close: () => shown.close().finally(() => http.close()) });
}
