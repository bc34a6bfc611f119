import type { Chart } from '../chart.ts';
import { cutsQuery, type Cut } from '../cuts.ts';
import { cutColumns } from '../event-columns.ts';
import { change, count, day } from '../format.ts';

type Rows = { cuts: Cut[] };
const moneys: Record<string, readonly string[]> = { list: ['USD'], 'list-cny': ['CNY'] };

export const eventLedger = {
	id: 'event-ledger',
	marts: ['mart_price_cut__model_meter_day'],
	views: ['list', 'list-cny'],
	query: { cuts: cutsQuery },
	width: 1040,
	points: (rows, view) => [...rows.cuts].reverse().filter(row => moneys[view]?.includes(row.currency)),
	columns: () => cutColumns,
	few: () => null,
	title({ points, words }) {
		const cuts = points.filter(point => point.kind === 'cut').length;
		return words('event-ledger.title', { cuts: count(cuts), rises: count(points.length - cuts) });
	},
	subtitle: ({ points, view, words }) =>
		words(view === 'list' ? 'event-ledger.subtitle' : 'event-ledger.subtitle-cny', {
			from: day(points.at(-1)?.changed_by ?? '', words),
			to: day(points[0]?.changed_by ?? '', words),
		}),
	note: ({ points, words }) =>
		words('event-ledger.note', { provisional: count(points.filter(point => point.is_provisional).length) }),
	summary({ points, words }) {
		const last = points[0];
		return last
			? words('event-ledger.summary', {
					model: last.title,
					cell: last.cell,
					change: change(last.change, 1),
					day: day(last.changed_by, words),
				})
			: '';
	},
} satisfies Chart<Rows, Cut>;
