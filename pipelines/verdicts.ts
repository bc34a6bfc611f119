import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { connect, literal, rowsOf } from '../warehouse/duckdb.ts';
import { writeDurably } from './durable.ts';
import { textOf } from './query.ts';

/** Where a run keeps the verdicts that its releases gave: append-only, a row where one changed. */
export const verdictsFile = (home: string): string => join(home, 'verdicts', 'claims.csv');

/** Add the verdicts of the published file that differ from the last ones in `file`; gives how many. */
export async function recordVerdicts(data: string, file: string): Promise<number> {
	const connection = await connect(join(data, 'tokens.duckdb'), { readonly: true });
	try {
		const rows = await rowsOf<Record<string, unknown>>(connection, changedSince(file));
		if (rows.length === 0) return 0;
		const text = textOf(
			Object.keys(rows[0] ?? {}),
			rows.map(row => Object.values(row)),
			'csv',
		);
		const added = existsSync(file) ? readFileSync(file, 'utf8') + text.slice(text.indexOf('\n') + 1) : text;
		writeDurably(join(dirname(file), '..', 'partials'), file, Buffer.from(added));
		return rows.length;
	} finally {
		connection.closeSync();
	}
}

const changedSince = (file: string): string => `
	with known as (
		${
			existsSync(file)
				? `select claim_id, arg_max(verdict, built_at::timestamp) as verdict
		from read_csv(${literal(file)}, header = true, all_varchar = true, nullstr = '', quote = '"', escape = '"')
		group by claim_id`
				: 'select null::varchar as claim_id, null::varchar as verdict'
		}
	)
	select meta.built_at, meta.release, claim.claim_id, claim.verdict, claim.measured, claim.reason
	from mart_claim__claim as claim cross join meta left join known using (claim_id)
	where claim.verdict is distinct from known.verdict order by claim.claim_id`;
