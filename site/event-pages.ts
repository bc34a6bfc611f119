import { spoken } from './spoken.ts';
import { cellName } from './cell.ts';
import { publication } from './data.ts';
import type { Num } from './format.ts';
import type { Words } from './words.ts';

/** What a model's list did, as measured, or an event that no sheet shows (`reason`). */
export type Measured = {
	event: string;
	price_event_id: string | null;
	model: string | null;
	title: string | null;
	country: string | null;
	channel: string | null;
	currency: string | null;
	changed_after: string | null;
	first_seen_on: string;
	first_seen_in: string | null;
	cells: Num | null;
	largest_change: Num | null;
	smallest_change: Num | null;
	kind: string;
	sources: Num | null;
	shown_by: string | null;
	event_ids: string | null;
	reason: string | null;
};

/** What was announced or reported, with its source and its audit. */
export type Told = {
	event_id: string;
	stated_day: string;
	org: string | null;
	model: string | null;
	kind: string;
	what: string;
	what_zh: string | null;
	headline_change: Num | null;
	is_announced: boolean;
	blend_change: Num | null;
	chat_change: Num | null;
	agent_change: Num | null;
	cells: Num | null;
	reason: string | null;
	old_price: string | null;
	new_price: string | null;
	price_unit: string | null;
	citation: string | null;
};

/** A cell of a list that a headline is about. */
export type ToldCell = { event_id: string; title: string; currency: string; cell: string; is_hit: boolean };

export type EventPage = {
	readonly id: string;
	readonly measured: readonly Measured[];
	readonly told: readonly Told[];
	/** Day that orders the pages, newest first. */
	readonly day: string;
};

export type Events = {
	readonly pages: readonly EventPage[];
	readonly cells: readonly ToldCell[];
	readonly all: readonly Told[];
};

/** A page for every price event, measured or only told, and for every headline of one. */
export async function eventPages(): Promise<Events> {
	const { rows } = await publication();
	const measured =
		await rows<Measured>(`select event, price_event_id, model, coalesce(title, model) as title, country, channel, currency,
    changed_after, first_seen_on, first_seen_in, cells, largest_change, smallest_change, kind, sources, shown_by, event_ids, reason
from mart_price_event__event
order by currency desc, event`);
	const all =
		await rows<Told>(`select audit.event_id, audit.stated_day, audit.org, audit.model, audit.kind, audit.what, what_zh, audit.headline_change,
    is_announced, blend_change, chat_change, agent_change, cells, reason, old_price, new_price, price_unit, audit.citation
from mart_headline_audit__event as audit
left join (select event_id, what_zh, old_price, new_price, price_unit from mart_event__day) as event using (event_id)
order by is_announced desc, headline_rank nulls last, event_id`);
	const cells = await rows<ToldCell>(`select event_id, coalesce(title, model) as title, currency, cell, is_hit
from mart_headline_audit__event_cell
where item = 'cell' and change is not null
order by event_id, currency desc, cell`);
	const ids = [...new Set([...measured.map(row => row.event), ...all.map(row => row.event_id)])];
	const pages = ids.map((id): EventPage => {
		const lists = measured.filter(row => row.event === id || namesOf(row).includes(id));
		const names = lists.filter(row => row.event === id).flatMap(namesOf);
		const told = all.filter(row => row.event_id === id || names.includes(row.event_id));
		return { id, measured: lists, told, day: lists[0]?.first_seen_on ?? told[0]?.stated_day ?? id.slice(0, 10) };
	});
	return {
		pages: pages.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.id.localeCompare(b.id, 'en'))),
		cells,
		all,
	};
}

const namesOf = (row: Measured): string[] => row.event_ids?.split(' ') ?? [];

/** Of how many dollar cells (yuan, where there is no other) a headline is true, all models announced with it counted. */
export function holds(
	told: Told,
	{ all, cells }: Events,
	words: Words,
): { hits: number; cells: number; currency: string; where: string } | null {
	const together = all.filter(
		row =>
			row.event_id === told.event_id ||
			(row.is_announced &&
				told.is_announced &&
				row.org === told.org &&
				row.stated_day === told.stated_day &&
				row.headline_change === told.headline_change),
	);
	const own = cells.filter(cell => together.some(row => row.event_id === cell.event_id));
	const currency = own.some(cell => cell.currency === 'USD') ? 'USD' : own[0]?.currency;
	if (currency === undefined) return null;
	const counted = own.filter(cell => cell.currency === currency);
	const hits = counted.filter(cell => cell.is_hit);
	const where = hits
		.map(cell => words('event.hit', { model: cell.title, cell: cellName(cell.cell, words) }))
		.join(words('list.comma'));
	return { hits: hits.length, cells: counted.length, currency, where };
}

/** The event in a few words, in the language of the page. */
export function eventTitle(page: EventPage, words: Words): string {
	const [own, told] = [page.measured[0], page.told[0]];
	if (told) return spoken(told, 'what', words);
	const kind = (['rise', 'mixed', 'catalogue_correction'] as const).find(one => one === own?.kind) ?? 'cut';
	return words('event.title', { model: own?.title ?? page.id, kind: words(`event.kind-${kind}`) });
}
