import { figureOf, chartOf, type Wanted } from './gallery.ts';
import { metadataOf } from './metadata.ts';
import { pngBody } from './plate.ts';
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
	return answer(kind, kind === 'csv' ? figure.csv : (figure.svg?.alone ?? ''));
}
