import type { Value } from './csv.ts';
import type { Key, Words } from './words.ts';

/** One drawn row: what the table prints, the CSV holds and `draw` draws. Column names are the marts' own. */
export type Point = Readonly<Record<string, Value>>;

/** What a chart is drawn from: the rows of its queries, the points of the view, the view and the word list. */
export type Scene<Rows, P extends Point = Point> = {
	readonly rows: Rows;
	readonly points: readonly P[];
	readonly view: string;
	readonly words: Words;
};

/** States of site.md 0.4 that concern a whole chart; the others are marks of single points. */
export type ChartState = { readonly name: 'drawn' | 'none' | 'few'; readonly sentence?: string };

export type Column<P extends Point> = {
	readonly key: keyof P & string;
	readonly label: Key;
	/** The printed value; without it the value itself. */
	readonly show?: (point: P, words: Words) => string;
	readonly numeric?: boolean;
};

/** Things with a page each, on which charts of their own stand. */
export type Entity = 'model' | 'lab' | 'country' | 'event' | 'claim';

export type Document = typeof globalThis.document;

/**
 * A chart: pure, drawn at build time, named after its permanent id. `query` holds one SQL text per row set, read from the
 * published file. The first view is the default.
 */
export type Chart<Rows, P extends Point> = {
	readonly id: string;
	/** One of this chart stands on the page of each such thing, and its queries read `$id` (at-once.ts says how); without it the chart has a page of its own. */
	readonly of?: Entity;
	readonly marts: readonly string[];
	/** What its numbers do not speak for, printed with the source under every drawing; charts of usage have one. */
	readonly scope?: Key;
	readonly views: readonly [string, ...string[]];
	readonly query: { readonly [Name in keyof Rows]: string };
	/** Width of the drawing in px; 1,040 for charts of two panels; 340 = one drawing for every screen. */
	readonly width: 340 | 720 | 1040;
	points(rows: Rows, view: string): P[];
	columns(view: string): readonly Column<P>[];
	/** Too little for an estimate: the points alone are drawn, and this sentence is printed. Null = enough. */
	few(scene: Scene<Rows, P>): string | null;
	title(scene: Scene<Rows, P>): string;
	subtitle(scene: Scene<Rows, P>): string;
	note?(scene: Scene<Rows, P>): string;
	summary(scene: Scene<Rows, P>): string;
	/** What a reader at this point is told; without it the row's name and its first columns (`tipOf`). */
	tip?(point: P, words: Words): string;
	/** `width` px of room; below 500 px panels stack. `few` = raw points only. A chart without it is its table; so is one that gives null. */
	draw?(document: Document, scene: Scene<Rows, P>, width: number, few: boolean): SVGSVGElement | null;
};
