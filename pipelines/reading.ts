import { gunzipSync } from 'node:zlib';
import { excerpt, ShapeError } from '../scrapers/error.ts';
import { rowOf } from '../scrapers/guard-row.ts';
import type { AnyRow, Source } from '../scrapers/source.ts';

/** The rows of one body that may be used, each with its place among all that were read, and why the others may not. */
export type Reading = {
	rows: { row: AnyRow; position: number }[];
	rejected: number;
	/** The first reasons, one line each. */
	reasons: string[];
};

const kept_reasons = 20;

/**
 * Read one body: the source's own reader, then the guard of each row. A file whose name ends in `.gz` is unpacked first.
 * Throws the reader's `ShapeError`; anything else a reader throws is named after its source as well.
 */
export function readBody(
	source: Pick<Source, 'id' | 'read'>,
	bytes: Uint8Array,
	url: string,
	media_type = '',
): Reading {
	const rows: Reading['rows'] = [];
	const reasons: string[] = [];
	let rejected = 0;
	const reject = (reason: string): void => {
		rejected++;
		if (reasons.length < kept_reasons) reasons.push(reason);
	};
	for (const [position, one] of written(source, unpacked(source.id, url, bytes), url, media_type, reject).entries()) {
		const checked = rowOf(one);
		if ('row' in checked) rows.push({ row: checked.row, position });
		else reject(checked.reason);
	}
	return { rows, rejected, reasons };
}

function written(
	source: Pick<Source, 'id' | 'read'>,
	bytes: Uint8Array,
	url: string,
	media_type: string,
	reject: (reason: string) => void,
): unknown[] {
	try {
		return source.read({ url, bytes, media_type }, reject);
	} catch (error) {
		if (error instanceof ShapeError) throw error;
		throw new ShapeError(source.id, 'reader failed', (error as Error).message);
	}
}

function unpacked(id: string, url: string, bytes: Uint8Array): Uint8Array {
	if (!url.endsWith('.gz') || url.endsWith('.tar.gz')) return bytes;
	try {
		return gunzipSync(bytes);
	} catch (error) {
		throw new ShapeError(id, 'invalid gzip', excerpt((error as Error).message));
	}
}
