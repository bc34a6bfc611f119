import type { Look } from './store.ts';
import type { Observed } from '../scrapers/source.ts';

/**
 * What shows the same thing again and again, so that one look can be judged by the one before: a package whatever its
 * version, an address whatever the days in its path and query.
 */
export function sheetOf(source: string, url: string): string {
	if (!/^https?:/.test(url) || !URL.canParse(url)) return source;
	const { host, pathname, searchParams } = new URL(url);
	const lasting = [...searchParams].filter(([, value]) => !/^\d{4}-\d\d-\d\d/.test(value));
	const undated = pathname.replaceAll(/\d{4}([-_])\d\d\1\d\d/g, '*');
	return [`${host}${undated}`, ...lasting.map(([key, value]) => `${key}=${value}`)].join(' ');
}

/** The day a look speaks of: as its request states it, else the UTC day of the look. */
export const observedOf = (look: Pick<Look, 'observed' | 'fetched_at'>): Observed =>
	look.observed ?? { on: look.fetched_at.slice(0, 10), basis: 'fetched', quality: 'exact' };

/** In order of the day spoken of, then of version numbers (`npm:`) or of the clock. */
export function inOrder(a: Look, b: Look): number {
	const [on, other] = [observedOf(a).on, observedOf(b).on];
	if (on !== other) return on < other ? -1 : 1;
	const by_url = a.url.localeCompare(b.url, 'en', { numeric: true });
	if (by_url !== 0 && a.url.startsWith('npm:') && b.url.startsWith('npm:')) return by_url;
	if (a.fetched_at !== b.fetched_at) return a.fetched_at < b.fetched_at ? -1 : 1;
	return by_url;
}
