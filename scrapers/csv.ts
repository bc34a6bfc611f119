import { textOf, type Body } from './body.ts';
import { ShapeError } from './error.ts';

/** One record of a CSV by the names of its header. */
export type CsvRecord = Readonly<Record<string, string>>;

/** Past this share of records that do not fit their header, the sheet has changed. */
const tolerated = 0.1;

/**
 * A CSV body (RFC 4180: quotes, quoted line breaks, a byte-order mark) by its header, every cell as text. A record longer
 * or shorter than the header is left out and told to `reject`. Throws `ShapeError` for HTML, an open quote, a last record
 * that is torn, more than a tenth of odd ones, a column named twice, and a header without one of the `needed` columns.
 */
export function csvOf(source: string, body: Body, needed: string[], reject?: (what: string) => void): CsvRecord[] {
	const text = textOf(body);
	if (text.trim() === '') throw new ShapeError(source, 'empty body', `${body.bytes.length} bytes`);
	if (/^\s*</.test(text)) throw new ShapeError(source, 'expected csv got html', text.trim());
	const [header = [], ...records] = cellsOf(source, text);
	const missing = needed.find(column => !header.includes(column));
	if (missing !== undefined) throw new ShapeError(source, `missing column ${missing}`, header.join(','));
	const twice = header.find((column, i) => column !== '' && header.indexOf(column) !== i);
	if (twice !== undefined) throw new ShapeError(source, 'a column twice', twice);
	const misfits = records.flatMap((cells, i) => {
		if (cells.length === header.length) return [];
		const what = `expected ${header.length} cells got ${cells.length} in record ${i + 1}`;
		return [new ShapeError(source, what, cells.join())];
	});
	const isTorn = records.at(-1) !== undefined && records.at(-1)?.length !== header.length;
	if (isTorn || misfits.length > tolerated * records.length) throw misfits.at(-1)!;
	for (const misfit of misfits) reject?.(misfit.message);
	return records
		.filter(cells => cells.length === header.length)
		.map(cells => Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ''])));
}

/** A record of no characters is a blank line and is left out. */
function cellsOf(source: string, text: string): string[][] {
	const records: string[][] = [];
	let cells: string[] = [];
	let at = 0;
	while (at < text.length) {
		let cell: string;
		if (text[at] === '"') {
			const end = closingQuote(source, text, at);
			cell = text.slice(at + 1, end).replaceAll('""', '"');
			at = end + 1;
		} else {
			const end = endOfCell(text, at);
			cell = text.slice(at, end);
			at = end;
		}
		cells.push(cell);
		const sign = text[at];
		if (sign === ',') {
			at++;
			// a comma at the very end stands before one more cell
			if (at === text.length) cells.push('');
			else continue;
		} else if (sign === '\r' || sign === '\n') at += text.startsWith('\r\n', at) ? 2 : 1;
		else if (sign !== undefined) throw new ShapeError(source, 'invalid csv after a quote', text.slice(at, at + 40));
		if (cells.length > 1 || cells[0] !== '') records.push(cells);
		cells = [];
	}
	return records;
}

function closingQuote(source: string, text: string, open: number): number {
	let at = text.indexOf('"', open + 1);
	while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
	if (at < 0) throw new ShapeError(source, 'open quote in csv', text.slice(open, open + 40));
	return at;
}

function endOfCell(text: string, from: number): number {
	let at = from;
	while (at < text.length && !',\r\n'.includes(text[at] ?? '')) at++;
	return at;
}
