import type { Catalog } from '../export.ts';
import { about, citeAs } from './about.ts';

/** What a person who opens the folder reads first. */
export function readmeOf(catalog: Catalog): string {
	const tables = catalog.marts.map(
		mart => `| \`${mart.name}\` | ${mart.sentence} | ${mart.rows.toLocaleString('en')} |`,
	);
	return [
		`# ${about.title}, ${catalog.release}`,
		'',
		about.description,
		'',
		'```sql',
		"attach 'tokens.duckdb' as tokens (read_only);",
		'use tokens;',
		...catalog.macros.map(({ example }) => `${example};`),
		'```',
		'',
		'Each table is also a Parquet and a CSV file, one a year where it is large. `codebook.csv` says what each column means, `LICENSES.md` what each',
		'source asks for, `datapackage.json` and `croissant.json` describe the files to programs, `SHA256SUMS` has their hashes.',
		'',
		'Each question below is asked by a file of `queries/`, with its answer beside it as CSV. `notebooks/` has essays in two languages whose results are rerun.',
		'',
		...catalog.queries.map(({ name, question }) => `- [${name}](queries/${name}.sql): ${question}`),
		'',
		'Not claimed: that one router is the world, that a list price is what a customer with a contract pays, that a price caused a share.',
		'',
		'| table | what a row is | rows |',
		'|---|---|---|',
		...tables,
		'',
		`Cite as: ${citeAs(catalog)}`,
		'',
	].join('\n');
}
