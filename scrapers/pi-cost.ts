import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { bandsOf, isZero } from './price.ts';
import type { PriceInput } from './source.ts';
import { restOf, statedOf, type When } from './week.ts';

const Rates = z.object({
	input: z.number(),
	output: z.number(),
	cacheRead: z.number().nullish(),
	cacheWrite: z.number().nullish(),
});
const Card = Rates.extend({
	longContext: Rates.extend({
		inputThreshold: z.int().positive(),
		inputThresholdInclusive: z.boolean().nullish(),
	}).nullish(),
});
type Card = z.infer<typeof Card>;
const minute = z.int().min(0).max(1_440);
const Schedule = z.object({
	offPeakMultiplier: z.number().positive(),
	peakWindows: z
		.array(
			z
				.object({ weekdays: z.array(z.int().min(0).max(6)).min(1), startMinute: minute, endMinute: minute })
				.refine(({ startMinute, endMinute }) => startMinute < endMinute, 'expected a start before the end'),
		)
		.min(1),
	// milliseconds since 1970; the day is kept, the hour is not
	effectiveRates: z.array(Card.extend({ effectiveFrom: z.int().min(0).max(4e12) })).nullish(),
});
/** The `cost` of a model in `@oh-my-pi/pi-catalog`: dollars per million tokens, as its `pricing.ts` resolves them. */
export const Cost = Card.extend({ timeBased: Schedule.nullish() });
export type Cost = z.infer<typeof Cost>;

/** One amount of one rate and when it holds; `isUnpriced` when its card charges nothing in and nothing out. */
export type Quote = Required<
	Pick<PriceInput, 'field' | 'min_input_tokens' | 'max_input_tokens' | 'valid_from' | 'valid_to'>
> &
	Held & { isUnpriced: boolean };

/** Every price of one rate: by card and its days, by length of the prompt, and by hour of the week. */
export function quotesOf(cost: Cost, rate: keyof z.infer<typeof Rates>): Quote[] {
	return datedOf(cost).flatMap(({ valid_from, valid_to, at, ...card }) =>
		bandsOf(stepsOf(card, rate, at)).flatMap(band =>
			heldOf(cost.timeBased, band).map(held => ({
				...band,
				...held,
				valid_from,
				valid_to,
				isUnpriced: card.input === 0 && card.output === 0,
			})),
		),
	);
}

/** A later card replaces the whole of the one before. */
function datedOf(cost: Cost) {
	const cards = (cost.timeBased?.effectiveRates ?? [])
		.map((card, i) => ({
			...card,
			valid_from: new Date(card.effectiveFrom).toISOString().slice(0, 10),
			at: `cost.timeBased.effectiveRates[${i}]`,
		}))
		.sort((a, b) => a.effectiveFrom - b.effectiveFrom);
	return [{ ...cost, valid_from: null, at: 'cost' }, ...cards].map((card, i) => ({
		...card,
		valid_to: cards[i]?.valid_from ?? null,
	}));
}

function stepsOf(card: Card, rate: keyof z.infer<typeof Rates>, at: string) {
	const base = { from: 0, amount: card[rate], field: `${at}.${rate}` };
	const long = card.longContext;
	if (!long) return [base];
	const from = long.inputThreshold + (long.inputThresholdInclusive ? 0 : 1);
	return [base, { from, amount: long[rate], field: `${at}.longContext.${rate}` }];
}

type Held = When & Pick<PriceInput, 'field' | 'time_window' | 'time_zone'> & { amount: string };

/** The card's own amount holds at peak; the file states the rest of the week as a multiple of it. */
function heldOf(schedule: Cost['timeBased'], { amount, field }: { amount: string; field: string }): Held[] {
	if (!schedule || isZero(amount) || amount.startsWith('-')) return [{ amount, field }];
	const peak = { amount, field, time_window: 'peak' as const, time_zone: 'UTC' };
	const rest = {
		amount: new Decimal(amount).times(schedule.offPeakMultiplier).toFixed(),
		field: `${field} * cost.timeBased.offPeakMultiplier`,
		time_window: 'off_peak' as const,
		time_zone: 'UTC',
	};
	return [
		...statedOf(schedule.peakWindows).map(when => ({ ...when, ...peak })),
		...restOf(schedule.peakWindows).map(when => ({ ...when, ...rest })),
	];
}
