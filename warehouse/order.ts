import type { DuckDBConnection } from '@duckdb/node-api';
import { literal, rowsOf } from './duckdb.ts';
import type { Model } from './model.ts';

/** A model with the tables it reads: models by bare name, `raw.x` and `seed.x` by qualified name. */
export type Linked = Model & { reads: string[] };

type Node = { [key: string]: unknown };

/**
 * Tables that a query reads, found by DuckDB's own parser. Throws `<name>: <what>: <value>` when it does not parse or
 * holds more than one statement.
 */
export async function readsOf(connection: DuckDBConnection, name: string, query: string): Promise<string[]> {
	const known = read.get(query);
	if (known) return known;
	const tables = await parsed(connection, name, query);
	read.set(query, tables);
	return tables;
}

/** What a text reads does not change while the process lives, and parsing all of them takes longer than a small build. */
const read = new Map<string, string[]>();

async function parsed(connection: DuckDBConnection, name: string, query: string): Promise<string[]> {
	const [row] = await rowsOf<{ tree: string }>(
		connection,
		`select json_serialize_sql(${literal(query)})::varchar as tree`,
	);
	const tree = JSON.parse(row?.tree ?? '{}') as { error?: boolean; error_message?: string; statements?: Node[] };
	if (tree.error) throw new Error(`${name}: invalid sql: ${tree.error_message}`);
	if (tree.statements?.length !== 1) throw new Error(`${name}: expected one statement got ${tree.statements?.length}`);
	const tables = new Set<string>();
	const defined = new Set<string>();
	walk(tree.statements[0], node => {
		const map = (node.cte_map as { map?: { key: string }[] } | undefined)?.map;
		for (const entry of map ?? []) defined.add(entry.key);
		if (node.type === 'BASE_TABLE') {
			const schema = node.schema_name as string;
			tables.add(schema ? `${schema}.${node.table_name as string}` : (node.table_name as string));
		}
	});
	return [...tables].filter(table => !defined.has(table)).sort();
}

function walk(value: unknown, visit: (node: Node) => void): void {
	if (Array.isArray(value)) for (const item of value) walk(item, visit);
	else if (value && typeof value === 'object') {
		visit(value as Node);
		for (const item of Object.values(value)) walk(item, visit);
	}
}

/** Models with their reads, each after what it reads. Throws on a cycle or an unknown table. */
export async function inOrder(connection: DuckDBConnection, models: Model[]): Promise<Linked[]> {
	const linked = new Map<string, Linked>();
	for (const model of models) {
		const reads = new Set<string>();
		for (const query of Object.values(model.queries)) {
			for (const table of await readsOf(connection, model.name, query)) reads.add(table);
		}
		linked.set(model.name, { ...model, reads: [...reads].sort() });
	}
	const ordered: Linked[] = [];
	const state = new Map<string, 'open' | 'done'>();
	const place = (model: Linked, path: string[]): void => {
		if (state.get(model.name) === 'done') return;
		if (state.get(model.name) === 'open')
			throw new Error(`${model.name}: circular reads: ${[...path, model.name].join(' > ')}`);
		state.set(model.name, 'open');
		for (const table of model.reads) {
			if (/^(raw|seed)\./.test(table)) continue;
			const read = linked.get(table);
			if (!read) throw new Error(`${model.name}: unknown table: ${table}`);
			place(read, [...path, model.name]);
		}
		state.set(model.name, 'done');
		ordered.push(model);
	};
	for (const model of linked.values()) place(model, []);
	return ordered;
}

/** The map of the warehouse as a Mermaid graph, raw tables and seeds included. */
export function mermaidOf(models: Linked[]): string {
	const node = (table: string): string => table.replace('.', '_');
	const lines = models.flatMap(model => model.reads.map(table => `    ${node(table)} --> ${node(model.name)}`));
	return ['graph LR', ...[...new Set(lines)].sort()].join('\n');
}
