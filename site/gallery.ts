import { parseHTML } from 'linkedom';
import type { Document } from './chart.ts';
import { charts } from './charts.ts';
import { publication, type Publication } from './data.ts';
import type { Bound, Figure, RowSets } from './figure.ts';
import { english } from './words.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>') as unknown as { document: Document };
const drawn = new Map<string, Promise<Figure>>();

export function chartOf(id: string): Bound {
	const chart = charts.find(one => one.id === id);
	if (!chart) throw new Error(`site: unknown chart: ${id}`);
	return chart;
}

/** A view of a chart over the published rows, drawn once a build. */
export function figureOf(id: string, view?: string): Promise<Figure> {
	const chart = chartOf(id);
	const wanted = view ?? chart.views[0];
	const key = `${id}/${wanted}`;
	const found = drawn.get(key) ?? draw(chart, wanted);
	drawn.set(key, found);
	return found;
}

const draw = async (chart: Bound, view: string) => figureFrom(await publication(), chart, view);

/** A view drawn from the rows of a publication. */
export async function figureFrom({ rows }: Pick<Publication, 'rows'>, chart: Bound, view: string): Promise<Figure> {
	const sets: Record<string, readonly unknown[]> = {};
	for (const [name, sql] of Object.entries(chart.query)) sets[name] = await rows(sql);
	return chart.figure(document, sets satisfies RowSets, view, english);
}
