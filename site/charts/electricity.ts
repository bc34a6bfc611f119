import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { count, ratio, type Num } from '../format.ts';
import { endLabels, labelRoom, linearAxis, panel, type EndLabel } from '../panel.ts';
import { sentences } from '../sentence.ts';
import { group, paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import type { Key } from '../words.ts';

type Year = Point & {
	year: Num;
	area: string;
	country_group: string | null;
	kwh_per_head: Num;
	edition: string | null;
};
type Rows = { years: (Year & { kwh_per_head: Num | null })[]; built: { year: Num | null }[] };

export const electricity = {
	id: 'electricity',
	marts: ['mart_electricity__country_year', 'mart_list_price__cell_spell'],
	views: ['per-head'],
	query: {
		years: `select year, area, country_group, kwh_per_head, edition
from mart_electricity__country_year
where kwh_per_head is not null
order by year, area`,
		built: 'select year(max(last_seen_on)) as year from mart_list_price__cell_spell',
	},
	width: 720,
	points: ({ years }) => years.filter((row): row is Year => row.kwh_per_head !== null),
	columns: () => [
		{ key: 'year', label: 'column.year' },
		{ key: 'area', label: 'column.country', show: (point, words) => nameOf(point, words) },
		{ key: 'kwh_per_head', label: 'column.kwh_per_head', numeric: true, show: point => count(point.kwh_per_head) },
		{ key: 'edition', label: 'column.edition', show: (point, words) => point.edition ?? words('value.not_stated') },
	],
	few: ({ points, words }) => {
		const years = new Set(points.map(point => Number(point.year))).size;
		return years < 2 ? words('electricity.few', { years }) : null;
	},
	title({ points, words }) {
		const year = Math.max(...points.map(point => Number(point.year)));
		const at = (country: string) =>
			points.find(point => point.country_group === country && Number(point.year) === year);
		const [us, cn] = [at('US'), at('CN')];
		if (us && cn && Number(cn.kwh_per_head) > 0)
			return words('electricity.title', {
				year,
				ratio: ratio(Number(us.kwh_per_head) / Number(cn.kwh_per_head), words),
			});
		return words('electricity.title-one', { year });
	},
	subtitle({ rows, points, words }) {
		const newest = Math.max(...points.map(point => Number(point.year)));
		const isStale = Number(rows.built[0]?.year ?? newest) - newest > 2;
		return words(isStale ? 'electricity.subtitle-stale' : 'electricity.subtitle', { year: newest });
	},
	note: ({ words }) => words('electricity.note'),
	summary: ({ points, words }) =>
		sentences(
			lines(points).map(line => {
				const [first, last] = [line[0] as Year, line.at(-1) as Year];
				return words('electricity.summary', {
					area: nameOf(last, words),
					first: count(first.kwh_per_head),
					firstYear: Number(first.year),
					last: count(last.kwh_per_head),
					lastYear: Number(last.year),
				});
			}),
			words,
		),
	draw(document, { points, words }, width, few) {
		const height = 340;
		const root = sheet(document, width, height);
		const years = points.map(point => Number(point.year));
		const [from, to] = [Math.min(...years), Math.max(...years, Math.min(...years) + 1)];
		const labels: EndLabel[] = lines(points).map(line => {
			const last = line.at(-1) as Year;
			return {
				id: last.area,
				text: `${nameOf(last, words)} ${count(last.kwh_per_head)}${words('label.seen', { day: last.year })}`,
				colour: group(last.country_group ?? 'other').text,
				at: Number(last.year),
				value: Number(last.kwh_per_head),
			};
		});
		const right = labelRoom(labels, 150);
		const step = Math.max(1, Math.ceil((to - from) / (width < 500 ? 3 : 5)));
		const ticks = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
		const y = linearAxis([0, ...points.map(point => Number(point.kwh_per_head))]);
		const drawn = panel(document, {
			width,
			height,
			margin: { top: 18, right, bottom: 40, left: 78 },
			x: { type: 'linear', domain: [from, to], ticks, format: tick => String(tick) },
			y: { ...y, format: tick => `${count(Number(tick))}${tick === y.ticks.at(-1) ? ' kWh' : ''}` },
			marks: lines(points).flatMap(line => {
				const last = line.at(-1) as Year;
				const { stroke, symbol, dash } = group(last.country_group ?? 'other');
				const at = { x: (point: Year) => Number(point.year), y: (point: Year) => Number(point.kwh_per_head), stroke };
				// A missing year breaks the line.
				const runs = line.reduce<Year[][]>((found, point) => {
					const before = found.at(-1)?.at(-1);
					if (before && Number(point.year) - Number(before.year) <= 1) found.at(-1)?.push(point);
					else found.push([point]);
					return found;
				}, []);
				if (few) return [Plot.dot(line, { ...at, symbol, r: 4 })];
				return [
					...runs.map(run => Plot.line(run, { ...at, strokeWidth: 2, strokeDasharray: dash })),
					Plot.dot([last], { ...at, symbol, r: 4, fill: paint('page') }),
				];
			}),
		});
		endLabels(document, drawn, labels, { top: 24, bottom: height - 46, right, width });
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Year>;

const lines = (points: readonly Year[]) =>
	[...new Set(points.map(point => point.area))].map(area => points.filter(point => point.area === area));
const nameOf = (point: Year, words: (key: Key) => string) =>
	point.country_group === null || point.country_group === 'other'
		? point.area === 'World'
			? words('electricity.world')
			: point.area
		: words(`country.${point.country_group}` as Key);
