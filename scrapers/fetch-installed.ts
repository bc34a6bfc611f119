import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { FetchError } from './fetch-error.ts';

/** One file of a pinned dependency, as installed. */
export type Installed = { bytes: Uint8Array; media_type: string };

/** `installed:PACKAGE/path`: reads the file out of node_modules; no network. Throws `FetchError`. */
export async function fetchInstalled(url: string): Promise<Installed> {
	const [, name = '', path = ''] = /^installed:((?:@[\w.~-]+\/)?[\w.~-]+)\/(.+)$/.exec(url) ?? [];
	if (name === '' || normalize(path) !== path || path.startsWith('..')) {
		throw new FetchError('installed', 'invalid address', url);
	}
	const folder = folderOf(name);
	if (folder === undefined) throw new FetchError('installed', 'package not installed', name);
	try {
		return { bytes: await readFile(join(folder, path)), media_type: mediaTypeOf(path) };
	} catch (error) {
		throw new FetchError('installed', 'file not readable', `${name}/${path} ${(error as NodeJS.ErrnoException).code}`);
	}
}

/** A package's `exports` may hide its package.json: its folder is looked for where Node would look. */
function folderOf(name: string): string | undefined {
	const require = createRequire(import.meta.url);
	for (const place of require.resolve.paths(name) ?? []) {
		try {
			return dirname(require.resolve(join(place, name, 'package.json')));
		} catch {
			continue;
		}
	}
	return undefined;
}

function mediaTypeOf(path: string): string {
	if (path.endsWith('.json')) return 'application/json';
	return /\.[cm]?js$/.test(path) ? 'text/javascript' : 'application/octet-stream';
}
