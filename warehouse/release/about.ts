import type { Catalog } from '../export.ts';

/** What every description says alike. */
export const about = {
	title: 'Token Observatory',
	description:
		'Prices, usage and capability of AI models sold by the token, by lab and country: list prices cell by cell with their changes, hosts’ prices, token shares on stated bases, capability scores and what explains them. Every figure keeps its source, its basis and its day; what is unknown is null.',
	repository: 'https://github.com/token-observatory/token-observatory',
	licence: {
		name: 'CC-BY-4.0',
		path: 'https://creativecommons.org/licenses/by/4.0/',
		title: 'Creative Commons Attribution 4.0; each source on its own terms (LICENSES.md)',
	},
} as const;

/** Where a file of a release lies for good. */
export const releaseUrl = ({ release }: Pick<Catalog, 'release'>, path: string): string =>
	`${about.repository}/releases/download/${release}/${path.split('/').at(-1)}`;

/** `data-2026.11.22` or `data-2026.11.22.2` as `2026.11.22`, `2026.11.22.2`. */
export const versionOf = ({ release }: Pick<Catalog, 'release'>): string => release.replace(/^data-/, '');

export const citeAs = (catalog: Pick<Catalog, 'release' | 'built_on'>): string =>
	`Token Observatory (${catalog.built_on.slice(0, 4)}): Token Observatory data, release ${versionOf(catalog)}. ${about.repository}`;
