import type { Chart, ChartState, Document, Entity, Point } from './chart.ts';
import { csv } from './csv.ts';
import { stopsOf } from './stops.ts';
import { finish } from './svg.ts';
import { tipsOf, type Tips } from './tip.ts';
import type { Key, Words } from './words.ts';

/** Row sets by the names of a chart's queries, as read from the published file. */
export type RowSets = Readonly<Record<string, readonly unknown[]>>;

export type Figure = {
	readonly id: string;
	readonly view: string;
	readonly state: ChartState;
	readonly title: string;
	readonly subtitle: string;
	readonly note: string | null;
	readonly summary: string;
	readonly table: { readonly head: readonly { text: string; numeric: boolean }[]; readonly body: readonly string[][] };
	readonly csv: string;
	/** The rows behind the table, in its order, with every column of the query. */
	readonly points: readonly Point[];
	/** The drawing at its own width, at 340 px where that is another, and as a file that stands alone; null in state `none` and for a table. */
	readonly svg: { readonly wide: string; readonly narrow: string | null; readonly alone: string } | null;
	/** What a reader is told at each point of the drawing: a line `key|text` each; the drawing's `data-points` name them. */
	readonly tips: readonly string[];
};

/** A chart with its row types closed over, so that charts of different rows stand in one list. */
export type Bound = {
	readonly id: string;
	readonly of: Entity | undefined;
	readonly marts: readonly string[];
	readonly scope: Key | undefined;
	readonly views: readonly [string, ...string[]];
	readonly query: Readonly<Record<string, string>>;
	readonly width: number;
	figure(document: Document, rows: RowSets, view: string, words: Words): Figure;
};

export function bind<Rows, P extends Point>(chart: Chart<Rows, P>): Bound {
	return {
		id: chart.id,
		of: chart.of,
		marts: chart.marts,
		scope: chart.scope,
		views: chart.views,
		query: chart.query,
		width: chart.width,
		figure: (document, rows, view, words) => figure(chart, document, rows as Rows, view, words),
	};
}

function figure<Rows, P extends Point>(
	chart: Chart<Rows, P>,
	document: Document,
	rows: Rows,
	view: string,
	words: Words,
): Figure {
	const points = chart.points(rows, view);
	const scene = { rows, points, view, words };
	const columns = chart.columns(view);
	const base = {
		id: chart.id,
		view,
		points,
		csv: csv(
			columns.map(column => column.key),
			points,
		),
		table: {
			head: columns.map(column => ({ text: words(column.label), numeric: column.numeric ?? false })),
			body: points.map(point =>
				columns.map(column => (column.show ? column.show(point, words) : shown(point[column.key], words))),
			),
		},
	};
	if (points.length === 0) {
		const sentence = words(`${chart.id}.none` as Key);
		return {
			...base,
			state: { name: 'none', sentence },
			title: words(`${chart.id}.name` as Key),
			subtitle: words(`${chart.id}.question` as Key),
			note: null,
			summary: sentence,
			svg: null,
			tips: [],
		};
	}
	const few = chart.few(scene);
	const texts = { title: chart.title(scene), summary: chart.summary(scene) };
	const tips: Tips = tipsOf(chart, scene, base.table);
	const drawn = (width: number, suffix: string) => {
		const svg = chart.draw?.(document, scene, width, few !== null);
		if (!svg) return null;
		const stops = tips.numbered(stopsOf(svg, points));
		return finish(svg, `${chart.id}-${view}-${suffix}`, texts, stops);
	};
	const wide = drawn(chart.width, 'wide');
	const narrow = chart.width === 340 ? null : drawn(340, 'narrow');
	return {
		...base,
		...texts,
		state: few === null ? { name: 'drawn' } : { name: 'few', sentence: few },
		subtitle: chart.subtitle(scene),
		note: chart.note?.(scene) ?? null,
		svg: wide && {
			wide: wide.inline,
			narrow: narrow?.inline ?? null,
			alone: wide.alone,
		},
		tips: tips.lines,
	};
}

const shown = (value: unknown, words: Words): string =>
	value === null || value === undefined ? words('value.not_stated') : String(value);
