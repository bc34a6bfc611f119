import { z } from 'zod';
import type { Body } from './body.ts';
import type { RowInput } from './record.ts';

export * from './record.ts';

/**
 * The contract of a source: one object in one file under `scrapers/<kind>/<id>.ts`, exported as `source`.
 * Sources are found by folder (`discover.ts`); there is no list to edit. Everything here is pure: a source says what to
 * ask for and how a body reads; the runner owns clock, network, disk and environment.
 */
export type Source<Written extends RowInput = RowInput> = {
	/** File name without `.ts`. */
	id: string;
	title: string;
	kind: Kind;
	lineage: Lineage;
	homepage: string;
	terms: Terms;
	cadence: Cadence;
	/** Days after which the source forgets what it showed; absent when it keeps its history or has none to give. */
	forgets_after_days?: number;
	/**
	 * `key`, `address`: an environment variable; an address is no secret and is kept with each look. `browser`: the pages as
	 * served are known to show nothing.
	 */
	needs?: { key?: string; address?: string; browser?: true };
	/** Left alone unless a user names it: the site's terms or robots leave the decision to them. */
	opt_in?: true;
	/** A pass takes minutes at a polite pace: `tokens start` leaves it to the nightly run. */
	slow?: true;
	/** Politeness beyond the default of one request at a time per host, 1 s apart. */
	manners?: { concurrency?: number; interval_ms?: number; max_bytes?: number; max_requests?: number };
	/** What to ask first. Requests marked `index` are not kept: their bodies are handed to `follow`. */
	requests(context: Context): Request[];
	/** Where the past lies that `requests` cannot ask for (`tokens backfill <id> --git`). */
	history?: { git: GitHistory };
	/** One level deeper: the requests that the index bodies lead to. */
	follow?(indexes: Body[], context: Context): Request[];
	/**
	 * Pure: one body to its rows, in the source's own names, units and currency. Throws `ShapeError` on a changed shape; a
	 * lone entry that does not fit is left out and told to `reject`, so that it can be counted.
	 */
	read(body: Body, reject?: (what: string) => void): Written[];
};

export const Kind = z.enum(['price', 'catalogue', 'usage', 'score', 'macro', 'fx']);
export type Kind = z.infer<typeof Kind>;
export type Lineage = 'lab' | 'aggregator' | 'community' | 'official-statistics' | 'curated';
export type Cadence = 'hourly' | 'daily' | 'weekly' | 'monthly';
export const cadenceDays: Record<Cadence, number> = { hourly: 1 / 24, daily: 1, weekly: 7, monthly: 31 };

export type Terms = {
	licence: string;
	/** The line to print wherever the rows appear, verbatim; `{as_of}` and `{fetched_at}` are filled in. */
	attribution?: string;
	/** Whether rows may leave in exports. */
	redistribute: boolean;
};

export type Context = {
	/** UTC day of the run, `YYYY-MM-DD`. */
	today: string;
	/** Whether a look at this address is already kept: dated addresses (package versions, closed days) are asked once. */
	has(url: string): boolean;
	/** Where the service is that its user named (`needs.address`); absent when none is. */
	address?: string;
	/** First day wanted by a backfill. */
	since?: string;
	/** Last day wanted by a backfill. */
	until?: string;
};

/**
 * A public repository whose commits keep what the source shows. Either one file, by the places it has had: the first of
 * them that a commit has is the body. Or folders: their files of one ending are the body, together as one tar.
 */
export type GitHistory = { repository: string } & ({ files: string[] } | { folders: string[]; ending: string });

export type Request = {
	/** `https://...`, or `npm:NAME` (the packument) and `npm:NAME@VERSION` (the tarball), read through the user's npm settings. */
	url: string;
	headers?: Record<string, string>;
	/** An index body is read by `follow` and not kept. */
	index?: true;
	/** A page made for people: robots.txt and its Crawl-delay are obeyed, and HTML is what is expected. */
	page?: true;
	/** Text that the page is kept for: where the page as served does not show it, it is rendered in a browser. */
	shows?: RegExp;
	/** The day the body speaks of, where it is not the day of the look (sources.md 13). */
	observed?: Observed;
	/** Send `Authorization: Bearer` with the key named by the source's `needs.key`. */
	bearer?: true;
};

export const Observed = z.strictObject({
	on: z.iso.date(),
	basis: z.enum(['fetched', 'version', 'changelog', 'git', 'registry', 'content', 'citation']),
	quality: z.enum(['exact', 'bounded', 'unknown']),
});
export type Observed = z.infer<typeof Observed>;
