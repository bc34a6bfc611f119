/** The last of the days of some rows, as text; empty without any. */
export const newestDay = (rows: readonly { readonly day: string }[]): string =>
	rows.reduce((last, row) => (row.day > last ? row.day : last), '');
