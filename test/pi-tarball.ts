import { gzipSync } from 'node:zlib';
import { createTar } from 'nanotar';

/** A package tarball as npm packs it: every file under `package/`, dated 1985. Same files, same bytes. */
export function tarballFor(files: Record<string, string>): Uint8Array {
	const entries = Object.entries(files).map(([path, data]) => ({ name: `package/${path}`, data }));
	return gzipSync(createTar(entries, { attrs: { mtime: Date.UTC(1985, 9, 26, 8, 15) / 1000, mode: '644' } }));
}

type Cost = { input: number; output: number; cacheRead: number; cacheWrite: number };
type Tier = Cost & { inputTokensAbove: number };

/** A row of pi-ai's catalogue. */
export function piModel(
	provider: string,
	id: string,
	cost: Cost & { tiers?: Tier[] },
	more: Record<string, unknown> = {},
): Record<string, unknown> {
	return {
		id,
		name: id.toUpperCase(),
		provider,
		reasoning: false,
		input: ['text'],
		cost,
		contextWindow: 131072,
		maxTokens: 8192,
		...more,
	};
}

export const cost = (input: number, output: number, cacheRead = 0, cacheWrite = 0): Cost => ({
	input,
	output,
	cacheRead,
	cacheWrite,
});

const byId = (models: Record<string, unknown>[]) => Object.fromEntries(models.map(model => [model.id, model]));
const js = (value: unknown): string => JSON.stringify(value, null, 4).replace(/^(\s*)"([a-zA-Z]\w*)":/gm, '$1$2:');
const constant = (provider: string): string => `${provider.toUpperCase().replaceAll('-', '_')}_MODELS`;

type Catalogue = Record<string, Record<string, unknown>[]>;

/** The same catalogue in the layouts pi-ai has had, named after the versions in which each began. */
export const layouts = {
	'0.5.10': (catalogue: Catalogue) =>
		tarballFor({
			'dist/models.generated.js': `export const PROVIDERS = ${js(
				Object.fromEntries(Object.entries(catalogue).map(([provider, models]) => [provider, { models: byId(models) }])),
			)};\n`,
		}),
	'0.5.28': (catalogue: Catalogue) =>
		tarballFor({
			'dist/models.generated.js': `export const MODELS = ${js(
				Object.fromEntries(Object.entries(catalogue).map(([provider, models]) => [provider, byId(models)])),
			)};\n`,
		}),
	'0.80.2': (catalogue: Catalogue) =>
		tarballFor({
			'dist/models.generated.js': `import { X_MODELS } from "./providers/x.models.js";\nexport const MODELS = { x: X_MODELS };\n`,
			...Object.fromEntries(
				Object.entries(catalogue).map(([provider, models]) => [
					`dist/providers/${provider}.models.js`,
					`export const ${constant(provider)} = ${js(byId(models))};\n`,
				]),
			),
		}),
	'0.81.0': (catalogue: Catalogue) => tarballFor(withData(catalogue, byId)),
	'0.84.0': (catalogue: Catalogue) =>
		tarballFor(withData(catalogue, models => ({ 'openai-completions': byId(models) }))),
	'0.99.1': (catalogue: Catalogue) =>
		tarballFor(
			withData(catalogue, models => ({
				'openai-completions': Object.fromEntries(models.map(model => [`${model.type ?? 'chat'}:${model.id}`, model])),
			})),
		),
};

function withData(catalogue: Catalogue, shape: (models: Record<string, unknown>[]) => unknown): Record<string, string> {
	return {
		'dist/models.generated.js': `import { X_MODELS } from "./providers/x.models.js";\nexport const MODELS = { x: X_MODELS };\n`,
		'dist/providers/data/.manifest.json': '{"files":{}}',
		...Object.fromEntries(
			Object.entries(catalogue).flatMap(([provider, models]) => [
				[
					`dist/providers/${provider}.models.js`,
					`import values from "./data/${provider}.json" with { type: "json" };\nexport const ${constant(provider)} = values;\n`,
				],
				[`dist/providers/data/${provider}.json`, JSON.stringify(shape(models))],
			]),
		),
	};
}

/** Every case a reader must tell apart, written for the purpose: `test/fixtures/prices/npm-pi-ai.tar.gz` holds it. */
export const catalogue: Catalogue = {
	anthropic: [piModel('anthropic', 'claude-opus-4.8', cost(5, 25, 0.5, 6.25), { reasoning: true })],
	'github-copilot': [piModel('github-copilot', 'gpt-6', cost(0, 0))],
	openai: [
		piModel('openai', 'gpt-6', {
			...cost(2.5, 15, 0.25),
			tiers: [{ inputTokensAbove: 272000, ...cost(5, 22.5, 0.5) }],
		}),
		piModel('openai', 'gpt-image-3', cost(5, 40), { type: 'image' }),
		piModel('openai', 'guard-1', cost(0.1, 0), { type: 'classifier' }),
	],
	openrouter: [
		piModel('openrouter', 'openrouter/auto', cost(-1000000, -1000000), { contextWindow: 2000000 }),
		piModel('openrouter', 'qwen/qwen3-coder:free', cost(0, 0)),
		piModel('openrouter', 'xiaomi/mimo-v2.5-pro', cost(1, 3, 0.19999999999999998), { contextWindow: 0 }),
	],
	xiaomi: [piModel('xiaomi', 'mimo-v2.5-pro', cost(0.435, 0.87, 0.0036))],
	'xiaomi-token-plan-cn': [piModel('xiaomi-token-plan-cn', 'mimo-v2.5-pro', cost(1, 3, 0.2))],
};
