import { fileOf, folders } from './address.ts';
import type { Entity } from './chart.ts';
import { charts } from './charts.ts';
import { figureOf, type Wanted } from './gallery.ts';
import { langOf, langParams } from './here.ts';
import { metadataOf } from './metadata.ts';
import type { Lang } from './words.ts';

type Kind = 'svg' | 'csv' | 'metadata.json';
/** One file of a chart that stands on the page of a thing. */
export type FileProps = { wanted: Wanted; kind: Kind; lang: Lang };
const types = { svg: 'image/svg+xml', csv: 'text/csv; charset=utf-8', 'metadata.json': 'application/json' };

/** Route parameters of the files of every chart that has rows: pictures, where there are any, in both languages, the rest once. */
export async function drawnFiles(
	of: Entity,
	ids: readonly string[],
): Promise<{ params: { lang: string | undefined; file: string }; props: FileProps }[]> {
	const paths: { params: { lang: string | undefined; file: string }; props: FileProps }[] = [];
	for (const chart of charts.filter(one => one.of === of)) {
		for (const entity of ids) {
			const wanted = { id: chart.id, view: chart.views[0], entity };
			const { state, svg } = await figureOf(wanted, 'en');
			if (state.name === 'none') continue;
			const pictures = svg ? (['svg'] as const) : [];
			for (const { lang } of langParams)
				for (const kind of lang ? pictures : ([...pictures, 'csv', 'metadata.json'] as const))
					paths.push({
						params: { lang, file: fileOf(chart, wanted, kind).slice(`/${folders[of]}/`.length) },
						props: { wanted, kind, lang: langOf(lang) },
					});
		}
	}
	return paths;
}

export async function fileResponse({ wanted, kind, lang }: FileProps): Promise<Response> {
	const figure = await figureOf(wanted, lang);
	const body =
		kind === 'svg'
			? (figure.svg?.alone ?? '')
			: kind === 'csv'
				? figure.csv
				: `${JSON.stringify(await metadataOf(wanted), null, '\t')}\n`;
	return new Response(body, { headers: { 'content-type': types[kind] } });
}
