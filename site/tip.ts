import type { Chart, Point, Scene } from './chart.ts';
import type { Stop } from './stops.ts';

export type Tips = {
	/** `key|text`, in the order first stopped at. */
	readonly lines: readonly string[];
	/** The stops of one drawing as an attribute: `x,y,line` each. Without any, the rows themselves are told, at no place. */
	numbered(stops: readonly Stop[]): string;
};

type Table = { readonly head: readonly { text: string; numeric: boolean }[]; readonly body: readonly string[][] };

/** Columns that say when: never the name of a series. */
const dated = /^(day|week|month|from_day|to_day|\w+_(day|at|on|by|after))$/;
/** Columns that name a series, best first. */
const names = ['model', 'title', 'lab', 'country', 'source', 'basis', 'series', 'number'];
/** Columns that say when a row is, best first. */
const whens = ['day', 'week', 'month', 'from_day', 'changed_by'];
/** Rows told of a drawing that has no point of its own. */
const most = 200;

/** Tips of a figure: made once, shared by its drawings. */
export function tipsOf<Rows, P extends Point>(
	chart: Pick<Chart<Rows, P>, 'columns' | 'tip'>,
	{ points, view, words }: Scene<Rows, P>,
	{ head, body }: Table,
): Tips {
	const columns = chart.columns(view);
	const isText = (index: number) => !columns[index]?.numeric && !dated.test(columns[index]?.key ?? '');
	const places = columns.map((_, index) => index);
	const name =
		names.map(key => columns.findIndex(column => column.key === key)).find(index => index >= 0 && isText(index)) ??
		Math.max(0, places.findIndex(isText));
	const silent = new Set(['', words('value.not_stated'), words('value.yes'), words('value.no')]);
	const lines: string[] = [];
	const numbers = new Map<number, number>();
	const told = (row: number): string => {
		const [point, cells] = [points[row] as P, body[row] ?? []];
		if (chart.tip) return chart.tip(point, words);
		const said = (index: number) => index !== name && !silent.has(cells[index] ?? '');
		const when = whens
			.map(one => columns.findIndex(column => column.key === one))
			.filter(index => index >= 0 && said(index));
		const which = places.filter(index => said(index) && isText(index)).slice(0, 2);
		const values = places.filter(index => said(index) && columns[index]?.numeric).slice(0, 4);
		return [
			cells[name],
			...[...when.slice(0, 1), ...which].map(index => cells[index]),
			...values.map(index => `${head[index]?.text} ${cells[index]}`),
		].join(' · ');
	};
	const line = (row: number): number => {
		const known = numbers.get(row);
		if (known !== undefined) return known;
		const key = columns[name]?.key;
		lines.push(`${keyOf(key === undefined ? '' : points[row]?.[key])}|${plain(told(row))}`);
		numbers.set(row, lines.length - 1);
		return lines.length - 1;
	};
	return {
		lines,
		numbered: stops =>
			stops.length > 0
				? stops.map(stop => `${stop.x},${stop.y},${line(stop.row)}`).join(' ')
				: points
						.slice(0, most)
						.map((_, row) => `-1,-1,${line(row)}`)
						.join(' '),
	};
}

/** One line, and nothing in it that reads like markup where it lies in an attribute; the script turns it back. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replaceAll('<', '\\u003c');

/** The same in both languages, fit for an address. */
const keyOf = (value: unknown): string =>
	String(value ?? '')
		.toLowerCase()
		.replace(/[^a-z0-9.]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
