import { spoken } from '../spoken.ts';
import type { Chart, Document, Point } from '../chart.ts';
import { factorAxis } from '../factor-axis.ts';
import { change, count, dayOrMonth, type Num } from '../format.ts';
import { bar, shape } from '../marks.ts';
import { cellInMoney, reasonText } from '../reason.ts';
import { rowSheet, type Line } from '../row-sheet.ts';
import { paint } from '../style/colours.ts';
import type { Words } from '../words.ts';

/** A headline and what is left of it; without `cells` it could not be audited, and `reason` says why. */
type Headline = Point & {
	event_id: string;
	stated_day: string;
	org: string | null;
	what: string;
	what_zh: string | null;
	headline_change: Num;
	is_announced: boolean;
	cells: Num | null;
	hits: Num | null;
	headline_cell: string | null;
	lowest_change: Num | null;
	highest_change: Num | null;
	blend_change: Num | null;
	chat_change: Num | null;
	agent_change: Num | null;
	reason: string | null;
};
type Rows = { headlines: Headline[] };

export const headlinesChart = {
	id: 'headlines',
	marts: ['mart_headline_audit__event', 'mart_event__day'],
	views: ['announced', 'reported'],
	query: {
		headlines: `select event_id, stated_day, org, what, what_zh, headline_change, is_announced, cells, hits, headline_cell, lowest_change,
    highest_change, blend_change, chat_change, agent_change, reason
from mart_headline_audit__event
left join (select event_id, what_zh from mart_event__day) using (event_id)
where headline_change is not null
order by stated_day, event_id`,
	},
	width: 1040,
	points: ({ headlines }, view) => headlines.filter(row => row.is_announced === (view === 'announced')).reverse(),
	columns: () => [
		{ key: 'event_id', label: 'column.event' },
		{ key: 'stated_day', label: 'column.stated_day' },
		{ key: 'what', label: 'column.headline', show: (point, words) => nameOf(point, words) },
		{ key: 'org', label: 'column.lab', show: point => point.org ?? '' },
		{
			key: 'headline_change',
			label: 'column.headline_change',
			numeric: true,
			show: point => change(point.headline_change, 1),
		},
		{
			key: 'hits',
			label: 'column.hits',
			numeric: true,
			show: (point, words) => (point.hits === null ? words('headlines.not-audited') : count(point.hits)),
		},
		{
			key: 'cells',
			label: 'column.cells',
			numeric: true,
			show: point => (point.cells === null ? '' : count(point.cells)),
		},
		{
			key: 'headline_cell',
			label: 'column.true_of',
			show: (point, words) => (point.headline_cell ? cellInMoney(point.headline_cell, words) : words('value.none')),
		},
		{
			key: 'highest_change',
			label: 'column.smallest_change',
			numeric: true,
			show: point => part(point.highest_change),
		},
		{ key: 'lowest_change', label: 'column.largest_change', numeric: true, show: point => part(point.lowest_change) },
		{ key: 'blend_change', label: 'column.blend_change', numeric: true, show: point => part(point.blend_change) },
		{ key: 'chat_change', label: 'column.chat_change', numeric: true, show: point => part(point.chat_change) },
		{ key: 'agent_change', label: 'column.agent_change', numeric: true, show: point => part(point.agent_change) },
		{ key: 'reason', label: 'column.reason', show: (point, words) => reasonText(point.reason, words) },
	],
	few: () => null,
	title({ points, view, words }) {
		const audited = points.filter(point => Number(point.cells ?? 0) >= 2);
		const whole = audited.filter(point => Number(point.hits) === Number(point.cells)).length;
		if (audited.length === 0) return words('headlines.title-none', { all: count(points.length) });
		return words(view === 'announced' ? 'headlines.title' : 'headlines.title-stated', {
			whole: count(whole),
			audited: count(audited.length),
		});
	},
	subtitle: ({ words }) => words('headlines.subtitle'),
	note: ({ points, words }) =>
		words('headlines.note', {
			unaudited: count(points.filter(point => point.cells === null).length),
			single: count(points.filter(point => Number(point.cells) === 1).length),
			all: count(points.length),
		}),
	summary: ({ points, words }) =>
		points
			.map(point =>
				words('headlines.part', {
					name: nameOf(point, words),
					headline: change(point.headline_change, 1),
					end: endText(point, words),
				}),
			)
			.join(' '),
	draw(document, { points, words }, width) {
		const factors = points.flatMap(point =>
			[point.headline_change, point.lowest_change, point.highest_change, point.agent_change].flatMap(value =>
				value === null ? [] : [1 + Number(value)],
			),
		);
		const lines: Line<Headline>[] = points.map(point => ({
			label: words(width < 500 ? 'headlines.row-short' : 'headlines.row', {
				name: nameOf(point, words),
				day: dayOrMonth(point.stated_day, words),
				headline: change(point.headline_change),
			}),
			end: endText(point, words),
			item: point,
		}));
		const sheet = rowSheet(document, {
			width,
			lines,
			axis: factorAxis(factors.filter(factor => factor > 0)),
			labelShare: 0.42,
			at: point => Math.max(1 + Number(point.headline_change), 1e-3),
		});
		for (const { item, y } of sheet.lines) sheet.root.append(...marks(document, item, sheet.x, y));
		return sheet.root;
	},
} satisfies Chart<Rows, Headline>;

const part = (value: Num | null) => (value === null ? '' : change(value, 1));
const nameOf = (point: Headline, words: Words) => spoken(point, 'what', words);
const endText = (point: Headline, words: Words) =>
	point.cells === null || point.hits === null
		? words('headlines.not-audited')
		: Number(point.cells) < 2
			? words('headlines.one-cell')
			: words('headlines.true-of', { hits: count(point.hits), cells: count(point.cells) });

/** The headline as a hollow square, all cells as a bar, what an agent pays as a dot. */
function marks(document: Document, point: Headline, x: (value: number) => number, y: number): SVGElement[] {
	const at = (value: Num) => x(Math.max(1 + Number(value), 1e-3));
	const nodes: SVGElement[] = [];
	if (point.lowest_change !== null && point.highest_change !== null) {
		nodes.push(
			bar(document, at(point.highest_change), at(point.lowest_change), y, {
				stroke: paint('muted'),
				width: 6,
				opacity: 0.5,
			}),
		);
	}
	if (point.agent_change !== null)
		nodes.push(shape(document, 'circle', at(point.agent_change), y, { stroke: paint('ink'), r: 3 }));
	nodes.push(shape(document, 'square', at(point.headline_change), y, { stroke: paint('ink'), r: 4, hollow: true }));
	return nodes;
}
