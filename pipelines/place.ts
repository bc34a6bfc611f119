import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where a run keeps its state, puts its publication, and finds models, seeds and archive. */
export type Place = { home: string; dist: string; data: string; warehouse: string };

export const warehouseFolder = fileURLToPath(new URL('../warehouse', import.meta.url));

/**
 * `TOKENS_HOME` (default `.tokens`) for state, `TOKENS_DIST` (default `dist`) for the publication, `TOKENS_WAREHOUSE`
 * (default the one of this checkout) for models, seeds and archive.
 */
export function placeOf(env: NodeJS.ProcessEnv): Place {
	const dist = resolve(env.TOKENS_DIST || 'dist');
	return {
		home: resolve(env.TOKENS_HOME || '.tokens'),
		dist,
		data: join(dist, 'data'),
		warehouse: resolve(env.TOKENS_WAREHOUSE || warehouseFolder),
	};
}
