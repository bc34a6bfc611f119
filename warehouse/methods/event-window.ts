import {
	arcElasticity,
	logChange,
	longestWindow,
	placeboShare,
	spendRatio,
	windowOf,
	type Point,
} from './event-study.ts';

/** Weeks since 1970-01-05, a Monday; the number of a Monday given as text. */
export const weekNumber = (monday: string): number => Math.round((Date.parse(monday) / 86_400_000 - 4) / 7);

const mean = (points: readonly Point[]): number =>
	points.reduce((sum, { quantity }) => sum + quantity, 0) / points.length;

/** Effective price of one token mix before and after, USD per million tokens, and their ratio in the native currency. */
export type EventPrice = { before: number | null; after: number | null; ratio: number | null };
/** A smaller move of the effective price has no elasticity: dividing by it makes any change of tokens a large number. */
export const smallest_move = 0.05;
export const isMoved = (ratio: number | null): ratio is number =>
	ratio !== null && Math.abs(ratio - 1) >= smallest_move;
export type Around = {
	tokens_before: number | null;
	tokens_after: number | null;
	tokens_ratio: number | null;
	log_change: number | null;
	arc_elasticity: number | null;
	implied_usd_before: number | null;
	implied_usd_after: number | null;
	spend_ratio: number | null;
	weeks_before: number;
	weeks_after: number;
	window_available: number;
	reason: string | null;
};

/**
 * Mean tokens of `n` weeks a side of an event, what they cost at the old and the new price, and the arc elasticity of the
 * means. All null with a reason where a week of the window is not listed, or where `refused` says that the event has no day.
 */
export function around(
	series: readonly Point[],
	event: number,
	n: number,
	price: EventPrice,
	refused: string | null,
): Around {
	const window = windowOf(series, event, n);
	const window_available = longestWindow([series], event, n);
	const counted = { weeks_before: window.pre.length, weeks_after: window.post.length, window_available };
	const short = window.is_whole
		? null
		: `listed in ${window.pre.length} weeks before and ${window.post.length} after of ${n}`;
	const reason = refused ?? short;
	if (reason !== null) return { ...nothing, ...counted, reason };
	const [tokens_before, tokens_after] = [mean(window.pre), mean(window.post)];
	const elasticity = !isMoved(price.ratio) ? null : arcElasticity(1, price.ratio, tokens_before, tokens_after);
	return {
		tokens_before,
		tokens_after,
		tokens_ratio: tokens_after / tokens_before,
		log_change: logChange(window),
		arc_elasticity: elasticity,
		implied_usd_before: price.before === null ? null : (tokens_before * price.before) / 1e6,
		implied_usd_after: price.after === null ? null : (tokens_after * price.after) / 1e6,
		spend_ratio: elasticity === null ? null : spendRatio(price.ratio!, elasticity),
		...counted,
		reason: null,
	};
}

const nothing = {
	...{ tokens_before: null, tokens_after: null, tokens_ratio: null, log_change: null, arc_elasticity: null },
	...{ implied_usd_before: null, implied_usd_after: null, spend_ratio: null },
};

/**
 * The event's log change among those of the same series at other weeks whose window is whole and holds none of the weeks
 * in `moved`, nor the event: how many there are, and the part that moved at least as much.
 */
export function placebosOf(
	series: readonly Point[],
	event: number,
	n: number,
	moved: readonly number[],
): { placebos: number; placebo_share: number | null } {
	const own = windowOf(series, event, n);
	const taken = [...moved, event];
	const changes = series
		.map(({ period }) => period)
		.filter(week => taken.every(other => Math.abs(other - week) > n))
		.map(week => windowOf(series, week, n))
		.filter(window => window.is_whole)
		.map(window => logChange(window)!);
	return { placebos: changes.length, placebo_share: own.is_whole ? placeboShare(logChange(own)!, changes) : null };
}

export type Candidate = {
	name: string;
	country: string;
	blend: number;
	points: readonly Point[];
	moved: readonly number[];
};

/** Models of the same country and price band, without a move of their own in the window, listed in all of its weeks. */
export function controlsOf(
	treated: { name: string; country: string; blend: number | null },
	candidates: readonly Candidate[],
	event: number,
	n: number,
): Candidate[] {
	const { name, country, blend } = treated;
	if (blend === null) return [];
	return candidates.filter(
		one =>
			one.name !== name &&
			one.country === country &&
			one.blend >= blend / 2 &&
			one.blend <= blend * 2 &&
			one.moved.every(week => Math.abs(week - event) > n) &&
			windowOf(one.points, event, n).is_whole,
	);
}
