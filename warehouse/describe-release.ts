import type { Catalog } from './export.ts';
import { citationOf } from './release/citation.ts';
import { codebookOf } from './release/codebook-csv.ts';
import { croissantOf } from './release/croissant.ts';
import { dataPackageOf } from './release/datapackage.ts';
import { licencesOf } from './release/licences.ts';
import { readmeOf } from './release/readme.ts';

/** What is said of a source beside its rows. */
export type SourceTerms = {
	source: string;
	title: string;
	homepage: string | null;
	licence: string;
	attribution: string | null;
	redistribute: boolean;
	/** Newest day that its rows speak of; null where this release has none of them. */
	last_day: string | null;
};

export type Described = { path: string; text: string };

/** The files that describe a release: for people, for package readers, for catalogues. Pure. */
export function describeRelease(catalog: Catalog, sources: SourceTerms[]): Described[] {
	const json = (value: unknown): string => `${JSON.stringify(value, null, '\t')}\n`;
	return [
		{ path: 'catalog.json', text: json(catalog) },
		{ path: 'datapackage.json', text: json(dataPackageOf(catalog, sources)) },
		{ path: 'croissant.json', text: json(croissantOf(catalog)) },
		{ path: 'codebook.csv', text: codebookOf(catalog) },
		{ path: 'CITATION.cff', text: citationOf(catalog) },
		{ path: 'LICENSES.md', text: licencesOf(catalog, sources) },
		{ path: 'README.md', text: readmeOf(catalog) },
	];
}
