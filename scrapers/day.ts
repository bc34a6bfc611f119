const dayMs = 86_400_000;

/** The UTC day `days` after a day, both `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
	return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The days from one to another, both included, in spans of at most `days`. */
export function spansOf(from: string, to: string, days: number): { from: string; to: string }[] {
	const spans: { from: string; to: string }[] = [];
	for (let start = from; start <= to; start = addDays(start, days)) {
		const end = addDays(start, days - 1);
		spans.push({ from: start, to: end < to ? end : to });
	}
	return spans;
}
