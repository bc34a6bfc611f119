import { addDays } from './day.ts';
import { counts } from './guard-usage.ts';
import type { AnyRow, UsageRow } from './source.ts';

/**
 * A model that leaps over its own maximum is news or a wrong number (sources.md 15, breakage 3). Single leaps of a small
 * model come every other month; a body is held where what leapt is more than `share` of all on its newest period.
 */
export const leapBounds = { factor: 3, share: 0.1, periods: 4 };

const stepDays: Partial<Record<UsageRow['period'], number>> = { day: 1, week: 7 };

/**
 * What leaps on the newest period of a body: above 3x of its own maximum over at least four periods, the last of which
 * is the period before. Only the newest period is judged: the look after it either takes the leap back or confirms it.
 */
export function leapProblem(rows: readonly AnyRow[], before: readonly AnyRow[]): string | null {
	for (const [measure, now] of seriesOf(rows)) {
		const was = seriesOf(before).get(measure);
		const newest =
			[...now.values()]
				.flatMap(days => [...days.keys()])
				.sort()
				.at(-1) ?? '';
		const dayBefore = addDays(newest, -now.step);
		let total = 0;
		let leapt = 0;
		let example = '';
		for (const [name, days] of now) {
			const amount = days.get(newest);
			if (amount === undefined) continue;
			total += amount;
			const earlier = new Map([...(was?.get(name) ?? []), ...days]);
			const known = [...earlier].filter(([day]) => day < newest);
			if (name === other || known.length < leapBounds.periods || !earlier.has(dayBefore)) continue;
			const most = Math.max(...known.map(([, value]) => value));
			if (amount <= most * leapBounds.factor) continue;
			leapt += amount;
			example ||= `${name} at ${most === 0 ? 'once' : `${(amount / most).toFixed(1)}x`}`;
		}
		if (leapt > total * leapBounds.share)
			return `leap: ${Math.round((100 * leapt) / total)} % of ${measure} on ${newest} is above 3x its own maximum: ${example}`;
	}
	return null;
}

const other = '';
type Series = Map<string, Map<string, number>> & { step: number };

/** Amounts by measure, name and day of the models and of all others together. */
function seriesOf(rows: readonly AnyRow[]): Map<string, Series> {
	const series = new Map<string, Series>();
	for (const row of rows) {
		if (row.record !== 'usage' || !counts.has(row.unit) || (row.subject !== 'model' && row.subject !== 'other'))
			continue;
		const step = stepDays[row.period];
		if (step === undefined) continue;
		const measure = `${row.metric} by ${row.period}`;
		const of = series.get(measure) ?? Object.assign(new Map<string, Map<string, number>>(), { step });
		series.set(measure, of);
		const name = row.subject === 'other' ? other : [row.name, row.slice].filter(Boolean).join(' ');
		const days = of.get(name) ?? new Map<string, number>();
		of.set(name, days.set(row.day, (days.get(row.day) ?? 0) + Number(row.amount)));
	}
	return series;
}
