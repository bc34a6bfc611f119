/** What was bought of one item in one period: USD per million tokens and million tokens, both above 0. */
export type Item = { item: string; price: number; quantity: number };
/** One item in both periods of a comparison. */
export type Match = { item: string; p0: number; q0: number; p1: number; q1: number };

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const over = (matches: readonly Match[], value: (match: Match) => number): number => sum(matches.map(value));
const spend0 = (matches: readonly Match[]): number => over(matches, ({ p0, q0 }) => p0 * q0);
const spend1 = (matches: readonly Match[]): number => over(matches, ({ p1, q1 }) => p1 * q1);

const laspeyres = (m: readonly Match[]): number => over(m, ({ p1, q0 }) => p1 * q0) / spend0(m);
const paasche = (m: readonly Match[]): number => spend1(m) / over(m, ({ p0, q1 }) => p0 * q1);
const walsh = (m: readonly Match[]): number =>
	over(m, ({ p1, q0, q1 }) => p1 * Math.sqrt(q0 * q1)) / over(m, ({ p0, q0, q1 }) => p0 * Math.sqrt(q0 * q1));

function tornqvist(m: readonly Match[]): number {
	const [before, after] = [spend0(m), spend1(m)];
	const weight = ({ p0, q0, p1, q1 }: Match): number => 0.5 * ((p0 * q0) / before + (p1 * q1) / after);
	return Math.exp(over(m, match => weight(match) * Math.log(match.p1 / match.p0)));
}

/** Bilateral index formulas of methods.md 4: price of the second period over the first, over items of both. */
export const formulas = {
	laspeyres,
	paasche,
	fisher: (m: readonly Match[]) => Math.sqrt(laspeyres(m) * paasche(m)),
	tornqvist,
	walsh,
	jevons: (m: readonly Match[]) => Math.exp(over(m, ({ p0, p1 }) => Math.log(p1 / p0)) / m.length),
	carli: (m: readonly Match[]) => over(m, ({ p0, p1 }) => p1 / p0) / m.length,
	dutot: (m: readonly Match[]) => over(m, ({ p1 }) => p1) / over(m, ({ p0 }) => p0),
	harmonic: (m: readonly Match[]) => m.length / over(m, ({ p0, p1 }) => p0 / p1),
} satisfies Record<string, (matches: readonly Match[]) => number>;
export type Formula = keyof typeof formulas;

/** Items of a period by name; one without a price or a quantity above 0 is no item of the period. Throws on a name twice. */
export function byName(period: readonly Item[]): Map<string, Item> {
	const items = new Map<string, Item>();
	for (const one of period) {
		if (!(one.price > 0) || !(one.quantity > 0)) continue;
		if (items.has(one.item)) throw new RangeError(`price index: expected one item got two: ${one.item}`);
		items.set(one.item, one);
	}
	return items;
}

/** Items of both periods in order of name, so that the order of the rows changes no digit. */
export function matchesOf(base: readonly Item[], now: readonly Item[]): Match[] {
	const later = byName(now);
	return [...byName(base).values()]
		.filter(({ item }) => later.has(item))
		.sort((a, b) => (a.item < b.item ? -1 : 1))
		.map(({ item, price, quantity }) => {
			const { price: p1, quantity: q1 } = later.get(item)!;
			return { item, p0: price, q0: quantity, p1, q1 };
		});
}

/** `P(base, now)`; null where the two have no item in common. */
export function bilateral(formula: Formula, base: readonly Item[], now: readonly Item[]): number | null {
	const matches = matchesOf(base, now);
	return matches.length === 0 ? null : formulas[formula](matches);
}

/** `I_t = P(0, t)`: each period against the first. */
export const direct = (formula: Formula, periods: readonly (readonly Item[])[]): (number | null)[] =>
	periods.map(now => bilateral(formula, periods[0] ?? [], now));

/** `I_t = I_{t-1} P(t-1, t)`: null from the first link without a common item on. */
export function chained(formula: Formula, periods: readonly (readonly Item[])[]): (number | null)[] {
	const index: (number | null)[] = [];
	for (const [place, now] of periods.entries()) {
		const before = place === 0 ? 1 : (index[place - 1] ?? null);
		const link = place === 0 ? 1 : bilateral(formula, periods[place - 1]!, now);
		index.push(before === null || link === null ? null : before * link);
	}
	return index;
}

/** Average price paid, `sum(p q) / sum(q)`: moves with the mix and is no price index; null where nothing was bought. */
export function unitValue(period: readonly Item[]): number | null {
	const items = [...byName(period).values()].sort((a, b) => (a.item < b.item ? -1 : 1));
	if (items.length === 0) return null;
	return sum(items.map(({ price, quantity }) => price * quantity)) / sum(items.map(({ quantity }) => quantity));
}

/** Part of the spend of `now` that falls on items bought before too; null where nothing was bought. */
export function matchedSpendShare(before: readonly Item[], now: readonly Item[]): number | null {
	const all = [...byName(now).values()].sort((a, b) => (a.item < b.item ? -1 : 1));
	if (all.length === 0) return null;
	return spend1(matchesOf(before, now)) / sum(all.map(({ price, quantity }) => price * quantity));
}
