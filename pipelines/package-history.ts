import semver from 'semver';
import type { Package } from '../scrapers/fetch-package.ts';
import { datesOf } from '../scrapers/npm-dates.ts';
import { knownDates } from '../scrapers/npm-known-dates.ts';
import { packumentOf } from '../scrapers/packument.ts';
import { source as genai } from '../scrapers/prices/npm-genai-prices.ts';
import { source as piAi } from '../scrapers/prices/npm-pi-ai.ts';
import type { Observed, RowInput } from '../scrapers/source.ts';
import { tarballOf } from '../scrapers/tarball.ts';

export type PackageVersion = { url: string; observed?: Observed };

/** A source whose history is a package's versions: what to ask for, and how the tarball of one version reads. */
export type PackageHistory = {
	id: string;
	versions(fetch: FetchPackage, today: string): Promise<PackageVersion[]>;
	read(bytes: Uint8Array, reject: (what: string) => void): RowInput[];
};

export type FetchPackage = (url: string, options?: { integrity?: string }) => Promise<Package>;

export const histories: PackageHistory[] = [
	{
		id: piAi.id,
		async versions(fetch, today) {
			const indexes = await Promise.all(piAi.requests().map(({ url }) => fetch(url)));
			return piAi.follow(indexes, { today, has: () => false });
		},
		read: (bytes, reject) => piAi.read({ url: '', bytes, media_type: '' }, reject),
	},
	{
		id: genai.id,
		async versions(fetch) {
			const name = '@pydantic/genai-prices';
			const { versions, time } = packumentOf(genai.id, await fetch(`npm:${name}`));
			const evidence = { versions: Object.keys(versions), changelog: new Map(), known: knownDates[name] ?? {}, time };
			const dates = datesOf(evidence);
			return evidence.versions
				.sort(semver.compare)
				.map(version => ({ url: `npm:${name}@${version}`, observed: dates.get(version) }));
		},
		read(bytes, reject) {
			const file = tarballOf(genai.id, bytes, path => path === 'dist/index.js').get('dist/index.js') ?? '';
			return genai.read({ url: '', bytes: new TextEncoder().encode(file), media_type: '' }, reject);
		},
	},
];
