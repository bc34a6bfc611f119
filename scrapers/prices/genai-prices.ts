import { genaiRows, Providers } from '../genai.ts';
import { jsonOf } from '../json.ts';
import type { ModelInput, PriceInput, Source } from '../source.ts';

const id = 'genai-prices';

/** The same price file as it stands in git today. */
export const source = {
	id,
	title: 'genai-prices (git)',
	kind: 'price',
	lineage: 'community',
	homepage: 'https://github.com/pydantic/genai-prices',
	terms: { licence: 'MIT', attribution: 'Prices: genai-prices by Pydantic (MIT).', redistribute: true },
	cadence: 'daily',
	requests: () => [
		{ url: 'https://raw.githubusercontent.com/pydantic/genai-prices/main/prices/new_data/v2/data.json' },
	],
	// the first file stands still since the second one began
	history: {
		git: {
			repository: 'https://github.com/pydantic/genai-prices',
			files: ['prices/new_data/v2/data.json', 'prices/data.json'],
		},
	},
	read: (body, reject) => genaiRows(id, jsonOf(id, Providers, body), reject),
} satisfies Source<PriceInput | ModelInput>;
