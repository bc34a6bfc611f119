import type { Key } from './words.ts';

/** A way to read the files; `HOST` in it is the reader's own address of the site. */
export type Snippet = {
	id: 'parquet' | 'attach' | 'csv' | 'python' | 'r' | 'node' | 'browser';
	title: Key;
	code: string;
};

/** Ways to read the files, on a mart of the release: three for any DuckDB (its CLI too), then by language. */
export function snippets(mart: { name: string; parquet: { path: string }[]; csv: { path: string }[] }): Snippet[] {
	const [parquet, csv] = [mart.parquet, mart.csv].map(files =>
		listOf(files.map(({ path }) => `'https://HOST/data/${path}'`)),
	);
	const ask = `from ${mart.name} limit 10`;
	return [
		{ id: 'parquet', title: 'data.snippet-parquet', code: `from read_parquet(${parquet}) limit 10;` },
		{
			id: 'attach',
			title: 'data.snippet-attach',
			code: `-- a path of your own, or with httpfs https://HOST/data/tokens.duckdb\nattach 'tokens.duckdb' as tokens (read_only);\nuse tokens;\n${ask};`,
		},
		{ id: 'csv', title: 'data.snippet-csv', code: `from read_csv(${csv}) limit 10;` },
		{
			id: 'python',
			title: 'data.snippet-python',
			code: `import duckdb\n\ntokens = duckdb.connect("tokens.duckdb", read_only=True)\ntokens.sql("${ask}").show()  # or .df() for pandas, .pl() for Polars`,
		},
		{
			id: 'r',
			title: 'data.snippet-r',
			code: `library(duckdb)\n\ntokens <- dbConnect(duckdb(), "tokens.duckdb", read_only = TRUE)\ndbGetQuery(tokens, "${ask}")`,
		},
		{
			id: 'node',
			title: 'data.snippet-node',
			code: `import { DuckDBInstance } from '@duckdb/node-api';\n\nconst instance = await DuckDBInstance.create('tokens.duckdb', { access_mode: 'READ_ONLY' });\nconst connection = await instance.connect();\nconst reader = await connection.runAndReadAll('${ask}');\nconsole.table(reader.getRowObjectsJson());`,
		},
		{
			id: 'browser',
			title: 'data.snippet-browser',
			code: `import { asyncBufferFromUrl, parquetReadObjects } from 'hyparquet';\nimport { compressors } from 'hyparquet-compressors';\n\nconst file = await asyncBufferFromUrl({ url: 'https://HOST/data/${mart.parquet[0]?.path ?? ''}' });\nconsole.table(await parquetReadObjects({ file, compressors, rowEnd: 10 }));`,
		},
	];
}

/** One address as it is, several as a list. */
const listOf = (addresses: string[]): string => (addresses.length === 1 ? addresses[0]! : `[${addresses.join(', ')}]`);
