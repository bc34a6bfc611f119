import type { Found } from '../scrapers/discover.ts';
import { isKept, type Store } from './store.ts';
import type { SourceSummary } from './summary.ts';

/**
 * A source whose service its user names, with the address filled in; or the reason why it cannot be asked. Any other
 * source is as it was.
 */
export function addressed(
	source: Found,
	keys: (name: string) => string | undefined,
): { source: Found; reason: string | null } {
	const name = source.needs?.address;
	if (name === undefined) return { source, reason: null };
	const address = keys(name);
	if (address === undefined) return { source, reason: `missing address: ${name} is not set` };
	if (!URL.canParse(address) || new URL(address).protocol !== 'https:')
		return { source, reason: `invalid address: ${name} is no https address` };
	const asked: Found = { ...source, requests: context => source.requests({ ...context, address }) };
	return { source: asked, reason: null };
}

/** What a source that cannot be asked came to; the reason is noted once a day, however often a day is collected. */
export function skipped({ id, homepage }: Found, store: Store, at: string, reason: string): SourceSummary {
	const looks = store.looks(id);
	const last = looks.at(-1);
	if (last?.status !== 'skipped' || last.reason !== reason || last.fetched_at.slice(0, 10) !== at.slice(0, 10)) {
		const nothing = { snapshot: null, bytes: null, media_type: '', http_status: null, observed: null };
		store.note({ source: id, url: homepage, fetched_at: at, status: 'skipped', ...nothing, reason });
	}
	const last_good_day = looks.findLast(isKept)?.fetched_at.slice(0, 10) ?? null;
	return { id, state: 'skipped', rows: 0, asked: 0, ms: 0, reason, last_good_day };
}
