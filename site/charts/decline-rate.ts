import { reasonText } from '../reason.ts';
import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { axisName, count, factorOf, type Num } from '../format.ts';
import { logAxis } from '../panel.ts';
import { rowsPanel } from '../rows.ts';
import { sentences } from '../sentence.ts';
import { paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import type { Words } from '../words.ts';

type Estimator = 'ols_log10_frontier' | 'endpoint' | 'leave_one_out' | 'pooled_hedonic' | 'none';
type Rate = Point & {
	axis: string;
	level: Num | null;
	estimator: Estimator;
	factor: Num | null;
	low: Num | null;
	high: Num | null;
	n: Num;
	span_days: Num | null;
	total_factor: Num | null;
	caveat: string | null;
	reason: string | null;
};
type Fit = {
	axis: string;
	basis: string;
	level: Num;
	steps: Num;
	span_days: Num;
	total_factor: Num | null;
	factor_per_year: Num | null;
	factor_low: Num | null;
	factor_high: Num | null;
	endpoint_factor_per_year: Num | null;
	without_one_low: Num | null;
	without_one_high: Num | null;
	caveat: string | null;
	is_published: boolean;
	reason: string | null;
};
type Pooled = {
	axis: string;
	basis: string;
	runs: Num;
	factor_per_year: Num | null;
	factor_low: Num | null;
	factor_high: Num | null;
	caveat: string | null;
	reason: string | null;
};
type Rows = { fits: Fit[]; pooled: Pooled[] };

const bases: Record<string, string> = { list: 'blend_3to1', run: 'run_cost' };
/** Intervals wider than this are not printed (P4). */
const widest = 100;

export const declineRate = {
	id: 'decline-rate',
	marts: ['mart_price_decline__benchmark_level', 'mart_hedonic__benchmark_month'],
	views: ['list', 'run'],
	query: {
		fits: `select axis, basis, level, steps, span_days, total_factor, factor_per_year, factor_low, factor_high, endpoint_factor_per_year,
    without_one_low, without_one_high, caveat, is_published, reason
from mart_price_decline__benchmark_level
where country = 'all' and series in ('list', 'as_billed') and level = reference_level
order by axis, level`,
		pooled: `select axis, basis, runs, factor_per_year, factor_low, factor_high, caveat, reason
from mart_hedonic__benchmark_month
qualify row_number() over (partition by axis, basis order by month desc) = 1
order by axis`,
	},
	width: 720,
	points({ fits, pooled }, view) {
		const own = fits.filter(fit => fit.basis === bases[view] && Number(fit.steps) > 1);
		const axes = [...new Set(own.map(fit => fit.axis))];
		return axes.flatMap(axis => [
			...own.filter(fit => fit.axis === axis).flatMap(ratesOf),
			...pooled.filter(fit => fit.axis === axis && fit.basis === bases[view] && fit.reason === null).map(pooledOf),
		]);
	},
	columns: () => [
		{ key: 'axis', label: 'column.axis', show: point => axisName(point.axis) },
		{
			key: 'level',
			label: 'column.level',
			numeric: true,
			show: (point, words) => (point.level === null ? words('decline-rate.all-levels') : String(point.level)),
		},
		{ key: 'estimator', label: 'column.estimator', show: (point, words) => words(`estimator.${point.estimator}`) },
		{ key: 'factor', label: 'column.factor', numeric: true, show: (point, words) => printed(point.factor, words) },
		{ key: 'low', label: 'column.low', numeric: true, show: (point, words) => printed(point.low, words) },
		{ key: 'high', label: 'column.high', numeric: true, show: (point, words) => printed(point.high, words) },
		{ key: 'n', label: 'column.n', numeric: true },
		{
			key: 'span_days',
			label: 'column.span_days',
			numeric: true,
			show: (point, words) => (point.span_days === null ? words('value.not_printed') : count(point.span_days)),
		},
		{
			key: 'total_factor',
			label: 'column.total_factor',
			numeric: true,
			show: (point, words) => printed(point.total_factor, words),
		},
		{ key: 'caveat', label: 'column.caveat', show: (point, words) => point.caveat ?? words('value.none') },
		{
			key: 'reason',
			label: 'column.reason',
			show: (point, words) => reasonText(point.reason, words) || words('value.none'),
		},
	],
	few: ({ points, words }) => (points.some(point => point.factor !== null) ? null : words('decline-rate.few')),
	title({ points, words }) {
		const levels = points.filter(
			point => point.level !== null && ['ols_log10_frontier', 'none'].includes(point.estimator),
		);
		const rated = levels.filter(point => point.estimator !== 'none');
		const sure = rated.filter(point => Number(point.low) > 1);
		return words('decline-rate.title', { rated: rated.length, levels: levels.length, sure: sure.length });
	},
	subtitle: ({ view, words }) => words(view === 'run' ? 'decline-rate.subtitle-run' : 'decline-rate.subtitle'),
	note: ({ words }) => words('decline-rate.note'),
	summary: ({ points, words }) =>
		sentences(
			points
				.filter(point => point.factor !== null && point.estimator !== 'leave_one_out')
				.map(point =>
					words('decline-rate.summary', {
						name: nameOf(point, words),
						factor: factorOf(point.factor ?? 0, words),
						band: bandOf(point, words),
					}),
				),
			words,
		) || words('decline-rate.few'),
	draw(document, { points, words }, width) {
		const marks = points.map((point, index) => ({ ...point, point, index }));
		const drawnFactors = marks.filter(point => point.factor !== null || point.low !== null);
		const values = drawnFactors.flatMap(point =>
			[point.factor, point.low, point.high].flatMap(value => (Number(value) > 0 ? [Number(value)] : [])),
		);
		const x = logAxis([...values, 1, 10], value => factorOf(value, words, true));
		const drawn = rowsPanel(document, {
			width,
			rows: points.map(point => ({
				label: nameOf(point, words),
				colour: point.estimator === 'none' ? paint('muted') : paint('ink'),
				end: endOf(point, words, width < 500),
			})),
			x,
			marks: [
				Plot.ruleX([1], { stroke: paint('muted') }),
				Plot.ruleY(
					drawnFactors.filter(point => point.low !== null && point.high !== null),
					{
						y: 'index',
						x1: point => Number(point.low),
						x2: point => Number(point.high),
						stroke: paint('ink'),
						strokeWidth: point => (point.estimator === 'leave_one_out' ? 1 : 5),
						strokeOpacity: 0.3,
					},
				),
				Plot.dot(
					drawnFactors.filter(point => point.factor !== null),
					{
						x: point => Number(point.factor),
						y: 'index',
						r: 4,
						stroke: paint('ink'),
						fill: point => (point.estimator === 'endpoint' ? paint('page') : paint('ink')),
					},
				),
			],
		});
		const root = sheet(document, width, drawn.height);
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Rate>;

/** The rates of a level, a row for each estimator; where none may be printed, one row that says why (P4). */
function ratesOf(fit: Fit): Rate[] {
	const common = {
		axis: fit.axis,
		level: fit.level,
		n: fit.steps,
		span_days: fit.span_days,
		total_factor: fit.total_factor,
	};
	const none = { factor: null, low: null, high: null, caveat: null, reason: null };
	if (!fit.is_published || fit.factor_per_year === null)
		return [{ ...common, ...none, estimator: 'none', reason: fit.reason }];
	return [
		{
			...common,
			estimator: 'ols_log10_frontier',
			factor: fit.factor_per_year,
			low: fit.factor_low,
			high: fit.factor_high,
			caveat: fit.caveat,
			reason: null,
		},
		{ ...common, ...none, estimator: 'endpoint', factor: fit.endpoint_factor_per_year },
		{ ...common, ...none, estimator: 'leave_one_out', low: fit.without_one_low, high: fit.without_one_high },
	];
}

function pooledOf(fit: Pooled): Rate {
	const isPrinted = fit.factor_per_year !== null && Number(fit.factor_high) / Number(fit.factor_low) <= widest;
	return {
		axis: fit.axis,
		level: null,
		estimator: 'pooled_hedonic',
		factor: isPrinted ? fit.factor_per_year : null,
		low: isPrinted ? fit.factor_low : null,
		high: isPrinted ? fit.factor_high : null,
		n: fit.runs,
		span_days: null,
		total_factor: null,
		caveat: fit.caveat,
		reason: isPrinted ? null : 'interval wider than a factor of 100',
	};
}

const printed = (value: Num | null, words: Words) =>
	value === null ? words('value.not_printed') : factorOf(value, words);
/** The interval and its n; a narrow drawing has no room for n, which the table holds. */
const bandOf = (point: Rate, words: Words, isNarrow = false) =>
	point.low === null || point.high === null
		? ''
		: words(isNarrow ? 'decline-rate.band-short' : 'decline-rate.band', {
				low: factorOf(point.low, words, true),
				high: factorOf(point.high, words, true),
				n: Number(point.n),
			});
const nameOf = (point: Rate, words: Words) =>
	`${axisName(point.axis)} ${point.level === null ? words('decline-rate.all-levels') : Number(point.level)}${point.estimator === 'none' ? '' : ` · ${words(`estimator.${point.estimator}`)}`}`;

function endOf(point: Rate, words: Words, isNarrow: boolean): string {
	if (point.estimator === 'leave_one_out')
		return `${factorOf(point.low ?? 0, words)}–${factorOf(point.high ?? 0, words)}`;
	if (point.factor !== null) return `${factorOf(point.factor, words)}${bandOf(point, words, isNarrow)}`;
	if (point.total_factor === null) return words('value.not_printed');
	return words(isNarrow ? 'decline-rate.unprinted-short' : 'decline-rate.unprinted', {
		total: factorOf(point.total_factor, words),
		n: Number(point.n),
		days: count(point.span_days ?? 0),
	});
}
