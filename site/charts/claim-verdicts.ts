import type { Chart, Document, Point } from '../chart.ts';
import { verdictColumn, verdictText, type Verdict } from '../claims.ts';
import { count, day } from '../format.ts';
import { textWidth } from '../label.ts';
import { scaleOf } from '../row-sheet.ts';
import { timeAxis, utc } from '../panel.ts';
import { clauses } from '../sentence.ts';
import { spoken } from '../spoken.ts';
import { stopAt } from '../stops.ts';
import { paint } from '../style/colours.ts';
import { element, sheet } from '../svg.ts';
import { verdictGlyph } from '../verdict-glyph.ts';

type Held = Point & {
	claim_id: string;
	day: string;
	to_day: string;
	release: string;
	verdict: Verdict;
	reason: string;
	reason_zh: string | null;
};
type Rows = { verdicts: Held[] };

const [top, strip, side] = [30, 22, 14];

/** The verdict of one claim from day to day: a piece of the strip for each stretch that one verdict held. */
export const claimVerdicts = {
	id: 'claim-verdicts',
	of: 'claim',
	marts: ['mart_claim_history__claim_day', 'mart_claim__claim'],
	views: ['days'],
	query: {
		verdicts: `select claim_id, day, coalesce(lead(day) over (partition by claim_id order by day), (select built_on::date from meta)) as to_day, release,
    ${verdictColumn} as verdict, reason, reason_zh, marts
from mart_claim_history__claim_day
left join (select claim_id, marts from mart_claim__claim) using (claim_id)
where claim_id = $id
order by claim_id, day`,
	},
	width: 720,
	points: ({ verdicts }) => verdicts,
	columns: () => [
		{ key: 'day', label: 'column.from_day', show: (row, words) => day(row.day, words) },
		{ key: 'verdict', label: 'column.verdict', show: (row, words) => verdictText(row.verdict, words) },
		{ key: 'reason', label: 'column.reason', show: (row, words) => spoken(row, 'reason', words) },
		{ key: 'release', label: 'column.release' },
	],
	few: ({ points, words }) => (isOneDay(points) ? words('claim-verdicts.few') : null),
	title({ points, words }) {
		const last = points.at(-1) as Held;
		const verdict = verdictText(last.verdict, words);
		const times = changesOf(points);
		if (times === 0) return words('claim-verdicts.title-same', { verdict, day: day(last.day, words) });
		return words('claim-verdicts.title', { verdict, times: count(times), day: day(last.day, words) });
	},
	subtitle: ({ points, words }) =>
		isOneDay(points)
			? words('claim-verdicts.question')
			: words('claim-verdicts.subtitle', {
					from: day(points[0]?.day ?? '', words),
					to: day(points.at(-1)?.to_day ?? '', words),
				}),
	summary: ({ points, words }) =>
		words('claim-verdicts.summary', {
			list: clauses(
				points.map(row => words('claim.since', { verdict: verdictText(row.verdict, words), day: day(row.day, words) })),
				words,
			),
		}),
	tip: (row, words) => words('claim.since', { verdict: verdictText(row.verdict, words), day: day(row.day, words) }),
	draw(document, { points, words }, width) {
		if (isOneDay(points)) return null;
		const root = sheet(document, width, top + strip + 44);
		const axis = timeAxis(utc(points[0]?.day ?? ''), utc(points.at(-1)?.to_day ?? ''), width < 500 ? 4 : 6, words);
		const x = scaleOf(axis, side, width - side);
		const ends = points.map(row => ({ row, from: x(utc(row.day)), to: x(utc(row.to_day)) }));
		let free = 0;
		for (const { row, from, to } of ends) {
			root.append(
				piece(document, row.verdict, from, Math.max(from + 1, to)),
				verdictGlyph(document, row.verdict, from, top - 12, 5),
			);
			stopAt(root, row, from, top + strip / 2);
			const text = verdictText(row.verdict, words);
			const wide = textWidth(text);
			const next = ends.find(other => other.from > from)?.from ?? width + 10;
			// Right of its glyph, else left of it; a name without room is told by its glyph and by the table.
			const at = [from + 10, from - 10 - wide].find(
				left => left >= free && left + wide <= (left > from ? next - 8 : width),
			);
			if (at === undefined) free = from + 12;
			else {
				root.append(
					element(document, 'text', { x: at, y: top - 12, dy: '0.35em', fill: paint('ink'), 'data-label': '' }, text),
				);
				free = Math.max(at + wide, from) + 14;
			}
		}
		for (const tick of axis.ticks)
			(axis.format?.(tick) ?? '').split('\n').forEach((line, index) => {
				const half = textWidth(line) / 2;
				const at = Math.min(Math.max(x(tick), half), width - half);
				const look = { x: at, y: top + strip + 16 + index * 13, 'text-anchor': 'middle', fill: paint('muted') };
				root.append(element(document, 'text', look, line));
			});
		return root;
	},
} satisfies Chart<Rows, Held>;

const isOneDay = (points: readonly Held[]) => points[0]?.day === points.at(-1)?.to_day;
const changesOf = (points: readonly Held[]) =>
	points.filter((row, index) => index > 0 && row.verdict !== points[index - 1]?.verdict).length;

/** A stretch of one verdict: full, half or bare, so that no verdict is told by colour alone. */
function piece(document: Document, verdict: Verdict, from: number, to: number): SVGElement {
	const strength = { supported: 0.8, partly: 0.4, contradicted: 0.4, unverifiable: 0.1, not_due: 0.05, open: 0.05 }[
		verdict
	];
	return element(document, 'rect', {
		x: from,
		y: top,
		width: to - from,
		height: strip,
		fill: paint(verdict === 'contradicted' ? 'alert' : 'ink'),
		'fill-opacity': strength,
		stroke: paint('page'),
	});
}
