import type { DuckDBConnection } from '@duckdb/node-api';
import { rowsOf } from './duckdb.ts';
import type { Model } from './model.ts';

/** A row audit that found rows that must not be. */
export type Finding = { model: string; audit: string; rows: number; example: string };

/** Run the audits of one built model: its grain is unique and not null, each of its asserts holds on every row. */
export async function audit(connection: DuckDBConnection, model: Model): Promise<Finding[]> {
	const key = model.grain.join(', ');
	const findings: Finding[] = [];
	const find = async (name: string, query: string): Promise<void> => {
		const [found] = await rowsOf<{ n: string; example: string }>(
			connection,
			`select count(*)::integer as n, any_value(to_json(bad))::varchar as example from (${query}) as bad`,
		);
		const rows = Number(found?.n ?? 0);
		if (rows > 0)
			findings.push({ model: model.name, audit: name, rows, example: (found?.example ?? '').slice(0, 400) });
	};
	await find(
		`grain: ${key}`,
		`select ${key}, count(*) as copies from ${model.name} group by ${key} having count(*) > 1`,
	);
	const missing = model.grain.map(column => `${column} is null`).join(' or ');
	await find(`grain not null: ${key}`, `select * from ${model.name} where ${missing}`);
	for (const assertion of model.asserts) {
		await find(`assert: ${assertion}`, `select * from ${model.name} where (${assertion}) is not true`);
	}
	return findings;
}

/** `mart_x: assert: usd > 0: 3 rows, such as {...}` */
export const lineOf = (finding: Finding): string =>
	`${finding.model}: ${finding.audit}: ${finding.rows} rows, such as ${finding.example}`;
