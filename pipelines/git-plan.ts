import { mondayOf } from '../scrapers/period.ts';

/** A commit of the main line and when it was made: seconds since 1970, by the committer's clock. */
export type Commit = { sha: string; committed_at: number };
/** A commit whose body is wanted, and the UTC day by which it was there. */
export type Wanted = { sha: string; day: string };

/** How often a body is wanted: the last commit of each UTC day or of each week from Monday to Sunday, or every commit. */
export const paces = ['day', 'week', 'commit'] as const;
export type Pace = (typeof paces)[number];

/**
 * The commits wanted, oldest first. Pure; `commits` are the main line's, oldest first. Days never run backwards along the
 * line: a commit stands on the day of the newest before it where its own clock says earlier, or later than `today`.
 */
export function planOf(
	commits: readonly Commit[],
	options: { pace: Pace; today: string; since?: string; until?: string; isKept(sha: string): boolean },
): Wanted[] {
	const { pace, today, since = '', until = today, isKept } = options;
	const dated = datedOf(commits, today).filter(({ day }) => day >= since && day <= until);
	const last = lastOf(dated, pace);
	// looks of one day count in the order in which they were made: what a day shows later must not be overtaken
	const closed = new Set<string>();
	const wanted: Wanted[] = [];
	for (const one of last.reverse()) {
		if (isKept(one.sha)) closed.add(one.day);
		else if (!closed.has(one.day)) wanted.push(one);
	}
	return wanted.reverse();
}

function datedOf(commits: readonly Commit[], today: string): Wanted[] {
	let newest = '';
	return commits.map(({ sha, committed_at }) => {
		const own = new Date(committed_at * 1_000).toISOString().slice(0, 10);
		if (own > newest && own <= today) newest = own;
		return { sha, day: newest || today };
	});
}

function lastOf(dated: Wanted[], pace: Pace): Wanted[] {
	if (pace === 'commit') return [...dated];
	const periodOf = pace === 'day' ? ({ day }: Wanted) => day : ({ day }: Wanted) => mondayOf(day);
	return [...new Map(dated.map(one => [periodOf(one), one])).values()];
}
