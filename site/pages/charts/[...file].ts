import type { APIRoute } from 'astro';
import { charts } from '../../charts.ts';
import { figureOf } from '../../gallery.ts';
import { metadataOf } from '../../metadata.ts';

type Props = { id: string; view: string; kind: 'svg' | 'csv' | 'metadata.json' };
const types = { svg: 'image/svg+xml', csv: 'text/csv; charset=utf-8', 'metadata.json': 'application/json' };

/** `/charts/ID.svg` and, for every view, `/charts/ID/VIEW.svg`; likewise `.csv` and `.metadata.json`. */
export async function getStaticPaths() {
	const paths: { params: { file: string }; props: Props }[] = [];
	for (const chart of charts) {
		for (const view of chart.views) {
			const figure = await figureOf(chart.id, view);
			for (const kind of ['svg', 'csv', 'metadata.json'] as const) {
				if (kind === 'svg' && figure.svg === null) continue;
				const props = { id: chart.id, view, kind };
				paths.push({ params: { file: `${chart.id}/${view}.${kind}` }, props });
				if (view === chart.views[0]) paths.push({ params: { file: `${chart.id}.${kind}` }, props });
			}
		}
	}
	return paths;
}

export const GET: APIRoute<Props> = async ({ props: { id, view, kind } }) => {
	const figure = await figureOf(id, view);
	const body =
		kind === 'svg'
			? (figure.svg?.alone ?? '')
			: kind === 'csv'
				? figure.csv
				: `${JSON.stringify(await metadataOf(figure), null, '\t')}\n`;
	return new Response(body, { headers: { 'content-type': types[kind] } });
};
