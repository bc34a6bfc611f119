import { rollingGeks } from './geks.ts';
import {
	bilateral,
	byName,
	formulas,
	matchedSpendShare,
	matchesOf,
	unitValue,
	type Formula,
	type Item,
} from './price-index.ts';

/** One week's items, or why the week has no index. */
export type IndexWeek = { week: string; items: readonly Item[]; reason: string | null };
export type IndexKind = 'direct' | 'chained' | 'rolling_geks';
export type IndexPoint = {
	week: string;
	/** Week that the point is compared with: the base, or the last week with an index before it; null in the base week. */
	compared_with: string | null;
	index: number | null;
	/** Chained (or GEKS) over direct of the same formula, less 1. */
	drift: number | null;
	members: number;
	matched_members: number | null;
	entries: number | null;
	exits: number | null;
	matched_spend_share: number | null;
	reason: string | null;
};

/** Items that a comparison needs: more than one model with input, cache and output. */
export const members_needed = 5;
/** Models that a comparison needs where a model is one item. */
export const models_needed = 2;
/** Weeks of a GEKS window (methods.md 4). */
export const geks_window = 13;
/** A chain of these drifts at weekly frequency and is never published (methods.md 4). */
export const drifting: readonly Formula[] = ['laspeyres', 'paasche', 'carli', 'dutot', 'harmonic'];

/**
 * One formula over weeks that follow each other, with what stands behind every point. Weeks with a reason of their own are
 * passed over: the next week is compared with the last that has an index. A comparison with fewer items than `needed`
 * has no index, and a chain none from there on.
 */
export function indexSeries(
	weeks: readonly IndexWeek[],
	formula: Formula,
	kind: IndexKind,
	needed = members_needed,
	window = geks_window,
): IndexPoint[] {
	const used = weeks.filter(({ reason }) => reason === null);
	const base = used[0];
	const splices = kind === 'rolling_geks' ? spliced(used, formula, window) : null;
	let last: { week: IndexWeek; index: number | null } | null = null;
	let broken: string | null = null;
	return weeks.map(one => {
		const members = byName(one.items).size;
		if (one.reason !== null || !base) return empty(one, members);
		const before: IndexWeek | null = last?.week ?? null;
		const other: IndexWeek | null = kind === 'direct' ? (one === base ? null : base) : before;
		const matched = other ? matchesOf(other.items, one.items).length : null;
		const few =
			matched === null
				? members < needed && `${members} items of ${needed} needed`
				: matched < needed && `${matched} items in common with ${other!.week} of ${needed} needed`;
		const drifts = kind === 'chained' && drifting.includes(formula) && 'drifts in a weekly chain: never published';
		if (few && kind !== 'direct') broken ??= one.week;
		const breaks = kind !== 'direct' && broken !== null && broken !== one.week && `the chain broke in ${broken}`;
		let index: number | null = null;
		if (kind === 'direct') index = bilateral(formula, base.items, one.items);
		else if (splices) index = splices.get(one.week) ?? null;
		else if (!before) index = 1;
		else {
			const link = bilateral(formula, before.items, one.items);
			index = last?.index == null || link === null ? null : last.index * link;
		}
		last = { week: one, index };
		const gap = index === null && 'two weeks of the window have no item in common';
		const reason = drifts || breaks || few || gap || null;
		const straight = bilateral(formula, base.items, one.items);
		return {
			week: one.week,
			compared_with: other?.week ?? null,
			index: reason ? null : index,
			drift: kind === 'direct' || reason || straight === null || index === null ? null : index / straight - 1,
			members,
			...turnover(before, one),
			matched_members: matched,
			reason,
		};
	});
}

/** Average price paid against that of the first week: no price index, and always beside one. */
export function unitValueSeries(weeks: readonly IndexWeek[]): (IndexPoint & { unit_value: number | null })[] {
	const base = weeks.find(({ reason }) => reason === null);
	const first = base ? unitValue(base.items) : null;
	let before: IndexWeek | null = null;
	return weeks.map(one => {
		const members = byName(one.items).size;
		const paid = one.reason === null ? unitValue(one.items) : null;
		if (paid === null || first === null) {
			return { ...empty(one, members), reason: one.reason ?? 'nothing was bought', unit_value: null };
		}
		const last = before;
		before = one;
		const compared_with = one === base ? null : base!.week;
		return { ...empty(one, members), compared_with, index: paid / first, ...turnover(last, one), unit_value: paid };
	});
}

function spliced(weeks: readonly IndexWeek[], formula: Formula, window: number): Map<string, number | null> {
	const index = rollingGeks(
		formula,
		weeks.map(({ items }) => items),
		window,
		'mean',
	);
	return new Map(weeks.map(({ week }, place) => [week, index[place] ?? null]));
}

function turnover(
	before: IndexWeek | null,
	now: IndexWeek,
): Pick<IndexPoint, 'matched_members' | 'entries' | 'exits' | 'matched_spend_share'> {
	if (!before) return { matched_members: null, entries: null, exits: null, matched_spend_share: null };
	const matched_members = matchesOf(before.items, now.items).length;
	return {
		matched_members,
		entries: byName(now.items).size - matched_members,
		exits: byName(before.items).size - matched_members,
		matched_spend_share: matchedSpendShare(before.items, now.items),
	};
}

const empty = ({ week, reason }: IndexWeek, members: number): IndexPoint => ({
	...{ week, reason, members, compared_with: null, index: null, drift: null },
	...{ matched_members: null, entries: null, exits: null, matched_spend_share: null },
});

/** Every formula that a series is published in. */
export const publishedFormulas = Object.keys(formulas).filter(
	(name): name is Formula => !['carli', 'dutot', 'harmonic'].includes(name),
);
