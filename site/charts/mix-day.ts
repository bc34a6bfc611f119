import * as Plot from '@observablehq/plot';
import { hybridRoute } from '../../warehouse/methods/workload.ts';
import type { Chart, Point } from '../chart.ts';
import { axisUsd, computedUsd, day, ratio, share, type Num } from '../format.ts';
import { linearAxis, panel } from '../panel.ts';
import { group, paint } from '../style/colours.ts';
import { element, place, sheet } from '../svg.ts';
import type { Words } from '../words.ts';

type Route = {
	route: string;
	premium_model: string;
	premium_title: string | null;
	premium_country: string | null;
	cheap_model: string;
	cheap_title: string | null;
	cheap_country: string | null;
	budget_usd_per_day: Num;
	target_usd_per_day: Num;
	premium_usd_per_mtok: Num;
	cheap_usd_per_mtok: Num;
	mtok_per_day: Num;
	from_day: string;
	last_seen_on: string;
};
type Rows = { routes: Route[] };
type Bar = Point & {
	route: string;
	premium_model: string;
	cheap_model: string;
	premium_share: number;
	premium_usd: number;
	cheap_usd: number;
	usd_per_day: number;
	last_seen_on: string;
};

const views: Record<string, string> = {
	opus: 'opus_deepseek',
	'opus-warm': 'opus_deepseek_warm',
	sonnet: 'sonnet_deepseek',
	'sonnet-warm': 'sonnet_deepseek_warm',
};

export const mixDay = {
	id: 'mix-day',
	marts: ['mart_hybrid_route__route_day', 'mart_model__model'],
	views: ['opus', 'opus-warm', 'sonnet', 'sonnet-warm'],
	query: {
		routes: `select route.route, route.premium_model, premium.title as premium_title, premium.country as premium_country, route.cheap_model,
    cheap.title as cheap_title, cheap.country as cheap_country, route.budget_usd_per_day, route.target_usd_per_day,
    route.premium_usd_per_mtok, route.cheap_usd_per_mtok, route.mtok_per_day, route.from_day, route.last_seen_on
from mart_hybrid_route__route_day as route
left join mart_model__model as premium on premium.model = route.premium_model
left join mart_model__model as cheap on cheap.model = route.cheap_model
qualify row_number() over (partition by route.route order by route.from_day desc) = 1
order by route.route`,
	},
	width: 720,
	points({ routes }, view): Bar[] {
		const route = routes.find(one => one.route === views[view]);
		if (!route) return [];
		const mtok = Number(route.mtok_per_day);
		return Array.from({ length: 11 }, (_, step) => {
			const premium_share = step / 10;
			const premium_usd = premium_share * mtok * Number(route.premium_usd_per_mtok);
			const cheap_usd = (1 - premium_share) * mtok * Number(route.cheap_usd_per_mtok);
			const { premium_model, cheap_model, last_seen_on } = route;
			return {
				route: route.route,
				premium_model,
				cheap_model,
				premium_share,
				premium_usd,
				cheap_usd,
				usd_per_day: premium_usd + cheap_usd,
				last_seen_on,
			};
		});
	},
	columns: () => [
		{
			key: 'premium_share',
			label: 'column.premium_share',
			numeric: true,
			show: point => share(point.premium_share, 0),
		},
		{ key: 'premium_model', label: 'column.premium_model' },
		{ key: 'premium_usd', label: 'column.premium_usd', numeric: true, show: point => computedUsd(point.premium_usd) },
		{ key: 'cheap_model', label: 'column.cheap_model' },
		{ key: 'cheap_usd', label: 'column.cheap_usd', numeric: true, show: point => computedUsd(point.cheap_usd) },
		{ key: 'usd_per_day', label: 'column.usd_per_day', numeric: true, show: point => computedUsd(point.usd_per_day) },
		{ key: 'last_seen_on', label: 'column.last_seen' },
	],
	few: () => null,
	title({ rows, view, words }) {
		const { target, required, cheap_usd, answer } = found(rows, view, words);
		return answer.premium_share === null
			? words('mix-day.title-not', { target, cheap: computedUsd(cheap_usd), required })
			: words('mix-day.title', { target, share: share(answer.premium_share), required });
	},
	subtitle({ rows, view, words }) {
		const { route, budget } = found(rows, view, words);
		return words('mix-day.subtitle', {
			budget,
			premium: route.premium_title ?? route.premium_model,
			cheap: route.cheap_title ?? route.cheap_model,
			cache: words(view.endsWith('warm') ? 'mix-day.cache-warm' : 'mix-day.cache'),
			day: day(route.last_seen_on, words),
		});
	},
	note: ({ words }) => words('mix-day.note'),
	summary({ rows, view, words }) {
		const { target, budget, required, apart, cheap_usd, answer } = found(rows, view, words);
		return words(answer.premium_share === null ? 'mix-day.summary-not' : 'mix-day.summary', {
			...{ target, budget, required },
			ratio: ratio(apart, words),
			cheap: computedUsd(cheap_usd),
			share: answer.premium_share === null ? '' : share(answer.premium_share),
		});
	},
	draw(document, { rows, points, view, words }, width) {
		const height = 340;
		const root = sheet(document, width, height);
		const { route, target } = found(rows, view, words);
		const goal = Number(route.target_usd_per_day);
		const margin = { top: 54, right: 24, bottom: 40, left: 52 };
		const y = linearAxis([0, ...points.map(point => point.usd_per_day)]);
		const [premium, cheap] = [group(route.premium_country ?? 'unknown'), group(route.cheap_country ?? 'unknown')];
		const half = width < 500 ? 0.034 : 0.038;
		const bar = { x1: (point: Bar) => point.premium_share - half, x2: (point: Bar) => point.premium_share + half };
		const drawn = panel(document, {
			width,
			height,
			margin,
			x: {
				type: 'linear',
				domain: [-0.06, 1.06],
				ticks: width < 500 ? [0, 0.5, 1] : [0, 0.2, 0.4, 0.6, 0.8, 1],
				format: tick => share(Number(tick), 0),
			},
			y: { ...y, format: tick => (tick === y.ticks.at(-1) ? axisUsd(Number(tick)) : String(tick)) },
			marks: [
				Plot.rect(points, { ...bar, y1: 0, y2: 'cheap_usd', fill: cheap.stroke }),
				Plot.rect(points, { ...bar, y1: 'cheap_usd', y2: 'usd_per_day', fill: premium.stroke, fillOpacity: 0.72 }),
				Plot.ruleY([goal], { stroke: paint('ink'), strokeDasharray: '6 3' }),
			],
		});
		const text = (x: number, y: number, fill: string, label: string) =>
			element(document, 'text', { x, y, 'text-anchor': 'start', fill, 'data-label': '' }, label);
		const [name, other] = [route.premium_title ?? route.premium_model, route.cheap_title ?? route.cheap_model];
		drawn.svg.append(
			text(margin.left + 8, 14, premium.text, words('mix-day.label-premium', { model: name })),
			text(margin.left + 8, 30, cheap.text, words('mix-day.label-cheap', { model: other })),
			text(margin.left + 8, 46, paint('ink'), words('mix-day.target', { target })),
		);
		place(root, drawn.svg, 0, 0);
		return root;
	},
} satisfies Chart<Rows, Bar>;

function found(rows: Rows, view: string, words: Words) {
	const route = rows.routes.find(one => one.route === views[view]);
	if (!route) throw new Error(`mix-day: unknown route: ${view}`);
	const [budget_usd, target_usd] = [Number(route.budget_usd_per_day), Number(route.target_usd_per_day)];
	const [premium, cheap] = [Number(route.premium_usd_per_mtok), Number(route.cheap_usd_per_mtok)];
	const answer = hybridRoute({ budget_usd, target_usd, premium, cheap });
	return {
		route,
		answer,
		target: axisUsd(target_usd),
		budget: axisUsd(budget_usd),
		required: ratio(1 / answer.required_ratio, words),
		apart: premium / cheap,
		cheap_usd: answer.mtok_per_day * cheap,
	};
}
