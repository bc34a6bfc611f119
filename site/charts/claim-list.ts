import type { Chart, Point } from '../chart.ts';
import { claimText, firstClaims, unitText, verdictColumn, verdicts, verdictText, type Verdict } from '../claims.ts';
import { count, figures, type Num } from '../format.ts';
import { clauses } from '../sentence.ts';
import { spoken } from '../spoken.ts';
import { stopAt } from '../stops.ts';
import { paint } from '../style/colours.ts';
import { element, sheet } from '../svg.ts';
import { verdictGlyph } from '../verdict-glyph.ts';

type Row = Point & {
	claim_id: string;
	claim: string;
	claim_zh: string;
	claimed: string | null;
	unit: string | null;
	measured_low: Num | null;
	measured_high: Num | null;
	verdict: Verdict;
	verdict_since_day: string;
	reason: string;
	reason_zh: string | null;
};
type Rows = { claims: Row[] };

const pitch = 18;

/** Every claim by its verdict: one mark a claim. A view is one verdict. */
export const claimList = {
	id: 'claim-list',
	marts: ['mart_claim__claim'],
	views: ['all', 'supported', 'partly', 'contradicted', 'unverifiable', 'not-due', 'open'],
	query: {
		claims: `select claim_id, claim, claim_zh, claimed, unit, measured_low, measured_high,
    ${verdictColumn} as verdict, verdict_since_day, reason, reason_zh, marts
from mart_claim__claim
order by claim_id`,
	},
	width: 720,
	points: ({ claims }, view) =>
		verdicts
			.filter(verdict => view === 'all' || view.replace('-', '_') === verdict)
			.flatMap(verdict => firstThen(claims.filter(row => row.verdict === verdict))),
	columns: () => [
		{ key: 'claim_id', label: 'column.claim_id' },
		{ key: 'claim', label: 'column.claim', show: (row, words) => claimText(row, words) },
		{
			key: 'claimed',
			label: 'column.claimed',
			numeric: true,
			show: (row, words) => row.claimed ?? words('value.none'),
		},
		{ key: 'unit', label: 'column.unit', show: (row, words) => unitText(row.unit, words) },
		{ key: 'measured_low', label: 'column.measured_low', numeric: true, show: row => shown(row.measured_low) },
		{ key: 'measured_high', label: 'column.measured_high', numeric: true, show: row => shown(row.measured_high) },
		{ key: 'verdict', label: 'column.verdict', show: (row, words) => verdictText(row.verdict, words) },
		{ key: 'verdict_since_day', label: 'column.verdict_since_day' },
		{ key: 'reason', label: 'column.reason', show: (row, words) => spoken(row, 'reason', words) },
	],
	few: () => null,
	title({ rows, points, view, words }) {
		const all = count(rows.claims.length);
		const of = (verdict: Verdict) => count(rows.claims.filter(row => row.verdict === verdict).length);
		if (view !== 'all')
			return words('claim-list.title-one', {
				all,
				count: count(points.length),
				verdict: words(`verdict.${view.replace('-', '_') as Verdict}`),
			});
		return words('claim-list.title', {
			all,
			supported: of('supported'),
			partly: of('partly'),
			contradicted: of('contradicted'),
		});
	},
	subtitle: ({ words }) => words('claim-list.subtitle'),
	summary: ({ rows, words }) =>
		words('claim-list.summary', {
			all: count(rows.claims.length),
			list: clauses(
				verdicts.map(verdict =>
					words('claim-list.part', {
						count: count(rows.claims.filter(row => row.verdict === verdict).length),
						verdict: verdictText(verdict, words),
					}),
				),
				words,
			),
		}),
	tip: (row, words) => `${claimText(row, words)} ${verdictText(row.verdict, words)}`,
	draw(document, { points, words }, width) {
		const isNarrow = width < 500;
		const left = isNarrow ? 8 : 170;
		const across = Math.floor((width - left - 8) / pitch);
		const shownVerdicts = verdicts.filter(verdict => points.some(row => row.verdict === verdict));
		const head = isNarrow ? 20 : 0;
		const heights = shownVerdicts.map(
			verdict => head + Math.ceil(points.filter(row => row.verdict === verdict).length / across) * pitch + 12,
		);
		const root = sheet(
			document,
			width,
			heights.reduce((sum, height) => sum + height, 4),
		);
		let top = 4;
		shownVerdicts.forEach((verdict, index) => {
			const own = points.filter(row => row.verdict === verdict);
			const text = words('claim-list.part', { count: count(own.length), verdict: verdictText(verdict, words) });
			const place = isNarrow ? { x: 4, y: top + 9 } : { x: left - 18, y: top + 9, 'text-anchor': 'end' };
			root.append(element(document, 'text', { ...place, dy: '0.35em', fill: paint('ink'), 'data-label': '' }, text));
			own.forEach((row, at) => {
				const [x, y] = [left + (at % across) * pitch + 5, top + head + Math.floor(at / across) * pitch + 9];
				root.append(verdictGlyph(document, verdict, x, y, 5));
				stopAt(root, row, x, y);
			});
			top += heights[index] ?? 0;
		});
		return root;
	},
} satisfies Chart<Rows, Row>;

const shown = (value: Num | null): string => (value === null ? '' : figures(value));

/** Those that the site shows first, in their order, then the rest by id. */
export function firstThen<Row extends { claim_id: string }>(rows: readonly Row[]): Row[] {
	const rank = ({ claim_id }: Row) => {
		const place = firstClaims.indexOf(claim_id);
		return place < 0 ? firstClaims.length : place;
	};
	return [...rows].sort((a, b) => rank(a) - rank(b) || a.claim_id.localeCompare(b.claim_id, 'en'));
}
