import type { Catalog } from '../export.ts';
import { about, versionOf } from './about.ts';

/** How to cite the release (citation-file-format 1.2.0). */
export function citationOf(catalog: Pick<Catalog, 'release' | 'built_on'>): string {
	return [
		'cff-version: 1.2.0',
		'message: Please cite the release you used and the sources behind the tables (LICENSES.md).',
		'type: dataset',
		'title: Token Observatory data',
		'authors:',
		'  - name: Token Observatory',
		`version: ${JSON.stringify(versionOf(catalog))}`,
		`date-released: ${catalog.built_on}`,
		'license: CC-BY-4.0',
		`url: ${about.repository}`,
		'',
	].join('\n');
}
