import { addDays } from './day.ts';
import type { UsageRow } from './source.ts';

/** The Monday of a day's week, UTC. */
export function mondayOf(day: string): string {
	return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

/** The Mondays from one day's week to the last week that is closed on `today`; at most `most`, the newest. */
export function closedWeeks(since: string, today: string, most = Infinity): string[] {
	const weeks: string[] = [];
	for (let week = mondayOf(since); addDays(week, 7) <= today; week = addDays(week, 7)) weeks.push(week);
	return weeks.slice(-Math.min(most, weeks.length));
}

/** What kind of period runs from one day to another, both included; undefined where rows have no name for it. */
export function periodOf(from: string, to: string): UsageRow['period'] | undefined {
	const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
	if (days === 1) return 'day';
	if (days === 7) return mondayOf(from) === from ? 'week' : '7_days';
	if (from.endsWith('-01') && addDays(to, 1).endsWith('-01') && from.slice(0, 7) === to.slice(0, 7)) return 'month';
	return days === 30 ? '30_days' : undefined;
}
