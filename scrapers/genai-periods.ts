import { gapsOf } from './hours.ts';
import type { PriceInput } from './source.ts';

type Constraint = { start_date: string } | { start_time: string; end_time: string };
type Stated<Prices> = { constraint?: Constraint | null; prices: Prices };
type When = Pick<PriceInput, 'valid_from' | 'valid_to' | 'time_window' | 'start_local' | 'end_local' | 'time_zone'>;
/** Prices with the days and the hours they hold. */
export type Entry<Prices> = When & { prices: Prices; field: string };

type Dated<Prices> = { from: string | null; prices: Prices; field: string; windows: Window<Prices>[] };
type Window<Prices> = { start: string; end: string; prices: Prices; field: string };

/**
 * When each of a model's prices holds. The file lists an undated price, prices from a day on, and prices for some hours of
 * the day; the last whose constraint holds wins. A constraint cannot hold a day and hours at once, so hours belong to the
 * dated price they follow: the package itself would bill the peak of 2026-08-17 to earlier days too, as its own comment on
 * deepseek-v4-flash says. Dear hours are the peak: deepseek-chat has its night price first and the day as the constraint.
 */
export function periodsOf<Prices extends object>(stated: Stated<Prices>[]): Entry<Prices>[] {
	const dated = datedOf(stated);
	return dated.flatMap(({ from, prices, field, windows }, i): Entry<Prices>[] => {
		const days = { valid_from: from, valid_to: dated[i + 1]?.from ?? null };
		const rest = { ...days, prices, field };
		if (windows.length === 0) return [{ ...rest, time_window: 'always' as const, ...allDay }];
		const isDear = windows.some(window => isDearer(window.prices, prices));
		const at = (start: string, end: string) => ({ start_local: start, end_local: end, time_zone: 'UTC' });
		return [
			...gapsOf(windows).map(([start, end]) => ({
				...rest,
				time_window: isDear ? ('off_peak' as const) : ('peak' as const),
				...at(start, end),
			})),
			...windows.map(window => ({
				...days,
				prices: window.prices,
				field: window.field,
				time_window: isDear ? ('peak' as const) : ('off_peak' as const),
				...at(window.start, window.end),
			})),
		];
	});
}

const allDay = { start_local: null, end_local: null, time_zone: null };

/** In order of their day; a price overruled by a later one of an earlier or the same day never held. */
function datedOf<Prices>(stated: Stated<Prices>[]): Dated<Prices>[] {
	let dated: Dated<Prices>[] = [];
	for (const [i, { constraint, prices }] of stated.entries()) {
		const field = stated.length > 1 ? `prices[${i}].prices` : 'prices';
		if (constraint && 'start_time' in constraint) {
			const window = { start: constraint.start_time.slice(0, 5), end: constraint.end_time.slice(0, 5), prices, field };
			dated.at(-1)?.windows.push(window);
			continue;
		}
		const from = constraint?.start_date ?? null;
		dated = dated.filter(earlier => from !== null && (earlier.from ?? '') < from);
		dated.push({ from, prices, field, windows: [] });
	}
	return dated;
}

/** Whether what the hours cost in all is more than what the rest of the day does, over the meters that both price. */
function isDearer(window: object, rest: object): boolean {
	const own = new Map(Object.entries(rest).map(([key, price]) => [key, amountOf(price)]));
	let difference = 0;
	for (const [key, price] of Object.entries(window)) difference += amountOf(price) - (own.get(key) ?? amountOf(price));
	return difference > 0;
}

const amountOf = (price: unknown): number => (typeof price === 'number' ? price : (price as { base: number }).base);
