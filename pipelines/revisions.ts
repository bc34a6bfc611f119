import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connect, literal, rowsOf } from '../warehouse/duckdb.ts';
import type { Catalog } from '../warehouse/export.ts';

const head = 'built_at,release,compared_with,mart,added,changed,gone\n';

type Counted = { added: number; changed: number; gone: number };

/**
 * Write `revisions.csv` into the finished folder `made`: the lines of the publication in `published`, and for every table
 * whose rows differ from its own a line with the rows added, changed and gone by their grain. A build that changes nothing
 * adds nothing, so that its bytes stay. Its hash joins `SHA256SUMS`.
 */
export async function writeRevisions(published: string, made: string, catalog: Catalog): Promise<number> {
	const before = join(published, 'revisions.csv');
	const lines: string[] = [];
	for (const { mart, compared_with, counted } of await compared(published, made, catalog)) {
		const { added, changed, gone } = counted;
		if (added + changed + gone > 0)
			lines.push([catalog.built_at, catalog.release, compared_with, mart, added, changed, gone].join(','));
	}
	const known = existsSync(before) ? await readFile(before, 'utf8') : head;
	const text = known + lines.map(line => `${line}\n`).join('');
	await writeFile(join(made, 'revisions.csv'), text);
	await appendFile(join(made, 'SHA256SUMS'), `${createHash('sha256').update(text).digest('hex')}  revisions.csv\n`);
	return lines.length;
}

/** Tables of what is measured about ourselves differ with every build and tell nothing. */
const isOfBuild = (mart: string): boolean => /^mart_(source_health|snapshot|claim_history)__/.test(mart);

async function compared(
	published: string,
	made: string,
	catalog: Catalog,
): Promise<{ mart: string; compared_with: string; counted: Counted }[]> {
	const before = join(published, 'tokens.duckdb');
	if (!existsSync(before)) return [];
	const connection = await connect();
	try {
		await connection.run(`attach ${literal(before)} as old (read_only)`);
		await connection.run(`attach ${literal(join(made, 'tokens.duckdb'))} as new (read_only)`);
		const columns = await rowsOf<{ mart: string; names: string[] }>(
			connection,
			`select table_name as mart, list(column_name order by column_index) as names
			 from duckdb_columns() where database_name = 'old' group by table_name`,
		);
		const [meta] = await rowsOf<{ release: string }>(connection, 'select release from old.meta');
		const known = new Map(columns.map(({ mart, names }) => [mart, names]));
		const found: { mart: string; compared_with: string; counted: Counted }[] = [];
		for (const { name, grain, columns, kind } of catalog.marts) {
			const had = known.get(name);
			if (kind === 'view' || isOfBuild(name) || !had || !grain.every(column => had.includes(column))) continue;
			const shared = columns.map(column => column.name).filter(column => had.includes(column));
			const rows = (from: string) =>
				`(select ${grain.join(', ')}, hash(${shared.map(column => `"${column}"`).join(', ')}) as content from ${from}.${name})`;
			const [counted] = await rowsOf<Counted>(
				connection,
				`select count(*) filter (was.content is null)::integer as added,
					count(*) filter ("is".content is null)::integer as gone,
					count(*) filter (was.content <> "is".content)::integer as changed
				 from ${rows('old')} as was full join ${rows('new')} as "is" using (${grain.join(', ')})`,
			);
			if (counted) found.push({ mart: name, compared_with: meta?.release ?? 'unknown', counted });
		}
		return found;
	} finally {
		connection.closeSync();
	}
}
