import { parseTar } from 'nanotar';
import { ShapeError } from './error.ts';

/** Whether a body is a plain tar: files of a repository's folders at one commit, as history from git is kept. */
export const isTar = (bytes: Uint8Array): boolean =>
	bytes.length >= 512 && new TextDecoder().decode(bytes.subarray(257, 262)) === 'ustar';

/** The files of a plain tar by their whole path. Nothing is written. Throws `ShapeError` with `where` in front. */
export function filesOfTar(where: string, bytes: Uint8Array): Map<string, Uint8Array> {
	try {
		// a copy: nanotar reads the whole ArrayBuffer behind a view
		const entries = parseTar(new Uint8Array(bytes));
		const files = entries.filter(({ type }) => type === 'file');
		return new Map(files.map(({ name, data }) => [name, data ?? new Uint8Array()]));
	} catch (error) {
		throw new ShapeError(where, 'invalid tar', error instanceof Error ? error.message : error);
	}
}
