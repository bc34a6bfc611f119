import type { Body } from '../scrapers/body.ts';
import { FetchError } from '../scrapers/fetch-error.ts';
import type { Fetch } from '../scrapers/fetch.ts';
import type { Context, Request, Source } from '../scrapers/source.ts';
import { isDue } from './due.ts';
import { isIndex, type Look, type Store } from './store.ts';

/** What asking one source came to; every answer is in the store already. */
export type Asked = { asked: number; failed: number; reason: string | null };

type Run = {
	source: Source;
	store: Store;
	fetch: Fetch;
	context: Context;
	now(): Date;
	/** Ask even what is not due. */
	force: boolean;
	offline: boolean;
	progress(done: number, of: number): void;
	/** Takes keys out of a text, and makes it one line. */
	redact(text: string): string;
};

/** Ask one source what is due: each answer is kept as it comes, each failure noted; none stops the next. */
export async function collectSource(run: Run): Promise<Asked> {
	const { source, context } = run;
	const result: Asked = { asked: 0, failed: 0, reason: null };
	const first = run.source.requests(context).filter(request => mayAsk(run, request));
	const indexes: Body[] = [];
	const told = new Set<string>();
	let of = first.length;
	let done = 0;

	async function askAll(requests: Request[]): Promise<void> {
		await Promise.all(
			requests.map(async request => {
				result.asked++;
				try {
					const body = await ask(run, request);
					if (request.index) indexes.push(body);
				} catch (error) {
					failed(request.url, error);
				}
				run.progress(++done, of);
			}),
		);
	}

	function failed(url: string, error: unknown): void {
		result.failed++;
		const reason = run.redact((error as Error).message);
		result.reason ??= reason;
		// a host that is not there is noted once, not once an address
		if (error instanceof FetchError && error.is_unreachable && told.has(reason)) return;
		told.add(reason);
		run.store.note({ ...blank(run, url), status: 'failed', http_status: statusOf(error), reason });
	}

	await askAll(first.filter(request => request.index));
	if (indexes.length > 0 && source.follow) {
		try {
			const next = source.follow(indexes, context).filter(request => mayAsk(run, request));
			of += next.length;
			await askAll(next);
		} catch (error) {
			failed(indexes[0]!.url, error);
		}
	}
	await askAll(first.filter(request => !request.index));
	// noted last: a run that dies before must follow the index again
	for (const { url, media_type } of indexes) {
		run.store.note({ ...blank(run, url), status: 'unchanged', media_type });
	}
	return result;
}

function mayAsk({ source, store, now, force, offline }: Run, { url, index }: Request): boolean {
	if (offline && !url.startsWith('installed:')) return false;
	if (force) return true;
	const last = index
		? store.looks(source.id).findLast(look => look.url === url && isIndex(look))
		: store.last(source.id, url);
	return isDue(source.cadence, last?.fetched_at, now(), source.forgets_after_days);
}

/** One request to one kept look. An index is handed back and not kept. */
async function ask(run: Run, request: Request): Promise<Body> {
	const { source, store, fetch } = run;
	const { url } = request;
	const previous = request.index ? undefined : store.last(source.id, url);
	const fetched = await fetch(request, source, previous);
	const { bytes, media_type, fetched_at, http_status, etag, last_modified } = fetched;
	if (request.index) return { url, bytes, media_type };
	const look = { source: source.id, url, fetched_at, media_type, http_status, etag, last_modified, reason: null };
	const observed = request.observed ?? null;
	if (!fetched.unchanged) store.keep({ ...look, observed }, bytes);
	else if (previous) {
		const { snapshot, bytes: length, media_type: type } = previous;
		const validators = { etag: etag ?? previous.etag, last_modified: last_modified ?? previous.last_modified };
		store.note({ ...look, ...validators, observed, status: 'unchanged', snapshot, bytes: length, media_type: type });
	}
	return { url, bytes, media_type };
}

function blank({ source, now }: Run, url: string): Omit<Look, 'status'> {
	const nothing = { snapshot: null, bytes: null, http_status: null, observed: null, reason: null };
	return { source: source.id, url, fetched_at: now().toISOString(), media_type: '', ...nothing };
}

const statusOf = (error: unknown): number | null => (error instanceof FetchError ? error.http_status : null);
