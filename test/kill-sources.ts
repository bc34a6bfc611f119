import type { Found } from '../scrapers/discover.ts';
import type { Request } from '../scrapers/source.ts';
import { madeSource } from './made-source.ts';

const count = 8;
const addresses = (host: string): Request[] =>
	Array.from({ length: count }, (_, place) => ({ url: `https://${host}.example.com/models?page=${place}` }));

/** Two sources of many requests; the second one learns its own from an index. */
export function killSources(): Found[] {
	return [
		madeSource('plain', { requests: () => addresses('plain') }),
		madeSource('led', {
			requests: () => [{ url: 'https://led.example.com/index', index: true }],
			follow: (indexes, context) => (indexes.length > 0 ? addresses('led').filter(({ url }) => !context.has(url)) : []),
		}),
	];
}

export const killAddresses = [...addresses('plain'), ...addresses('led')].map(({ url }) => url);
