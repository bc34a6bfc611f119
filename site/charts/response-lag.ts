import type { Chart, Document, Point } from '../chart.ts';
import { count, day, type Num } from '../format.ts';
import { median } from '../median.ts';
import { bar, mark } from '../marks.ts';
import { timeAxis, utc } from '../panel.ts';
import { rowSheet, type Line } from '../row-sheet.ts';
import { group, paint } from '../style/colours.ts';
import type { Words } from '../words.ts';

/** A cut of one lab and the next cut by another; without an answer `days_to_answer` is null and `watched_days` counts. */
type Answer = Point & {
	event: string;
	rival: string;
	title: string;
	country: string;
	event_on: string;
	days_to_answer: Num | null;
	answered_by: string | null;
	answered_country: string | null;
	watched_days: Num;
	placebo_median_days: Num | null;
	reason: string | null;
};
type Rows = { answers: Answer[] };
const rivals: Record<string, string> = { 'any-lab': 'any_lab', us: 'US', cn: 'CN' };
const enough = 5;

export const responseLag = {
	id: 'response-lag',
	marts: ['mart_price_response__event', 'mart_model__model'],
	views: ['any-lab', 'us', 'cn'],
	query: {
		answers: `select event, rival, coalesce(own.title, answer.model) as title, coalesce(answer.country, 'unknown') as country, event_on,
    days_to_answer, coalesce(other.title, answered_by) as answered_by, other.country as answered_country, watched_days,
    placebo_median_days, answer.reason
from mart_price_response__event as answer
left join mart_model__model as own on own.model = answer.model
left join mart_model__model as other on other.model = answer.answered_by
where rival in ('any_lab', 'US', 'CN') and (days_to_answer is not null or answer.reason like 'no answer%')
order by event_on, event`,
	},
	width: 1040,
	points: ({ answers }, view) => answers.filter(row => row.rival === rivals[view]).reverse(),
	columns: () => [
		{ key: 'event_on', label: 'column.day' },
		{ key: 'title', label: 'column.model' },
		{
			key: 'days_to_answer',
			label: 'column.days_to_answer',
			numeric: true,
			show: (point, words) => endText(point, words),
		},
		{
			key: 'answered_by',
			label: 'column.answered_by',
			show: (point, words) => point.answered_by ?? words('value.none'),
		},
		{ key: 'watched_days', label: 'column.watched_days', numeric: true, show: point => count(point.watched_days) },
		{
			key: 'placebo_median_days',
			label: 'column.placebo_days',
			numeric: true,
			show: point => (point.placebo_median_days === null ? '' : count(point.placebo_median_days)),
		},
		{ key: 'event', label: 'column.event' },
	],
	few: ({ points, words }) => {
		const pairs = answered(points).length;
		return pairs < enough ? words('response-lag.few', { pairs, enough }) : null;
	},
	title({ points, words }) {
		const days = answered(points);
		if (days.length < enough)
			return words('response-lag.title-few', { pairs: count(days.length), all: count(points.length) });
		return words('response-lag.title', {
			days: count(median(days)),
			pairs: count(days.length),
			all: count(points.length),
		});
	},
	subtitle: ({ points, view, words }) =>
		words('response-lag.subtitle', {
			rival: words(view === 'us' ? 'response-lag.us' : view === 'cn' ? 'response-lag.cn' : 'response-lag.any'),
			to: day(points[0]?.event_on ?? '', words),
		}),
	note: ({ points, words }) => {
		const placebos = points.flatMap(point =>
			point.placebo_median_days === null ? [] : [Number(point.placebo_median_days)],
		);
		return words(placebos.length ? 'response-lag.note' : 'response-lag.note-bare', {
			placebo: count(placebos.length ? median(placebos) : 0),
		});
	},
	summary: ({ points, words }) =>
		points
			.map(point =>
				words('response-lag.part', { model: point.title, day: day(point.event_on, words), end: endText(point, words) }),
			)
			.join(' '),
	draw(document, { points, words }, width) {
		const ends = points.map(endOf);
		const x = timeAxis(
			new Date(Math.min(...points.map(point => Number(utc(point.event_on))))),
			new Date(Math.max(...ends)),
			width < 500 ? 3 : 6,
			words,
		);
		const lines: Line<Answer>[] = points.map(point => ({
			label:
				width < 500 ? point.title : words('launch-to-now.row', { model: point.title, day: day(point.event_on, words) }),
			end:
				point.answered_by === null
					? endText(point, words)
					: words('response-lag.end', { days: endText(point, words), by: point.answered_by }),
			colour: group(point.country).text,
			item: point,
		}));
		const sheet = rowSheet(document, { width, lines, axis: x, labelShare: 0.34, at: point => endOf(point) });
		for (const { item, y } of sheet.lines) sheet.root.append(...marks(document, item, sheet.x, y));
		return sheet.root;
	},
} satisfies Chart<Rows, Answer>;

const answered = (points: readonly Answer[]) =>
	points.flatMap(point => (point.days_to_answer === null ? [] : [Number(point.days_to_answer)]));
const endOf = (point: Answer) =>
	Number(utc(point.event_on)) + Number(point.days_to_answer ?? point.watched_days) * 86_400_000;

const endText = (point: Answer, words: Words) =>
	point.days_to_answer === null
		? words('response-lag.none-yet', { days: count(point.watched_days) })
		: words('response-lag.days', { days: count(point.days_to_answer) });

/** The cut, and the answer with its own mark; without one the line is dotted to the end of the record. */
function marks(document: Document, point: Answer, x: (value: number) => number, y: number): SVGElement[] {
	const [from, to] = [x(Number(utc(point.event_on))), x(endOf(point))];
	const isOpen = point.days_to_answer === null;
	const nodes = [
		bar(
			document,
			from,
			to,
			y,
			isOpen ? { stroke: paint('rest'), width: 1, dash: '2 3' } : { stroke: paint('muted'), width: 1.5 },
		),
		mark(document, point.country, from, y),
	];
	return isOpen ? nodes : [...nodes, mark(document, point.answered_country ?? 'unknown', to, y, { hollow: true })];
}
