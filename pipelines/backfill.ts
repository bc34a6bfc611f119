import { readFileSync } from 'node:fs';
import type { Body } from '../scrapers/body.ts';
import { discover, type Found } from '../scrapers/discover.ts';
import { fetchOf, type Fetch, type Fetched, type FetchOptions } from '../scrapers/fetch.ts';
import type { Context, Request, Source } from '../scrapers/source.ts';
import { addressed } from './addressed.ts';
import { archivedLooks, type ArchivedLook } from './archived.ts';
import { WrongUse } from './exit.ts';
import { inOrder } from './in-order.ts';
import type { Report } from './report.ts';
import { openStore, type Look, type Store } from './store.ts';

export type BackfillOptions = {
	home: string;
	now: Date;
	env: NodeJS.ProcessEnv;
	report: Report;
	only?: string[];
	/** First day wanted, `YYYY-MM-DD`; everything when absent. */
	since?: string;
	/** Last day wanted; up to today when absent. */
	until?: string;
	/** At most this many bodies in this run; the next run goes on where this one stopped. */
	max?: number;
	/** Origin that answers for every https host. */
	replay?: string;
	sources?: Found[];
	archived?: ArchivedLook[];
	limits?: FetchOptions['limits'];
};

/** `left`: wanted, not asked for in this run. */
export type BackfillSummary = { kept: number; failed: number; left: number; sources: SourceBackfill[] };
export type SourceBackfill = { id: string; kept: number; failed: number; left: number; reason: string | null };

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
	version: string;
};
/** Before everything: each source knows its own first day. */
const dawn = '1970-01-01';

/**
 * History, each address once: what the store or the shipped archive has is not asked for again, so a run that was cut
 * short is taken up by the next. Bodies are kept in the order of the requests (versions in version order), each look
 * later than the one before. Throws `WrongUse` for an unknown id.
 */
export async function backfill(options: BackfillOptions): Promise<BackfillSummary> {
	const all = options.sources ?? (await discover());
	for (const id of options.only ?? []) {
		if (!all.some(source => source.id === id)) throw new WrongUse(`backfill: unknown source: ${id}`);
	}
	const began = performance.now();
	const now = (): Date => new Date(options.now.getTime() + Math.round(performance.now() - began));
	const keys = (name: string): string | undefined => options.env[name]?.trim() || undefined;
	const proxy = options.replay ? undefined : (options.env.HTTPS_PROXY ?? options.env.https_proxy) || undefined;
	const fetch = fetchOf({ version, now, keys, proxy, replay: options.replay, limits: options.limits });
	const store = openStore(options.home, { archived: options.archived ?? archivedLooks() });
	const today = now().toISOString().slice(0, 10);
	const wanted = all.filter(source => options.only?.includes(source.id) ?? hasHistory(source, today));
	const summary: BackfillSummary = { kept: 0, failed: 0, left: 0, sources: [] };
	try {
		for (const source of wanted) {
			const { since = dawn, until } = options;
			const context = { today, since, until, has: (url: string) => store.has(url, source.id) };
			const max = (options.max ?? Infinity) - summary.kept - summary.failed;
			const one = await backfillSource({ source, context, store, fetch, now, keys, max, report: options.report });
			for (const count of ['kept', 'failed', 'left'] as const) summary[count] += one[count];
			summary.sources.push(one);
			const reason = one.reason ? `  ${one.reason}` : '';
			options.report.line(`${one.id.padEnd(26)} ${one.kept} kept, ${one.failed} failed, ${one.left} left${reason}`);
		}
	} finally {
		await fetch.close();
	}
	return summary;
}

/** Whether a source follows an index to dated addresses, or asks for more when told an earlier first day. */
export function hasHistory(source: Source, today: string): boolean {
	const asked = (since?: string): string =>
		JSON.stringify(source.requests({ today, has: () => false, ...(since ? { since } : {}) }));
	return source.follow !== undefined || asked() !== asked(dawn);
}

type Run = {
	source: Source;
	context: Context;
	store: Store;
	fetch: Fetch;
	now(): Date;
	keys(name: string): string | undefined;
	max: number;
	report: Report;
};

async function backfillSource(run: Run): Promise<SourceBackfill> {
	const { store, keys, max, now } = run;
	const { source, reason: homeless } = addressed(run.source, keys);
	const summary: SourceBackfill = { id: source.id, kept: 0, failed: 0, left: 0, reason: null };
	const key = source.needs?.key;
	if (key && !keys(key)) return { ...summary, reason: `missing key: ${key} is not set` };
	if (homeless) return { ...summary, reason: homeless };
	let requests: Request[];
	try {
		requests = await historyOf({ ...run, source });
	} catch (error) {
		return { ...summary, failed: 1, reason: (error as Error).message };
	}
	const batch = requests.slice(0, Math.max(0, max));
	const progress = run.report.progress(`backfill ${source.id}`);
	const tasks = batch.map(request => () => run.fetch(request, source));
	let done = 0;
	let last = 0;
	for await (const fetched of inOrder(tasks, source.manners?.concurrency ?? 1)) {
		const request = batch[done++]!;
		// of two versions of one day the later look must be the later version
		last = Math.max(now().getTime(), last + 1);
		keep(store, source, request, fetched, new Date(last).toISOString());
		if (fetched instanceof Error) {
			summary.failed++;
			summary.reason ??= fetched.message;
		} else summary.kept++;
		progress(done, batch.length, request.url);
	}
	return { ...summary, left: requests.length - batch.length };
}

/** The requests whose answers are not kept yet, indexes followed. */
async function historyOf({ source, context, fetch }: Run): Promise<Request[]> {
	const first = source.requests(context);
	const indexes: Body[] = [];
	for (const request of first.filter(({ index }) => index)) indexes.push(await fetch(request, source));
	const dated = [...first.filter(({ index }) => !index), ...(source.follow?.(indexes, context) ?? [])];
	const { until } = context;
	return dated.filter(({ url, observed }) => !context.has(url) && !(until && observed && observed.on > until));
}

function keep(store: Store, source: Source, request: Request, fetched: Fetched | Error, at: string): void {
	const look = { source: source.id, url: request.url, fetched_at: at, observed: request.observed ?? null };
	if (fetched instanceof Error) {
		const nothing = {
			status: 'failed',
			snapshot: null,
			bytes: null,
			media_type: '',
			http_status: null,
		} satisfies Partial<Look>;
		store.note({ ...look, ...nothing, observed: null, reason: fetched.message.replace(/\s+/g, ' ') });
		return;
	}
	const { media_type, http_status, etag, last_modified } = fetched;
	store.keep({ ...look, media_type, http_status, etag, last_modified, reason: null }, fetched.bytes);
}
