import type { APIRoute } from 'astro';
import { models, type Model } from '../../../entities.ts';
import { drawnFiles, fileResponse, type FileProps } from '../../../entity-files.ts';
import { cardCsv, modelMetadata } from '../../../model-files.ts';

/** `/models/ID.csv`, the rate card; `/models/ID.metadata.json`; and the files of the charts beside the page. */
type Props = FileProps | { model: Model; kind: 'csv' | 'metadata.json' };

export async function getStaticPaths() {
	const all = await models();
	const own = all.flatMap(model =>
		(['csv', 'metadata.json'] as const).map(kind => ({
			params: { lang: undefined, file: `${model.model}.${kind}` },
			props: { model, kind } satisfies Props as Props,
		})),
	);
	return [
		...own,
		...(await drawnFiles(
			'model',
			all.map(model => model.model),
		)),
	];
}

export const GET: APIRoute<Props> = async ({ props }) => {
	if ('wanted' in props) return fileResponse(props);
	return props.kind === 'csv'
		? new Response(await cardCsv(props.model.model), { headers: { 'content-type': 'text/csv; charset=utf-8' } })
		: new Response(`${JSON.stringify(await modelMetadata(props.model), null, '\t')}\n`, {
				headers: { 'content-type': 'application/json' },
			});
};
