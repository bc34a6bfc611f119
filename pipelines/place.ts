import { join, resolve } from 'node:path';

/** Where a run keeps its state and puts its publication. */
export type Place = { home: string; dist: string; data: string };

/** `TOKENS_HOME` (default `.tokens`) for state, `TOKENS_DIST` (default `dist`) for the publication. */
export function placeOf(env: NodeJS.ProcessEnv): Place {
	const dist = resolve(env.TOKENS_DIST || 'dist');
	return { home: resolve(env.TOKENS_HOME || '.tokens'), dist, data: join(dist, 'data') };
}
