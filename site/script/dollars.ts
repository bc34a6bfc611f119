/** A computed price as the pages print it: two decimals from ten dollars, else three significant digits (site.md 3.4). */
export function dollars(usd: number): string {
	if (usd >= 10) return `$${grouped(halfUp(usd, 2))}`;
	if (usd === 0) return '$0.00';
	const digits = 2 - Math.floor(Math.log10(usd));
	const rounded = Number(halfUp(usd, digits));
	// 9.996 rounds into the next power of ten.
	return `$${halfUp(rounded, Math.max(2, 2 - Math.floor(Math.log10(rounded) + 1e-12)))}`;
}

/** A ratio: one decimal, none from a hundred. */
export const times = (ratio: number, sign: string): string => `${halfUp(ratio, ratio >= 100 ? 0 : 1)}${sign}`;
/** A fraction as per cent with one decimal and a true minus. */
export const percent = (fraction: number): string => `${halfUp(fraction * 100, 1).replace('-', '−')}%`;
/** A whole number with thousands separators. */
export const whole = (count: number): string => grouped(halfUp(count, 0));

function grouped(text: string): string {
	const [whole = '', part] = text.split('.');
	const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return part === undefined ? parted : `${parted}.${part}`;
}

/** Half away from zero on fifteen digits of the double, as the pages round. */
function halfUp(value: number, places: number): string {
	const shifted = Number(`${Number(value.toPrecision(15))}e${places}`);
	return Number(`${Math.round(shifted)}e${-places}`).toFixed(Math.max(0, places));
}
