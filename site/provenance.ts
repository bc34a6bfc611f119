import { publication, type Catalog } from './data.ts';
import { day } from './format.ts';
import { sourceStates } from './state.ts';
import { clauses } from './sentence.ts';
import { spoken } from './spoken.ts';
import type { Key, Words } from './words.ts';

export type Source = {
	source: string;
	title: string;
	title_zh: string | null;
	kind: string;
	homepage: string;
	licence: string;
	licence_zh: string | null;
	attribution: string | null;
	attribution_zh: string | null;
	redistribute: boolean;
	/** Null for curated seeds: they are never looked at. */
	cadence_days: number | null;
	rows: number | string | null;
	first_day: string | null;
	last_day: string | null;
	state: string;
	newest_at: string | null;
};

export type Provenance = {
	sources: Source[];
	/** Their names for the source line. */
	titles: string;
	state: string;
	newest: string | null;
	age: string;
	attributions: string[];
};

/** Every source with its newest state. */
export async function allSources(): Promise<Source[]> {
	const { rows } = await publication();
	return rows<Source>(`select source.source, source.title, source.title_zh, source.kind, source.homepage, source.licence, source.licence_zh,
    source.attribution, source.attribution_zh,
    source.redistribute, source.cadence_days, source.rows, source.first_day, source.last_day,
    coalesce(health.state, if(source.rows > 0, 'archive', 'never')) as state, health.newest_at
from mart_source__source as source
left join (
    from mart_source_health__source_day qualify row_number() over (partition by source order by day desc) = 1
) as health using (source)
order by source.source`);
}

const ownLog = new Set([
	'mart_source__source',
	'mart_source_health__source_day',
	'mart_snapshot__snapshot',
	'mart_quarantine__snapshot',
	'mart_coverage__source_month',
	'mart_date_basis__source_record',
]);

/** What a chart is made from: the sources behind its marts that gave rows, the age of the newest observation against the day of the build, the worst state. */
export async function provenanceOf(marts: readonly string[], words: Words): Promise<Provenance> {
	const { catalog } = await publication();
	const behind = new Set(catalog.marts.filter(mart => marts.includes(mart.name)).flatMap(mart => mart.sources));
	const sources = (await allSources()).filter(source => behind.has(source.source) && Number(source.rows) > 0);
	const worst = sources.reduce((state, source) => (rank(source.state) < rank(state) ? source.state : state), 'fresh');
	// A chart of our own looks has no source but the log, which is as new as the build.
	const isOwnLog = marts.every(mart => ownLog.has(mart));
	// Curated facts name their sources row by row: no look gives them an age.
	const isCurated =
		sources.length === 0 && !isOwnLog && catalog.marts.some(mart => marts.includes(mart.name) && mart.rows > 0);
	const state = isCurated ? 'archive' : sources.length === 0 && !isOwnLog ? 'never' : worst;
	const newest = isOwnLog ? catalog.built_at.slice(0, 10) : newestOf(sources, catalog);
	return {
		sources,
		titles: isOwnLog
			? words('figure.own-log')
			: isCurated
				? words('figure.own-facts')
				: clauses(
						sources.map(source => spoken(source, 'title', words)),
						words,
					) || words('value.none'),
		state,
		newest,
		age: isCurated ? words('figure.age-curated') : ageLine(sources, newest, state, catalog, words),
		attributions: [...new Set(sources.flatMap(source => attributionOf(source, words)))],
	};
}

/** The attribution line with its day: verbatim where a licence asks for it, ours in the language of the page. */
export function attributionOf(source: Source, words: Words): string[] {
	const line = spoken(source, 'attribution', words);
	if (!line) return [];
	const asOf = source.last_day ?? '';
	return [line.replace('{as_of}', asOf).replace('{fetched_at}', source.newest_at?.slice(0, 10) ?? asOf)];
}

const rank = (state: string) => {
	const place = (sourceStates as readonly string[]).indexOf(state);
	return place < 0 ? sourceStates.length : place;
};

function newestOf(sources: readonly Source[], catalog: Catalog): string | null {
	const built = catalog.built_at.slice(0, 10);
	const days = sources.flatMap(source =>
		source.last_day !== null && source.last_day <= built ? [source.last_day] : [],
	);
	return days.sort().at(-1) ?? null;
}

function ageLine(
	sources: readonly Source[],
	newest: string | null,
	state: string,
	catalog: Catalog,
	words: Words,
): string {
	const named = words(`state.${state}` as Key);
	if (newest === null) return words('figure.age-none', { state: named });
	const built = catalog.built_at.slice(0, 10);
	const days = Math.round((Date.parse(built) - Date.parse(newest)) / 86_400_000);
	const age =
		days <= 0 ? words('figure.age-today') : days === 1 ? words('figure.age-day') : words('figure.age-days', { days });
	const cadence = Math.min(
		...(sources.length === 0 ? [1] : []),
		...sources.filter(source => source.cadence_days !== null).map(source => Math.max(1, Number(source.cadence_days))),
		31,
	);
	const looked =
		sources
			.flatMap(source => (source.newest_at ? [source.newest_at.slice(0, 10)] : []))
			.sort()
			.at(-1) ?? newest;
	const due = new Date(Date.parse(looked) + cadence * 86_400_000).toISOString().slice(0, 10);
	const next = words(due < built ? 'figure.next-due' : 'figure.next', { day: day(due, words) });
	return words('figure.age', { day: day(newest, words), age, next, state: named });
}
