/** The words of a verdict; on the page `unverifiable` reads cannot be tested and `open` reads not due or not measured yet. */
export const verdicts = ['supported', 'partly', 'contradicted', 'unverifiable', 'open'] as const;
export type Verdict = (typeof verdicts)[number];

export const classes = ['testable', 'arithmetic', 'prediction', 'context'] as const;

/** What is claimed. `number` is `12`, `5..8` or null; `due` the day on which a prediction is scored, YYYY-MM-DD. */
export type Claimed = {
	status_class: (typeof classes)[number];
	number: string | null;
	tolerance: string | null;
	due: string | null;
	/** Why it cannot be tested, where no query stands for it. */
	reason: string | null;
};

/** One way to read the claim: a basis, a cell, a week, a pair. `measured` is in the claim's unit; null has a reason. */
export type Reading = { reading: string; measured: number | null; reason: string | null };

export type Judged = { verdict: Verdict; reason: string };

/**
 * Supported when every reading that has a value is within tolerance, contradicted when none is, partly when some are. A
 * claim of class context or without a value is unverifiable; a testable one whose value is not there yet is open, and so
 * is a prediction with a day; without a day it can never be tested. Pure: `on` is the day of the build.
 */
export function verdict(claimed: Claimed, readings: Reading[], on: string): Judged {
	const { status_class, due, number, tolerance } = claimed;
	if (status_class === 'prediction' && due && on < due) return { verdict: 'open', reason: `not due before ${due}` };
	const absent: Verdict =
		status_class === 'testable' || (status_class === 'prediction' && due) ? 'open' : 'unverifiable';
	const valued = readings.filter(({ measured }) => measured !== null) as (Reading & { measured: number })[];
	if (valued.length === 0 || !tolerance) {
		const why = [...new Set(readings.map(one => one.reason).filter(Boolean))].join('; ');
		return { verdict: absent, reason: why || claimed.reason || 'no query stands for it' };
	}
	const rule = ruleOf(tolerance, number);
	const inside = valued.filter(one => rule.holds(one.measured));
	const outside = valued.filter(one => !rule.holds(one.measured));
	if (rule.isLowerBound && inside.length === 0)
		return {
			verdict: 'unverifiable',
			reason: `what is seen bounds it from below only: ${listed(outside)} of ${number}`,
		};
	const missing = readings.length - valued.length;
	const unseen = missing > 0 ? `; ${missing} of ${readings.length} readings have no value` : '';
	const base = status_class === 'arithmetic' ? 'arithmetic only: the inputs are not tested; ' : '';
	const say = (kind: Verdict, text: string): Judged => ({ verdict: kind, reason: `${base}${text}${unseen}` });
	if (inside.length === 0) return say('contradicted', `${listed(outside)}: ${rule.outside}`);
	if (outside.length > 0)
		return say('partly', `${listed(inside)}: ${rule.inside}; ${listed(outside)}: ${rule.outside}`);
	// A description has no threshold of its own: what points the way of the sentence does not decide it.
	if (rule.isDescription || missing > 0)
		return say('partly', `${listed(inside)}: ${rule.inside}${rule.isDescription ? '; described and not decided' : ''}`);
	return say('supported', `${listed(inside)}: ${rule.inside}`);
}

type Rule = {
	holds(measured: number): boolean;
	/** Least and largest value that it takes; null = none. */
	from: number | null;
	to: number | null;
	inside: string;
	outside: string;
	isDescription?: boolean;
	isLowerBound?: boolean;
};

/**
 * A tolerance: `exact`, `range`, `order` (half an order of magnitude), `0.5 points`, `10%` (of the nearer end), a bound
 * such as `> 0` or `<= 0.01`, `lower bound`, or any of them after `describe`. Throws on any other text.
 */
export function ruleOf(tolerance: string, number: string | null): Rule {
	if (tolerance.startsWith('describe ')) return { ...ruleOf(tolerance.slice(9), number), isDescription: true };
	const bound = /^(>=|<=|>|<) (-?[\d.]+)$/.exec(tolerance);
	if (bound) {
		const [, sign = '', text = ''] = bound;
		const limit = Number(text);
		const holds = (measured: number): boolean =>
			sign === '>'
				? measured > limit
				: sign === '<'
					? measured < limit
					: sign === '>='
						? measured >= limit
						: measured <= limit;
		const [from, to] = sign.startsWith('>') ? [limit, null] : [null, limit];
		return { holds, from, to, inside: `${sign} ${text}`, outside: `not ${sign} ${text}` };
	}
	const [low, high] = endsOf(number, tolerance);
	if (tolerance === 'lower bound')
		return {
			holds: x => x >= low,
			from: low,
			to: null,
			inside: `at least ${number}`,
			outside: `below ${number}`,
			isLowerBound: true,
		};
	const around = (down: number, up: number, words: string): Rule => ({
		holds: x => x >= down && x <= up,
		from: Number(down.toPrecision(8)),
		to: Number(up.toPrecision(8)),
		inside: `${words} ${number}`,
		outside: `not ${words} ${number}`,
	});
	if (tolerance === 'exact') return around(low - slip(low), high + slip(high), 'exactly');
	if (tolerance === 'range') return around(low - slip(low), high + slip(high), 'within');
	if (tolerance === 'order') return around(low / Math.sqrt(10), high * Math.sqrt(10), 'of the order of');
	const points = /^([\d.]+) points$/.exec(tolerance);
	if (points) {
		const by = Number(points[1]);
		return around(low - by - slip(low), high + by + slip(high), `within ${points[1]} of`);
	}
	const part = /^([\d.]+)%$/.exec(tolerance);
	if (part) {
		const by = Number(part[1]) / 100;
		return around(
			low - by * Math.abs(low) - slip(low),
			high + by * Math.abs(high) + slip(high),
			`within ${tolerance} of`,
		);
	}
	throw new Error(`verdict: unknown tolerance: ${tolerance}`);
}

/** Slip of binary fractions: 0.1 + 0.2 is 0.3 here. */
const slip = (x: number): number => 1e-9 * Math.max(1, Math.abs(x));

function endsOf(number: string | null, tolerance: string): [number, number] {
	const [low, high = low] = (number ?? '').split('..').map(text => (text === '' ? NaN : Number(text)));
	if (low === undefined || high === undefined || Number.isNaN(low) || Number.isNaN(high))
		throw new Error(`verdict: expected a number for ${tolerance}: ${number}`);
	return [low, high];
}

/** `top 9 4.126, top 50 5.456`, the first four of them. */
function listed(readings: (Reading & { measured: number })[]): string {
	const shown = readings.slice(0, 4).map(({ reading, measured }) => `${reading} ${short(measured)}`);
	const more = readings.length - shown.length;
	return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Four figures, no exponent. */
export const short = (x: number): string =>
	Math.abs(x) >= 1000 ? String(Math.round(x)) : String(Number(x.toPrecision(4)));
