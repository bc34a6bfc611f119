import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const allowed: Record<string, string[]> = {
	scrapers: ['scrapers'],
	warehouse: ['warehouse'],
	pipelines: ['pipelines', 'scrapers', 'warehouse', 'site/build.ts'],
	site: ['site', 'warehouse/methods'],
	notebooks: [],
};

/** Where the relative imports of a file lead, from the root. */
export function importsOf(file: string, text: string): string[] {
	const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)['"](\.[^'"]+)['"]/g);
	return [...found].map(([, path = '']) => normalize(join(dirname(file), path)));
}

/** The imports of a file that its folder may not have. */
export function astray(file: string, text: string): string[] {
	const may = allowed[file.split('/')[0] ?? ''] ?? [];
	return importsOf(file, text).filter(path => !may.some(place => path === place || path.startsWith(`${place}/`)));
}

const folders = Object.keys(allowed).filter(folder => existsSync(join(root, folder)));
const files = folders.flatMap(folder =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
		.filter(
			name =>
				/\.(ts|js|mjs|astro)$/.test(name) &&
				!/node_modules|\.astro\//.test(name) &&
				statSync(join(root, folder, name)).isFile(),
		)
		.map(name => `${folder}/${name}`),
);

describe('import arrows', () => {
	it('go one way in every file', () => {
		expect(files.length).toBeGreaterThan(60);
		const wrong = files.flatMap(file =>
			astray(file, readFileSync(join(root, file), 'utf8')).map(path => `${file} imports ${path}`),
		);
		expect(wrong).toEqual([]);
	});

	it('are seen where they go the wrong way', () => {
		expect(astray('site/a.ts', "import { connect } from '../warehouse/duckdb.ts';")).toEqual(['warehouse/duckdb.ts']);
		expect(astray('scrapers/prices/a.ts', "const x = await import('../../pipelines/store.ts');")).toEqual([
			'pipelines/store.ts',
		]);
		expect(
			astray('pipelines/a.ts', "import { x } from '../site/chart.ts';\nimport { buildSite } from '../site/build.ts';"),
		).toEqual(['site/chart.ts']);
	});
});

describe('the network', () => {
	it('is touched by scrapers/fetch*.ts only, and nobody names a package registry', () => {
		for (const file of files) {
			const text = readFileSync(join(root, file), 'utf8');
			if (!/^scrapers\/fetch|^pipelines\/serve\.ts$/.test(file)) {
				expect(text, file).not.toMatch(/from '(undici|node:https?|pacote)'/);
				if (!file.startsWith('site/') && file !== 'pipelines/serve.ts')
					expect(text, file).not.toMatch(/\bfetch\(['"`]https?:/);
			}
			expect(text, file).not.toMatch(new RegExp(['registry', 'npmjs'].join('\\.')));
		}
	});
});

describe('effects', () => {
	it('stay out of the readers: no clock, disk or environment in a source', () => {
		for (const file of files.filter(file => /^scrapers\/(prices|catalogue|usage|benchmarks|macro)\//.test(file))) {
			const text = readFileSync(join(root, file), 'utf8');
			expect(text, file).not.toMatch(
				/Date\.now\(|new Date\(\)|process\.|from 'node:(fs|os|child_process)|Math\.random/,
			);
		}
	});
});
