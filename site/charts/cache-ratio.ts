import * as Plot from '@observablehq/plot';
import type { Chart } from '../chart.ts';
import { count, day, share, sheetUsd, type Num } from '../format.ts';
import { labColumn, labText, labZh } from '../lab-name.ts';
import { median } from '../median.ts';
import { rowsPanel } from '../rows.ts';
import { sentences } from '../sentence.ts';
import { group } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import { nameOf, type Listed } from '../used.ts';
import type { Key, Words } from '../words.ts';

type Discount = Listed & { cache_read_usd_per_mtok: Num; ratio: number };
type Rows = { models: Listed[] };

/** Labs with fewer models share one row a country. */
const fewest = 2;

export const cacheRatio = {
	id: 'cache-ratio',
	marts: ['mart_headline_price__model_spell'],
	views: ['by-lab'],
	query: {
		models: `select model, title, lab, ${labZh('mart_headline_price__model_spell.lab')}, country, input_usd_per_mtok, cache_read_usd_per_mtok, output_usd_per_mtok, agreement, last_seen_on
from mart_headline_price__model_spell
where to_day is null and input_usd_per_mtok > 0
    and last_seen_on >= (select max(last_seen_on) from mart_headline_price__model_spell) - 60
order by country, lab, model`,
	},
	width: 720,
	// A cache price that is not published is left out, never imputed; a free one has no ratio; a disputed one is no point (P12).
	points: ({ models }): Discount[] =>
		models
			.filter((row): row is Listed & { cache_read_usd_per_mtok: Num } => Number(row.cache_read_usd_per_mtok ?? 0) > 0)
			.filter(row => row.agreement !== 'disputed')
			.map(row => ({ ...row, ratio: Number(row.cache_read_usd_per_mtok) / Number(row.input_usd_per_mtok) })),
	columns: () => [
		{ key: 'model', label: 'column.model', show: nameOf },
		labColumn,
		{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
		{
			key: 'input_usd_per_mtok',
			label: 'column.input',
			numeric: true,
			show: point => sheetUsd(point.input_usd_per_mtok),
		},
		{
			key: 'cache_read_usd_per_mtok',
			label: 'column.cache_read',
			numeric: true,
			show: point => sheetUsd(point.cache_read_usd_per_mtok),
		},
		{ key: 'ratio', label: 'column.cache_ratio', numeric: true, show: point => share(point.ratio) },
		{ key: 'last_seen_on', label: 'column.last_seen' },
	],
	few: ({ points, words }) => (points.length < 5 ? words('cache-ratio.few', { models: points.length }) : null),
	title({ points, words }) {
		const of = (country: string) => points.filter(point => point.country === country).map(point => point.ratio);
		const [us, cn] = [of('US'), of('CN')];
		if (points.length >= 5 && us.length > 0 && cn.length > 0)
			return words('cache-ratio.title', { us: share(median(us), 0), cn: share(median(cn), 0) });
		const all = points.map(point => point.ratio);
		return words('cache-ratio.title-range', { low: share(Math.min(...all), 1), high: share(Math.max(...all), 1) });
	},
	subtitle: ({ points, words }) =>
		words('cache-ratio.subtitle', {
			day: day(
				points.reduce((last, point) => (point.last_seen_on > last ? point.last_seen_on : last), ''),
				words,
			),
		}),
	note: ({ rows, points, words }) =>
		words('cache-ratio.note', { left: count(rows.models.length - points.length), all: count(rows.models.length) }),
	summary: ({ points, words }) =>
		sentences(
			rowsOf(points).map(({ lab, country, models }) =>
				words('cache-ratio.summary', {
					lab: labelOf({ lab, country, models }, words),
					n: models.length,
					low: share(Math.min(...models.map(model => model.ratio))),
					high: share(Math.max(...models.map(model => model.ratio))),
				}),
			),
			words,
		),
	draw(document, { points, words }, width, few) {
		const rows = rowsOf(points);
		const high = Math.max(0.5, ...points.map(point => point.ratio));
		const ticks = [0, 0.25, 0.5, 0.75, 1].filter((tick, index, all) => index === 0 || (all[index - 1] ?? 0) < high);
		const drawn = rowsPanel(document, {
			width,
			rows: rows.map(({ lab, models, country }) => ({
				label: labelOf({ lab, models, country }, words),
				colour: group(country).text,
				end: few
					? words('cache-ratio.models', { n: models.length })
					: words('cache-ratio.end', { median: share(median(models.map(model => model.ratio)), 1), n: models.length }),
			})),
			x: { type: 'linear', domain: [0, ticks.at(-1) ?? 1], ticks, format: tick => share(Number(tick), 0) },
			marks: rows.flatMap(({ models, country }, index) => {
				const { stroke, symbol } = group(country);
				const mid = median(models.map(model => model.ratio));
				return [
					Plot.dot(models, { x: 'ratio', y: index, symbol, r: 4, stroke, fill: stroke, fillOpacity: 0.25 }),
					few ? null : Plot.ruleX([mid], { y1: index - 0.38, y2: index + 0.38, stroke, strokeWidth: 2.25 }),
				];
			}),
		});
		const root = sheet(document, width, drawn.height);
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Discount>;

type Lab = { lab: string | null; country: string; models: Discount[] };

/** A lab by name; those of one model each by their country. */
const labelOf = ({ lab, country, models }: Lab, words: Words): string =>
	lab === null || !models[0]
		? words('cache-ratio.other-labs', { country: words(`country.${country}` as Key) })
		: labText(models[0], words);

/** A row a lab, country by country, the deepest discount first; labs with one model stand together. */
function rowsOf(points: readonly Discount[]): Lab[] {
	const countries = ['US', 'CN', 'EU', 'other', 'unknown'].filter(country =>
		points.some(point => point.country === country),
	);
	return countries.flatMap(country => {
		const own = points.filter(point => point.country === country);
		const labs = [...new Set(own.map(point => point.lab))].map(lab => ({
			lab,
			country,
			models: own.filter(point => point.lab === lab),
		}));
		const large = labs.filter(row => row.models.length >= fewest);
		const small = labs.filter(row => row.models.length < fewest).flatMap(row => row.models);
		large.sort(
			(a, b) =>
				median(a.models.map(one => one.ratio)) - median(b.models.map(one => one.ratio)) ||
				a.lab.localeCompare(b.lab, 'en'),
		);
		return [...large, ...(small.length ? [{ lab: null, country, models: small }] : [])];
	});
}
