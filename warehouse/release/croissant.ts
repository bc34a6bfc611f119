import type { Catalog, CatalogMart } from '../export.ts';
import { about, citeAs, releaseUrl, versionOf } from './about.ts';
import { fieldType } from './datapackage.ts';

const types: Record<string, string> = {
	integer: 'sc:Integer',
	number: 'sc:Float',
	boolean: 'sc:Boolean',
	date: 'sc:Date',
	datetime: 'sc:DateTime',
};

/** The release in the Croissant vocabulary (mlcommons.org/croissant, version 1.1): every file, and a record set for each mart over its CSV. */
export function croissantOf(catalog: Catalog): object {
	const marts = catalog.marts.filter(({ kind }) => kind === 'table');
	return {
		'@context': context,
		'@type': 'sc:Dataset',
		conformsTo: 'http://mlcommons.org/croissant/1.1',
		name: 'token-observatory',
		description: about.description,
		url: about.repository,
		license: about.licence.path,
		citeAs: citeAs(catalog),
		version: versionOf(catalog),
		datePublished: catalog.built_on,
		creator: { '@type': 'sc:Organization', name: about.title, url: about.repository },
		distribution: [
			fileOf(catalog, catalog.duckdb, 'application/vnd.duckdb.file'),
			...marts.flatMap(mart => [
				...mart.csv.map(file => fileOf(catalog, file, 'text/csv')),
				...mart.parquet.map(file => fileOf(catalog, file, 'application/vnd.apache.parquet')),
			]),
			...marts.filter(({ csv }) => csv.length > 1).map(mart => setOf(mart)),
		],
		recordSet: marts.map(recordSetOf),
	};
}

function fileOf(
	catalog: Catalog,
	file: { path: string; bytes: number; sha256: string },
	encodingFormat: string,
): object {
	return {
		'@type': 'cr:FileObject',
		'@id': file.path,
		name: file.path,
		contentUrl: releaseUrl(catalog, file.path),
		contentSize: `${file.bytes} B`,
		encodingFormat,
		sha256: file.sha256,
	};
}

/** The CSV files of a mart that is written one a year. */
const setOf = (mart: CatalogMart): object => ({
	'@type': 'cr:FileSet',
	'@id': `csv/${mart.name}`,
	name: `csv/${mart.name}`,
	containedIn: mart.csv.map(({ path }) => ({ '@id': path })),
	encodingFormat: 'text/csv',
	includes: `csv/${mart.name}.*.csv`,
});

function recordSetOf(mart: CatalogMart): object {
	const source =
		mart.csv.length > 1 ? { fileSet: { '@id': `csv/${mart.name}` } } : { fileObject: { '@id': mart.csv[0]?.path } };
	return {
		'@type': 'cr:RecordSet',
		'@id': mart.name,
		name: mart.name,
		description: [mart.sentence, ...mart.choices].join(' '),
		key: mart.grain.map(column => ({ '@id': `${mart.name}/${column}` })),
		field: mart.columns.map(({ name, type, unit, meaning }) => ({
			'@type': 'cr:Field',
			'@id': `${mart.name}/${name}`,
			name,
			description: unit ? `${meaning} (${unit})` : meaning,
			dataType: types[fieldType(type)] ?? 'sc:Text',
			source: { ...source, extract: { column: name } },
		})),
	};
}

/** The context that the specification prints, for the terms used here. */
const context = {
	'@language': 'en',
	'@vocab': 'https://schema.org/',
	sc: 'https://schema.org/',
	cr: 'http://mlcommons.org/croissant/',
	dct: 'http://purl.org/dc/terms/',
	citeAs: 'cr:citeAs',
	column: 'cr:column',
	conformsTo: 'dct:conformsTo',
	data: { '@id': 'cr:data', '@type': '@json' },
	dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
	extract: 'cr:extract',
	field: 'cr:field',
	fileObject: 'cr:fileObject',
	fileSet: 'cr:fileSet',
	includes: 'cr:includes',
	key: 'cr:key',
	recordSet: 'cr:recordSet',
	source: 'cr:source',
};
