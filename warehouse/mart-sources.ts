import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf } from './duckdb.ts';
import type { Linked } from './order.ts';

/**
 * Which sources stand behind each model, by the rows themselves: its header's word (`sources:`), else its `source`
 * column, else the snapshots it names, else what it reads. Only ids that `mart_source__source` knows.
 */
export async function sourcesByModel(connection: DuckDBConnection, models: Linked[]): Promise<Map<string, string[]>> {
	const list = async (query: string): Promise<string[]> =>
		(await rowsOf<{ source: string }>(connection, query)).map(row => row.source);
	const known = new Set(await list('select source from raw.source union select source from seed.sources'));
	const found = new Map<string, string[]>();
	for (const model of models) {
		const columns = await list(`select column_name as source from (describe ${model.name})`);
		const read = model.reads.flatMap(table => found.get(table) ?? []);
		let sources: string[];
		if (model.sources) sources = model.sources;
		else if (columns.includes('source')) {
			sources = await list(`select distinct source from ${model.name}`);
			// a word of its own, such as `consensus`, stands for what it was made from
			if (sources.some(source => !known.has(source))) sources.push(...read);
		} else if (columns.includes('snapshot')) {
			sources = await list(
				`select distinct look.source from raw.look as look where look.snapshot in (select snapshot from ${model.name})`,
			);
		} else sources = read;
		found.set(model.name, [...new Set(sources)].filter(source => known.has(source)).sort());
	}
	return found;
}
