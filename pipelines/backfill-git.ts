import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { discover, type Found } from '../scrapers/discover.ts';
import type { GitHistory } from '../scrapers/source.ts';
import { archivedLooks } from './archived.ts';
import type { BackfillOptions, BackfillSummary, SourceBackfill } from './backfill.ts';
import { WrongUse } from './exit.ts';
import { planOf, type Pace, type Wanted } from './git-plan.ts';
import { openClone, openFolder, pathsOf, type Repository } from './git-repository.ts';
import { openStore, type Store } from './store.ts';

export type GitBackfillOptions = Omit<BackfillOptions, 'replay' | 'limits'> & {
	/** Another repository than the source's own: an https or file address, or a folder that holds a clone. */
	git?: string;
	pace?: Pace;
	limits?: { max_bytes?: number; fetch_timeout_ms?: number };
};

type Past = Found & { history: { git: GitHistory } };

const max_bytes = 128 * 2 ** 20;
/** Commits whose files are brought at once: a run that is cut short loses no more than these. */
const batch_size = 32;

/**
 * The history that public repositories keep, commit by commit, oldest first: each a look of its own address
 * `git:<repository>@<commit>:<path>`, dated by its commit (sources.md 13: a bound, `published by then`). A commit that is
 * kept is not asked for again, so a run that was cut short is taken up by the next. One that shows the same bytes as
 * another is kept as one more look at them: somebody had the file in hand that day and left it so; `max` counts new
 * bodies only. Throws `WrongUse` for an unknown source, one without such a history, or an unusable address.
 */
export async function backfillGit(options: GitBackfillOptions): Promise<BackfillSummary> {
	const sources = chosen(options.sources ?? (await discover()), options);
	const store = openStore(options.home, { archived: options.archived ?? archivedLooks() });
	const summary: BackfillSummary = { kept: 0, failed: 0, left: 0, sources: [] };
	const began = performance.now();
	const now = (): Date => new Date(options.now.getTime() + Math.round(performance.now() - began));
	for (const source of sources) {
		const max = (options.max ?? Infinity) - summary.kept - summary.failed;
		const { again, ...one } = await backfillSource({ options, source, store, now, max });
		for (const count of ['kept', 'failed', 'left'] as const) summary[count] += one[count];
		summary.sources.push(one);
		const counts = `${one.kept} kept, ${again} seen again, ${one.failed} failed, ${one.left} left`;
		options.report.line(`${one.id.padEnd(26)} ${counts}${one.reason ? `  ${one.reason}` : ''}`);
	}
	return summary;
}

function chosen(all: Found[], { only, git }: GitBackfillOptions): Past[] {
	const unknown = only?.find(id => !all.some(source => source.id === id));
	if (unknown !== undefined) throw new WrongUse(`backfill: unknown source: ${unknown}`);
	const past = all.filter((source): source is Past => source.history !== undefined);
	const without = only?.find(id => !past.some(source => source.id === id));
	if (without !== undefined) throw new WrongUse(`backfill: source without a history in git: ${without}`);
	const wanted = past.filter(({ id }) => only?.includes(id) ?? true);
	if (git !== undefined && wanted.length !== 1)
		throw new WrongUse(`backfill: expected one source for this repository got ${wanted.length}`);
	return wanted;
}

type Run = { options: GitBackfillOptions; source: Past; store: Store; now(): Date; max: number };

async function backfillSource(run: Run): Promise<SourceBackfill & { again: number }> {
	const { options, source, store } = run;
	const summary = { id: source.id, kept: 0, again: 0, failed: 0, left: 0, reason: null as string | null };
	const history = source.history.git;
	try {
		const { repository, address } = await openedFor(options, history);
		const addressOf = (sha: string, path: string): string => `git:${address}@${sha}:${path}`;
		const places = 'files' in history ? history.files : [history.folders.join('+')];
		const wanted = planOf(await repository.commits(pathsOf(history)), {
			pace: options.pace ?? 'day',
			today: options.now.toISOString().slice(0, 10),
			since: options.since,
			until: options.until,
			isKept: sha => places.some(path => store.has(addressOf(sha, path), source.id)),
		});
		await keepAll(run, repository, wanted, addressOf, summary);
	} catch (error) {
		if (error instanceof WrongUse) throw error;
		summary.failed++;
		summary.reason ??= (error as Error).message;
	}
	return summary;
}

async function keepAll(
	{ options, source, store, now, max }: Run,
	repository: Repository,
	wanted: Wanted[],
	addressOf: (sha: string, path: string) => string,
	summary: { kept: number; again: number; failed: number; left: number; reason: string | null },
): Promise<void> {
	const history = source.history.git;
	const progress = options.report.progress(`backfill ${source.id}`);
	const seen = new Set(store.looks(source.id).map(({ snapshot }) => snapshot));
	let last = 0;
	let before: { key: string; bytes: Uint8Array } | undefined;
	for (const [place, { sha, day }] of wanted.entries()) {
		summary.left = wanted.length - place;
		if (summary.kept + summary.failed >= max) return;
		if (place % batch_size === 0) {
			const batch = wanted.slice(place, place + batch_size).map(one => one.sha);
			await repository.bring(batch, pathsOf(history));
		}
		// of two commits of one day the later look must be the later commit
		last = Math.max(now().getTime(), last + 1);
		const look = { source: source.id, fetched_at: new Date(last).toISOString(), media_type: '', http_status: null };
		let path = pathsOf(history)[0] ?? '';
		summary.left--;
		try {
			const version = await repository.version(sha, history);
			progress(place + 1, wanted.length, day);
			// the commit took the file away: nothing was shown that day
			if (version === undefined) continue;
			path = version.path;
			const bytes = before?.key === version.key ? before.bytes : await version.bytes();
			before = { key: version.key, bytes };
			const observed = { on: day, basis: 'git', quality: 'bounded' } as const;
			const { snapshot } = store.keep({ ...look, url: addressOf(sha, path), observed, reason: null }, bytes);
			summary[seen.has(snapshot) ? 'again' : 'kept']++;
			seen.add(snapshot);
		} catch (error) {
			const reason = (error as Error).message;
			summary.failed++;
			summary.reason ??= reason;
			const nothing = { status: 'failed', snapshot: null, bytes: null, observed: null } as const;
			store.note({ ...look, ...nothing, url: addressOf(sha, path), reason });
		}
	}
}

/** The repository, and what its commits are kept under: never a place of this machine. */
async function openedFor(
	{ git, home, env, limits, report }: GitBackfillOptions,
	history: GitHistory,
): Promise<{ repository: Repository; address: string }> {
	const url = git ?? history.repository;
	const options = { env, max_bytes, ...limits };
	const clone = (): Promise<Repository> => {
		// the first time of a large repository takes minutes
		report.line(`${'git'.padEnd(26)} ${url}: commits are brought up to date`);
		return openClone(url, join(resolve(home), 'cache', 'git'), options);
	};
	if (/^https:\/\//.test(url) && URL.canParse(url)) {
		const { username, password, origin, pathname } = new URL(url);
		if (username || password) throw new WrongUse('backfill: git address with a password');
		const address = `${origin}${pathname}`.replace(/(\.git)?\/*$/, '');
		return { repository: await clone(), address };
	}
	const address = history.repository;
	if (/^file:\/\//.test(url)) return { repository: await clone(), address };
	if (/^[\w.+-]+:/.test(url)) throw new WrongUse(`backfill: unsupported git address: ${url} (https, file or a folder)`);
	if (!existsSync(url) || !statSync(url).isDirectory()) throw new WrongUse(`backfill: missing folder: ${url}`);
	return { repository: openFolder(resolve(url), options), address };
}
