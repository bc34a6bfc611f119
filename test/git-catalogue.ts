import { tarOf } from '../pipelines/git-tar.ts';

export const bytesOf = (value: unknown): Uint8Array =>
	new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
export const bodyOf = (bytes: Uint8Array) => ({ url: 'made:up', bytes, media_type: '' });
export const sorted = (rows: object[]): string[] => rows.map(row => JSON.stringify(row)).sort();
export const filesAsTar = (files: Record<string, string>): Uint8Array =>
	tarOf(Object.entries(files).map(([path, text]) => ({ path, bytes: bytesOf(text) })));

export const providerToml = 'name = "Made up"\nnpm = "made-up"\nenv = ["KEY"]\ndoc = "https://docs.example.com"\n';
export const modelToml = (name: string, cost: string, more = '') =>
	`name = "${name}"\nreasoning = true\nrelease_date = "2026-01"\nopen_weights = false\n${more}\n[cost]\n${cost}\n[limit]\ncontext = 200_000\noutput = 8_192\n`;
export const facts = {
	reasoning: true,
	release_date: '2026-01',
	open_weights: false,
	limit: { context: 200_000, output: 8_192 },
};
const longName = `very/${'long-'.repeat(20)}name`;

/** One catalogue of models.dev, as its repository holds it and, in `api`, as its site shows it. */
export const repository = {
	'providers/acme/provider.toml': providerToml,
	'providers/acme/models/rocket-2.toml': modelToml(
		'Rocket 2',
		'input = 1.50\noutput = 6\ncached_input = 0.1 # misspelt\n\n[[cost.tiers]]\ninput = 3.00\noutput = 12\n[cost.tiers.tier]\nsize = 200_000\n',
	),
	'providers/acme/models/rocket-1.toml': modelToml('Rocket 1', 'input = 0.5\noutput = 2\ncache_read = 0'),
	[`providers/acme/models/${longName}.toml`]: modelToml('Long', 'input = 1\noutput = 1'),
	'providers/acme/logo.svg': '<svg/>',
	'providers/host/provider.toml': providerToml,
	'providers/host/models/acme/rocket-2.toml':
		'[extends]\nfrom = "acme/rocket-2"\nomit = ["cost.tiers", "open_weights"]\n\n[cost]\ninput = 1.75\n',
	'providers/host/models/acme/rocket-9.toml':
		'base_model = "acme/rocket-9"\nbase_model_omit = ["limit.output"]\nname = "Rocket 9 at the host"\n\n[cost]\ninput = 9\noutput = 9\n\n[limit]\ncontext = 1000\n',
	'providers/drafts/models/no-provider.toml': modelToml('No provider', 'input = 1\noutput = 1'),
	'models/acme/rocket-9.toml':
		'name = "Rocket 9"\nreasoning = false\nrelease_date = "2026-02-03"\nopen_weights = true\n\n[limit]\ncontext = 400_000\noutput = 32_000\n\n[[benchmarks]]\nname = "made up"\nscore = 1\n',
};
export const api = {
	acme: {
		models: {
			'rocket-1': { ...facts, name: 'Rocket 1', cost: { input: 0.5, output: 2, cache_read: 0 } },
			'rocket-2': {
				...facts,
				name: 'Rocket 2',
				cost: {
					input: 1.5,
					output: 6,
					tiers: [{ input: 3, output: 12, tier: { size: 200_000 } }],
					context_over_200k: { input: 3, output: 12 },
				},
			},
			[longName]: { ...facts, name: 'Long', cost: { input: 1, output: 1 } },
		},
	},
	host: {
		models: {
			'acme/rocket-2': { ...facts, name: 'Rocket 2', open_weights: undefined, cost: { input: 1.75, output: 6 } },
			'acme/rocket-9': {
				name: 'Rocket 9 at the host',
				reasoning: false,
				release_date: '2026-02-03',
				open_weights: true,
				limit: { context: 1000 },
				cost: { input: 9, output: 9 },
			},
		},
	},
};
