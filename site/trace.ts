import { pageOf } from './address.ts';
import { book, type Book } from './book.ts';
import type { Point } from './chart.ts';
import type { Bound, Figure } from './figure.ts';
import { chartOf, figureOf, type Wanted } from './gallery.ts';
import { pageOrder } from './page-order.ts';
import { provenanceOf } from './provenance.ts';
import { nameOf, restsOf, type Rests } from './rests.ts';
import { wordsOf, type Lang } from './words.ts';

/** Where one drawn row comes from. */
export type Trace = Rests & { key: string; point: Point; cells: readonly string[] };

const measures = /^(share|low|high|coverage|tokens|rows|value|ratio|score|usd|native|amount|measured|median|count|\d)/;

/** Keys of the rows of a figure: what names each, joined by `_`, numbered where two are alike. */
export function keysOf({ points }: Pick<Figure, 'points'>): string[] {
	const first = points[0] ?? {};
	const names = Object.keys(first).filter(
		column =>
			typeof first[column] === 'string' &&
			!measures.test(column) &&
			!/snapshot|citation|reason|detail|title|_zh$/.test(column),
	);
	const seen = new Map<string, number>();
	return points.map(point => {
		const key = slug(
			names
				.slice(0, 6)
				.map(column => point[column])
				.filter(value => value !== null && value !== '')
				.join('_'),
		);
		const times = (seen.get(key) ?? 0) + 1;
		seen.set(key, times);
		return times === 1 ? key : `${key}_${times}`;
	});
}

const slug = (text: string): string =>
	text
		.toLowerCase()
		.replace(/[^a-z0-9._-]+/g, '-')
		.replace(/^-+/, '')
		.slice(0, 100) || 'row';

/** Every drawn row with what it rests on. */
export function tracesOf(figure: Figure, sources: readonly string[], found: Book): Trace[] {
	const keys = keysOf(figure);
	return figure.points.map((point, index) => ({
		...restsOf(point, sources, found),
		key: keys[index] ?? 'row',
		point,
		cells: figure.table.body[index] ?? [],
	}));
}

/** The page of the traces of a view. */
export const tracePage = (chart: Bound, view: string): string =>
	`${pageOf(chart, {})}trace/${view === chart.views[0] ? '' : `${view}/`}`;

/** Places of the rows of a table in the order of a page, the first `limit` of them. */
export function placesShown(body: readonly (readonly string[])[], limit: number): number[] {
	const places = body.map((_, index) => index);
	return (pageOrder(body).isReversed ? places.reverse() : places).slice(0, limit);
}

/** Rows of its table that a page has room for: its own page, any other. */
export const room = { own: 400, other: 26 } as const;

/** What the rows rest on that a chart of a thing shows on its page. */
export async function restsShown(wanted: Wanted, lang: Lang): Promise<Rests[]> {
	const [figure, found] = [await figureOf(wanted, lang), await book()];
	const sources = await sourcesOf(wanted.id);
	return placesShown(figure.table.body, room.other).map(index => restsOf(figure.points[index] ?? {}, sources, found));
}

const behind = new Map<string, Promise<string[]>>();
/** The sources behind a chart, by id. */
export function sourcesOf(id: string): Promise<string[]> {
	const found =
		behind.get(id) ??
		provenanceOf(chartOf(id).marts, wordsOf('en')).then(({ sources }) => sources.map(({ source }) => source));
	behind.set(id, found);
	return found;
}

/** Where the rows of a view lead that a page shows: to their traces, of a chart of a thing to the evidence beside it. */
export async function rowLinks(wanted: Wanted & { view: string }, lang: Lang, limit: number): Promise<string[]> {
	const chart = chartOf(wanted.id);
	if (chart.of) return (await restsShown(wanted, lang)).map(rests => `${pageOf(chart, wanted)}#${nameOf(rests)}`);
	const figure = await figureOf(wanted, lang);
	const keys = keysOf(figure);
	return placesShown(figure.table.body, limit).map(index => `${tracePage(chart, wanted.view)}#${keys[index]}`);
}
