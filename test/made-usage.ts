import type { UsageInput } from '../scrapers/source.ts';
import type { Made, MadeLook } from './made.ts';

type Subject = UsageInput['subject'];

/** Tokens of one name on one day as the daily ranking states them, in its vintage of 1 February 2026. */
export const tokens = (day: string, name: string, amount: number, subject: Subject = 'lab'): UsageInput => ({
	record: 'usage',
	...{ day, period: 'day', subject, name, metric: 'tokens', amount: String(amount), unit: 'tokens' },
	as_of: '2026-02-01',
});

/** Per cent of one model, or of `Other`, in all that a gateway saw on 5 January 2026. */
export const percent = (metric: UsageInput['metric'], name: string, amount: string): UsageInput => ({
	record: 'usage',
	...{ day: '2026-01-05', period: 'day', subject: name === 'Other' ? 'other' : 'model' },
	...{ name, metric, amount, unit: 'percent' },
});

/** Days of January 2026: `count` of them from the `first` on. */
export const days = (first: number, count: number): string[] =>
	Array.from({ length: count }, (_, at) => `2026-01-${String(first + at).padStart(2, '0')}`);

/** A look at the daily ranking. */
export const ranking = (rows: UsageInput[], on = '2026-02-01'): MadeLook => ({
	source: 'openrouter-rankings-daily',
	on,
	rows,
});

/** The rows of each day of a week, that from 5 January 2026 unless told otherwise. */
export const week = (rows: (day: string) => UsageInput[], listed = days(5, 7)): Made => ({
	looks: [ranking(listed.flatMap(rows))],
});
