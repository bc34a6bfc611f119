import { sheetName } from './cell.ts';
import { eventPages, eventTitle, holds } from './event-pages.ts';
import { change } from './format.ts';
import type { Here } from './here.ts';

/** How many events the page of all topics shows: the rest stand on a page of their own (site.md 6). */
export const newest_events = 26;

/** Every event with a page, newest first: heads and rows of a table. */
export async function eventTable(here: Here) {
	const { words } = here;
	const events = await eventPages();
	const head = (
		[
			'column.day',
			'column.event',
			'column.sheet',
			'column.smallest_change',
			'column.largest_change',
			'column.headline_change',
			'column.true_of',
		] as const
	).map(key => ({ text: words(key), numeric: /change$/.test(key) }));
	const body = events.pages.map(page => {
		const list = page.measured.find(row => row.price_event_id !== null);
		const told = page.told.find(row => row.headline_change !== null);
		const found = told ? holds(told, events, words) : null;
		return [
			page.day,
			{ text: eventTitle(page, words), href: here.to(`/events/${page.id}/`) },
			list ? sheetName(list.channel ?? '', list.currency ?? '', words) : words('headlines.not-audited'),
			list?.smallest_change ? change(list.smallest_change, 1) : '',
			list?.largest_change ? change(list.largest_change, 1) : '',
			told ? change(told.headline_change ?? 0, 1) : '',
			found ? words('headlines.true-of', { hits: found.hits, cells: found.cells }) : '',
		];
	});
	return { head, body };
}
