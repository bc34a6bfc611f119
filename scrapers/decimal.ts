import { Decimal } from 'decimal.js';

/**
 * A JSON number as decimal text. The shortest digits that read back as the same double are the digits of the sheet as
 * long as it printed at most 15 of them; exponents are written out. Throws RangeError on NaN and infinities.
 */
export function decimalText(value: number | string): string {
	const decimal = new Decimal(value);
	if (!decimal.isFinite()) throw new RangeError(`decimal: expected a finite number: ${value}`);
	return decimal.toFixed();
}
