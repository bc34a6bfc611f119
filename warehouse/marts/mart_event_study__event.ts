import { differenceInDifferences, type Point } from '../methods/event-study.ts';
import {
	around,
	controlsOf,
	isMoved,
	placebosOf,
	weekNumber,
	type Candidate,
	type EventPrice,
} from '../methods/event-window.ts';
import type { Method } from '../model.ts';

type Event = Record<'event' | 'model' | 'title' | 'lab' | 'country' | 'kind' | 'event_on' | 'event_week', string> &
	Record<
		'agent_before' | 'agent_after' | 'blend_before' | 'blend_after' | 'agent_ratio' | 'blend_ratio',
		number | null
	> & {
		is_dated: boolean;
		window_days: number | null;
	};
type Line = { scope: 'model' | 'lab'; name: string; week: string; tokens: number };
type Listed = { model: string; country: string; from_day: string; to_day: string | null; blend: number };

/** Weeks a side that methods.md 6 asks for. */
const longest = 4;

/** Usage around every price event of a lab's own list. */
export const model = {
	sentence:
		'Tokens before and after one price event, over n weeks a side, for the model and for its whole lab: descriptive, not causal.',
	choices: [
		'Weeks -n to -1 against +1 to +n; the week of the event counts on neither side. `model` takes the one listed day of each week, `lab` whole weeks of seven days.',
		'Being listed is being in the daily top 50: quantities are conditional on that, launches coincide, and no source knows users.',
		'A window that is not whole has no figure: `window_available` says how many weeks a side are there.',
		'Price is the effective price at a stated mix before and after: `agent` where a cache price is listed, else `blend_3to1`. A lab has many prices: its tokens only.',
		'Placebos are the other weeks of the same series with a whole window and no price event of its own in it; `placebo_share` is the part that moved as much.',
		'Controls: models of the same country, within half and twice the blended list price, without a price event in the window, listed in all of its weeks. Without that no difference in differences is printed, and `did_reason` says why.',
		'No elasticity where the price of the mix moved by under 5 %. A panel needs 8 events with whole windows of 4 weeks: `panel_events` says how many have whole windows of n, and no panel is estimated.',
	],
	grain: ['event', 'tokens_of', 'window_weeks'],
	asserts: [
		'(log_change is null) = (reason is not null)',
		'(did_elasticity is null) = (did_reason is not null)',
		'tokens_ratio > 0 or tokens_ratio is null',
		'placebo_share between 0 and 1 or placebo_share is null',
		"mark = 'descriptive, not causal'",
	],
	reads: {
		events:
			'select * replace (event_on::varchar as event_on, event_week::varchar as event_week) from int_event_study__event order by event',
		lines: `
			select 'model' as scope, model as name, date_trunc('week', day)::date::varchar as week, sum(tokens)::double as tokens,
			from mart_tokens__model_day where model is not null group by all
			union all
			select 'lab', lab, week::varchar, tokens::double from mart_tokens__lab_week where days = 7 and lab not in ('unnamed', 'unlisted')
			order by 1, 2, 3`,
		listed: `
			select input.model, input.country, greatest(input.from_day, output.from_day)::varchar as from_day,
				nullif(least(coalesce(input.to_day, date '9999-12-31'), coalesce(output.to_day, date '9999-12-31')), date '9999-12-31')::varchar as to_day,
				((3 * input.usd_per_mtok + output.usd_per_mtok) / 4)::double as blend,
			from mart_list_price__cell_spell as input
			join mart_list_price__cell_spell as output
				on output.model = input.model and output.channel = input.channel and output.currency = input.currency and output.cell = 'output'
				and output.from_day < coalesce(input.to_day, date '9999-12-31') and input.from_day < coalesce(output.to_day, date '9999-12-31')
			where input.cell = 'input' and input.channel = 'lab-direct' and input.currency = 'USD' and input.usd_per_mtok > 0
			order by input.model, from_day`,
	},
	columns: {
		...{
			event: 'varchar',
			tokens_of: 'varchar',
			window_weeks: 'integer',
			model: 'varchar',
			title: 'varchar',
			lab: 'varchar',
		},
		...{ country: 'varchar', kind: 'varchar', event_on: 'date', event_week: 'date', price_item: 'varchar' },
		...{
			usd_before: 'double',
			usd_after: 'double',
			price_ratio: 'double',
			tokens_before: 'double',
			tokens_after: 'double',
		},
		...{ tokens_ratio: 'double', log_change: 'double', arc_elasticity: 'double', implied_usd_before: 'double' },
		...{ implied_usd_after: 'double', spend_ratio: 'double', weeks_before: 'integer', weeks_after: 'integer' },
		...{
			window_available: 'integer',
			placebos: 'integer',
			placebo_share: 'double',
			controls: 'varchar',
			did_log_change: 'double',
		},
		...{ did_elasticity: 'double', did_reason: 'varchar', panel_events: 'integer', mark: 'varchar', reason: 'varchar' },
	},
	*rows({ events = [], lines = [], listed = [] }) {
		const known = events as unknown as Event[];
		const series = seriesOf(lines as unknown as Line[]);
		const sheet = listed as unknown as Listed[];
		const of = (scope: string, name: string): Point[] => series.get(`${scope} ${name}`) ?? [];
		const movesOf = (key: 'model' | 'lab', name: string): number[] =>
			known.filter(other => other[key] === name).map(other => weekNumber(other.event_week));
		const whole = (n: number): number =>
			known.filter(
				one =>
					refusalOf(one) === null &&
					around(of('model', one.model), weekNumber(one.event_week), n, unpriced, null).reason === null,
			).length;
		const panels = Array.from({ length: longest }, (_, step) => whole(step + 1));
		for (const one of known) {
			const at = weekNumber(one.event_week);
			const candidates = sheet
				.filter(({ from_day, to_day }) => from_day <= one.event_on && (to_day === null || to_day > one.event_on))
				.map(({ model: name, country, blend }): Candidate => ({
					name,
					country,
					blend,
					points: of('model', name),
					moved: movesOf('model', name),
				}));
			for (const scope of ['model', 'lab'] as const) {
				const name = one[scope];
				const own = of(scope, name);
				const price = scope === 'model' ? priceOf(one) : { ...unpriced, price_item: null };
				for (let n = 1; n <= longest; n++) {
					const controls =
						scope === 'model'
							? controlsOf({ name, country: one.country, blend: one.blend_before }, candidates, at, n)
							: [];
					const { event, model: id, title, lab, country, kind, event_on, event_week } = one;
					yield {
						...{ event, tokens_of: scope, window_weeks: n, model: id, title, lab, country, kind, event_on, event_week },
						...{
							price_item: price.price_item,
							usd_before: price.before,
							usd_after: price.after,
							price_ratio: price.ratio,
						},
						...around(own, at, n, price, refusalOf(one)),
						...placebosOf(own, at, n, movesOf(scope, name)),
						controls: controls.map(control => control.name).join(' ') || null,
						...didOf(own, controls, at, n, price, scope === 'lab' ? 'a lab has many prices' : refusalOf(one)),
						panel_events: panels[n - 1],
						mark: 'descriptive, not causal',
					};
				}
			}
		}
	},
} satisfies Method;

const unpriced: EventPrice = { before: null, after: null, ratio: null };

const refusalOf = ({ is_dated, window_days }: Event): string | null =>
	is_dated ? null : `the day is known to ${window_days ?? 'no'} days only`;

/** Agent mix where a cache price stands on both sides, else the blend. */
function priceOf(one: Event): EventPrice & { price_item: string | null } {
	if (one.agent_ratio !== null)
		return { price_item: 'agent', before: one.agent_before, after: one.agent_after, ratio: one.agent_ratio };
	const price_item = one.blend_ratio === null ? null : 'blend_3to1';
	return { price_item, before: one.blend_before, after: one.blend_after, ratio: one.blend_ratio };
}

function didOf(
	own: Point[],
	controls: readonly Candidate[],
	at: number,
	n: number,
	price: EventPrice,
	refused: string | null,
) {
	const others = controls.map(({ points }) => points);
	const did = differenceInDifferences(own, others, at, price.ratio ?? 1, n);
	const still =
		price.ratio === null ? 'no price of one mix on both sides' : 'the price of the mix moved by under 5 per cent';
	const did_reason = refused ?? (isMoved(price.ratio) ? did.reason : still);
	return {
		did_log_change: did_reason ? null : did.log_change,
		did_elasticity: did_reason ? null : did.elasticity,
		did_reason,
	};
}

function seriesOf(lines: readonly Line[]): Map<string, Point[]> {
	const series = new Map<string, Point[]>();
	for (const { scope, name, week, tokens } of lines) {
		const key = `${scope} ${name}`;
		const points = series.get(key) ?? [];
		points.push({ period: weekNumber(week), quantity: tokens });
		series.set(key, points);
	}
	return series;
}
