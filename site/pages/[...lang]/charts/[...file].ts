import type { APIRoute } from 'astro';
import { fileOf } from '../../../address.ts';
import { charts } from '../../../charts.ts';
import { chartOf, figureOf, type Wanted } from '../../../gallery.ts';
import { langOf, langParams } from '../../../here.ts';
import { metadataOf } from '../../../metadata.ts';
import { hasPng, pngBody } from '../../../plate.ts';

type Kind = 'svg' | 'png' | 'csv' | 'metadata.json';
type Props = { wanted: Wanted; kind: Kind };
const types = {
	svg: 'image/svg+xml',
	png: 'image/png',
	csv: 'text/csv; charset=utf-8',
	'metadata.json': 'application/json',
};

/**
 * `/charts/ID.svg`, the same under `/charts/ID/VIEW.svg` with the name of its view, and one for every other view; likewise
 * `.csv` and `.metadata.json`, which are the same in both languages.
 */
export async function getStaticPaths() {
	const paths: { params: { lang: string | undefined; file: string }; props: Props }[] = [];
	for (const { lang } of langParams) {
		for (const chart of charts.filter(one => !one.of)) {
			for (const view of chart.views) {
				const wanted = { id: chart.id, view };
				const figure = await figureOf(wanted, langOf(lang));
				const kinds: Kind[] = lang ? ['svg', 'png'] : ['svg', 'png', 'csv', 'metadata.json'];
				for (const kind of kinds) {
					const isPicture = kind === 'svg' || kind === 'png';
					if (isPicture && figure.svg === null) continue;
					if (kind === 'png' && !hasPng(chart, wanted, langOf(lang))) continue;
					if (kind === 'png') void pngBody(chart, langOf(lang));
					const props = { wanted, kind };
					const file = fileOf(chart, wanted, kind).slice('/charts/'.length);
					paths.push({ params: { lang, file }, props });
					if (view === chart.views[0] && kind !== 'png')
						paths.push({ params: { lang, file: `${chart.id}/${view}.${kind}` }, props });
				}
			}
		}
	}
	return paths;
}

export const GET: APIRoute<Props> = async ({ props: { wanted, kind }, params }) => {
	if (kind === 'png')
		return new Response(await pngBody(chartOf(wanted.id), langOf(params['lang'])), {
			headers: { 'content-type': types.png },
		});
	const figure = await figureOf(wanted, langOf(params['lang']));
	const body =
		kind === 'svg'
			? (figure.svg?.alone ?? '')
			: kind === 'csv'
				? figure.csv
				: `${JSON.stringify(await metadataOf(wanted), null, '\t')}\n`;
	return new Response(body, { headers: { 'content-type': types[kind] } });
};
