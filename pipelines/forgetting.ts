import type { Lost, Retention } from './retention.ts';

/** So many spans of lost days are printed, the newest; the JSON has all. */
const shownSpans = 8;

/** Whether it is time to say so: a quarter of the memory is left, or less, and nothing was seen today. */
export function isWarned({ newest_day, days_left, forgets_after_days, is_losing }: Retention, today: string): boolean {
	return newest_day !== null && newest_day < today && (is_losing || days_left <= Math.ceil(forgets_after_days / 4));
}

/** What saves the rest. */
export const todoOf = ({ source, needs_key }: Retention, keys: (name: string) => string | undefined): string =>
	`${needs_key !== null && !keys(needs_key) ? `set ${needs_key}, then ` : ''}\`tokens collect --only ${source}\``;

/** The warnings of `tokens status`: what is about to be lost, nearest first, what is lost, and what was never begun. */
export function forgettingLines(all: Retention[], today: string, keys: (name: string) => string | undefined): string[] {
	const seen = all.filter(one => one.newest_day !== null);
	const never = all.filter(one => one.newest_day === null && !one.is_opt_in);
	if (seen.length === 0) {
		if (never.length === 0) return [];
		return [`${never.length} sources show only their present: their record begins with the first \`tokens collect\``];
	}
	const warned = seen
		.filter(one => isWarned(one, today))
		.sort(
			(a, b) => Number(b.is_losing) - Number(a.is_losing) || a.days_left - b.days_left || order(a.source, b.source),
		);
	const lines: string[] = [];
	if (warned.length > 0) lines.push('will be lost:', ...warned.map(one => warning(one, todoOf(one, keys))));
	else lines.push('nothing is about to be lost');
	const spans = [...groupsOf(seen)];
	for (const { lost, sources } of spans.slice(0, shownSpans)) {
		lines.push(`lost: ${lost.from}..${lost.to} (${daysText(lost.days)}): ${sources.join(', ')}`);
	}
	if (spans.length > shownSpans)
		lines.push(`lost: ${spans.length - shownSpans} earlier spans: see \`tokens status --json\``);
	if (never.length > 0) lines.push(`not begun: ${never.map(one => one.source).join(', ')}`);
	return lines;
}

function warning(one: Retention, todo: string): string {
	const left = one.is_losing ? 'losing days' : one.days_left === 0 ? 'last day' : `${daysText(one.days_left)} left`;
	return `  ${one.source.padEnd(26)} ${left.padEnd(12)} seen ${one.newest_day}  ${todo}`;
}

/** Spans of lost days with the sources that lost them, newest first. */
function groupsOf(all: Retention[]): { lost: Lost; sources: string[] }[] {
	const groups = new Map<string, { lost: Lost; sources: string[] }>();
	for (const { source, lost: spans } of all) {
		for (const lost of spans) {
			const key = `${lost.to} ${lost.from}`;
			const group = groups.get(key) ?? { lost, sources: [] };
			groups.set(key, group);
			group.sources.push(source);
		}
	}
	return [...groups].sort(([a], [b]) => order(b, a)).map(([, group]) => group);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
