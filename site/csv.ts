/** One cell of a table behind a chart: null = not stated. */
export type Value = string | number | boolean | null;

/**
 * Records as CSV: RFC 4180, LF, header, empty = null. A text that a spreadsheet would run begins with an apostrophe;
 * numbers written as text stay numbers.
 */
export function csv(columns: readonly string[], records: readonly Readonly<Record<string, Value>>[]): string {
	const lines = records.map(record => columns.map(column => cell(record[column] ?? null)).join(','));
	return [columns.join(','), ...lines, ''].join('\n');
}

function cell(value: Value): string {
	if (value === null) return '';
	const text = String(value);
	const isNumber = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text);
	const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
	return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
