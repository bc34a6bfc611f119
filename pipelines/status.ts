import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { discover, type Found } from '../scrapers/discover.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { forgettingLines, isWarned, todoOf } from './forgetting.ts';
import type { Place } from './place.ts';
import { textOf } from './query.ts';
import { retentionOf, type Retention } from './retention.ts';
import { openStore } from './store.ts';

export type StatusOptions = {
	unmapped?: boolean;
	json?: boolean;
	now: Date;
	env: NodeJS.ProcessEnv;
	sources?: Found[];
};

/**
 * The state of every source as of the last build, and what its forgetting costs as of now; or with `unmapped` the names
 * that no rule explains, by their weight.
 */
export async function status(place: Place, options: StatusOptions): Promise<string> {
	const file = join(place.data, 'tokens.duckdb');
	const today = options.now.toISOString().slice(0, 10);
	const keys = (name: string): string | undefined => options.env[name]?.trim() || undefined;
	const retentions = options.unmapped ? [] : await retentionsOf(place, options, today);
	const forgetting = forgettingLines(retentions, today, keys)
		.map(line => `${line}\n`)
		.join('');
	if (!existsSync(file)) {
		const todo = `nothing published yet: run \`tokens start\` or \`tokens build\` (state: ${place.home})\n`;
		return `${todo}${options.json ? '' : forgetting}`;
	}
	const connection = await connect(file, { readonly: true });
	try {
		const known = new Map(retentions.map(one => [one.source, one]));
		const published = await rowsOf<Record<string, unknown>>(connection, options.unmapped ? unmapped : states);
		const rows = options.unmapped
			? published
			: published.map(row => {
					const one = known.get(String(row.source));
					const told = { ...row, forgets_in: one ? leftText(one) : '' };
					if (!options.json) return told;
					return {
						...told,
						forgets_in_days: one?.newest_day ? one.days_left : null,
						lost: one?.lost ?? [],
						todo: one && isWarned(one, today) ? todoOf(one, keys) : null,
					};
				});
		const columns = Object.keys(rows[0] ?? { nothing: '' });
		const format = options.json ? 'ndjson' : 'table';
		const text = textOf(
			columns,
			rows.map(row => Object.values(row)),
			format,
		);
		if (options.json) return text;
		if (options.unmapped) return `${rows.length > 0 ? text : ''}${unmappedHelp(rows.length)}`;
		const [meta] = await rowsOf<{ release: string; built_at: string }>(
			connection,
			'select release, built_at from meta',
		);
		const held = await rowsOf<{ line: string }>(connection, heldLines);
		const warnings =
			held.length > 0 ? `\nheld back:\n${held.map(row => `  ${row.line}\n`).join('')}` : '\nnothing is held back\n';
		return `${meta?.release}, built ${meta?.built_at}\nstate: ${place.home}\npublication: ${place.dist}\n\n${text}${warnings}${forgetting && `\n${forgetting}`}`;
	} finally {
		connection.closeSync();
	}
}

async function retentionsOf(place: Place, { sources }: StatusOptions, today: string): Promise<Retention[]> {
	const store = openStore(place.home);
	return (sources ?? (await discover())).flatMap(source => retentionOf(source, store, today) ?? []);
}

const leftText = ({ newest_day, is_losing, days_left }: Retention): string =>
	newest_day === null ? '' : is_losing ? 'losing' : `${days_left} days`;

const states = `
	select source, state, strftime(newest_at, '%Y-%m-%d %H:%M') as newest_look, age_days, '' as forgets_in,
	       rows, rejected, reason
	from mart_source_health__source_day
	qualify row_number() over (partition by source order by day desc) = 1
	order by source`;

const heldLines = `
	with newest as (
		select source, newest_at from mart_source_health__source_day
		qualify row_number() over (partition by source order by day desc) = 1
	)
	select source || ' ' || left(snapshot, 8) || ': ' || coalesce(reason, 'no reason')
	       || coalesce('; in use: the look of ' || strftime(newest_at, '%Y-%m-%d'), '; no good look yet') as line
	from mart_quarantine__snapshot left join newest using (source) order by source, fetched_at`;

/** What to do about the names above: a name is explained by a citation, never by its looks. */
const unmappedHelp = (count: number): string =>
	count === 0
		? 'every name has a model\n'
		: `
these names count in every total, and in no table of models; the first weigh most
to explain one:
  1. find who made it, and where that is said; without a citation it stays unknown
  2. add a row: warehouse/seeds/aliases.csv for another name of a model (with \`revealed_on\` for a hidden one),
     models.csv for a new model, labs.csv for a new maker
  3. look: \`tokens resolve NAME\`, then \`tokens build\`
\`~*\` and \`*-latest\` move by day and need a row for each meaning; routers pick a model a request and never get one
`;

const unmapped = `
	select name, sources, tokens, rows, example_source
	from mart_unmapped__name order by tokens desc nulls last, sources desc, rows desc, name limit 100`;
