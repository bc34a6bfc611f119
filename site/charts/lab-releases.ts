import type { Chart, Point } from '../chart.ts';
import { fixed, frame, mark } from '../frame.ts';
import { day } from '../format.ts';
import { cut, textWidth } from '../label.ts';
import { timeAxis, utc } from '../panel.ts';
import { stopAt } from '../stops.ts';
import { group, paint } from '../style/colours.ts';
import { element, place, sheet } from '../svg.ts';
import type { Key } from '../words.ts';

type Release = Point & {
	dated_on: string;
	model: string;
	title: string;
	country: string;
	basis: string;
	released_on_basis: string | null;
	first_listed_on: string | null;
	citation: string | null;
};
type Rows = { models: Release[] };

export const labReleases = {
	id: 'lab-releases',
	of: 'lab',
	marts: ['mart_model__version'],
	views: ['all'],
	query: {
		models: `select lab_slug, dated_on, model, title, v.country, basis, released_on_basis, first_listed_on, v.citation
from mart_model__version as v
join mart_lab__lab using (lab)
where lab_slug = $id and dated_on is not null
order by lab_slug, dated_on, model`,
	},
	width: 720,
	points: rows => rows.models,
	columns: () => [
		{ key: 'dated_on', label: 'column.day' },
		{ key: 'title', label: 'column.model' },
		{ key: 'basis', label: 'column.dated_by', show: (point, words) => words(`dated.${point.basis}` as Key) },
		{ key: 'first_listed_on', label: 'column.first_day' },
	],
	few: ({ points, words }) => (points.length === 1 ? words('lab-releases.few') : null),
	title: ({ points, words }) =>
		words('lab-releases.title', { models: points.length, day: day(points.at(-1)?.dated_on ?? '', words) }),
	subtitle: ({ words }) => words('lab-releases.subtitle'),
	note: ({ words }) => words('lab-releases.note'),
	summary: ({ points, words }) =>
		points
			.slice(-12)
			.map(point => words('lab-releases.summary', { title: point.title, day: day(point.dated_on, words) }))
			.join(' '),
	draw(document, { points, words }, width) {
		const lanes = width < 500 ? 6 : 9;
		const margin = { top: 8, right: 12, bottom: 44, left: 8 };
		const pitch = 20;
		const height = margin.top + 8 + lanes * pitch + margin.bottom;
		const root = sheet(document, width, height);
		const times = points.map(point => utc(point.dated_on).getTime());
		const room = Math.max(20 * 86_400_000, (Math.max(...times) - Math.min(...times)) * 0.02);
		const x = timeAxis(
			new Date(Math.min(...times) - room),
			new Date(Math.max(...times) + room),
			width < 500 ? 4 : 6,
			words,
		);
		const drawn = frame(document, { width, height, margin, x, y: null });
		const floor = height - margin.bottom;
		drawn.svg.append(
			element(document, 'path', { d: `M${margin.left},${floor}H${width - margin.right}`, stroke: paint('ink') }),
		);
		const { stroke, symbol, text: colour } = group(points[0]?.country ?? 'unknown');
		// Newest first: each takes the lowest lane where its mark and name fit; the older ones keep their marks without a name.
		const taken: number[] = Array<number>(lanes).fill(width - margin.right + 4);
		for (const point of [...points].reverse()) {
			const at = fixed(drawn.x(utc(point.dated_on)));
			const name = cut(point.title, width < 500 ? 190 : 260, 11);
			const wide = textWidth(name, 11);
			const lane = taken.findIndex(edge => at + 7 + wide <= edge);
			const left = taken.findIndex(edge => at <= edge - 6 && at - 7 - wide > 0);
			const isLeft = lane < 0 && left >= 0;
			const row = lane >= 0 ? lane : left;
			const y = row < 0 ? floor - 5 : floor - 20 - row * pitch;
			drawn.svg.append(
				element(document, 'path', {
					d: mark(symbol, at, y, row < 0 ? 2.5 : 3.5),
					stroke,
					'stroke-width': 1.25,
					fill: point.basis === 'released' ? stroke : paint('page'),
				}),
			);
			stopAt(drawn.svg, point, at, y);
			if (row < 0) continue;
			drawn.svg.append(
				element(
					document,
					'text',
					{
						x: isLeft ? at - 7 : at + 7,
						y: y + 4,
						'font-size': 11,
						'text-anchor': isLeft ? 'end' : 'start',
						fill: colour,
						'data-label': '',
					},
					name,
				),
			);
			taken[row] = (isLeft ? at - 7 - wide : at) - 6;
		}
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Release>;
