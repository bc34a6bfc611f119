import { describe, expect, it } from 'vitest';
import { isOpen, publicSnapshots } from '../pipelines/public-bodies.ts';
import { discover } from '../scrapers/discover.ts';

const sources = [
	{ id: 'open', terms: { licence: 'MIT', redistribute: true } },
	{ id: 'facts', terms: { licence: 'none stated', redistribute: true } },
	{ id: 'closed', terms: { licence: 'CC BY 4.0', redistribute: false } },
];

describe('bodies on a public branch', () => {
	it('are those of sources with an open licence, each once', () => {
		const looks = [
			{ source: 'open', snapshot: 'b' },
			{ source: 'open', snapshot: 'a' },
			{ source: 'open', snapshot: 'b' },
			{ source: 'open', snapshot: null },
			{ source: 'facts', snapshot: 'c' },
			{ source: 'closed', snapshot: 'd' },
		];
		expect(publicSnapshots(looks, sources)).toEqual(['a', 'b']);
	});

	it('are never those that a closed source shows too', () => {
		expect(
			publicSnapshots(
				[
					{ source: 'open', snapshot: 'a' },
					{ source: 'facts', snapshot: 'a' },
				],
				sources,
			),
		).toEqual([]);
	});

	it('are never the page of a lab', async () => {
		for (const { id, lineage, terms } of await discover()) if (lineage === 'lab') expect(isOpen(terms), id).toBe(false);
	});
});
