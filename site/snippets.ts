import type { Key } from './words.ts';

/** Ways to read the files, on a mart of the release; `HOST` is the reader's own address of the site. */
export function snippets(mart: {
	name: string;
	parquet: { path: string }[];
	csv: { path: string }[];
}): { title: Key; code: string }[] {
	const [parquet, csv] = [mart.parquet, mart.csv].map(files =>
		listOf(files.map(({ path }) => `'https://HOST/data/${path}'`)),
	);
	return [
		{ title: 'data.snippet-parquet', code: `from read_parquet(${parquet}) limit 10;` },
		{
			title: 'data.snippet-attach',
			code: `attach 'tokens.duckdb' as tokens (read_only);\nuse tokens;\nfrom ${mart.name} limit 10;`,
		},
		{ title: 'data.snippet-csv', code: `from read_csv(${csv}) limit 10;` },
		{
			title: 'data.snippet-python',
			code: `import duckdb\n\ntokens = duckdb.connect("tokens.duckdb", read_only=True)\ntokens.sql("from ${mart.name} limit 10").df()`,
		},
		{
			title: 'data.snippet-r',
			code: `library(duckdb)\n\ntokens <- dbConnect(duckdb(), "tokens.duckdb", read_only = TRUE)\ndbGetQuery(tokens, "from ${mart.name} limit 10")`,
		},
		{
			title: 'data.snippet-node',
			code: `import { DuckDBInstance } from '@duckdb/node-api';\n\nconst instance = await DuckDBInstance.create('tokens.duckdb', { access_mode: 'READ_ONLY' });\nconst connection = await instance.connect();\nconst reader = await connection.runAndReadAll('from ${mart.name} limit 10');\nconsole.table(reader.getRowObjectsJson());`,
		},
	];
}

/** One address as it is, several as a list. */
const listOf = (addresses: string[]): string => (addresses.length === 1 ? addresses[0]! : `[${addresses.join(', ')}]`);
