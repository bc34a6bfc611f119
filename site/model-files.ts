import { csv } from './csv.ts';
import { models } from './entities.ts';
import type { Whole } from './entity-files.ts';
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

/** The page of a model: its whole rate card, and its facts, its names by day, its sources with their newest snapshots. */
export const modelFiles: Whole = {
	/** Every cell on every channel, list and host, its newest spell. */
	csv: async id => csv(columns, (await factsOf(id)).rates),
	name: async id => (await models()).find(one => one.model === id)?.title ?? id,
	async facts(id) {
		const model = (await models()).find(one => one.model === id);
		const { names, events, audits, scores, evidence, claims } = await factsOf(id);
		return {
			...model,
			names,
			price_events: events,
			headline_audits: audits,
			scores,
			claims: claims.map(claim => claim.claim_id),
			sources: evidence,
		};
	},
};
