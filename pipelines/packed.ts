import type { Transform } from 'node:stream';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

export type Packing = 'br' | 'gzip';

/** What is worth packing: text. Pictures, faces, Parquet and DuckDB files are packed already, and read by ranges. */
const isText = (type: string) => /^text\/|^application\/(json|xml)\b|^image\/svg/.test(type);

/**
 * How a file of a type is packed on its way, as static hosts do it: brotli, else gzip, where the reader names it without
 * `q=0`. Null: as it is, and always so for a range, whose bytes are counted in the file.
 */
export function packingFor(type: string, asked: NodeJS.Dict<string | string[]>): Packing | null {
	if (!isText(type) || asked['range'] !== undefined) return null;
	const named = String(asked['accept-encoding'] ?? '')
		.toLowerCase()
		.split(',')
		.map(one => one.trim().split(/\s*;\s*/))
		.filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ''))
		.map(([name]) => name);
	return (['br', 'gzip'] as const).find(one => named.includes(one)) ?? null;
}

/** A stream that packs; brotli at the quality hosts use for what they pack on the way. */
export const packer = (packing: Packing, size: number): Transform =>
	packing === 'gzip'
		? createGzip()
		: createBrotliCompress({
				params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: size },
			});
