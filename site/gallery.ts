import { parseHTML } from 'linkedom';
import type { Document } from './chart.ts';
import { charts } from './charts.ts';
import { publication, type Publication } from './data.ts';
import type { Bound, Figure, RowSets } from './figure.ts';
import { wordsOf, type Lang } from './words.ts';

/** One view of a chart in one language; `entity` names the model, lab, event or claim of a chart that is of one. */
export type Wanted = { readonly id: string; readonly view?: string; readonly entity?: string };

const { document } = parseHTML('<!doctype html><html><body></body></html>') as unknown as { document: Document };
const drawn = new Map<string, Promise<Figure>>();

export function chartOf(id: string): Bound {
	const chart = charts.find(one => one.id === id);
	if (!chart) throw new Error(`site: unknown chart: ${id}`);
	return chart;
}

/** A view of a chart over the published rows, drawn once a build. */
export function figureOf(wanted: Wanted, lang: Lang): Promise<Figure> {
	const key = [lang, wanted.id, wanted.view ?? '', wanted.entity ?? ''].join(' ');
	const found = drawn.get(key) ?? publication().then(data => figureFrom(data, wanted, lang));
	drawn.set(key, found);
	return found;
}

/** A view drawn from the rows of a publication. */
export async function figureFrom({ rows }: Pick<Publication, 'rows'>, wanted: Wanted, lang: Lang): Promise<Figure> {
	const chart = chartOf(wanted.id);
	const sets: Record<string, readonly unknown[]> = {};
	for (const [name, sql] of Object.entries(chart.query)) sets[name] = await rows(sql, wanted.entity);
	return chart.figure(document, sets satisfies RowSets, wanted.view ?? chart.views[0], wordsOf(lang));
}

/** Every view of every chart with a page of its own, as route parameters: the default view has no name in an address. */
export const everyView = (): { params: { id: string; view: string | undefined } }[] =>
	charts
		.filter(chart => !chart.of)
		.flatMap(chart =>
			chart.views.map((view, index) => ({ params: { id: chart.id, view: index === 0 ? undefined : view } })),
		);
