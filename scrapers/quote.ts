import { ShapeError } from './error.ts';
import { moneyOf } from './money.ts';
import type { PriceInput } from './source.ts';

/** What a row and a column of a sheet say together about the cell where they meet. */
export type Place = Omit<PriceInput, 'record' | 'amount' | 'status' | 'list_or_effective'>;

/** Longer than any heading or cell that was read as a price. */
const longest = 200;

/**
 * The prices of one cell of a lab's sheet. The currency must be the sheet's wherever the cell states one (yuan have been
 * printed under a dollar sign, sources.md 15, guard 10); a unit that the cell states goes before the column's.
 */
export function quotesOf(source: string, place: Place, cell: string): PriceInput[] {
	const prices = moneyOf(source, cell);
	// of two prices in a cell one may only be spelt out ("原价12元 限时5折"): its text goes with both
	const field = (prices.length > 1 ? `${place.field}: ${cell.replace(/\s+/g, ' ')}` : place.field).slice(0, longest);
	return prices.map(({ amount, currency, unit, status, list_or_effective }) => {
		if (currency !== null && currency !== place.currency)
			throw new ShapeError(source, `expected ${place.currency} got ${currency}`, cell);
		return {
			record: 'price' as const,
			...place,
			field,
			amount,
			status,
			// a price that ends on a day is a promotion's, whatever it is called
			list_or_effective: place.promo_until ? ('effective' as const) : list_or_effective,
			unit: unit ?? place.unit,
		};
	});
}

/** A model's name out of its cell: notes stand on lines of their own below it. */
export function nameIn(source: string, cell: string): string {
	const name = cell.split('\n')[0]?.trim() ?? '';
	if (name === '' || name.length > 300) throw new ShapeError(source, 'unexpected model', cell);
	return name;
}
