import { gunzipSync } from 'node:zlib';
import { parseTar } from 'nanotar';
import { ShapeError } from './error.ts';

/** No package read here unpacks to a quarter of this: more is a bomb. */
const maxUnpackedBytes = 256 * 2 ** 20;

/**
 * The text files of a package tarball by path, without the leading `package/`; `wanted` picks them by that path before
 * they are decoded. Nothing is written or run. Throws `ShapeError` with `where` in front for bytes that are no tarball.
 */
export function tarballOf(where: string, bytes: Uint8Array, wanted: (path: string) => boolean): Map<string, string> {
	const entries = entriesOf(where, bytes);
	const files = new Map<string, string>();
	for (const { name, type, text } of entries) {
		const path = pathOf(name);
		if (type === 'file' && wanted(path)) files.set(path, text);
	}
	return files;
}

function entriesOf(where: string, bytes: Uint8Array) {
	if (bytes.length === 0) throw new ShapeError(where, 'empty body');
	if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
		const start = new TextDecoder().decode(bytes.subarray(0, 120));
		throw new ShapeError(where, /^\s*</.test(start) ? 'expected a tarball got html' : 'expected a tarball', start);
	}
	try {
		// a copy: nanotar reads the whole ArrayBuffer behind a view, and zlib's may be longer than its content
		return parseTar(new Uint8Array(gunzipSync(bytes, { maxOutputLength: maxUnpackedBytes })));
	} catch (error) {
		throw new ShapeError(where, 'invalid tarball', error instanceof Error ? error.message : error);
	}
}

/** npm packs everything under one folder, `package` by custom and any other name by right. */
const pathOf = (name: string): string => name.replace(/^\.?\/?[^/]+\//, '');
