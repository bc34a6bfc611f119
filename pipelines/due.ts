import type { Cadence } from '../scrapers/source.ts';

const days: Record<Exclude<Cadence, 'hourly'>, number> = { daily: 1, weekly: 7, monthly: 31 };

/**
 * Whether an address is to be looked at again: once an hour of the clock, or once in so many UTC days. Counted by the
 * calendar, so that a nightly run that starts a minute early does not skip a day. What a source forgets after
 * `forgets_after_days` is asked for a day before it does, whatever its cadence.
 */
export function isDue(cadence: Cadence, last: string | undefined, now: Date, forgets_after_days = Infinity): boolean {
	if (last === undefined) return true;
	const at = now.toISOString();
	if (cadence === 'hourly') return last.slice(0, 13) !== at.slice(0, 13);
	return dayNumber(at) - dayNumber(last) >= Math.min(days[cadence], Math.max(1, forgets_after_days - 1));
}

const dayNumber = (at: string): number => Date.parse(at.slice(0, 10)) / 86_400_000;
