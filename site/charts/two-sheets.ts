import { cellName } from '../cell.ts';
import type { Chart, Point } from '../chart.ts';
import { count, day, native, rate, sheetUsd, type Num } from '../format.ts';
import { labColumn, labZh } from '../lab-name.ts';
import { mark } from '../marks.ts';
import { linearAxis } from '../panel.ts';
import { rowSheet, type Line } from '../row-sheet.ts';

/** One cell that a lab sells on both its sheets on the same days, and the rate the two amounts imply. */
type Cell = Point & {
	model: string;
	title: string;
	lab: string | null;
	country: string;
	cell: string;
	from_day: string;
	to_day: string | null;
	cny_per_mtok: Num;
	usd_per_mtok: Num;
	implied_cny_per_usd: Num;
	cny_per_usd: Num;
	fx_day: string;
};
type Rows = { cells: Cell[] };
const enough = 3;

export const twoSheets = {
	id: 'two-sheets',
	marts: ['mart_implied_fx__model_cell', 'mart_model__model'],
	views: ['newest'],
	query: {
		cells: `select implied.model, coalesce(implied.title, implied.model) as title, implied.lab, ${labZh('implied.lab')}, coalesce(model.country, 'unknown') as country, cell,
    from_day, to_day, cny_per_mtok, usd_per_mtok, implied_cny_per_usd, cny_per_usd, fx_day
from mart_implied_fx__model_cell as implied
left join mart_model__model as model on model.model = implied.model
where usd_per_mtok > 0 and cny_per_mtok > 0 and cny_per_usd > 0 and (to_day is null or to_day - from_day >= 7)
qualify row_number() over (partition by implied.model, cell order by from_day desc) = 1
order by implied_cny_per_usd desc, implied.model, cell`,
	},
	width: 1040,
	points: ({ cells }) => cells.filter(cell => Number(cell.usd_per_mtok) > 0 && Number(cell.cny_per_mtok) > 0),
	columns: () => [
		{ key: 'title', label: 'column.model' },
		labColumn,
		{ key: 'cell', label: 'column.cell', show: (point, words) => cellName(point.cell, words) },
		{
			key: 'cny_per_mtok',
			label: 'column.yuan_price',
			numeric: true,
			show: point => native(point.cny_per_mtok, 'CNY'),
		},
		{ key: 'usd_per_mtok', label: 'column.usd_per_mtok', numeric: true, show: point => sheetUsd(point.usd_per_mtok) },
		{
			key: 'implied_cny_per_usd',
			label: 'column.implied_rate',
			numeric: true,
			show: point => rate(point.implied_cny_per_usd),
		},
		{ key: 'cny_per_usd', label: 'column.market_rate', numeric: true, show: point => rate(point.cny_per_usd) },
		{ key: 'fx_day', label: 'column.rate_day' },
		{ key: 'from_day', label: 'column.from_day' },
		{ key: 'to_day', label: 'column.to_day', show: (point, words) => point.to_day ?? words('value.to_now') },
	],
	few: ({ points, words }) => {
		const models = new Set(points.map(point => point.model)).size;
		return models < enough ? words('two-sheets.few', { models, enough }) : null;
	},
	title({ points, words }) {
		const above = points.filter(point => Number(point.implied_cny_per_usd) > Number(point.cny_per_usd)).length;
		return words('two-sheets.title', { above: count(above), all: count(points.length) });
	},
	subtitle: ({ points, words }) => {
		const own = points.map(point => Number(point.implied_cny_per_usd));
		return words('two-sheets.subtitle', { low: rate(Math.min(...own)), high: rate(Math.max(...own)) });
	},
	note: ({ words }) => words('two-sheets.note'),
	summary: ({ points, words }) =>
		points
			.map(point =>
				words('two-sheets.part', {
					model: point.title,
					cell: cellName(point.cell, words),
					implied: rate(point.implied_cny_per_usd),
					market: rate(point.cny_per_usd),
					day: day(point.fx_day, words),
				}),
			)
			.join(' '),
	draw(document, { points, words }, width, few) {
		const rates = points.flatMap(point => [Number(point.implied_cny_per_usd), Number(point.cny_per_usd)]);
		const lines: Line<Cell>[] = points.map(point => ({
			label: words('value.model-cell', { model: point.title, cell: cellName(point.cell, words), sheet: '' }).trim(),
			// Narrow, the name of the cell needs the room: both prices stand in the table.
			end:
				width < 500
					? rate(point.implied_cny_per_usd)
					: words('two-sheets.end', {
							cny: native(point.cny_per_mtok, 'CNY'),
							usd: sheetUsd(point.usd_per_mtok),
							implied: rate(point.implied_cny_per_usd),
						}),
			item: point,
		}));
		const axis = { ...linearAxis(rates), format: (tick: number | Date) => rate(Number(tick)) };
		const sheet = rowSheet(document, { width, lines, axis, at: point => Number(point.implied_cny_per_usd) });
		for (const { item, y } of sheet.lines) {
			sheet.root.append(mark(document, 'other', sheet.x(Number(item.cny_per_usd)), y, { r: 2.5 }));
			sheet.root.append(mark(document, item.country, sheet.x(Number(item.implied_cny_per_usd)), y, { hollow: few }));
		}
		return sheet.root;
	},
} satisfies Chart<Rows, Cell>;
