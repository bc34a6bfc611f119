/** The middle of numbers, the mean of the two middle ones where they are even in number. */
export function median(values: readonly number[]): number {
	if (values.length === 0) throw new RangeError('consensus: missing values');
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** How far prices lie apart (methods.md 7.2): logs of their ratio to the median, and the middle of their sizes. */
export type Spread = {
	median: number;
	/** `ln(p_k / median)`, in the order of the prices. */
	deviations: number[];
	/** Median of `|d_k|`. */
	log_mad: number;
	/** Largest over smallest, 1 where all agree. */
	disagreement: number;
};

export function spreadOf(prices: readonly number[]): Spread {
	const middle = median(prices);
	const deviations = prices.map(price => Math.log(price / middle));
	return {
		median: middle,
		deviations,
		log_mad: median(deviations.map(Math.abs)),
		disagreement: Math.max(...prices) / Math.min(...prices),
	};
}

/** `|d| / (1.4826 MAD)`; null where more than half of the prices are one and there is no scale. */
export const robustZ = (deviation: number, log_mad: number): number | null =>
	log_mad === 0 ? null : Math.abs(deviation) / (1.4826 * log_mad);

/** What a word is worth that was last verified so many days ago: half after 30. */
export const recencyWeight = (age_days: number): number => 0.5 ** (age_days / 30);

/** Two amounts that are one but for rounding. */
export const isOne = (a: number, b: number): boolean => Math.abs(Math.log(a / b)) <= 0.01;

/** One source's word on one cell. `age_days` since it was last seen to say so, at the end of the days compared. */
export type Word = { source: string; price: number; is_lab: boolean; age_days: number; is_late: boolean };
export type Basis = 'lab' | 'majority' | 'late' | 'median' | 'single';
export type Consensus = { price: number; basis: Basis };

/** A page of the lab's own speaks alone while it is this fresh. */
const fresh_days = 7;

/**
 * The price of a cell that several sources state (methods.md 7.2): (1) the lab's page where it was seen within 7 days;
 * (2) else what most sources say within 1 %, two at the least and more than say anything else; (3) else the median, which
 * is disputed. Words of sources that were merely late are set aside first; where one price is left it is the price.
 */
export function consensusOf(words: readonly Word[]): Consensus {
	const lab = words.filter(word => word.is_lab && word.age_days <= fresh_days && !word.is_late);
	if (lab.length > 0) return { price: lab.sort((a, b) => a.age_days - b.age_days)[0]!.price, basis: 'lab' };
	const timely = words.filter(word => !word.is_late);
	const rest = timely.length > 0 ? timely : words;
	if (words.length === 1) return { price: words[0]!.price, basis: 'single' };
	const camps = rest.map(one => rest.filter(other => isOne(one.price, other.price)));
	const most = Math.max(...camps.map(camp => sourcesOf(camp)));
	const largest = camps.filter(camp => sourcesOf(camp) === most);
	const isAlone = largest.every(camp => isOne(median(pricesOf(camp)), median(pricesOf(largest[0]!))));
	if (most >= 2 && isAlone) return { price: commonest(pricesOf(largest[0]!)), basis: 'majority' };
	if (rest.length === 1) return { price: rest[0]!.price, basis: 'late' };
	return { price: median(pricesOf(rest)), basis: 'median' };
}

const pricesOf = (words: readonly Word[]): number[] => words.map(word => word.price);
const sourcesOf = (words: readonly Word[]): number => new Set(words.map(word => word.source)).size;

/** The price that is stated most often; of two, the lower. */
function commonest(prices: readonly number[]): number {
	const counts = new Map<number, number>();
	for (const price of prices) counts.set(price, (counts.get(price) ?? 0) + 1);
	return [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]![0];
}
