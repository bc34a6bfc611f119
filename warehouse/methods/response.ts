/** Whole days since 1970-01-01 UTC. */
export const dayNumber = (day: string): number => Math.round(Date.parse(day) / 86_400_000);

/** A cut of another lab that may be an answer; `day` is a day number. */
export type Answer = { event: string; model: string; lab: string; day: number };
export type Response = {
	/** Days from the event to the first answer; null while there is none. */
	days: number | null;
	answer: Answer | null;
	/** Days watched: to the answer, or to the end of the record. */
	watched_days: number;
	placebos: number;
	/** Median days to the next answer from every placebo day that one follows. */
	placebo_median_days: number | null;
	/** Part of the placebo days from which an answer came at least as fast. */
	placebo_share: number | null;
};

/**
 * How long a cut waited for an answer, and how long any other day would have: every 7th day from `from` to `until` is a
 * placebo. An answer of the same day is none: it cannot be told who moved first. Waits that the end of the record cuts off
 * count among the placebos as no answer.
 */
export function responseTo(day: number, answers: readonly Answer[], from: number, until: number): Response {
	const sorted = [...answers].sort((a, b) => a.day - b.day || (a.event < b.event ? -1 : 1));
	const first = (since: number): Answer | null => sorted.find(one => one.day > since) ?? null;
	const answer = first(day);
	const days = answer ? answer.day - day : null;
	const waits: (number | null)[] = [];
	for (let placebo = from; placebo <= until; placebo += 7) {
		const next = first(placebo);
		waits.push(next ? next.day - placebo : null);
	}
	const known = waits.filter(wait => wait !== null).sort((a, b) => a - b);
	const middle = known.length >> 1;
	const median = known.length % 2 === 1 ? known[middle]! : (known[middle - 1]! + known[middle]!) / 2;
	return {
		days,
		answer,
		watched_days: days ?? Math.max(0, until - day),
		placebos: waits.length,
		placebo_median_days: known.length === 0 ? null : median,
		placebo_share:
			days === null || waits.length === 0
				? null
				: waits.filter(wait => wait !== null && wait <= days).length / waits.length,
	};
}
