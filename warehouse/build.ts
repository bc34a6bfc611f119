import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { audit, type Finding } from './audit.ts';
import { literal, rowsOf } from './duckdb.ts';
import { load, type Inputs } from './load.ts';
import { modelsOf, type Method } from './model.ts';
import { inOrder, type Linked } from './order.ts';

/** A warehouse that was built: its models in order, what each took, and what the audits found. */
export type Built = { models: Linked[]; findings: Finding[]; timings: { model: string; ms: number; rows: number }[] };

export type Progress = (done: number, of: number, model: string) => void;

/**
 * Build every model into `connection` from scratch: raw rows and seeds, then staging, intermediate and marts in the order
 * that their SQL gives; with `targets`, only those and what they read. Audits run on each model as it is built; all
 * findings are returned, none is thrown.
 */
export async function buildWarehouse(
	connection: DuckDBConnection,
	inputs: Inputs,
	options: { progress?: Progress; targets?: string[] } = {},
): Promise<Built> {
	const all = await inOrder(connection, await modelsOf(inputs.folder));
	const { targets } = options;
	const models = targets ? ancestorsOf(all, targets) : all;
	await load(connection, inputs, targets && new Set([...targets, ...models.flatMap(({ reads }) => reads)]));
	const { progress } = options;
	const findings: Finding[] = [];
	const timings: Built['timings'] = [];
	for (const [place, model] of models.entries()) {
		progress?.(place, models.length, model.name);
		const began = performance.now();
		if (model.method) await runMethod(connection, model.name, model.method);
		else await runQuery(connection, model);
		findings.push(...(await audit(connection, model)));
		const [count] = await rowsOf<{ n: number }>(connection, `select count(*)::integer as n from ${model.name}`);
		timings.push({ model: model.name, ms: performance.now() - began, rows: Number(count?.n ?? 0) });
	}
	progress?.(models.length, models.length, '');
	return { models, findings, timings };
}

function ancestorsOf(models: Linked[], targets: string[]): Linked[] {
	const wanted = new Set(targets);
	for (const model of [...models].reverse()) {
		if (wanted.has(model.name)) for (const table of model.reads) wanted.add(table);
	}
	return models.filter(model => wanted.has(model.name));
}

async function runQuery(connection: DuckDBConnection, model: Linked): Promise<void> {
	const kind = model.view ? 'view' : 'table';
	try {
		await connection.run(`create ${kind} ${model.name} as\n${model.queries['']}`);
	} catch (error) {
		throw new Error(`${model.name}: ${(error as Error).message.split('\n').slice(0, 3).join(' ')}`);
	}
}

/** Hand a method its inputs, land its rows and let DuckDB type them. */
async function runMethod(connection: DuckDBConnection, name: string, method: Method): Promise<void> {
	const inputs: Record<string, Record<string, unknown>[]> = {};
	for (const [key, query] of Object.entries(method.reads)) inputs[key] = await rowsOf(connection, query);
	// a name of its own: two builds may run in one process
	const landing = join(tmpdir(), `${name}.${randomUUID()}.ndjson`);
	const lines: string[] = [];
	for (const row of method.rows(inputs)) lines.push(JSON.stringify(row));
	await writeFile(landing, `${lines.join('\n')}\n`);
	const columns = Object.entries(method.columns).map(([column, type]) => `${literal(column)}: ${literal(type)}`);
	try {
		await connection.run(
			`create table ${name} as select * from read_json(${literal(landing)}, format = 'newline_delimited', columns = {${columns.join(', ')}})`,
		);
	} finally {
		await rm(landing, { force: true });
	}
}
