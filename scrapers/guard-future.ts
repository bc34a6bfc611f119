import { addDays } from './day.ts';
import type { AnyRow } from './source.ts';

/** When a body was fetched and the day it is said to speak of, UTC days. */
export type Seen = { fetched_on: string; observed_on: string };

/**
 * A body that tells of days which had not come when it was fetched has wrong dates. Prices and names may say when they
 * will begin or end: that is news. A day's grace is for zones ahead of UTC.
 */
export function futureProblem(rows: readonly AnyRow[], { fetched_on, observed_on }: Seen): string | null {
	const last = addDays(fetched_on, 1);
	if (observed_on > last) return `future: fetched on ${fetched_on}, speaks of ${observed_on}`;
	for (const row of rows) {
		const day = row.record === 'score' ? row.scored_on : row.record === 'usage' || row.record === 'fx' ? row.day : null;
		if (day !== null && day > last) return `future: fetched on ${fetched_on}, a row of ${row.record} is of ${day}`;
	}
	return null;
}
