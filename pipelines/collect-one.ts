import type { Fetch } from '../scrapers/fetch.ts';
import type { Found } from '../scrapers/discover.ts';
import type { Context } from '../scrapers/source.ts';
import type { ArchivedLook } from './archived.ts';
import { addressed } from './addressed.ts';
import { collectSource, type Asked } from './collect-source.ts';
import type { LookRow } from './look-row.ts';
import type { Decisions } from './quarantine.ts';
import type { Report } from './report.ts';
import { readStore } from './rows.ts';
import type { Store } from './store.ts';
import type { SourceSummary } from './summary.ts';

/** One source in one run, with the effects handed in. */
export type One = {
	source: Found;
	home: string;
	store: Store;
	archived: ArchivedLook[];
	fetch: Fetch;
	now(): Date;
	keys(name: string): string | undefined;
	/** Path of a Chromium, undefined for playwright's own; null where there is none. */
	chromium?: string | null;
	report: Pick<Report, 'progress'>;
	only?: string[];
	offline?: boolean;
	quick?: boolean;
	decisions?: Decisions;
};

/** Ask one source what is due, read what it brought, and say what came of it. Never throws for what a source does. */
export async function collectOne(run: One): Promise<SourceSummary> {
	const { store, now, keys } = run;
	const { source, reason: homeless } = addressed(run.source, keys);
	const began = performance.now();
	const start = now().toISOString();
	const context: Context = { today: start.slice(0, 10), has: url => store.has(url, source.id) };
	const missing = run.offline ? null : (missingOf(run) ?? homeless);
	const secret = keys(source.needs?.key ?? '');
	const redact = (text: string): string => (secret ? text.replaceAll(secret, '[key]') : text).replace(/\s+/g, ' ');
	let asked: Asked = { asked: 0, failed: 0, reason: missing };
	try {
		if (missing) noteSkipped(store, source, start, missing);
		else {
			const progress = run.report.progress(`collect ${source.id}`);
			const { fetch, offline = false } = run;
			asked = await collectSource({
				source,
				store,
				fetch,
				context,
				now,
				offline,
				force: run.only !== undefined,
				progress,
				redact,
			});
		}
	} catch (error) {
		asked = { asked: 1, failed: 1, reason: redact((error as Error).message) };
	}
	const looks = await looksOf(run);
	const good = looks.filter(look => look.state === 'good' || look.state === 'unchanged');
	const fresh = looks.filter(look => look.fetched_at >= start.replace('Z', ''));
	const state = stateOf(asked, fresh, { missing, offline: run.offline ?? false });
	const held = fresh.find(look => look.state === 'held' || look.state === 'failed');
	const shown = fresh.filter(look => look.snapshot !== null);
	const shipped = run.archived.filter(look => look.source === source.id);
	return {
		id: source.id,
		state,
		rows: rowsOf(shown.length > 0 ? shown : good.slice(-1)) || (good.length > 0 ? 0 : newestRows(shipped)),
		asked: asked.asked,
		ms: performance.now() - began,
		reason: state === 'held' ? (held?.reason ?? null) : reasonOf(asked, state),
		last_good_day: lastDay(good, shipped),
	};
}

/** Why a source cannot be asked at all. */
function missingOf({ source: { needs, slow }, keys, quick, chromium }: One): string | null {
	if (slow && quick) return 'takes minutes: left to the nightly run';
	if (needs?.key && !keys(needs.key)) return `missing key: ${needs.key} is not set`;
	const is_missing = needs?.browser && chromium === null;
	return is_missing ? 'missing browser: set CHROME_PATH or run `npx playwright install chromium`' : null;
}

/** Said once a day, however often a day is collected. */
function noteSkipped(store: Store, source: Found, at: string, reason: string): void {
	const last = store.looks(source.id).at(-1);
	if (last?.status === 'skipped' && last.reason === reason && last.fetched_at.slice(0, 10) === at.slice(0, 10)) return;
	const nothing = { snapshot: null, bytes: null, media_type: '', http_status: null, observed: null };
	store.note({ source: source.id, url: source.homepage, fetched_at: at, status: 'skipped', ...nothing, reason });
}

async function looksOf(run: One): Promise<LookRow[]> {
	const { store, source, home, decisions, report } = run;
	const { looks } = await readStore({ store, sources: [source], home, decisions, report });
	return looks;
}

function stateOf(
	asked: Asked,
	fresh: LookRow[],
	why: { missing: string | null; offline: boolean },
): SourceSummary['state'] {
	if (why.missing) return 'skipped';
	if (asked.failed > 0) return 'failed';
	if (fresh.some(look => look.state === 'held' || look.state === 'failed')) return 'held';
	if (asked.asked === 0) return why.offline ? 'skipped' : 'fresh';
	return fresh.some(look => look.state === 'good') ? 'good' : 'unchanged';
}

function reasonOf({ asked, failed, reason }: Asked, state: SourceSummary['state']): string | null {
	if (state === 'skipped') return reason ?? 'offline';
	return failed > 0 && asked > 1 ? `${failed} of ${asked} requests failed: ${reason}` : reason;
}

function rowsOf(looks: LookRow[]): number {
	const bySnapshot = new Map(looks.map(look => [look.snapshot, look.rows ?? 0]));
	return [...bySnapshot.values()].reduce((sum, rows) => sum + rows, 0);
}

function lastDay(good: LookRow[], archived: ArchivedLook[]): string | null {
	const days = [...good, ...archived].map(look => look.fetched_at.slice(0, 10)).sort();
	return days.at(-1) ?? null;
}

/** Rows of the newest look that is shipped, where none was made here. */
function newestRows(shipped: ArchivedLook[]): number {
	const newest = shipped.toSorted((a, b) => (a.observed_on < b.observed_on ? -1 : 1)).at(-1);
	return Number(newest?.rows ?? 0);
}
