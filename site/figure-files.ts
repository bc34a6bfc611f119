import { csv } from './csv.ts';
import type { Figure } from './figure.ts';
import { chartOf, figureOf, type Wanted } from './gallery.ts';
import { metadataOf } from './metadata.ts';
import { pngBody } from './plate.ts';
import { keysOf } from './trace.ts';
import type { Lang } from './words.ts';

/** Files of a view of a chart: pictures in each language, its rows and its description once for both. */
export type FileKind = 'svg' | 'png' | 'csv' | 'metadata.json';
/** One file of a view: what a route hands to its response. */
export type FileProps = { wanted: Wanted; kind: FileKind; lang: Lang };

/** Media types by the ending of a file. */
export const mediaTypes: Readonly<Record<FileKind, string>> = {
	svg: 'image/svg+xml',
	png: 'image/png',
	csv: 'text/csv; charset=utf-8',
	'metadata.json': 'application/json',
};

/** A file as the response of its route. */
export const answer = (kind: FileKind, body: string | Uint8Array<ArrayBuffer>): Response =>
	new Response(body, { headers: { 'content-type': mediaTypes[kind] } });

/** What a machine reads, as text. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, '\t')}\n`;

/** The response of a file of a view. */
export async function figureFile({ wanted, kind, lang }: FileProps): Promise<Response> {
	if (kind === 'png') return answer(kind, await pngBody(chartOf(wanted.id), lang));
	if (kind === 'metadata.json') return answer(kind, json(await metadataOf(wanted)));
	const figure = await figureOf(wanted, lang);
	return answer(
		kind,
		kind === 'svg' ? (figure.svg?.alone ?? '') : chartOf(wanted.id).of ? figure.csv : tracedCsv(figure),
	);
}

/** The drawn rows with their anchors on the page of the traces of the view. */
function tracedCsv(figure: Figure): string {
	const columns = figure.csv.split('\n', 1)[0]?.split(',') ?? [];
	const keys = keysOf(figure);
	return csv(
		[...columns, 'trace'],
		figure.points.map((point, index) => ({ ...point, trace: keys[index] ?? null })),
	);
}
