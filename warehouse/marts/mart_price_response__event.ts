import { dayNumber, responseTo, type Answer } from '../methods/response.ts';
import type { Method } from '../model.ts';

type Cut = {
	event: string;
	model: string;
	lab: string;
	country: string;
	event_on: string;
	blend_before: number | null;
	is_dated: boolean;
	window_days: number | null;
};
type Level = { model: string; score: number };

/** Whose cuts may be an answer. */
const rivals = ['any_lab', 'US', 'CN', 'same_band', 'same_score'] as const;
/** A price band is from half to twice the blended list price; a score band 5 points of the index on either side. */
const band = 2;
const points = 5;

/** How many days a cut takes to be answered, and by whom. */
export const model = {
	sentence:
		"Days from one lab's list price cut to the first list price cut of another lab, by who may answer, beside placebo dates.",
	choices: [
		"Cuts of 5 % or more of the 3:1 blend on labs' own lists, each counted on the first day that a sheet shows it, where that is known to a week; a cut on the same day is no answer.",
		'`any_lab`, `US`, `CN`: by country of the answering lab. `same_band`: models within half and twice the blended price before the cut. `same_score`: models within 5 points on the Epoch Capabilities Index, where both are scored.',
		'An answer is what came next, not what was caused: `placebo_share` is the part of all other weeks from which a cut followed at least as fast.',
		'No answer until the end of the record leaves `days_to_answer` empty, with the days watched.',
	],
	grain: ['event', 'rival'],
	asserts: [
		'days_to_answer > 0 or days_to_answer is null',
		'(days_to_answer is null) = (reason is not null)',
		'placebo_share between 0 and 1 or placebo_share is null',
		"mark = 'descriptive, not causal'",
	],
	reads: {
		cuts: `
			select event, model, lab, country, event_on::varchar as event_on, blend_before, is_dated, 			window_days,
			from int_event_study__event where kind = 'cut' and blend_ratio <= 0.95 order by event`,
		levels: `
			select model, score from int_capability__model_score where axis = 'epoch-capabilities-index' order by model`,
		ends: 'select built_on::varchar as until_day from raw.build',
	},
	columns: {
		...{ event: 'varchar', rival: 'varchar', model: 'varchar', lab: 'varchar', country: 'varchar', event_on: 'date' },
		...{ days_to_answer: 'integer', answered_by: 'varchar', answered_by_lab: 'varchar', answered_with: 'varchar' },
		...{ watched_days: 'integer', rivals: 'integer', placebos: 'integer', placebo_median_days: 'double' },
		...{ placebo_share: 'double', mark: 'varchar', reason: 'varchar' },
	},
	*rows({ cuts = [], levels = [], ends = [] }) {
		const known = cuts as unknown as Cut[];
		const scores = new Map((levels as Level[]).map(({ model: name, score }) => [name, score]));
		const until = dayNumber(String(ends[0]?.until_day));
		const from = Math.min(until, ...known.map(({ event_on }) => dayNumber(event_on)));
		for (const one of known) {
			for (const rival of rivals) {
				const others = known.filter(
					other => other.is_dated && other.lab !== one.lab && isRival(rival, one, other, scores),
				);
				const answers = others.map(({ event, model: name, lab, event_on }): Answer => ({
					event,
					model: name,
					lab,
					day: dayNumber(event_on),
				}));
				const response = responseTo(dayNumber(one.event_on), answers, from, until);
				const { answer, days, placebo_share, ...waits } = one.is_dated
					? response
					: { ...response, answer: null, days: null, placebo_share: null };
				const { event, model: name, lab, country, event_on } = one;
				yield {
					...{ event, rival, model: name, lab, country, event_on, days_to_answer: days },
					...{ answered_by: answer?.model, answered_by_lab: answer?.lab, answered_with: answer?.event },
					...{ ...waits, placebo_share, rivals: others.length, mark: 'descriptive, not causal' },
					reason: days === null ? whyNone(rival, one, others.length, scores) : null,
				};
			}
		}
	},
} satisfies Method;

function isRival(rival: (typeof rivals)[number], one: Cut, other: Cut, scores: Map<string, number>): boolean {
	if (rival === 'any_lab') return true;
	if (rival === 'same_band') {
		if (one.blend_before === null || other.blend_before === null) return false;
		return other.blend_before >= one.blend_before / band && other.blend_before <= one.blend_before * band;
	}
	if (rival === 'same_score') {
		const [mine, theirs] = [scores.get(one.model), scores.get(other.model)];
		return mine !== undefined && theirs !== undefined && Math.abs(mine - theirs) <= points;
	}
	return other.country === rival;
}

function whyNone(rival: string, one: Cut, rivalCuts: number, scores: Map<string, number>): string {
	if (!one.is_dated) return `the day is known to ${one.window_days ?? 'no'} days only`;
	if (rival === 'same_score' && !scores.has(one.model)) return 'the model has no score on the index';
	if (rival === 'same_band' && one.blend_before === null) return 'no blended price before the cut';
	return rivalCuts === 0 ? 'no cut by such a rival on record' : 'no answer until the end of the record';
}
