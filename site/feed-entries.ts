import { allClaims, claimText, verdictChanges, verdictDays, verdictText } from './claims.ts';
import { corrections } from './corrections.ts';
import { publication } from './data.ts';
import { eventPages, eventTitle } from './event-pages.ts';
import { change, native, type Num } from './format.ts';
import type { Entry } from './feed.ts';
import { labOf } from './model-entries.ts';
import { spoken } from './spoken.ts';
import type { Key, Words } from './words.ts';

type Cell = {
	price_event_id: string;
	side: 'list' | 'host';
	provider: string;
	cell: string;
	currency: string;
	native_before: Num;
	native_after: Num;
	change: Num;
};

/** Every cell of a price event that moved, and hosts' cells of the same model that moved on the same days. */
const cellsQuery = `select price_event_id, 'list' as side, '' as provider, cell, currency, native_before, native_after, change
from mart_price_event__cell where item = 'cell' and is_moved and native_before is not null and native_after is not null
union all
select distinct event.price_event_id, 'host', move.provider, move.cell, move.currency, move.native_before, move.native_after, move.change
from mart_price_event__event as event
join (select distinct price_event_id, last_moved_on as last_day from mart_price_event__cell) as cell using (price_event_id)
join mart_price_cut__model_meter_day as move
    on move.model = event.model and move.channel not in ('lab-direct', 'lab-cn') and move.kind = 'host_move'
    and move.changed_by between event.first_seen_on and cell.last_day
order by all`;

/** Price events with a page each: every cell in the body, the list's and the hosts' apart. */
export async function priceEntries(words: Words): Promise<Entry[]> {
	const { rows } = await publication();
	const cells = new Map<string, Cell[]>();
	for (const cell of await rows<Cell>(cellsQuery))
		cells.set(cell.price_event_id, [...(cells.get(cell.price_event_id) ?? []), cell]);
	const { pages } = await eventPages();
	return pages.map(page => {
		const ids = [...new Set(page.measured.flatMap(row => row.price_event_id ?? []))];
		const own = ids.flatMap(id => cells.get(id) ?? []);
		const told = page.told.map(row => spoken(row, 'what', words));
		const sides = (['list', 'host'] as const).flatMap(side => {
			const lines = own.filter(cell => cell.side === side).map(cell => lineOf(cell, words));
			return lines.length > 0 ? [words(`feed.${side}`), lines] : [];
		});
		const model = page.measured[0]?.model ?? page.told[0]?.model ?? null;
		return {
			id: page.id,
			day: /^\d{4}-\d\d-\d\d$/.test(page.day) ? page.day : `${page.day}-01-01`.slice(0, 10),
			title: eventTitle(page, words),
			body: told.length + sides.length > 0 ? [...told, ...sides] : [eventTitle(page, words)],
			page: `/events/${page.id}/`,
			lab: labOf(model),
			country: page.measured[0]?.country ?? null,
		};
	});
}

const lineOf = ({ provider, cell, currency, ...moved }: Cell, words: Words): string =>
	words(provider ? 'feed.host-line' : 'feed.line', {
		provider,
		cell,
		before: native(moved.native_before, currency),
		after: native(moved.native_after, currency),
		change: change(moved.change, 1),
	});

/** Corrections and changed verdicts. */
export async function correctionEntries(words: Words): Promise<Entry[]> {
	const made = await corrections();
	const entries = made.map(one => ({
		id: `correction-${one.correction_id}`,
		day: one.day,
		title: words('feed.correction', { mart: one.mart, column: one.column_name }),
		body: [
			words('feed.correction-body', { key: one.key, was: one.was ?? 'null', is: one.became ?? 'null' }),
			spoken(one, 'note', words),
		],
		page: '/corrections/',
	}));
	return [...entries, ...(await verdictEntries(words))];
}

/** Verdicts of claims that changed. */
async function verdictEntries(words: Words): Promise<Entry[]> {
	const claims = new Map((await allClaims()).map(claim => [claim.claim_id, claim]));
	return verdictChanges(await verdictDays()).flatMap(({ claim_id, day, before, verdict }) => {
		const claim = claims.get(claim_id);
		if (!claim) return [];
		return {
			id: `${day}-verdict-${claim_id}`,
			day,
			title: words('feed.verdict', { claim: claimText(claim, words) }),
			body: [words('feed.verdict-body', { before: verdictText(before, words), verdict: verdictText(verdict, words) })],
			page: `/claims/${claim_id}/`,
		};
	});
}

/** Sources that came into a state that holds rows back, or out of it. */
export async function healthEntries(words: Words): Promise<Entry[]> {
	const { rows } = await publication();
	const moved = await rows<{
		source: string;
		title: string;
		title_zh: string | null;
		day: string;
		state: string;
		before: string;
		reason: string;
	}>(
		`select source, coalesce(source.title, source) as title, title_zh, day, state, before, coalesce(reason, '') as reason
		from (select * exclude (title), lag(state) over (partition by source order by day) as before from mart_source_health__source_day)
		left join mart_source__source as source using (source)
		where before <> state and (state in ('held', 'silent zero', 'shape', 'stale') or before in ('held', 'silent zero', 'shape', 'stale'))
		order by day desc, source`,
	);
	return moved.map(({ source, day, state, before, reason, ...named }) => ({
		id: `${day}-state-${source}`,
		day,
		title: words('feed.state', { title: spoken(named, 'title', words), state: words(`state.${state}` as Key) }),
		body: [
			words('feed.state-body', { before: words(`state.${before}` as Key), state: words(`state.${state}` as Key) }),
			...(reason ? [reason] : []),
		],
		page: '/health/',
	}));
}

/** The release itself and each dated part of its changelog. */
export async function releaseEntries(words: Words): Promise<Entry[]> {
	const { catalog, text } = await publication();
	const parts = (await text(catalog.changelog.path).catch(() => '')).split(/^### /m).slice(1);
	return [
		{
			id: catalog.release,
			day: catalog.built_on,
			title: words('feed.release', { release: catalog.release }),
			body: [words('feed.release-body', { tables: catalog.marts.length, newest: catalog.newest_day ?? '' })],
			page: '/data/',
		},
		...parts.flatMap(part => {
			const [, day, rest] = /^(\d{4}-\d\d-\d\d)\s*\n([\s\S]*)$/.exec(part) ?? [];
			if (!day || rest === undefined) return [];
			const lines = rest
				.split(/^- /m)
				.map(line => line.replace(/\s+/g, ' ').trim())
				.filter(Boolean);
			return [{ id: `changelog-${day}`, day, title: words('feed.changelog', { day }), body: [lines], page: '/data/' }];
		}),
	];
}
