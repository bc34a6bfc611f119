import { defineConfig } from 'astro/config';

// `site/build.ts` runs this with TOKENS_SITE inside `.astro/`, so that the exports under dist/ are never emptied.
export default defineConfig({
	srcDir: '.',
	outDir: process.env.TOKENS_SITE ?? '../.astro/site',
	cacheDir: `../.astro/cache-${process.env.TOKENS_SITE_LANG || 'all'}`,
	publicDir: './public',
	trailingSlash: 'always',
	build: { format: 'directory', inlineStylesheets: 'never' },
	devToolbar: { enabled: false },
	vite: {
		ssr: {
			external: ['@duckdb/node-api', '@observablehq/plot', '@resvg/resvg-js', 'esbuild', 'linkedom', 'subset-font'],
		},
	},
});
