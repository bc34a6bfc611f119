/** A row of `aliases.csv`: what a name meant between two days, half-open. An empty model is a name known to be unknown. */
export type AliasRow = {
	/** `*` for every source, `openrouter-models` for all that copy the router's list. */
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
	/** `lists`: the source, then whose list it copies where that is known. */
	find(lists: readonly string[], name: string, day?: string | null): AliasRow | null;
	/** All days on which a meaning begins or ends, in order. */
	edges: string[];
	/** Whether the name has meanings that change with the day. */
	swaps(lists: readonly string[], name: string): boolean;
};

export function indexAliases(rows: AliasRow[]): AliasIndex {
	const table = new Map<string, AliasRow[]>();
	for (const row of rows) {
		const key = `${row.source}\n${row.source_model.toLowerCase()}`;
		table.set(key, [...(table.get(key) ?? []), row]);
	}
	const of = (lists: readonly string[], name: string) => {
		for (const list of [...lists, '*']) {
			const found = table.get(`${list}\n${name}`);
			if (found) return found;
		}
		return [];
	};
	const days = rows.flatMap(({ valid_from, valid_to }) =>
		[valid_from, valid_to].filter(day => typeof day === 'string'),
	);
	return {
		edges: [...new Set(days)].sort(),
		find(lists, name, day) {
			for (const row of of(lists, name)) {
				if (!row.valid_from && !row.valid_to) return row;
				if (day && (row.valid_from ?? '') <= day && day < (row.valid_to ?? '9999')) return row;
			}
			return null;
		},
		swaps: (lists, name) => of(lists, name).some(row => row.valid_from || row.valid_to),
	};
}
