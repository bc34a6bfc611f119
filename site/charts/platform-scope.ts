import * as Plot from '@observablehq/plot';
import type { Chart } from '../chart.ts';
import { monthOf, share, tokens, type Num } from '../format.ts';
import { rowsPanel } from '../rows.ts';
import { amountOf, saidColumns, type Said } from '../said.ts';
import { clauses } from '../sentence.ts';
import { group, paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import { tokenLogAxis } from '../token-axis.ts';
import type { Words } from '../words.ts';

type Month = {
	month: string;
	platform_tokens_per_day: Num;
	share_at_most: Num | null;
	disclosed_tokens_per_day: Num | null;
};
type Rows = { said: (Said & { tokens_per_day: Num | null })[]; platform: Month[] };

export const platformScope = {
	id: 'platform-scope',
	marts: ['mart_disclosed_tokens__org_month', 'mart_platform_share__month'],
	scope: 'share.scope',
	views: ['newest'],
	query: {
		said: `select org, scope, country_group, month, tokens_per_day, bound, voice, unit_check, citation
from mart_disclosed_tokens__org_month
where month is not null and org <> 'OpenRouter' and scope not like '%:%'
qualify row_number() over (partition by org, scope order by stated_day desc, tokens_per_day desc) = 1
order by tokens_per_day desc, org, scope`,
		platform: `select month, platform_tokens_per_day, share_at_most, disclosed_tokens_per_day
from mart_platform_share__month
where not is_provisional and share_at_most is not null
order by month desc
limit 1`,
	},
	width: 720,
	points({ said, platform }) {
		const own: Said[] = platform.map(row => ({
			org: 'OpenRouter',
			scope: 'measured',
			country_group: null,
			month: row.month.slice(0, 7),
			tokens_per_day: row.platform_tokens_per_day,
			bound: 'exact',
			voice: 'measured',
			unit_check: 'agrees',
			citation: null,
		}));
		return [...own, ...said.filter((row): row is Said => row.tokens_per_day !== null)];
	},
	columns: () => saidColumns,
	few: ({ points, words }) => (points.length < 3 ? words('platform-scope.few', { rows: points.length }) : null),
	title({ rows, points, words }) {
		const at = rows.platform[0];
		if (at && at.share_at_most !== null) return words('platform-scope.title', { share: share(at.share_at_most) });
		const most = largest(points);
		return words('platform-scope.title-none', { tokens: tokens(most.tokens_per_day, words) });
	},
	subtitle({ rows, words }) {
		const at = rows.platform[0];
		return words('platform-scope.subtitle', { month: at ? monthOf(at.month, words) : words('value.none') });
	},
	note: ({ words }) => words('platform-scope.note'),
	summary: ({ points, words }) =>
		clauses(
			points.map(point =>
				words('platform-scope.part', {
					who: nameOf(point, words),
					tokens: amountOf(point, words),
					month: point.month === null ? words('value.not_stated') : monthOf(point.month, words),
				}),
			),
			words,
		),
	draw(document, { points, words }, width) {
		const marks = points.map((point, index) => ({ ...point, point, index }));
		const drawn = rowsPanel(document, {
			width,
			rows: points.map(point => ({
				label: nameOf(point, words),
				colour: point.country_group === null ? paint('ink') : group(point.country_group).text,
				// Narrow, the name needs the room: the month stands in the table.
				end: `${amountOf(point, words)}${point.month === null || width < 500 ? '' : ` · ${monthOf(point.month, words)}`}`,
			})),
			x: tokenLogAxis(
				points.map(point => Number(point.tokens_per_day)),
				words,
			),
			marks: marks.map(point => {
				const { stroke, symbol } =
					point.voice === 'measured'
						? { stroke: paint('ink'), symbol: 'circle' as const }
						: group(point.country_group ?? 'other');
				const isFirm = point.unit_check === 'agrees' && point.voice !== 'third_party' && point.voice !== 'press';
				return Plot.dot([point], {
					x: Number(point.tokens_per_day),
					y: 'index',
					symbol,
					r: point.voice === 'measured' ? 6 : 4.5,
					stroke,
					fill: isFirm ? stroke : paint('page'),
				});
			}),
		});
		const root = sheet(document, width, drawn.height);
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Said>;

const largest = (points: readonly Said[]) =>
	points.reduce((most, point) => (Number(point.tokens_per_day) > Number(most.tokens_per_day) ? point : most));
const nameOf = (point: Said, words: Words) =>
	point.voice === 'measured' ? words('platform-scope.measured') : `${point.org} · ${point.scope}`;
