import * as Plot from '@observablehq/plot';
import { listed } from '../sentence.ts';
import type { Chart, Point } from '../chart.ts';
import { count, day, type Num } from '../format.ts';
import { cut, textWidth } from '../label.ts';
import { panel } from '../panel.ts';
import { paint } from '../style/colours.ts';
import { stopAt } from '../stops.ts';
import { element, place, sheet } from '../svg.ts';
import { spoken } from '../spoken.ts';
import type { Key } from '../words.ts';

type Source = Point & {
	source: string;
	title: string;
	title_zh: string | null;
	kind: string;
	rows: Num | null;
	first_day: string | null;
	last_day: string | null;
	licence: string;
	licence_zh: string | null;
};
type Rows = { sources: Source[] };

export const rowsBySource = {
	id: 'rows-by-source',
	marts: ['mart_source__source'],
	views: ['all'],
	query: {
		sources: `select source, title, title_zh, kind, rows, first_day, last_day, licence, licence_zh
from mart_source__source
order by rows desc nulls last, source`,
	},
	width: 720,
	points: rows => rows.sources,
	columns: () => [
		{ key: 'source', label: 'column.source' },
		{ key: 'title', label: 'column.title', show: (point, words) => spoken(point, 'title', words) },
		{ key: 'kind', label: 'column.kind', show: (point, words) => words(`source-kind.${point.kind}` as Key) },
		{
			key: 'rows',
			label: 'column.rows',
			numeric: true,
			show: (point, words) => (Number(point.rows) > 0 ? count(point.rows ?? 0) : words('value.never_succeeded')),
		},
		{ key: 'first_day', label: 'column.first_day', show: (point, words) => point.first_day ?? words('value.none') },
		{ key: 'last_day', label: 'column.last_day', show: (point, words) => point.last_day ?? words('value.none') },
		{ key: 'licence', label: 'column.licence', show: (point, words) => spoken(point, 'licence', words) },
	],
	few: () => null,
	title: ({ points, words }) =>
		words('rows-by-source.title', {
			rows: count(total(points)),
			sources: count(points.filter(point => Number(point.rows) > 0).length),
		}),
	subtitle: ({ points, words }) =>
		words('rows-by-source.subtitle', {
			first: day(
				edge(
					points.map(point => point.first_day),
					-1,
				),
				words,
			),
			last: day(
				edge(
					points.map(point => point.last_day),
					1,
				),
				words,
			),
		}),
	summary: ({ points, words }) =>
		words('rows-by-source.summary', {
			list: listed(
				points.map(
					point =>
						`${point.source} ${Number(point.rows) > 0 ? count(point.rows ?? 0) : words('value.never_succeeded')}`,
				),
				words,
			),
		}),
	draw(document, { points, words }, width) {
		const pitch = 24;
		const names = Math.min(width * 0.42, Math.max(...points.map(point => textWidth(point.source))) + 12);
		const height = points.length * pitch + 40;
		const root = sheet(document, width, height);
		const most = Math.max(10, ...points.map(point => Number(point.rows)));
		const powers = Array.from({ length: Math.ceil(Math.log10(most)) + 1 }, (_, index) => 10 ** index);
		const drawn = panel(document, {
			width,
			height,
			margin: { top: 4, right: 76, bottom: 34, left: names },
			x: {
				type: 'log',
				domain: [1, most],
				ticks: powers.filter(power => power <= most),
				format: tick => count(Number(tick)),
			},
			y: { type: 'linear', domain: [points.length, 0.0001], ticks: [] },
			marks: [
				Plot.rect(
					points.filter(point => Number(point.rows) > 1),
					{
						x1: 1,
						x2: (point: Source) => Number(point.rows),
						y1: (point: Source) => points.indexOf(point) + 0.2,
						y2: (point: Source) => points.indexOf(point) + 0.8,
						fill: paint('rest'),
					},
				),
				Plot.ruleX([1], { stroke: paint('ink') }),
			],
		});
		points.forEach((point, index) => {
			const y = drawn.y(index + 0.5);
			const isNever = !(Number(point.rows) > 0);
			stopAt(drawn.svg, point, isNever ? names : drawn.x(Number(point.rows)), y);
			drawn.svg.append(
				element(
					document,
					'text',
					{ x: names - 8, y, dy: '0.35em', 'text-anchor': 'end', fill: paint('ink') },
					cut(point.source, names - 10),
				),
			);
			drawn.svg.append(
				element(
					document,
					'text',
					{
						x: isNever ? names + 6 : drawn.x(Number(point.rows)) + 6,
						y,
						dy: '0.35em',
						'text-anchor': 'start',
						fill: paint('muted'),
					},
					isNever ? words('value.never_succeeded') : count(point.rows ?? 0),
				),
			);
		});
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Source>;

const total = (points: readonly Source[]) => points.reduce((sum, point) => sum + Number(point.rows ?? 0), 0);
const edge = (days: readonly (string | null)[], sign: number): string =>
	days.filter(one => one !== null).sort((a, b) => sign * b.localeCompare(a))[0] ?? '1970-01-01';
