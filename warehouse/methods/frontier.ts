/** A model on sale from a day (days since 1970-01-01 UTC, or any rising number) at a price, with its score on one benchmark. */
export type Offer = { model: string; day: number; score: number; price: number };

/**
 * The records of the cheapest price at which a score is reached: in order of day, each strictly cheaper than all before it;
 * of one day the cheapest counts, of one price the first by name. A price of 0 is no price (free previews, methods.md 2.1).
 * Price and score in any unit; `level` in that of the score. Throws on a price or score that is not a number.
 */
export function frontier<One extends Offer>(offers: readonly One[], level: number): One[] {
	number('level', level);
	const reaching = offers.filter(offer => checked(offer).score >= level && offer.price > 0);
	reaching.sort((a, b) => a.day - b.day || a.price - b.price || (a.model < b.model ? -1 : a.model > b.model ? 1 : 0));
	const records: One[] = [];
	for (const offer of reaching) if (records.length === 0 || offer.price < records.at(-1)!.price) records.push(offer);
	return records;
}

/** Offers that no other one dominates: none is as cheap and as able and better in one of the two. Equals are all kept. */
export function pareto<One extends Pick<Offer, 'model' | 'score' | 'price'>>(offers: readonly One[]): One[] {
	const sold = offers.filter(offer => checked(offer).price > 0);
	const kept: One[] = [];
	for (const offer of [...sold].sort((a, b) => a.price - b.price || b.score - a.score)) {
		const best = kept.at(-1);
		if (!best || offer.score > best.score || (offer.score === best.score && offer.price === best.price))
			kept.push(offer);
	}
	return kept;
}

/** Cost of one solved task from the bill of the whole run: `score` is the share solved, 0 to 1. Null where none was solved. */
export function costPerSolved(run_cost_usd: number, tasks: number, score: number): number | null {
	if (!(score >= 0 && score <= 1)) throw new Error(`frontier: expected a share solved got ${score}`);
	if (!(tasks > 0)) throw new Error(`frontier: expected tasks got ${tasks}`);
	return run_cost_usd > 0 && score > 0 ? run_cost_usd / (tasks * score) : null;
}

function checked<One extends Pick<Offer, 'score' | 'price'>>(offer: One): One {
	number('score', offer.score);
	number('price', offer.price);
	if (offer.price < 0) throw new Error(`frontier: invalid price: ${offer.price}`);
	return offer;
}

function number(what: string, value: number): void {
	if (!Number.isFinite(value)) throw new Error(`frontier: invalid ${what}: ${value}`);
}
