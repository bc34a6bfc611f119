/** Where the site is published, without a slash at the end: for canonical links, the site map and feeds, which must be absolute. */
export const origin = (process.env['TOKENS_ORIGIN'] ?? 'https://token-observatory.github.io/token-observatory').replace(
	/\/$/,
	'',
);

/** The path of the site on its host, with a slash at both ends: `/` or `/token-observatory/`. */
export const base = `${new URL(origin).pathname.replace(/\/$/, '')}/`;
