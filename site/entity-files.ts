import { fileOf, folders } from './address.ts';
import type { Entity } from './chart.ts';
import { charts } from './charts.ts';
import type { FileProps } from './figure-files.ts';
import { answer, figureFile, json } from './figure-files.ts';
import { publication } from './data.ts';
import { figureOf } from './gallery.ts';
import { langOf, langParams } from './here.ts';
import { entityPng, entityPngOf } from './plate.ts';
import { wordsOf, type Lang, type Words } from './words.ts';

/** A file of the whole page of a thing. */
type PageProps = { id: string; page: 'csv' | 'metadata.json' | 'png'; lang: Lang };
export type EntityFile = FileProps | PageProps;
type Path = { params: { lang: string | undefined; file: string }; props: EntityFile };

/** What the files of the page of a thing hold: its rows, and what a machine needs to know of it. */
export type Whole = {
	csv(id: string): Promise<string>;
	facts(id: string): Promise<object>;
	name(id: string, words: Words): Promise<string>;
};

/** Route parameters of the files of the pages of things: those of the whole page, and those of every chart that is drawn on it. */
export async function entityFiles(of: Entity, ids: readonly string[], whole: Whole): Promise<Path[]> {
	const paths: Path[] = [];
	for (const id of ids) {
		for (const { lang: param } of langParams) {
			const lang = langOf(param);
			const add = (file: string, props: EntityFile) => paths.push({ params: { lang: param, file }, props });
			if (!param) for (const page of ['csv', 'metadata.json'] as const) add(`${id}.${page}`, { id, page, lang });
			if (await entityPngOf(of, id, lang)) {
				void pictureOf(of, id, lang, whole);
				add(`${id}.png`, { id, page: 'png', lang });
			}
			for (const chart of charts.filter(one => one.of === of)) {
				const wanted = { id: chart.id, view: chart.views[0], entity: id };
				const { state, svg } = await figureOf(wanted, lang);
				if (state.name === 'none') continue;
				for (const kind of param ? (['svg'] as const) : (['svg', 'csv', 'metadata.json'] as const))
					if (kind !== 'svg' || svg !== null)
						add(fileOf(chart, wanted, kind).slice(`/${folders[of]}/`.length), { wanted, kind, lang });
			}
		}
	}
	return paths;
}

const pictureOf = (of: Entity, id: string, lang: Lang, whole: Whole) =>
	entityPng(of, id, lang, () => whole.name(id, wordsOf(lang)));

/** The response of such a file. */
export async function entityFile(of: Entity, props: EntityFile, whole: Whole): Promise<Response> {
	if ('wanted' in props) return figureFile(props);
	const { id, page, lang } = props;
	if (page === 'png') return answer(page, await pictureOf(of, id, lang, whole));
	if (page === 'csv') return answer(page, await whole.csv(id));
	const { catalog } = await publication();
	const own = charts.filter(chart => chart.of === of).map(chart => chart.id);
	const { release, built_at, code } = catalog;
	return answer(page, json({ ...(await whole.facts(id)), charts: own, release, built_at, code }));
}
