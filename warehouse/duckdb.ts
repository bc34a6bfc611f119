import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/**
 * A connection that never reaches for an extension or another machine. `path` is `:memory:` or a file; `readonly` opens
 * a published file without taking its lock.
 */
export async function connect(path = ':memory:', options: { readonly?: boolean } = {}): Promise<DuckDBConnection> {
	const instance = await DuckDBInstance.create(path, {
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		...(options.readonly ? { access_mode: 'READ_ONLY' } : {}),
	});
	const connection = await instance.connect();
	await connection.run("set timezone = 'UTC'");
	return connection;
}

/** Rows of a query as plain objects: decimals and big integers as text or number as DuckDB's JSON mapping gives them. */
export async function rowsOf<Row = Record<string, unknown>>(connection: DuckDBConnection, sql: string): Promise<Row[]> {
	const reader = await connection.runAndReadAll(sql);
	return reader.getRowObjectsJson() as Row[];
}

/** A text as a SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
