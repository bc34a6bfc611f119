import { z } from 'zod';
import { decimalText } from './decimal.ts';
import type { PriceInput } from './source.ts';

/** A price as a JSON number, dollars per million tokens or whatever its field says; never negative. */
export const Amount = z.number().nonnegative();

/** The fact fields of a catalogue: an odd one is not stated, and takes no price down with it. */
export const Title = z.string().min(1).max(300).nullish().catch(null);
export const TokenLimit = z.int().positive().nullish().catch(null);
export const PartialDate = z
	.string()
	.regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
	.nullish()
	.catch(null);
export const ModelName = z.string().min(1).max(300);

type Band = Required<Pick<PriceInput, 'min_input_tokens' | 'max_input_tokens'>> & { amount: string; field: string };
/** A price that holds from so many input tokens on, as sheets state it beside a base price. */
export type Step = { from: number; amount: number | string | null | undefined; field: string };

/**
 * The context bands of one meter of one model: half-open, the whole request billed at its band. A step without an amount
 * ends the band before it and states no price of its own. Steps may come in any order; of two at one place the later wins.
 */
export function bandsOf(steps: Step[]): Band[] {
	const starts = [...new Map(steps.map(step => [step.from, step])).values()].sort((a, b) => a.from - b.from);
	return starts.flatMap(({ from, amount, field }, i) =>
		amount === undefined || amount === null
			? []
			: [
					{
						field,
						amount: decimalText(amount),
						min_input_tokens: from,
						max_input_tokens: starts[i + 1]?.from ?? null,
					},
				],
	);
}

/** Subscriptions sold by the month: what they print beside a model is no price (methods.md 0.2, rule 9). */
export const isPlan = (provider: string): boolean => /(coding|token)-plan/.test(provider);

/** Sold for nothing by its own name: the one zero that needs no further reason (sources.md 15, guard 8). */
export const isFreeVariant = (model: string): boolean => model.endsWith(':free');

export const isZero = (amount: string): boolean => /^-?0+(\.0+)?$/.test(amount);

/** An unlabelled cache write price keeps five minutes at Anthropic only; elsewhere no retention is stated (sources.md 10.1). */
export const cacheWriteOf = (lab: string): 'cache_write_5m' | 'cache_write' =>
	/^~?anthropic$/.test(lab) ? 'cache_write_5m' : 'cache_write';
