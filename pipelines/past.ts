import { existsSync } from 'node:fs';
import { connect, literal, rowsOf } from '../warehouse/duckdb.ts';

/** A table whose rows are final from some age on: their values change by a correction or a restatement only. */
type Final = { mart: string; grain: string[]; values: string[]; where: string };

const settled_days = 28;

/** `{built_on}` is the day of the earlier publication. */
const finals: Final[] = [
	{
		mart: 'mart_token_share__country_week',
		grain: ['basis', 'week', 'country'],
		values: ['tokens', 'total_tokens', 'share'],
		where: `is_complete and not is_provisional and total_basis = 'exact' and week <= {built_on} - ${settled_days}`,
	},
	{
		mart: 'mart_fx__day',
		grain: ['day'],
		values: ['cny_per_usd'],
		where: `is_official and day <= {built_on} - ${settled_days}`,
	},
];

/** A final value that is another one now, or is gone (`is` null). */
export type Changed = { mart: string; key: string; column: string; was: string; is: string | null };

/**
 * The final values of the earlier publication `before` that `after` does not repeat and that no row of its corrections or
 * restatements accounts for: such a row names the table, the column, the key (`*` for any text) and, of a correction, a
 * release no older than the earlier one. None where there is no earlier publication, or its table has other columns.
 */
export async function changedPast(before: string, after: string): Promise<Changed[]> {
	if (!existsSync(before)) return [];
	const connection = await connect();
	try {
		await connection.run(`attach ${literal(before)} as old (read_only)`);
		await connection.run(`attach ${literal(after)} as new (read_only)`);
		const columns = await columnsOf(connection);
		const changed: Changed[] = [];
		for (const final of finals) {
			const needed = [...final.grain, ...final.values];
			const known = needed.every(column => columns.has(`old.${final.mart}.${column}`));
			if (!known || !needed.every(column => columns.has(`new.${final.mart}.${column}`))) continue;
			for (const value of final.values) changed.push(...(await changesOf(connection, final, value)));
		}
		if (changed.length === 0) return [];
		const rules = await accounted(connection, columns);
		return changed.filter(one => !rules.some(rule => holds(rule, one)));
	} finally {
		connection.closeSync();
	}
}

type Connection = Awaited<ReturnType<typeof connect>>;

async function columnsOf(connection: Connection): Promise<Set<string>> {
	const rows = await rowsOf<{ name: string }>(
		connection,
		`select database_name || '.' || table_name || '.' || column_name as name from duckdb_columns()
		 where database_name in ('old', 'new')`,
	);
	return new Set(rows.map(row => row.name));
}

/** Numbers that differ in their last bits are one: the order of a sum is no change. */
function changesOf(connection: Connection, { mart, grain, where }: Final, value: string): Promise<Changed[]> {
	const isOther = `is_row.${value} is null
		or abs(is_row.${value}::double - was_row.${value}::double) > 1e-9 * greatest(abs(was_row.${value}::double), 1e-9)`;
	return rowsOf<Changed>(
		connection,
		`select ${literal(mart)} as mart, concat_ws('_', ${grain.join(', ')}) as key, ${literal(value)} as "column",
			was_row.${value}::varchar as was, is_row.${value}::varchar as "is"
		 from (select * from old.${mart} where ${where.replaceAll('{built_on}', '(select built_on::date from old.meta)')}) as was_row
		 left join new.${mart} as is_row using (${grain.join(', ')})
		 where was_row.${value} is not null and (${isOther})
		 order by key`,
	);
}

type Rule = { mart: string; key: string; column: string };

async function accounted(connection: Connection, columns: Set<string>): Promise<Rule[]> {
	const rules: Rule[] = [];
	if (columns.has('new.mart_correction__correction.key'))
		rules.push(
			...(await rowsOf<Rule>(
				connection,
				`select mart, key, column_name as "column" from new.mart_correction__correction
				 where corrected_in >= (select release from old.meta)`,
			)),
		);
	if (columns.has('new.mart_restatement__restatement.key'))
		rules.push(
			...(await rowsOf<Rule>(
				connection,
				`select mart, key, column_name as "column" from new.mart_restatement__restatement
				 where day >= (select built_on::date from old.meta) - ${settled_days}`,
			)),
		);
	return rules;
}

const holds = (rule: Rule, { mart, key, column }: Changed): boolean =>
	rule.mart === mart && rule.column === column && fits(rule.key, key);

/** Whether a text is of a shape in which `*` stands for any text. */
function fits(shape: string, text: string): boolean {
	const parts = shape.split('*').map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(`^${parts.join('.*')}$`).test(text);
}

/** `past: mart_fx__day: 2026-01-02: cny_per_usd was 7.1 and is 7.2: no row of seeds/corrections.csv says so` */
export const pastLine = ({ mart, key, column, was, is }: Changed): string =>
	`past: ${mart}: ${key}: ${column} was ${was} and is ${is ?? 'gone'}: no row of seeds/corrections.csv says so`;
