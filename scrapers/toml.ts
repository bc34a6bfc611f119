import { parse } from 'smol-toml';
import { ShapeError } from './error.ts';

const utf8 = new TextDecoder('utf-8', { fatal: false });

/** A TOML file as a plain table. Throws `ShapeError`, which names the file, for anything else. */
export function tomlOf(source: string, path: string, bytes: Uint8Array): Record<string, unknown> {
	try {
		return parse(utf8.decode(bytes).replace(/^\ufeff/, ''));
	} catch (error) {
		const [said] = (error instanceof Error ? error.message : String(error)).split('\n');
		throw new ShapeError(source, `invalid toml at ${path}`, said);
	}
}
