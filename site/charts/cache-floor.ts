import * as Plot from '@observablehq/plot';
import type { Chart, Point } from '../chart.ts';
import { day, dayOfYear, sheetUsd, type Num } from '../format.ts';
import { endLabels, labelRoom, logAxis, panel, timeAxis, utc, type EndLabel } from '../panel.ts';
import { sentences } from '../sentence.ts';
import { group, paint } from '../style/colours.ts';
import { place, sheet } from '../svg.ts';
import type { Key, Words } from '../words.ts';

type Floor = Point & {
	series: 'list' | 'cheapest_host';
	country: string;
	day: string;
	min_usd_per_mtok: Num;
	model: string;
	is_after_gap: boolean;
};
type Rows = {
	list: (Omit<Floor, 'series' | 'is_after_gap'> & { min_usd_per_mtok: Num | null })[];
	host: (Omit<Floor, 'series' | 'is_after_gap'> & { min_usd_per_mtok: Num | null })[];
};

/** Days without a price longer than this break the line. */
const longest = 28;

export const cacheFloor = {
	id: 'cache-floor',
	marts: ['mart_cache_floor__country_day', 'mart_cheapest_host__cell_spell'],
	views: ['year', 'whole-series'],
	query: {
		list: `select country, day, min_usd_per_mtok, model
from mart_cache_floor__country_day
where country in ('US', 'CN', 'EU')
order by day, country`,
		host: `with spell as (
    select country, model, min_usd_per_mtok, from_day, least(coalesce(to_day - 1, last_seen_on), last_seen_on) as until_day
    from mart_cheapest_host__cell_spell
    where cell = 'cache_read' and country in ('US', 'CN', 'EU') and min_usd_per_mtok > 0
),
moment as (
    select unnest(generate_series((select min(from_day) from spell), (select max(until_day) from spell), interval 1 day))::date as day
)
select country, day, min(min_usd_per_mtok) as min_usd_per_mtok, min_by(model, (min_usd_per_mtok, model)) as model
from moment
join spell on day between from_day and until_day
group by all
order by day, country`,
	},
	width: 720,
	points({ list, host }, view) {
		const all = [
			...list.map(row => ({ ...row, series: 'list' as const, is_after_gap: false })),
			...host.map(row => ({ ...row, series: 'cheapest_host' as const, is_after_gap: false })),
		].filter((row): row is Floor => row.min_usd_per_mtok !== null && Number(row.min_usd_per_mtok) > 0);
		const newest = all.reduce((last, row) => (row.day > last ? row.day : last), '');
		const first =
			view === 'year' && newest !== ''
				? new Date(utc(newest).getTime() - 364 * 86_400_000).toISOString().slice(0, 10)
				: '';
		return lines(all)
			.flatMap(line => changesOf(line, first))
			.sort(
				(a, b) =>
					(a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
					a.series.localeCompare(b.series, 'en') ||
					a.country.localeCompare(b.country, 'en'),
			);
	},
	columns: () => [
		{ key: 'day', label: 'column.day' },
		{ key: 'series', label: 'column.series', show: (point, words) => words(`series.${point.series}`) },
		{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
		{
			key: 'min_usd_per_mtok',
			label: 'column.cache_read',
			numeric: true,
			show: point => sheetUsd(point.min_usd_per_mtok),
		},
		{ key: 'model', label: 'column.model' },
	],
	few: ({ points, words }) => (new Set(points.map(point => point.day)).size < 2 ? words('cache-floor.few') : null),
	title({ points, words }) {
		const now = (country: string) =>
			points.filter(point => point.series === 'list' && point.country === country).at(-1);
		const [us, cn] = [now('US'), now('CN')];
		if (us && cn)
			return words('cache-floor.title', { us: sheetUsd(us.min_usd_per_mtok), cn: sheetUsd(cn.min_usd_per_mtok) });
		const last = points.at(-1) as Floor;
		return words('cache-floor.title-one', {
			country: words(`country.${last.country}` as Key),
			price: sheetUsd(last.min_usd_per_mtok),
		});
	},
	subtitle: ({ points, words }) => words('cache-floor.subtitle', { day: day(points.at(-1)?.day ?? '', words) }),
	note: ({ words }) => words('cache-floor.note'),
	summary: ({ points, words }) =>
		sentences(
			lines(points).map(line => {
				const [first, last] = [line[0] as Floor, line.at(-1) as Floor];
				return words('cache-floor.summary', {
					series: words(`series.${last.series}`),
					country: words(`country.${last.country}` as Key),
					first: sheetUsd(first.min_usd_per_mtok),
					firstDay: day(first.day, words),
					firstModel: first.model,
					last: sheetUsd(last.min_usd_per_mtok),
					lastDay: day(last.day, words),
					lastModel: last.model,
				});
			}),
			words,
		),
	draw(document, { points, words }, width, few) {
		const height = 360;
		const root = sheet(document, width, height);
		const times = points.map(point => utc(point.day).getTime());
		const [from, to] = [Math.min(...times), Math.max(...times)];
		const newest = new Date(to).toISOString().slice(0, 10);
		const all = lines(points);
		const labels = all.map(line => labelOf(line.at(-1) as Floor, newest, words, width < 500));
		const right = labelRoom(labels, width < 500 ? 150 : 200);
		const drawn = panel(document, {
			width,
			height,
			margin: { top: 18, right, bottom: 40, left: 56 },
			x: timeAxis(new Date(from), new Date(to), width < 500 ? 3 : 6, words),
			y: logAxis(points.map(point => Number(point.min_usd_per_mtok))),
			marks: all.flatMap(line => {
				const last = line.at(-1) as Floor;
				const { stroke, symbol } = group(last.country);
				const isList = last.series === 'list';
				const at = { x: (point: Floor) => utc(point.day), y: (point: Floor) => Number(point.min_usd_per_mtok), stroke };
				const dots = Plot.dot(few ? line : [last], { ...at, symbol, r: 4, fill: isList ? stroke : paint('page') });
				if (few) return [dots];
				const steps = stretches(line).map(run =>
					Plot.line(run, { ...at, strokeWidth: isList ? 2.25 : 1, curve: 'step-after' }),
				);
				return [...steps, dots];
			}),
		});
		endLabels(document, drawn, labels, { top: 24, bottom: height - 46, right, width });
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Floor>;

const lines = (points: readonly Floor[]) =>
	[...new Set(points.map(point => `${point.series}/${point.country}`))].map(key =>
		points.filter(point => `${point.series}/${point.country}` === key),
	);

/** The days on which the floor moved, and the first and the last day of each unbroken stretch, within the span. */
function changesOf(line: readonly Floor[], first: string): Floor[] {
	const shown = line
		.filter(point => point.day >= first)
		.map((point, index, all) => ({ ...point, is_after_gap: isApart(all[index - 1], point) }));
	return shown.filter((point, index) => {
		const [before, after] = [shown[index - 1], shown[index + 1]];
		if (!before || !after || point.is_after_gap || after.is_after_gap) return true;
		return Number(before.min_usd_per_mtok) !== Number(point.min_usd_per_mtok);
	});
}

const isApart = (before: Floor | undefined, point: Floor) =>
	before !== undefined && utc(point.day).getTime() - utc(before.day).getTime() > longest * 86_400_000;

/** Unbroken stretches: over a longer gap no line is drawn. */
function stretches(line: readonly Floor[]): Floor[][] {
	const found: Floor[][] = [];
	for (const point of line) {
		if (point.is_after_gap || found.length === 0) found.push([point]);
		else found.at(-1)?.push(point);
	}
	return found;
}

function labelOf(last: Floor, newest: string, words: Words, isNarrow: boolean): EndLabel {
	const suffix = last.series === 'list' ? '' : `${words('cache-floor.join')}${words('series.host-short')}`;
	const seen = last.day < newest && !isNarrow ? `${words('cache-floor.join')}${dayOfYear(last.day, words)}` : '';
	return {
		id: `${last.series}/${last.country}`,
		text: `${words(`country.${last.country}` as Key)}${suffix} ${sheetUsd(last.min_usd_per_mtok)}${seen}`,
		colour: group(last.country).text,
		at: utc(last.day),
		value: Number(last.min_usd_per_mtok),
	};
}
