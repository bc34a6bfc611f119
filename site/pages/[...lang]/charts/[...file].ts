import type { APIRoute } from 'astro';
import { fileOf } from '../../../address.ts';
import { charts } from '../../../charts.ts';
import { figureFile, type FileKind, type FileProps } from '../../../figure-files.ts';
import { figureOf } from '../../../gallery.ts';
import { langOf, langParams } from '../../../here.ts';
import { hasPng, pngBody } from '../../../plate.ts';

/**
 * `/charts/ID.svg`, the same under `/charts/ID/VIEW.svg` with the name of its view, and one for every other view; likewise
 * `.csv` and `.metadata.json`, which are the same in both languages.
 */
export async function getStaticPaths() {
	const paths: { params: { lang: string | undefined; file: string }; props: FileProps }[] = [];
	for (const { lang: param } of langParams) {
		const lang = langOf(param);
		for (const chart of charts.filter(one => !one.of)) {
			for (const view of chart.views) {
				const wanted = { id: chart.id, view };
				const figure = await figureOf(wanted, lang);
				const kinds: FileKind[] = param ? ['svg', 'png'] : ['svg', 'png', 'csv', 'metadata.json'];
				for (const kind of kinds) {
					const isPicture = kind === 'svg' || kind === 'png';
					if (isPicture && figure.svg === null) continue;
					if (kind === 'png' && !hasPng(chart, wanted, lang)) continue;
					if (kind === 'png') void pngBody(chart, lang);
					const props = { wanted, kind, lang };
					const file = fileOf(chart, wanted, kind).slice('/charts/'.length);
					paths.push({ params: { lang: param, file }, props });
					if (view === chart.views[0] && kind !== 'png')
						paths.push({ params: { lang: param, file: `${chart.id}/${view}.${kind}` }, props });
				}
			}
		}
	}
	return paths;
}

export const GET: APIRoute<FileProps> = ({ props }) => figureFile(props);
