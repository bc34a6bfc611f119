import { allClaims, claimText, verdictDays } from './claims.ts';
import { csv, type Value } from './csv.ts';
import { publication } from './data.ts';
import type { Whole } from './entity-files.ts';
import { eventPages, eventTitle, type EventPage } from './event-pages.ts';

const eventColumns = [
	'series',
	'event',
	'day',
	'model',
	'channel',
	'currency',
	'kind',
	'what',
	'headline_change',
	'cells',
	'largest_change',
	'smallest_change',
	'blend_change',
	'chat_change',
	'agent_change',
	'reason',
	'sources',
	'citation',
];

const eventOf = async (id: string): Promise<EventPage | undefined> =>
	(await eventPages()).pages.find(page => page.id === id);

/** Each list that moved and each statement about it: measured and told are two series, never joined. */
function eventRows({ measured, told }: EventPage): Record<string, Value>[] {
	const lists = measured.map(row => ({
		...row,
		series: 'measured',
		day: row.first_seen_on,
		what: null,
		sources: row.shown_by,
	}));
	const words = told.map(row => ({ ...row, series: 'told', event: row.event_id, day: row.stated_day }));
	return [...lists, ...words];
}

/** The page of an event: its lists as measured, and what was told of it. */
export const eventFiles: Whole = {
	async csv(id) {
		const page = await eventOf(id);
		return csv(eventColumns, page ? eventRows(page) : []);
	},
	async name(id, words) {
		const page = await eventOf(id);
		return page ? eventTitle(page, words) : id;
	},
	async facts(id) {
		const page = await eventOf(id);
		return { event: id, day: page?.day, measured: page?.measured ?? [], told: page?.told ?? [] };
	},
};

const claimColumns = [
	'claim_id',
	'claim',
	'claimed',
	'unit',
	'claim_date',
	'tolerance',
	'verdict',
	'verdict_since_day',
	'reading',
	'measured',
	'is_within',
	'detail',
	'reason',
];

/** Readings of a claim as the ledger has them. */
async function readingsOf(id: string): Promise<Record<string, Value>[]> {
	const { rows } = await publication();
	return rows(
		`select claim_id, reading, measured, is_within, detail, reason from mart_claim__reading where claim_id = $id
order by claim_id, place`,
		id,
	);
}

/** The page of a claim: the claim with each of its readings, and the days of its verdicts. */
export const claimFiles: Whole = {
	async csv(id) {
		const claims = (await allClaims()).filter(claim => claim.claim_id === id);
		const readings = await readingsOf(id);
		return csv(
			claimColumns,
			claims.flatMap(claim => (readings.length > 0 ? readings.map(reading => ({ ...claim, ...reading })) : [claim])),
		);
	},
	async name(id, words) {
		const claim = (await allClaims()).find(one => one.claim_id === id);
		return claim ? claimText(claim, words) : id;
	},
	async facts(id) {
		const [claim] = (await allClaims()).filter(one => one.claim_id === id);
		const verdicts = (await verdictDays()).filter(row => row.claim_id === id);
		return { ...claim, readings: await readingsOf(id), verdicts };
	},
};
