import { ShapeError } from './error.ts';
import type { Meter } from './source.ts';

/** What a column of a sheet holds; `ignored` is read by nobody, knowingly. */
export type Column = 'model' | 'band' | 'mode' | 'region' | 'ignored' | Meter;
/** The headings that a source knows, first match first. */
export type Known = [heading: RegExp, column: Column][];

const looksPriced = (headings: string): boolean =>
	/输入|input/i.test(headings) && /输出|output/i.test(headings) && /(百万|1?M) ?tok/i.test(headings);

/**
 * The columns of a table by its headings; null when it is no sheet of token prices (no model, no input or no output).
 * Throws `ShapeError` when it is one and a heading is unknown: a new column may hold a price, a new word may hide one.
 */
export function columnsOf(
	source: string,
	headings: string[],
	known: Known,
): { column: Column; heading: string }[] | null {
	const found = headings.map(text => {
		const heading = text.replace(/\s+/g, ' ').trim();
		return { heading, column: known.find(([pattern]) => pattern.test(heading))?.[1] };
	});
	const has = (column: Column) => found.some(one => one.column === column);
	const priced = has('input') && has('output');
	if (!has('model') || (!priced && !looksPriced(headings.join(' ')))) return null;
	return found.map(({ heading, column }) => {
		if (column === undefined) throw new ShapeError(source, 'unknown heading', heading);
		return { heading, column };
	});
}
