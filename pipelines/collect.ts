import { readFileSync } from 'node:fs';
import PQueue from 'p-queue';
import { discover, type Found } from '../scrapers/discover.ts';
import { fetchOf, type FetchOptions } from '../scrapers/fetch.ts';
import { archivedLooks, type ArchivedLook } from './archived.ts';
import { collectOne } from './collect-one.ts';
import { WrongUse } from './exit.ts';
import type { Decisions } from './quarantine.ts';
import type { Report } from './report.ts';
import { byUrgency } from './retention.ts';
import { openStore } from './store.ts';
import { lineOf, type SourceSummary, type Summary } from './summary.ts';

export type { SourceSummary, Summary };

export type CollectOptions = {
	home: string;
	/** The clock starts here and runs on. */
	now: Date;
	env: NodeJS.ProcessEnv;
	report: Report;
	/** These sources only, due or not. */
	only?: string[];
	/** Origin that answers for every https host. */
	replay?: string;
	/** Look at nothing but installed packages. */
	offline?: boolean;
	/** Leave the sources whose pass takes minutes to the nightly run: somebody is waiting. */
	quick?: boolean;
	sources?: Found[];
	archived?: ArchivedLook[];
	decisions?: Decisions;
	limits?: FetchOptions['limits'];
};

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
	version: string;
};
const sourcesAtOnce = 6;

/**
 * Every due source: fetch, keep, read at once, what is nearest to being forgotten first; one that is opt-in only when it
 * is named. One broken source never stops the rest; the summary names it, its reason and its last good day. Throws `WrongUse` for an unknown id.
 */
export async function collect(options: CollectOptions): Promise<Summary> {
	const all = options.sources ?? (await discover());
	const wanted = all.filter(source => options.only?.includes(source.id) ?? !source.opt_in);
	for (const id of options.only ?? []) {
		if (!all.some(source => source.id === id)) throw new WrongUse(`collect: unknown source: ${id}`);
	}
	const archived = options.archived ?? archivedLooks();
	const store = openStore(options.home, { archived });
	const began = performance.now();
	const now = (): Date => new Date(options.now.getTime() + Math.round(performance.now() - began));
	const keys = (name: string): string | undefined => options.env[name]?.trim() || undefined;
	const proxy = options.replay ? undefined : (options.env.HTTPS_PROXY ?? options.env.https_proxy) || undefined;
	const chromium = options.offline ? null : await chromiumOf(options.env);
	const fetch = fetchOf({ version, now, keys, proxy, chromium, replay: options.replay, limits: options.limits });
	const queue = new PQueue({ concurrency: sourcesAtOnce });
	try {
		const sources = await Promise.all(
			byUrgency(wanted, store, options.now.toISOString().slice(0, 10)).map(source =>
				queue.add(async () => {
					const summary = await collectOne({ ...options, source, store, archived, fetch, now, keys, chromium });
					options.report.line(lineOf(summary));
					return summary;
				}),
			),
		);
		return { sources };
	} finally {
		await fetch.close();
	}
}

/** Loaded only where something may be fetched: the browser's own code takes half a second. */
async function chromiumOf(env: NodeJS.ProcessEnv): Promise<string | undefined | null> {
	const { chromiumAt } = await import('../scrapers/chromium.ts');
	return chromiumAt(env.CHROME_PATH);
}
