import { cellName, channelName } from './cell.ts';
import { publication } from './data.ts';
import { change, type Num } from './format.ts';
import type { Here } from './here.ts';
import type { Key, Words } from './words.ts';

/** One change of a lab's prices: of how many cells, and the largest move with the cell it is of. */
export type News = {
	event: string;
	model: string | null;
	title: string | null;
	lab: string;
	country: string;
	kind: string;
	channel: string | null;
	currency: string | null;
	cells: Num | null;
	largest_change: Num | null;
	largest_cell: string | null;
	first_seen_on: string;
	status: string | null;
	has_page: boolean;
};

const news = (
	column: 'lab' | 'country',
) => `select e.event, e.model, e.title, e.lab, e.country, e.kind, e.channel, e.currency, e.cells, e.largest_change,
    max_by(c.cell, (abs(c.change), c.cell)) as largest_cell, e.first_seen_on, e.status, m.model is not null as has_page
from mart_price_event__event as e
left join mart_price_event__cell as c on c.price_event_id = e.price_event_id and c.is_moved and c.item = 'cell'
left join mart_model__model as m on m.model = e.model
where e.${column} = $id
group by all
order by e.first_seen_on desc, e.event`;

/** Changes of prices of a lab, newest first. */
export const labEvents = async (lab: string): Promise<News[]> => (await publication()).rows<News>(news('lab'), lab);
/** Changes of prices of the labs of a country, newest first. */
export const countryEvents = async (country: string): Promise<News[]> =>
	(await publication()).rows<News>(news('country'), country);

export const newsHead = (words: Words) =>
	(['model', 'day', 'kind', 'channel', 'currency', 'cells', 'largest_move', 'shown'] as const).map(key => ({
		text: words(`column.${key}`),
	}));
export const newsRow = (row: News, { words, to }: Here) => [
	row.model !== null && row.has_page
		? { text: row.title ?? row.model, href: to(`/models/${row.model}/`) }
		: (row.title ?? row.model ?? words('value.not_stated')),
	{ text: row.first_seen_on, href: to(`/events/${row.event}/`) },
	words(`kind.${row.kind}` as Key),
	channelName(row.channel, words),
	row.currency ?? words('value.not_stated'),
	row.cells === null ? words('value.not_stated') : String(row.cells),
	row.largest_change === null
		? words('value.not_stated')
		: words('changes.move', { change: change(row.largest_change, 1), cell: cellName(row.largest_cell ?? '', words) }),
	row.status === null ? words('value.not_stated') : words(`event-status.${row.status}` as Key),
];
