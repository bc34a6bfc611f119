/** A row of `aliases.csv`: what a name meant between two days, half-open. An empty model is a name known to be unknown. */
export type AliasRow = {
	/** `*` for every source. */
	source: string;
	source_model: string;
	model: string | null;
	lab?: string | null;
	version?: string | null;
	variant?: string | null;
	effort?: string | null;
	valid_from?: string | null;
	valid_to?: string | null;
	/** The day on which the maker of a hidden model was named. */
	revealed_on?: string | null;
};

export type AliasIndex = {
	find(source: string, name: string, day?: string | null): AliasRow | null;
	/** All days on which a meaning begins or ends, in order. */
	edges: string[];
	/** Whether the name has meanings that change with the day. */
	swaps(source: string, name: string): boolean;
};

export function indexAliases(rows: AliasRow[]): AliasIndex {
	const table = new Map<string, AliasRow[]>();
	for (const row of rows) {
		const key = `${row.source}\n${row.source_model.toLowerCase()}`;
		table.set(key, [...(table.get(key) ?? []), row]);
	}
	const of = (source: string, name: string) => table.get(`${source}\n${name}`) ?? table.get(`*\n${name}`) ?? [];
	const days = rows.flatMap(({ valid_from, valid_to }) =>
		[valid_from, valid_to].filter(day => typeof day === 'string'),
	);
	return {
		edges: [...new Set(days)].sort(),
		find(source, name, day) {
			for (const row of of(source, name)) {
				if (!row.valid_from && !row.valid_to) return row;
				if (day && (row.valid_from ?? '') <= day && day < (row.valid_to ?? '9999')) return row;
			}
			return null;
		},
		swaps: (source, name) => of(source, name).some(row => row.valid_from || row.valid_to),
	};
}
