import type { Catalog, CatalogMart } from '../export.ts';
import type { SourceTerms } from '../describe-release.ts';
import { about, versionOf } from './about.ts';

/**
 * The release as a Data Package (datapackage.org, version 2.0): a table for each mart over its CSV and one over its Parquet,
 * with hashes, fields, units and keys. A mart in several files is one table of several paths.
 */
export function dataPackageOf(catalog: Catalog, sources: SourceTerms[]): object {
	const behind = new Set(catalog.marts.flatMap(mart => mart.sources));
	return {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: 'token-observatory',
		title: about.title,
		description: about.description,
		version: versionOf(catalog),
		created: catalog.built_at,
		homepage: about.repository,
		licenses: [about.licence],
		contributors: [{ title: 'Token Observatory', roles: ['maintainer'], path: about.repository }],
		sources: sources
			.filter(({ source, redistribute }) => redistribute && behind.has(source))
			.map(({ title, homepage }) => ({ title, ...(homepage ? { path: homepage } : {}) })),
		resources: catalog.marts.flatMap(mart => (mart.kind === 'view' ? [] : resourcesOf(mart))),
	};
}

function resourcesOf(mart: CatalogMart): object[] {
	const schema = {
		$schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
		fields: mart.columns.map(fieldOf(mart)),
		primaryKey: mart.grain,
		missingValues: [''],
	};
	return (['csv', 'parquet'] as const).flatMap(format =>
		mart[format].map((file, place) => ({
			name: `${mart.name}${mart[format].length > 1 ? `-${place + 1}` : ''}-${format}`.replaceAll('_', '-'),
			type: 'table',
			title: mart.name,
			description: [mart.sentence, ...mart.choices].join(' '),
			path: file.path,
			format,
			mediatype: format === 'csv' ? 'text/csv' : 'application/vnd.apache.parquet',
			...(format === 'csv' ? { encoding: 'utf-8' } : {}),
			bytes: file.bytes,
			hash: `sha256:${file.sha256}`,
			schema,
		})),
	);
}

const fieldOf =
	(mart: CatalogMart) =>
	({ name, type, unit, meaning, when_null }: CatalogMart['columns'][number]): object => ({
		name,
		type: fieldType(type),
		...(type.startsWith('TIMESTAMP') ? { format: 'any' } : {}),
		description: when_null ? `${meaning} (null: ${when_null})` : meaning,
		...(unit ? { unit } : {}),
		...(mart.grain.includes(name) ? { constraints: { required: true } } : {}),
	});

/** A DuckDB type as a Table Schema type. */
export function fieldType(type: string): string {
	if (/^(TINY|SMALL|BIG|HUGE|U\w*)?INT(EGER)?$/.test(type)) return 'integer';
	if (/^(DECIMAL|DOUBLE|FLOAT)/.test(type)) return 'number';
	if (type === 'BOOLEAN') return 'boolean';
	if (type === 'DATE') return 'date';
	if (type.startsWith('TIMESTAMP')) return 'datetime';
	if (type.endsWith('[]')) return 'array';
	return 'string';
}
