import { charts } from './charts.ts';
import { csv } from './csv.ts';
import { publication } from './data.ts';
import type { Model } from './entities.ts';
import { factsOf } from './model-facts.ts';

const columns = [
	'model',
	'series',
	'cell',
	'channel',
	'currency',
	'native_per_mtok',
	'usd_per_mtok',
	'low_usd_per_mtok',
	'high_usd_per_mtok',
	'agreement',
	'time_window',
	'from_day',
	'to_day',
	'changed_after',
	'last_seen_on',
	'hosts',
	'sources',
	'snapshot',
];

/** The whole rate card of a model: every cell on every channel, list and host, its newest spell. */
export const cardCsv = async (model: string): Promise<string> => csv(columns, (await factsOf(model)).rates);

/** What a machine needs to know of a model: its facts, its names by day, its sources with their newest snapshots. */
export async function modelMetadata(model: Model) {
	const { catalog } = await publication();
	const { names, events, audits, scores, evidence, claims } = await factsOf(model.model);
	return {
		...model,
		names,
		price_events: events,
		headline_audits: audits,
		scores,
		claims: claims.map(claim => claim.claim_id),
		sources: evidence,
		charts: charts.filter(chart => chart.of === 'model').map(chart => chart.id),
		release: catalog.release,
		built_at: catalog.built_at,
		code: catalog.code,
	};
}
