import { frontier, type Offer } from '../methods/frontier.ts';
import type { Method } from '../model.ts';

type Read = Offer & Record<'axis' | 'basis' | 'series' | 'printed_name' | 'title' | 'country' | 'date', string>;

/** Where the cheapest price of a level strictly fell, by `methods/frontier.ts`. */
export const model = {
	sentence:
		'A record: the day on which a score of an axis could be had cheaper than ever before, on one basis of price.',
	choices: [
		'Two bases side by side: dollars per million tokens hide thinking tokens, dollars per task do not.',
		'Each curated level is also drawn three points lower and higher: a score within noise of a level may miss it.',
		'US, Chinese and all labs apart. A model counts from the later of its score and its price.',
		'`is_late` marks a record that is dated by the first sighting of a price over 31 days after the score.',
	],
	grain: ['axis', 'basis', 'series', 'country', 'reference_level', 'level', 'day'],
	asserts: ['(blend_3to1_usd_per_mtok > 0) is distinct from (run_usd_per_task > 0)', 'score >= level', 'step >= 1'],
	reads: {
		offers: `
			select axis, basis, series, printed_name, model, title, country, effort, score, provider, price, is_late, day::varchar as date,
				date_diff('day', date '1970-01-01', day) as day
			from int_frontier__offer
			order by axis, basis, series, day, price, printed_name`,
		levels: 'from int_capability__level order by axis, reference_level, level',
	},
	columns: {
		axis: 'varchar',
		basis: 'varchar',
		series: 'varchar',
		country: 'varchar',
		reference_level: 'double',
		level: 'double',
		day: 'date',
		step: 'integer',
		model: 'varchar',
		title: 'varchar',
		effort: 'varchar',
		score: 'double',
		provider: 'varchar',
		blend_3to1_usd_per_mtok: 'double',
		run_usd_per_task: 'double',
		is_late: 'boolean',
	},
	*rows({ offers = [], levels = [] }) {
		const groups = new Map<string, Read[]>();
		for (const one of offers.map(offer => ({ ...offer, day: Number(offer.day) })) as unknown as Read[]) {
			for (const country of ['all', ...(one.country === 'US' || one.country === 'CN' ? [one.country] : [])]) {
				const key = [one.axis, one.basis, one.series, country].join('\n');
				const group = groups.get(key);
				if (group) group.push(one);
				else groups.set(key, [one]);
			}
		}
		for (const [key, group] of groups) {
			const [axis, basis, series, country] = key.split('\n');
			for (const { reference_level, level } of levels.filter(one => one.axis === axis)) {
				for (const [place, record] of frontier(group, Number(level)).entries()) {
					const { date, price, printed_name, country: own, ...facts } = record;
					void printed_name;
					void own;
					yield {
						...facts,
						...{ axis, basis, series, country, reference_level, level },
						day: date,
						step: place + 1,
						blend_3to1_usd_per_mtok: basis === 'blend_3to1' ? price : null,
						run_usd_per_task: basis === 'run_cost' ? price : null,
					};
				}
			}
		}
	},
} satisfies Method;
