import { excerpt } from './error.ts';
import { Row, type AnyRow, type PriceRow, type Unit } from './source.ts';

/** A row that may be used, or why it may not. */
export type Checked = { row: AnyRow } | { reason: string };

/** Bounds of a price, in dollars per million tokens (sources.md 15, breakage 7). */
export const priceBounds = { min: 1e-4, max: 2_000 };
/** Bounds of a price of anything else than tokens, in dollars each: an image, a call, a second, a page. */
const otherBounds = { min: 1e-9, max: 1_000 };

/** Rough dollars of a currency: the bounds are seven orders of magnitude wide, so a rate of no particular day will do. */
const usdPer: Record<PriceRow['currency'], number> = { USD: 1, CNY: 0.14, EUR: 1.1 };
const tokensPer: Partial<Record<Unit, number>> = {
	token: 1,
	thousand_tokens: 1e3,
	million_tokens: 1e6,
	million_tokens_hour: 1e6,
};

/** Check one row as its reader wrote it: its schema, its letters, then what no real price or count can be. */
export function rowOf(written: unknown): Checked {
	const checked = Row.safeParse(written);
	if (!checked.success) {
		const issue = checked.error.issues[0];
		return { reason: `schema: ${issue?.path.join('.') || 'row'}: ${excerpt(issue?.message ?? 'invalid')}` };
	}
	const row = checked.data;
	const garbled = Object.entries(row).find(([, value]) => typeof value === 'string' && value.includes('\ufffd'));
	if (garbled) return { reason: `charset: ${garbled[0]}: ${excerpt(String(garbled[1]))}` };
	const reason = problemOf(row);
	return reason === null ? { row } : { reason };
}

function problemOf(row: AnyRow): string | null {
	if (row.record === 'price') return priceProblem(row);
	if (row.record === 'usage') return usageProblem(row);
	return row.record === 'fx' ? fxProblem(row) : null;
}

/** Dollars per million tokens, roughly; null where the row states no price or bills something else. */
export function roughUsdPerMtok(row: PriceRow): number | null {
	const tokens = tokensPer[row.unit];
	if (row.amount === null || tokens === undefined) return null;
	return (Number(row.amount) * usdPer[row.currency] * 1e6) / tokens;
}

function priceProblem(row: PriceRow): string | null {
	if (row.amount === null) return null;
	const where = `${row.provider}/${row.model} ${row.meter}`;
	const amount = Number(row.amount);
	if (amount === 0) return row.status === 'listed' ? `bounds: ${where}: zero without a reason` : null;
	const per_mtok = roughUsdPerMtok(row);
	const usd = per_mtok ?? (amount * usdPer[row.currency]) / (row.unit === 'thousand_requests' ? 1e3 : 1);
	const { min, max } = per_mtok === null ? otherBounds : priceBounds;
	if (usd >= min && usd <= max) return null;
	return `bounds: ${where}: ${row.amount} ${row.currency} per ${row.unit}`;
}

function usageProblem({ subject, name, metric, amount, unit }: Extract<AnyRow, { record: 'usage' }>): string | null {
	const value = Number(amount);
	if (value < 0 || (unit === 'percent' && value > 100) || (unit === 'fraction' && value > 1))
		return `bounds: ${subject} ${name} ${metric}: ${amount} ${unit}`;
	return null;
}

/** What a currency may cost in another since 1999, widely; a swapped pair or a lost point lies far outside. */
const fxBounds: Record<string, readonly [min: number, max: number]> = {
	'USD/CNY': [4, 12],
	'EUR/CNY': [4, 16],
	'EUR/USD': [0.5, 2.5],
	'USD/EUR': [0.4, 2],
};

function fxProblem({ base, quote, day, rate }: Extract<AnyRow, { record: 'fx' }>): string | null {
	const [min, max] = fxBounds[`${base}/${quote}`] ?? [Number.MIN_VALUE, Infinity];
	return Number(rate) >= min && Number(rate) <= max ? null : `bounds: ${base}/${quote} on ${day}: ${rate}`;
}
