import { Decimal } from 'decimal.js';
import type { Lang } from './words.ts';

/** A number of a mart: decimal text where the mart holds a decimal, else a double. */
export type Num = string | number;

/** Who prints: numbers that read otherwise in Chinese ask for the language. */
type Speaker = { readonly lang: Lang };

const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 });
const exact = (value: Num) => new Exact(value);
const minus = (text: string) => text.replace('-', '−');
const grouped = (text: string) => text.replace(/(?<!\.\d*)\B(?=(\d{3})+(?!\d))/g, ',');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A price as its sheet prints it: its own digits, at least two decimals. Beyond six decimals it was divided by us. */
export function sheetUsd(usd_per_mtok: Num): string {
	const amount = exact(usd_per_mtok);
	if (amount.decimalPlaces() > 6) return computedUsd(usd_per_mtok);
	return minus(`$${amount.toFixed(Math.max(2, amount.decimalPlaces()))}`);
}

/** A price we computed (median, blend, conversion): three significant digits, two decimals from $10. */
export function computedUsd(usd: Num): string {
	const amount = exact(usd);
	if (amount.abs().gte(10)) return minus(`$${grouped(amount.toFixed(2))}`);
	if (amount.isZero()) return '$0.00';
	const rounded = amount.toSignificantDigits(3);
	const places = Math.max(2, 2 - Math.floor(Math.log10(rounded.abs().toNumber()) + 1e-12));
	return minus(`$${rounded.toFixed(places)}`);
}

/** A move of a price: `+$0.138`, `−$0.0989`. */
export const moveUsd = (usd: Num): string => {
	const text = computedUsd(exact(usd).abs().toFixed());
	return text === '$0.00' ? text : `${exact(usd).isNegative() ? '−' : '+'}${text}`;
};

/** A price on an axis: no more digits than it needs. */
export const axisUsd = (usd: Num): string => {
	const amount = exact(usd);
	return `$${amount.gte(1) ? grouped(amount.toFixed()) : amount.toFixed(Math.max(2, amount.decimalPlaces()))}`;
};

/** The name of a capability axis from its id: `epoch-capabilities-index` is the Epoch Capabilities Index. */
export const axisName = (id: string): string =>
	id
		.split('-')
		.map(part => (acronyms.has(part) ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1)))
		.join(' ');
const acronyms = new Set(['aime', 'gpqa', 'otis', 'swe']);

/** A native amount: currency sign and the digits of the sheet. */
export function native(amount: Num, currency: string): string {
	const sign: Record<string, string> = { USD: '$', CNY: '¥', EUR: '€' };
	const value = exact(amount);
	return minus(`${sign[currency] ?? `${currency} `}${value.toFixed(Math.max(2, value.decimalPlaces()))}`);
}

const scales: Record<Lang, readonly (readonly [string, string])[]> = {
	en: [
		['1e12', 'T'],
		['1e9', 'B'],
		['1e6', 'M'],
		['1e3', 'k'],
	],
	zh: [
		['1e12', '万亿'],
		['1e8', '亿'],
		['1e4', '万'],
	],
};

/** Tokens to `digits` significant digits: `4.12T`, `4.12万亿`. */
export function tokens(count: Num, { lang }: Speaker, digits = 3): string {
	const value = exact(count);
	for (const [scale, letter] of scales[lang]) {
		if (value.abs().lt(scale)) continue;
		const shown = value.div(scale).toSignificantDigits(digits);
		const places = Math.max(0, digits - shown.abs().trunc().toFixed().length);
		return minus(`${shown.toFixed(places)}${letter}`);
	}
	return minus(value.toFixed(0));
}

/** Tokens on an axis that ends at `most`: one unit for all its ticks, no more digits than they need. */
export function tokenTick(most: Num, { lang }: Speaker): (count: Num) => string {
	const [scale, letter] = scales[lang].find(([size]) => exact(most).gte(size)) ?? ['1', ''];
	return count =>
		exact(count).isZero() ? '0' : `${exact(count).div(scale).toSignificantDigits(3).toFixed()}${letter}`;
}

/** A fraction as per cent with one decimal; `places` 0 in titles. */
export const share = (fraction: Num, places = 1): string => minus(`${exact(fraction).times(100).toFixed(places)}%`);

/** `41.9% [41.9–49.0]`. */
export const band = (fraction: Num, low: Num | null, high: Num | null, { lang }: Speaker): string =>
	low === null || high === null
		? share(fraction)
		: `${share(fraction)}${lang === 'zh' ? '' : ' '}[${share(low).slice(0, -1)}–${share(high).slice(0, -1)}]`;

/** An index whose base is 1, on the base 100: `112.4`; `places` 0 in titles. */
export const level = (index: Num, places = 1): string => minus(grouped(exact(index).times(100).toFixed(places)));

/** A range of fractions in whole per cent, one number where both ends round alike. */
export function shareRange(low: Num, high: Num, { lang }: Speaker): string {
	const [from, to] = [share(low, 0), share(high, 0)];
	return from === to ? from : `${lang === 'zh' ? from : from.slice(0, -1)}–${to}`;
}

/** A difference of two shares given as fractions: `+3.2 points`, unit left to the word list. */
export const pointsOf = (difference: Num): string => signed(exact(difference).times(100).toFixed(1));

/** A relative change: `−86%`, one decimal on demand. */
export const change = (fraction: Num, places = 0): string =>
	`${signed(grouped(exact(fraction).times(100).toFixed(places)))}%`;

/** A ratio: `2.8×`, `2.8倍`. */
export const ratio = (value: Num, { lang }: Speaker): string => {
	const exactly = exact(value);
	return `${exactly.gte(100) ? exactly.toFixed(0) : exactly.toFixed(1)}${lang === 'zh' ? '倍' : '×'}`;
};

/** A factor of any size to three significant digits: `1.96×`, `260×`; bare on an axis. */
export const factorOf = (value: Num, { lang }: Speaker, isBare = false): string => {
	const shown = exact(value).toSignificantDigits(3);
	const places = shown.isZero() ? 0 : Math.max(0, 2 - Math.floor(Math.log10(shown.abs().toNumber()) + 1e-12));
	const text = grouped(shown.toFixed(isBare ? shown.decimalPlaces() : places));
	return isBare ? text : `${text}${lang === 'zh' ? '倍' : '×'}`;
};

/** A rate of exchange: two decimals, its unit in the words around it. */
export const rate = (value: Num): string => exact(value).toFixed(2);

/** A number to one decimal: an effective number of labs. */
export const tenths = (value: Num): string => exact(value).toFixed(1);

/** A whole number with thousands separators. */
export const count = (value: Num): string => minus(grouped(exact(value).toFixed(0)));

/** A measured number of any unit: four significant digits, no more decimals than it has. */
export function figures(value: Num): string {
	const amount = exact(value);
	const shown = amount.abs().gte(1000) ? amount.toDecimalPlaces(0) : amount.toSignificantDigits(4);
	const [whole = '', places] = shown.toFixed().split('.');
	return minus(grouped(whole) + (places === undefined ? '' : `.${places}`));
}

/** `29 May 2026`, `2026年5月29日` from `2026-05-29`. */
export const day = (iso: string, words: Speaker): string =>
	words.lang === 'zh' ? `${iso.slice(0, 4)}年${dayOfYear(iso, words)}` : `${dayOfYear(iso, words)} ${iso.slice(0, 4)}`;

/** `29 May`, `5月29日`. */
export function dayOfYear(iso: string, words: Speaker): string {
	const [month, date] = [Number(iso.slice(5, 7)), Number(iso.slice(8, 10))];
	return words.lang === 'zh' ? `${month}月${date}日` : `${date} ${monthName(month - 1, words)}`;
}

/** `May`, `5月`; months count from 0. */
export const monthName = (month: number, { lang }: Speaker): string =>
	lang === 'zh' ? `${month + 1}月` : (months[month] ?? '');

/** `May 2026`, `2026年5月`. */
export const monthOf = (iso: string, words: Speaker): string =>
	words.lang === 'zh'
		? `${iso.slice(0, 4)}年${Number(iso.slice(5, 7))}月`
		: `${monthName(Number(iso.slice(5, 7)) - 1, words)} ${iso.slice(0, 4)}`;

/** A day, a month or a year, as exactly as it was stated. */
export const dayOrMonth = (iso: string, words: Speaker): string =>
	iso.length === 10 ? day(iso, words) : iso.length === 7 ? monthOf(iso, words) : iso;

/** A size of a file in bytes: `1.7 MB`. */
export function bytes(size: number): string {
	if (size >= 1e6) return `${exact(size).div('1e6').toFixed(1)} MB`;
	return size >= 1000 ? `${exact(size).div('1e3').toFixed(0)} kB` : `${size} B`;
}

function signed(text: string): string {
	const zero = /^-?0(\.0+)?$/.test(text);
	if (zero) return text.replace('-', '');
	return text.startsWith('-') ? minus(text) : `+${text}`;
}
