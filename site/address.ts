import type { Entity } from './chart.ts';
import type { Bound } from './figure.ts';
import type { Wanted } from './gallery.ts';
import type { Lang } from './words.ts';

/** Folders of the pages of things: `/models/openai/gpt-5/`. */
export const folders: Readonly<Record<Entity, string>> = {
	model: 'models',
	lab: 'labs',
	country: 'countries',
	event: 'events',
	claim: 'claims',
};

/** The page of a view of a chart, without its language; charts of a model, lab, event or claim stand on its page. */
export function pageOf(chart: Bound, { view, entity }: Pick<Wanted, 'view' | 'entity'>): string {
	if (chart.of) return `/${folders[chart.of]}/${entity}/`;
	return view === undefined || view === chart.views[0] ? `/charts/${chart.id}/` : `/charts/${chart.id}/${view}/`;
}

/** The page of a view without navigation, for frames. */
export const embedOf = (chart: Bound, { view }: Pick<Wanted, 'view'>): string =>
	pageOf(chart, { view, entity: undefined }).replace(/^\/charts\//, '/embed/');

/** A file beside that page. Pictures are drawn in each language; CSV and metadata are one file for both. */
export function fileOf(
	chart: Bound,
	wanted: Pick<Wanted, 'view' | 'entity'>,
	ending: string,
	lang: Lang = 'en',
): string {
	const isPicture = ending === 'svg' || ending === 'png';
	const stem = chart.of ? `${pageOf(chart, wanted)}${chart.id}` : pageOf(chart, wanted).slice(0, -1);
	return `${isPicture && lang !== 'en' ? `/${lang}` : ''}${stem}.${ending}`;
}
