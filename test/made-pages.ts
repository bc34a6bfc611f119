import { readBody } from '../pipelines/reading.ts';
import type { PriceRow, Source } from '../scrapers/source.ts';

/** A page made of one part, and a table of plain cells. */
export const page = (inner: string) => new TextEncoder().encode(`<!doctype html><html><body>${inner}</body></html>`);
export const table = (rows: string[][]) =>
	`<table>${rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

/** The prices that a source reads in a page, with what it left out. */
export function readOf(source: Source, inner: string) {
	const { rows, rejected, reasons } = readBody(source, page(inner), 'made');
	return { rows: rows.map(({ row }) => row).filter(row => row.record === 'price'), rejected, reasons };
}
export const pricesOf = (source: Source, inner: string): PriceRow[] => readOf(source, inner).rows;

export const brief = (rows: PriceRow[]) =>
	rows.map(row => [row.provider, row.model, row.meter, row.amount, row.unit].join(' '));
export const banded = (rows: PriceRow[]) =>
	rows.map(row => [row.meter, row.amount, row.min_input_tokens, row.max_input_tokens]);
