/**
 * A chart of a thing asks for the rows of one: `model = $id`. There are a thousand models, so the rows of all are read in
 * one go and told apart by that column. That needs a query that names `$id` once, as `COLUMN = $id`, gives COLUMN back, and
 * groups and partitions by it; any other is asked thing by thing.
 */
export function atOnce(sql: string): { sql: string; column: string } | null {
	const [asked, second] = [...sql.matchAll(/((?:\w+\.)?(\w+)) = \$id\b/g)];
	const named = sql.match(/\$id\b/g) ?? [];
	if (!asked || second || named.length !== 1 || /\blimit\b/i.test(sql)) return null;
	return { sql: sql.replace(asked[0], `${asked[1]} is not null`), column: asked[2] ?? '' };
}

/** Rows by the thing they are of, in their order; null where the column is not among theirs. */
export function byThing(rows: readonly unknown[], column: string): Map<string, unknown[]> | null {
	const groups = new Map<string, unknown[]>();
	for (const row of rows as readonly Readonly<Record<string, unknown>>[]) {
		if (!(column in row)) return null;
		const id = String(row[column]);
		const group = groups.get(id);
		if (group) group.push(row);
		else groups.set(id, [row]);
	}
	return groups;
}
