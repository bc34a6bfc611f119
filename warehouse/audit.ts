import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf } from './duckdb.ts';
import type { Model } from './model.ts';

/** A row audit that found rows that must not be. */
export type Finding = { model: string; audit: string; rows: number; example: string };

/**
 * Run the audits of one built model: its grain is unique and not null, each of its asserts holds on every row. The rows
 * that fail are counted in one pass; only where there are some is one of them looked up.
 */
export async function audit(connection: DuckDBConnection, model: Model): Promise<Finding[]> {
	const key = model.grain.join(', ');
	const audits = [
		{ audit: `grain not null: ${key}`, wrong: model.grain.map(column => `${column} is null`).join(' or ') },
		...model.asserts.map(assertion => ({ audit: `assert: ${assertion}`, wrong: `(${assertion}) is not true` })),
	];
	const counts = audits.map(({ wrong }, place) => `count(case when ${wrong} then 1 end)::integer as n${place}`);
	const [counted] = await rowsOf<Record<string, number>>(connection, `select ${counts.join(', ')} from ${model.name}`);
	const failed = audits.filter((_, place) => Number(counted?.[`n${place}`] ?? 0) > 0);
	const copied = `select ${key}, count(*) as copies from ${model.name} group by ${key} having count(*) > 1`;
	const findings: Finding[] = [];
	for (const { audit, rows } of [
		{ audit: `grain: ${key}`, rows: copied },
		...failed.map(({ audit, wrong }) => ({ audit, rows: `select * from ${model.name} where ${wrong}` })),
	]) {
		const [found] = await rowsOf<{ n: number; example: string }>(
			connection,
			`select count(*)::integer as n, any_value(to_json(bad))::varchar as example from (${rows}) as bad`,
		);
		const example = (found?.example ?? '').slice(0, 400);
		if (found && Number(found.n) > 0) findings.push({ model: model.name, audit, rows: Number(found.n), example });
	}
	return findings;
}

/** `mart_x: assert: usd > 0: 3 rows, such as {...}` */
export const lineOf = (finding: Finding): string =>
	`${finding.model}: ${finding.audit}: ${finding.rows} rows, such as ${finding.example}`;
