import { addDays } from '../scrapers/day.ts';
import type { Context, Source } from '../scrapers/source.ts';
import { isKept, type Store } from './store.ts';

/** Days of which nobody will ever know what a source showed; both included, `to` the last that is gone for good. */
export type Lost = { from: string; to: string; days: number };

/** What one source that forgets has left to lose. */
export type Retention = {
	source: string;
	forgets_after_days: number;
	/** UTC day of the newest look that kept a body, held or not: a held body is not lost. Null = never looked at. */
	newest_day: string | null;
	/** Days on which a look still saves all that was not seen; 0 = today is the last one, or days are lost already. */
	days_left: number;
	is_losing: boolean;
	/** Oldest first; the last one is still growing while `is_losing`. */
	lost: Lost[];
	/** Left alone unless a user names it: what was never asked for is no loss. */
	is_opt_in: boolean;
	/** The environment variable without which it cannot be asked. */
	needs_key: string | null;
};

/**
 * A source that forgets after `f` days shows, on day `d`, the days after `d - f`: two looks further apart than that have
 * lost the days between. The address that was seen longest ago speaks for its source.
 */
export function retentionOf(source: Source, store: Pick<Store, 'looks'>, today: string): Retention | null {
	const forgets = source.forgets_after_days;
	if (forgets === undefined) return null;
	const days = daysSeen(source, store, today);
	const newest_day = days.at(-1) ?? null;
	const lost: Lost[] = [];
	for (const [place, day] of days.entries()) {
		const from = addDays(day, 1);
		const to = addDays(days[place + 1] ?? today, -forgets);
		if (from <= to) lost.push({ from, to, days: between(from, to) + 1 });
	}
	// a source never looked at loses what it shows today, and had nothing before that can be saved
	const age = newest_day === null ? 1 : between(newest_day, today);
	return {
		source: source.id,
		forgets_after_days: forgets,
		newest_day,
		days_left: Math.max(0, forgets - age),
		is_losing: newest_day !== null && age > forgets,
		lost,
		is_opt_in: source.opt_in ?? false,
		needs_key: source.needs?.key ?? null,
	};
}

/** Sources in the order in which they are asked: what is nearest to being forgotten first, what does not forget last. */
export function byUrgency<One extends Source>(sources: One[], store: Pick<Store, 'looks'>, today: string): One[] {
	const left = new Map(sources.map(one => [one.id, retentionOf(one, store, today)]));
	const urgency = ({ id }: One): number => {
		const retention = left.get(id);
		if (!retention) return Infinity;
		return retention.is_losing ? -1 : retention.days_left;
	};
	// two that do not forget are equally urgent: Infinity less Infinity is no number
	return sources.toSorted((a, b) => (urgency(a) === urgency(b) ? 0 : urgency(a) < urgency(b) ? -1 : 1));
}

/** The days on which bodies were kept of the lasting address that was seen longest ago, or of any where none lasts. */
function daysSeen(source: Source, store: Pick<Store, 'looks'>, today: string): string[] {
	const kept = store.looks(source.id).filter(isKept);
	const lasting = lastingAddresses(source, today);
	const byAddress = new Map<string, Set<string>>();
	for (const { url, fetched_at } of kept) {
		const key = lasting.has(url) ? url : '';
		const days = byAddress.get(key) ?? new Set();
		byAddress.set(key, days.add(fetched_at.slice(0, 10)));
	}
	const each = [...byAddress].filter(([url]) => url !== '' || byAddress.size === 1).map(([, days]) => [...days].sort());
	return each.sort((a, b) => (a.at(-1)! < b.at(-1)! ? -1 : 1))[0] ?? [];
}

/** Addresses that are the same today and tomorrow: what each shows is written over. */
function lastingAddresses(source: Source, today: string): Set<string> {
	const asked = (day: string): string[] => {
		const context: Context = { today: day, has: () => false };
		return source.requests(context).flatMap(({ url, index }) => (index ? [] : [url]));
	};
	try {
		const tomorrow = new Set(asked(addDays(today, 1)));
		return new Set(asked(today).filter(url => tomorrow.has(url)));
	} catch {
		return new Set();
	}
}

const between = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
