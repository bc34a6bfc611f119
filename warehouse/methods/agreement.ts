import { consensusOf, isOne, type Basis } from './consensus.ts';
import { unitError, type Verdict } from './unit-error.ts';

/**
 * What one source says of one cell of one sheet over some days, in native currency per million tokens. Days are ISO texts.
 * `has_voice` is false for a moving name beside a name of the model's own, and for a second name of the model in one source.
 */
export type Statement = {
	source: string;
	meter: string;
	variant: string;
	lineage: string;
	native: number;
	native_before: number | null;
	next_native: number | null;
	/** Other amounts of the same source for this cell, under other names of the model. */
	natives: number[];
	/** First day of the statement, and the day it ends, the day of the build where it stands. */
	spell_from_day: string;
	until_day: string;
	/** Days since the source was last seen to say so, at the end of the days compared. */
	age_days: number;
	has_voice: boolean;
	/** Whether the lab itself charges the price; a router's headline is one host's price of the moment. */
	is_own_list: boolean;
	is_router: boolean;
	/** The kind of another cell of the same meter that has this amount in these days. */
	twin: Twin | null;
	/** CNY per USD on the first of these days; null where no rate is known. */
	cny_per_usd: number | null;
};
export type Twin = 'window' | 'promotion' | 'batch' | 'tier';
export type Reason = 'rounding' | 'unit' | 'currency' | 'alias' | 'stale' | 'channel' | Twin;

export type Compared = {
	consensus: number;
	basis: Basis;
	/** What each statement is likened to: the consensus, or the other price where two camps stand against each other. */
	against: number[];
	verdicts: (Verdict | null)[];
};

/** Days that a source must have kept its new price before one that stayed behind counts as late. */
const kept_days = 30;

/**
 * The consensus of one cell on some days, and how each statement's ratio to it reads. Moving and second names have no
 * vote; then sources that were late are set aside, then amounts of another cell, as long as a voice is left.
 */
export function compare(statements: readonly Statement[]): Compared {
	const voices = statements.filter(({ has_voice }) => has_voice);
	const heard = voices.length > 0 ? voices : statements;
	const late = heard.map(one => isBehind(one, heard));
	const timely = heard.filter((_, place) => !late[place]);
	const words = heard.map((one, place) => ({
		source: one.source,
		price: one.native,
		is_lab: one.lineage === 'lab',
		age_days: one.age_days,
		is_late: late[place]! || isMisplaced(one, timely),
	}));
	const { price, basis } = consensusOf(words);
	const camps = campsOf(heard.map(({ native }) => native));
	const against = statements.map(({ native }) => {
		if (basis !== 'median' || camps.length !== 2) return price;
		return camps.find(camp => !isOne(camp, native)) ?? price;
	});
	const verdicts = statements.map(({ native, cny_per_usd }, place) =>
		isOne(native, against[place]!) ? null : unitError(native, against[place]!, cny_per_usd),
	);
	return { consensus: price, basis, against, verdicts };
}

/** Whether any other price was known to be newer than this one. */
const isBehind = (one: Statement, all: readonly Statement[]): boolean =>
	all.some(other => isLateTo(one, other, all) && !isLateTo(other, one, all));

/**
 * Whether a source stayed behind another: it, or one that says the same, came to the other's price next; or the other
 * once said the same, moved on and kept its new price for 30 days without taking it back, not outnumbered (a page of the
 * lab's own and a cited fact are believed at once).
 */
export function isLateTo(one: Statement, other: Statement, all: readonly Statement[]): boolean {
	if (isOne(one.native, other.native)) return false;
	const camp = all.filter(({ native }) => isOne(native, one.native));
	if (camp.some(({ next_native }) => next_native !== null && isOne(next_native, other.native))) return true;
	if (other.native_before === null || !isOne(other.native_before, one.native)) return false;
	if (other.next_native !== null && isOne(other.next_native, one.native)) return false;
	if (other.lineage === 'lab' || other.lineage === 'curated') return true;
	const kept = (Date.parse(other.until_day) - Date.parse(other.spell_from_day)) / 86_400_000;
	return kept >= kept_days && all.filter(({ native }) => isOne(native, other.native)).length >= camp.length;
}

/** Whether an amount belongs to another cell of the meter, while others say something else that does not. */
const isMisplaced = (one: Statement, timely: readonly Statement[]): boolean =>
	one.twin !== null && timely.some(({ native, twin }) => twin === null && !isOne(native, one.native));

/**
 * Why a statement differs from what it is likened to; null where nothing explains it. The first rule that holds counts:
 *
 * 1. `rounding`: within 1 % and not equal to six digits, or the other price rounded to the cents that this one prints
 * 2. `unit`: a hundred, a thousand or a million times, or the inverse
 * 3. `currency`: the rate of the day between two words on a lab's own list, on two meters at once, or on one amount that was never the price before
 * 4. `alias`: a moving name (`batch`: a name of the batch service), or the source says the other price under another name of the model
 * 5. `stale`: the source came to the other price next, or the amount stood before the other was first stated anywhere
 * 6. `window`, `promotion`, `tier`, `batch`: the amount of another cell of the meter; `batch` also for half a lab's price on
 *    two meters at once
 * 7. `channel`: a router's headline, which is the price of one host after the other
 *
 * `meters` counts the meters on which the same source's price of the model reads alike; `is_older`: this amount was stated
 * first. Where the price is disputed nobody is stale: it is not known who is right.
 */
export function reasonOf(
	one: Statement,
	against: number,
	facts: { verdict: Verdict | null; meters: number; is_older: boolean; is_disputed: boolean },
): Reason | null {
	const { verdict, meters, is_older, is_disputed } = facts;
	const came = one.next_native !== null && isOne(one.next_native, against);
	if (isEqual(one.native, against)) return null;
	if (isOne(one.native, against) || isRounded(one.native, against)) return 'rounding';
	if (verdict?.kind === 'unit') return 'unit';
	if (verdict?.kind === 'currency' && (meters >= 2 || !is_older)) return 'currency';
	if (one.variant === 'batch') return 'batch';
	if (one.variant === 'alias' || !one.has_voice || one.natives.some(native => isOne(native, against))) return 'alias';
	if (!is_disputed && (came || is_older)) return 'stale';
	if (one.twin !== null) return one.twin;
	if (one.is_own_list && verdict?.name === '2_inverse' && meters >= 2) return 'batch';
	return one.is_router ? 'channel' : null;
}

/** Equal to six significant digits. */
export const isEqual = (a: number, b: number): boolean => Math.abs(a / b - 1) < 5e-7;

/** Whether a price that is printed to the cent, or finer, is the other one with its last digits gone: 0.13 for 0.125. */
function isRounded(printed: number, exact: number): boolean {
	const decimals = (/\.(\d+)$/.exec(String(printed)) ?? ['', ''])[1]!.length;
	const unit = 10 ** -decimals;
	return (
		decimals >= 2 && Math.abs(printed - exact) <= unit * 0.5 + 1e-9 && !isEqual(exact, Math.round(exact / unit) * unit)
	);
}

/** The distinct amounts, those within 1 % of one another as one. */
function campsOf(amounts: readonly number[]): number[] {
	const camps: number[] = [];
	for (const amount of [...amounts].sort((a, b) => a - b)) {
		if (!camps.some(camp => isOne(camp, amount))) camps.push(amount);
	}
	return camps;
}
