import { usdPerMtok } from '../../warehouse/methods/workload.ts';
import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { change, computedUsd, day, share, type Num } from '../format.ts';
import { cut, textWidth } from '../label.ts';
import { endLabels, labelRoom, logAxis, panel, type EndLabel } from '../panel.ts';
import { sentences } from '../sentence.ts';
import { group, paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import { nameOf, usedModels, type Listed } from '../used.ts';
import type { Key } from '../words.ts';

type Effective = Point & {
	model: string;
	title: string | null;
	lab: string;
	country: string;
	cache_share: number;
	effective_usd_per_mtok: number;
	has_cache_price: boolean;
	last_seen_on: string;
};
type Rows = { models: Listed[] };

/** The agent's mix of methods.md 8: 98 parts of 100 are prompt. */
const input_share = 0.98;
const rates = [0, 0.25, 0.5, 0.7, 0.9, 1];

export const effectivePrice = {
	id: 'effective-price',
	marts: ['mart_headline_price__model_spell', 'mart_tokens__model_day'],
	views: ['most-used'],
	query: { models: usedModels(7) },
	width: 720,
	// Without a cache price a hit costs what any prompt costs: the line stays level.
	points: ({ models }): Effective[] =>
		models.flatMap(row =>
			rates.map(cache_share => {
				const has_cache_price = row.cache_read_usd_per_mtok !== null;
				const prices = numbers(row);
				const usd = usdPerMtok(
					{ ...prices, cache_read: prices.cache_read ?? prices.input },
					{ input_share, cache_share },
				);
				const { model, title, lab, country, last_seen_on } = row;
				return {
					model,
					title,
					lab,
					country,
					cache_share,
					effective_usd_per_mtok: usd ?? 0,
					has_cache_price,
					last_seen_on,
				};
			}),
		),
	columns: () => [
		{ key: 'model', label: 'column.model', show: nameOf },
		{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
		{ key: 'cache_share', label: 'column.cache_share', numeric: true, show: point => share(point.cache_share, 0) },
		{
			key: 'effective_usd_per_mtok',
			label: 'column.effective',
			numeric: true,
			show: point => computedUsd(point.effective_usd_per_mtok),
		},
		{
			key: 'has_cache_price',
			label: 'column.has_cache_price',
			show: (point, words) => words(point.has_cache_price ? 'value.yes' : 'value.no'),
		},
		{ key: 'last_seen_on', label: 'column.last_seen' },
	],
	few: ({ rows, words }) =>
		rows.models.length < 2 ? words('effective-price.few', { models: rows.models.length }) : null,
	title({ points, words }) {
		const saved = lines(points)
			.filter(line => line[0]?.has_cache_price)
			.map(line => 1 - at(line, 0.9) / at(line, 0));
		if (saved.length === 0) return words('effective-price.title-none', { models: lines(points).length });
		const [low, high] = [Math.min(...saved), Math.max(...saved)];
		const args = { low: change(-low), high: change(-high) };
		return args.low === args.high ? words('effective-price.title-one', args) : words('effective-price.title', args);
	},
	subtitle: ({ points, words }) =>
		words('effective-price.subtitle', {
			day: day(
				points.reduce((last, point) => (point.last_seen_on > last ? point.last_seen_on : last), ''),
				words,
			),
		}),
	note: ({ words }) => words('effective-price.note'),
	summary: ({ points, words }) =>
		sentences(
			lines(points).map(line =>
				words('effective-price.summary', {
					model: nameOf(line[0] as Effective),
					none: computedUsd(at(line, 0)),
					most: computedUsd(at(line, 0.9)),
				}),
			),
			words,
		),
	draw(document, { points, words }, width, few) {
		const height = 380;
		const root = sheet(document, width, height);
		const labels: EndLabel[] = lines(points).map(line => {
			const last = line.at(-1) as Effective;
			const price = ` ${computedUsd(last.effective_usd_per_mtok)}${last.has_cache_price ? '' : words('effective-price.no-cache')}`;
			// The name is cut, never the price.
			const text = `${cut(nameOf(last), Math.max(40, (width < 500 ? 130 : 200) - textWidth(price)))}${price}`;
			return {
				id: last.model,
				text,
				colour: group(last.country).text,
				at: 1,
				value: last.effective_usd_per_mtok,
			};
		});
		const right = labelRoom(labels, width < 500 ? 150 : 210);
		const drawn = panel(document, {
			width,
			height,
			margin: { top: 18, right, bottom: 40, left: 52 },
			x: {
				type: 'linear',
				domain: [0, 1],
				ticks: width < 500 ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1],
				format: tick => share(Number(tick), 0),
			},
			y: logAxis(points.map(point => point.effective_usd_per_mtok)),
			marks: [
				Plot.ruleX([0.7, 0.9], { stroke: paint('rule'), strokeDasharray: '2 3' }),
				...lines(points).flatMap(line => {
					const { stroke, symbol, dash } = group(line[0]?.country ?? 'unknown');
					const place_ = { x: 'cache_share', y: 'effective_usd_per_mtok', stroke };
					const dots = Plot.dot(line, {
						...place_,
						symbol,
						r: few ? 4 : 3,
						fill: line[0]?.has_cache_price ? stroke : paint('page'),
					});
					return few
						? [dots]
						: [
								Plot.line(line, {
									...place_,
									strokeWidth: 1.75,
									strokeDasharray: line[0]?.has_cache_price ? dash : '2 3',
								}),
								dots,
							];
				}),
			],
		});
		endLabels(document, drawn, labels, { top: 24, bottom: height - 46, right, width });
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Effective>;

const number = (value: Num | null) => (value === null ? null : Number(value));
const numbers = (row: Listed) => ({
	input: Number(row.input_usd_per_mtok),
	cache_read: number(row.cache_read_usd_per_mtok),
	output: Number(row.output_usd_per_mtok),
});
const lines = (points: readonly Effective[]) =>
	[...new Set(points.map(point => point.model))].map(model => points.filter(point => point.model === model));
const at = (line: readonly Effective[], rate: number) =>
	line.find(point => point.cache_share === rate)?.effective_usd_per_mtok ?? 0;
