import { z } from 'zod';
import { anyLength, bandOf } from './band.ts';
import type { Body } from './body.ts';
import { columnsOf, type Column, type Known } from './columns.ts';
import { rowsOf } from './entries.ts';
import { ShapeError } from './error.ts';
import { pageOf } from './page.ts';
import { nameIn, quotesOf, type Place } from './quote.ts';
import type { PriceInput } from './source.ts';
import { tablesOf, type Table } from './table.ts';

type Fixed = Partial<Pick<Place, 'service_tier' | 'region'>> & Pick<Place, 'currency'>;

/** One table of token prices, models down, meters across; what its page says of it is `fixed`. */
export type TokenSheet = Fixed & {
	/** Where it stands on its page, for errors. */
	where: string;
	columns: { column: Column; heading: string }[];
	lines: string[][];
	/** What a bare number of a length band counts. */
	scale?: number;
	providerOf(model: string): string;
	/** The name out of the model's cell; by default its first line. */
	nameOf?(cell: string): string;
	/** A place may know more than its sheet: a region in a column, a mode that makes another variant. */
	placeOf?(place: Place, cells: Map<Column, string>): Place;
};

/** The sheet of a table whose first row is its headings; null when they are not those of token prices. */
export function sheetOf(
	source: string,
	[headings = [], ...lines]: string[][],
	known: Known,
	about: Omit<TokenSheet, 'columns' | 'lines'>,
): TokenSheet | null {
	const columns = columnsOf(source, headings, known);
	return columns && { ...about, columns, lines };
}

// a bare context size is no band, nor is a word for none
const flat = /^([-–—/]|\d+(\.\d+)?\s*[KM]?|无阶梯计价|不区分阶梯)?$/i;
const Cells = z.array(z.string().max(2000));

/** The prices of all sheets of a page. Throws when there are none at all: the page no longer shows its prices. */
export function pricesOf(source: string, sheets: TokenSheet[], reject?: (what: string) => void): PriceInput[] {
	const places = sheets.flatMap(sheet =>
		sheet.lines.map((entry, y) => ({ where: `${sheet.where} row ${y + 1}`, entry, sheet })),
	);
	if (places.length === 0) throw new ShapeError(source, 'no price table', `${sheets.length} tables`);
	return rowsOf(source, Cells, places, (line, { sheet }) => pricesIn(source, line, sheet), reject);
}

/** The prices of a page whose tables are read one by one; `sheetIn` gives null for a table of something else. */
export function pricesOfPage(
	source: string,
	body: Body,
	sheetIn: (table: Table, place: number) => TokenSheet | null,
	reject?: (what: string) => void,
): PriceInput[] {
	const tables = tablesOf(pageOf(source, body).documentElement);
	const sheets = tables.flatMap((table, place) => sheetIn(table, place) ?? []);
	return pricesOf(source, sheets, reject);
}

function pricesIn(source: string, line: string[], sheet: TokenSheet): PriceInput[] {
	const { columns, providerOf, nameOf, placeOf, scale, currency, service_tier, region } = sheet;
	if (line.length !== columns.length)
		throw new ShapeError(source, `expected ${columns.length} cells got ${line.length}`, line.join(' | '));
	const cells = new Map(columns.map(({ column }, x) => [column, line[x] ?? '']));
	const name = nameIn(source, (nameOf ?? (cell => cell))(cells.get('model') ?? ''));
	const band = cells.get('band') ?? '';
	const lengths = flat.test(band) ? anyLength : bandOf(source, band, scale);
	return columns.flatMap(({ column, heading }, x) => {
		if (isCondition(column)) return [];
		const unit = column === 'cache_storage' ? ('million_tokens_hour' as const) : ('million_tokens' as const);
		const about = { provider: providerOf(name), model: name, meter: column, field: heading, unit };
		const place: Place = { ...about, currency, service_tier, region, ...lengths };
		return quotesOf(source, placeOf ? placeOf(place, cells) : place, line[x] ?? '');
	});
}

const isCondition = (column: Column): column is Exclude<Column, PriceInput['meter']> =>
	['model', 'band', 'mode', 'region', 'ignored'].includes(column);
