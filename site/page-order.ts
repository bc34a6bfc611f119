const isDay = (text: string) => /^\d{4}(-\d{2}){1,2}$/.test(text);

/**
 * How a page orders the rows of a table: time runs downwards in the file and upwards on the page.
 * Rows that do not stand in the order of their first column's days keep their own order and are not called the newest.
 */
export function pageOrder(body: readonly (readonly string[])[]): { isReversed: boolean; isNewestFirst: boolean } {
	const days = body.map(cells => cells[0] ?? '');
	if (!days.every(isDay)) return { isReversed: false, isNewestFirst: false };
	const isReversed = days.every((day, index) => day <= (days[index + 1] ?? day));
	const isFalling = days.every((day, index) => day >= (days[index + 1] ?? day));
	return { isReversed, isNewestFirst: isReversed || isFalling };
}
