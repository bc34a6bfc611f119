import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import type { Place } from './place.ts';
import { textOf } from './query.ts';

/** The state of every source as of the last build, or with `unmapped` the names that no rule explains, by their weight. */
export async function status(place: Place, options: { unmapped?: boolean; json?: boolean }): Promise<string> {
	const file = join(place.data, 'tokens.duckdb');
	if (!existsSync(file))
		return `nothing published yet: run \`tokens start\` or \`tokens build\` (state: ${place.home})\n`;
	const connection = await connect(file, { readonly: true });
	try {
		const rows = await rowsOf(connection, options.unmapped ? unmapped : states);
		const columns = Object.keys(rows[0] ?? { nothing: '' });
		const format = options.json ? 'ndjson' : 'table';
		const text = textOf(
			columns,
			rows.map(row => Object.values(row)),
			format,
		);
		if (options.json || options.unmapped) return text;
		const [meta] = await rowsOf<{ release: string; built_at: string }>(
			connection,
			'select release, built_at from meta',
		);
		const held = await rowsOf<{ line: string }>(connection, heldLines);
		const warnings =
			held.length > 0 ? `\nheld back:\n${held.map(row => `  ${row.line}\n`).join('')}` : '\nnothing is held back\n';
		return `${meta?.release}, built ${meta?.built_at}\nstate: ${place.home}\npublication: ${place.dist}\n\n${text}${warnings}`;
	} finally {
		connection.closeSync();
	}
}

const states = `
	select source, state, strftime(newest_at, '%Y-%m-%d %H:%M') as newest_look, age_days,
	       case when forgets_in_days is null then '' when forgets_in_days < 0 then 'lost' else forgets_in_days || ' days' end as forgets_in,
	       rows, rejected, reason
	from mart_source_health__source_day
	qualify row_number() over (partition by source order by day desc) = 1
	order by source`;

const heldLines = `
	select source || ' ' || left(snapshot, 8) || ': ' || coalesce(reason, 'no reason') as line
	from mart_quarantine__snapshot order by source, fetched_at`;

const unmapped = `
	select name, sources, tokens, rows, example_source
	from mart_unmapped__name order by tokens desc nulls last, sources desc, rows desc, name limit 100`;
