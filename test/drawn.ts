import { parseHTML } from 'linkedom';
import { expect } from 'vitest';
import { charts } from '../site/charts.ts';
import type { Figure, RowSets } from '../site/figure.ts';
import { wordsOf, type Lang } from '../site/words.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
export type Row = Record<string, unknown>;
export type Sets = Record<string, Row[]>;

const made = async (id: string): Promise<Sets> =>
	structuredClone(((await import(`./chart-rows/${id}.ts`)) as { rows: Sets }).rows);
/** A chart drawn from its hand-written rows, changed for the case at hand. */
export async function draw(
	id: string,
	change: (rows: Sets) => Sets = rows => rows,
	view?: string,
	lang: Lang = 'en',
): Promise<Figure> {
	const chart = charts.find(one => one.id === id) ?? expect.fail(`no chart ${id}`);
	return chart.figure(document, change(await made(id)) as RowSets, view ?? chart.views[0], wordsOf(lang));
}
export const svgOf = (figure: Figure) =>
	parseHTML(`<!doctype html><html><body>${figure.svg?.wide ?? ''}</body></html>`).document.querySelector('svg') ??
	expect.fail('no svg');
/** Paths of one stroke width: series are told apart by weight. */
export const pathsOf = (figure: Figure, width: string) =>
	[...svgOf(figure).querySelectorAll(`[stroke-width="${width}"] path, path[stroke-width="${width}"]`)].map(node =>
		node.getAttribute('d'),
	);
export const mapped = (name: string, change: (row: Row) => Row) => (rows: Sets) => ({
	...rows,
	[name]: (rows[name] ?? []).map(change),
});
