/** A share of one week; `week` is its Monday. Weeks follow each other; one that is missing has a share of null. */
export type Weekly = { week: string; share: number | null };
export type Crossover = {
	/** First week of the first run of `k` weeks above one half. */
	week: string;
	/** Where the line between the bracketing week starts passes one half; null where the week before is missing or is above. */
	linear_on: string | null;
	/** Part of the way between those two. */
	fraction: number | null;
	/** Later weeks that are at or below one half again. */
	back_weeks: string[];
};

const day_ms = 86_400_000;

/**
 * When a share passed one half (methods.md 5.1): the first week of the first run of `k` consecutive weeks above it. A
 * missing week ends a run. Null where there is no such run.
 */
export function crossover(weeks: readonly Weekly[], k = 3): Crossover | null {
	const isAbove = (place: number): boolean => (weeks[place]?.share ?? 0) > 0.5;
	for (const [place, { week, share }] of weeks.entries()) {
		if (!Array.from({ length: k }, (_, step) => place + step).every(isAbove)) continue;
		const before = weeks[place - 1];
		const known = before?.share ?? null;
		const fraction = known === null || known > 0.5 ? null : (0.5 - known) / (share! - known);
		return {
			week,
			fraction,
			linear_on: fraction === null ? null : along(before!.week, week, fraction),
			back_weeks: weeks
				.slice(place + k)
				.flatMap(later => (later.share !== null && later.share <= 0.5 ? [later.week] : [])),
		};
	}
	return null;
}

function along(from: string, to: string, fraction: number): string {
	const [start, end] = [Date.parse(from), Date.parse(to)];
	return new Date(start + Math.floor((fraction * (end - start)) / day_ms) * day_ms).toISOString().slice(0, 10);
}
