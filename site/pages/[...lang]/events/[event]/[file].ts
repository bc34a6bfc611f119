import type { APIRoute } from 'astro';
import { charts } from '../../../../charts.ts';
import { eventPages } from '../../../../event-pages.ts';
import { figureOf } from '../../../../gallery.ts';
import { langOf, langParams } from '../../../../here.ts';
import { metadataOf } from '../../../../metadata.ts';

type Kind = 'svg' | 'csv' | 'metadata.json';
type Props = { id: string; kind: Kind };
const types = { svg: 'image/svg+xml', csv: 'text/csv; charset=utf-8', 'metadata.json': 'application/json' };

/** `/events/EVENT/CHART.svg` in each language, `.csv` and `.metadata.json` once: the files of an event's charts. */
export async function getStaticPaths() {
	const { pages } = await eventPages();
	const paths: { params: { lang: string | undefined; event: string; file: string }; props: Props }[] = [];
	for (const { lang } of langParams) {
		for (const { id: event } of pages) {
			for (const { id } of charts.filter(chart => chart.of === 'event')) {
				const { svg } = await figureOf({ id, entity: event }, langOf(lang));
				for (const kind of lang ? (['svg'] as const) : (['svg', 'csv', 'metadata.json'] as const)) {
					if (kind === 'svg' && svg === null) continue;
					paths.push({ params: { lang, event, file: `${id}.${kind}` }, props: { id, kind } });
				}
			}
		}
	}
	return paths;
}

export const GET: APIRoute<Props> = async ({ props: { id, kind }, params }) => {
	const wanted = { id, entity: params['event'] ?? '' };
	const figure = await figureOf(wanted, langOf(params['lang']));
	const body =
		kind === 'svg'
			? (figure.svg?.alone ?? '')
			: kind === 'csv'
				? figure.csv
				: `${JSON.stringify(await metadataOf(wanted), null, '\t')}\n`;
	return new Response(body, { headers: { 'content-type': types[kind] } });
};
