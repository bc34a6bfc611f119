import { Decimal } from 'decimal.js';
import { ShapeError } from './error.ts';
import { isZero } from './price.ts';
import type { PriceInput, Unit } from './source.ts';

/** One price of a cell as printed; `currency` and `unit` are null where the cell does not state them. */
export type Money = {
	amount: string;
	currency: PriceInput['currency'] | null;
	unit: Unit | null;
	status: 'listed' | 'free' | 'unknown';
	list_or_effective: 'list' | 'effective';
};

const number = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)`;
// a footnote digit may stick to the unit: "$0.25 / MTok1"
const per = String.raw`(?:\s*(?:\/|per|每)\s*(1?\s*M\s*Tok(?:ens?)?|1M\s*input\s*tokens|M\s*tokens?|百万\s*tokens?|千\s*tokens?|1K\s*tokens?|次|use|call|1k\s*calls|张|image|秒|second|page)\d?)?`;
const price = new RegExp(String.raw`(~~\s*)?(US\$|\$|¥|￥)?\s*${number}\s*(元)?${per}(\s*~~)?`, 'giu');

const isNothing = (text: string): boolean =>
	/^([-–—\\/]|n\/?a|not (available|supported|applicable)( yet)?|不支持|暂不支持|无|不适用)?$/i.test(text);
const isFree = (text: string): boolean => /^(free(?: of charge)?|免费)$/i.test(text);
const isFreeForATime = (text: string): boolean =>
	/^(limited[- ]time free|free for a limited time|限时免费|限免)$/i.test(text);

/**
 * The prices of one cell: none where it says that nothing is sold, two where a promotion shows the list price beside it
 * ("¥4.2 ¥2.1": the higher is the list price). Of "原价12元 限时5折" the second is the product that the cell spells out.
 * Throws `ShapeError` on any text that is neither a price nor one of the words for none and free.
 */
export function moneyOf(source: string, cell: string): Money[] {
	const text = cell.replace(/\s+/g, ' ').trim();
	if (isNothing(text)) return [];
	const free = { amount: '0', currency: null, unit: null, status: 'free' as const };
	if (isFree(text)) return [{ ...free, list_or_effective: 'list' }];
	if (isFreeForATime(text)) return [{ ...free, list_or_effective: 'effective' }];
	const [, list, percent] = spelt.exec(text) ?? [];
	if (list !== undefined) return moneyOf(source, list).flatMap(price => [price, less(price, Number(percent))]);
	if (percentage.test(text)) return offOf(source, text);
	const found = [...text.matchAll(price)].map(read);
	const rest = text.replace(price, ' ').replace(/\s+/g, ' ').trim();
	const [first, second] = found;
	if (!first || found.length > 2) throw new ShapeError(source, 'unexpected price', text);
	if (second && rest === '原价 限时 折') return [first, discounted(first, second.amount)];
	if (!second && /^[(（] ?限免 ?[)）]$/.test(rest) && isZero(first.amount))
		return [{ ...first, status: 'free', list_or_effective: 'effective' }];
	if (rest !== '') throw new ShapeError(source, 'unexpected price', text);
	return second ? pairOf(found) : [first];
}

/** "List price $0.4 (Limited-time 20% off)": what is asked is not printed, only spelt out. */
const spelt = /^list price (\S+)\s*\((?:limited[- ]time\s*)?(\d{1,2})% off\)$/i;

const percentage = /[(（]?\s*(?:limited[- ]time\s*)?\d+% off\s*(?:\(\d+\)|\*)?\s*[)）]?/i;

/** "$0.435 (75% off) ~~$1.74~~": the percentage is no price; what is printed without it is. */
function offOf(source: string, text: string): Money[] {
	const prices = moneyOf(source, text.replace(percentage, ' '));
	return prices.length === 1 ? prices.map(only => ({ ...only, list_or_effective: 'effective' as const })) : prices;
}

function pairOf(found: Money[]): Money[] {
	return [...found]
		.sort((a, b) => Number(b.amount) - Number(a.amount))
		.map((money, i) => ({ ...money, list_or_effective: i === 0 ? ('list' as const) : ('effective' as const) }));
}

/** 5折 is five tenths, 7.5折 three quarters, 85折 would be 0.85. */
function discounted(list: Money, tenths: string): Money {
	const share = new Decimal(tenths).div(new Decimal(tenths).gte(10) ? 100 : 10);
	return { ...list, amount: new Decimal(list.amount).mul(share).toFixed(), list_or_effective: 'effective' };
}

/** A price less so many per cent. */
const less = (list: Money, percent: number): Money => ({
	...list,
	amount: new Decimal(list.amount)
		.mul(100 - percent)
		.div(100)
		.toFixed(),
	list_or_effective: 'effective',
});

function read([, , sign, digits = '', yuan, unit]: RegExpMatchArray): Money {
	const amount = new Decimal(digits.replaceAll(',', '')).toFixed();
	return {
		amount: /^\d+(\.\d+)?$/.test(digits) ? digits : amount,
		currency: sign?.endsWith('$') ? 'USD' : sign || yuan ? 'CNY' : null,
		unit: unit === undefined ? null : unitOf(unit),
		// a zero in words is free; a zero in digits says nothing by itself (sources.md 15, guard 8)
		status: isZero(amount) ? 'unknown' : 'listed',
		list_or_effective: 'list',
	};
}

function unitOf(text: string): Unit {
	const unit = text.replace(/\s+/g, '').toLowerCase();
	if (/^1kcalls$/.test(unit)) return 'thousand_requests';
	if (/^(千|1k)/.test(unit)) return 'thousand_tokens';
	if (/tok/.test(unit)) return 'million_tokens';
	if (/^(张|image)$/.test(unit)) return 'image';
	if (/^(秒|second)$/.test(unit)) return 'second';
	return unit === 'page' ? 'page' : 'request';
}
