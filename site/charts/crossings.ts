import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { day } from '../format.ts';
import { timeAxis, utc } from '../panel.ts';
import { rowsPanel } from '../rows.ts';
import { sentences } from '../sentence.ts';
import { paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import type { Key, Words } from '../words.ts';

type Rule = 'one-week' | 'three-weeks' | 'three-certain';
type Crossing = Point & {
	basis: string;
	measure: 'tokens' | 'spend';
	rule: Rule;
	week: string | null;
	lead: string | null;
	weeks: number;
	from_week: string;
	until_week: string;
};
type Read = {
	basis: string;
	measure: 'tokens' | 'spend';
	share_kind: 'share' | 'low';
	k: number;
	week: string | null;
	weeks: number;
	from_week: string;
	until_week: string;
};
type Lead = { basis: string; week: string; lead: string | null; lead_certain: boolean | null };
type Rows = { rules: Read[]; leads: Lead[] };

const bases = ['top9_models', 'top50_daily', 'all_tokens', 'top10_models'];
const rules: readonly Rule[] = ['one-week', 'three-weeks', 'three-certain'];

export const crossings = {
	id: 'crossings',
	marts: ['mart_crossover__basis_rule', 'mart_token_share__country_week'],
	scope: 'share.scope',
	views: ['all'],
	query: {
		rules: `select basis, measure, share_kind, k, week, weeks, from_week, until_week
from mart_crossover__basis_rule
where k = 3 or (k = 1 and share_kind = 'share')
order by basis, measure desc, share_kind desc, k`,
		leads: `select basis, week, lead, lead_certain
from mart_token_share__country_week
where country = 'CN' and is_complete`,
	},
	width: 720,
	points: ({ rules: read, leads }) => {
		const found = read.map(({ share_kind, k, ...row }): Crossing => {
			const lead = leads.find(one => one.basis === row.basis && one.week === row.week);
			return {
				basis: row.basis,
				measure: row.measure,
				rule: share_kind === 'low' ? 'three-certain' : Number(k) === 1 ? 'one-week' : 'three-weeks',
				week: row.week,
				lead: row.measure === 'tokens' ? leadOf(lead) : null,
				weeks: Number(row.weeks),
				from_week: row.from_week,
				until_week: row.until_week,
			};
		});
		return found.sort(
			(a, b) =>
				bases.indexOf(a.basis) - bases.indexOf(b.basis) ||
				b.measure.localeCompare(a.measure, 'en') ||
				rules.indexOf(a.rule) - rules.indexOf(b.rule),
		);
	},
	columns: () => [
		{ key: 'basis', label: 'column.basis', show: (point, words) => words(`basis.${point.basis}` as Key) },
		{ key: 'measure', label: 'column.measure', show: (point, words) => words(`measure.${point.measure}`) },
		{ key: 'rule', label: 'column.rule', show: (point, words) => words(`crossings.rule-${point.rule}`) },
		{
			key: 'week',
			label: 'column.crossing',
			show: (point, words) => point.week ?? words('crossings.never', { weeks: point.weeks }),
		},
		{ key: 'lead', label: 'column.lead', show: (point, words) => leadWord(point, words) || words('value.not_stated') },
		{ key: 'weeks', label: 'column.weeks', numeric: true },
		{ key: 'from_week', label: 'column.from_day' },
		{ key: 'until_week', label: 'column.to_day' },
	],
	few: ({ points, words }) => (points.length < 2 ? words('crossings.few', { rules: points.length }) : null),
	title({ points, words }) {
		const days = (measure: string) =>
			points.flatMap(point => (point.measure === measure && point.week !== null ? [point.week] : [])).sort();
		const [tokens, spend] = [days('tokens'), days('spend')];
		const [first, last] = [tokens[0], tokens.at(-1)];
		if (first === undefined || last === undefined) return words('crossings.title-none');
		const range = { first: day(first, words), last: day(last, words) };
		const asked = points.some(point => point.measure === 'spend');
		return words(asked && spend.length === 0 ? 'crossings.title' : 'crossings.title-tokens', range);
	},
	subtitle: ({ words }) => words('crossings.subtitle'),
	note: ({ words }) => words('crossings.note'),
	summary: ({ points, words }) =>
		sentences(
			points.map(point =>
				words('crossings.summary', {
					basis: words(`basis.${point.basis}` as Key),
					measure: words(`measure.${point.measure}`),
					rule: words(`crossings.rule-${point.rule}`),
					day: point.week === null ? words('crossings.never', { weeks: point.weeks }) : day(point.week, words),
				}),
			),
			words,
		),
	draw(document, { points, words }, width) {
		const days = points.flatMap(point => [point.week ?? point.until_week]).map(iso => utc(iso).getTime());
		const [from, to] = [Math.min(...days) - 21 * 86_400_000, Math.max(...days) + 14 * 86_400_000];
		const marks = points.map((point, index) => ({ ...point, point, index }));
		const crossed = marks.filter(point => point.week !== null);
		const drawn = rowsPanel(document, {
			width,
			rows: points.map(point => ({
				label: `${words(`basis.${point.basis}` as Key)}${words('crossings.join')}${words(`measure-short.${point.measure}`)}${words('crossings.join')}${words(`crossings.rule-${point.rule}`)}`,
				end: endOf(point, words, width < 500),
			})),
			x: timeAxis(new Date(from), new Date(to), width < 500 ? 3 : 6, words),
			marks: [
				Plot.dot(crossed, {
					x: point => utc(String(point.week)),
					y: 'index',
					symbol: 'diamond',
					r: 5,
					stroke: paint('cn'),
					fill: point => (point.rule === 'one-week' ? paint('page') : paint('cn')),
				}),
				// Not crossed: the span that was watched, to its end.
				Plot.ruleY(
					marks.filter(point => point.week === null),
					{
						y: 'index',
						x1: point => Math.max(utc(point.from_week).getTime(), from),
						x2: point => Math.max(utc(point.until_week).getTime(), from),
						stroke: paint('rest'),
						strokeWidth: 3,
						strokeOpacity: 0.5,
					},
				),
			],
		});
		const root = sheet(document, width, drawn.height);
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Crossing>;

const leadOf = (row: Lead | undefined) =>
	!row || row.lead === null ? null : row.lead === 'open' || !row.lead_certain ? 'open' : `${row.lead}-certain`;
const leadWord = (point: Crossing, words: Words) => (point.lead === null ? '' : words(`lead.${point.lead}` as Key));

/** Narrow, the name of the rule needs the room: the lead stands in the table. */
function endOf(point: Crossing, words: Words, isNarrow: boolean): string {
	if (point.week === null) return words('crossings.never', { weeks: point.weeks });
	const lead = isNarrow ? '' : leadWord(point, words);
	return `${day(point.week, words)}${lead ? ` · ${lead}` : ''}`;
}
