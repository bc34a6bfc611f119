import { textOf } from '../body.ts';
import { genaiRows, Providers } from '../genai.ts';
import { arrayLiteralOf } from '../literal.ts';
import type { ModelInput, PriceInput, Source } from '../source.ts';

const id = 'npm-genai-prices';

/** The price file inside the pinned dependency `@pydantic/genai-prices`: the sheet that needs no network at all. */
export const source = {
	id,
	title: 'genai-prices (npm)',
	kind: 'price',
	lineage: 'community',
	homepage: 'https://github.com/pydantic/genai-prices',
	terms: { licence: 'MIT', attribution: 'Prices: genai-prices by Pydantic (MIT).', redistribute: true },
	cadence: 'monthly',
	requests: () => [
		{
			url: 'installed:@pydantic/genai-prices/dist/index.js',
			// 0.1.8: the newest start_date inside that has passed; no file of the package states its own day
			observed: { on: '2026-09-22', basis: 'content', quality: 'bounded' },
		},
	],
	read(body, reject) {
		const literal = arrayLiteralOf(id, textOf(body), 'providers', value => Providers.safeParse(value).success);
		return genaiRows(id, Providers.parse(literal), reject);
	},
} satisfies Source<PriceInput | ModelInput>;
