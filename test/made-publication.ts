import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { literal } from '../warehouse/duckdb.ts';
import { madeEvents } from './made-events.ts';
import { published } from './publication.ts';

type Cells = Record<string, string | number | boolean | null>;
/** Made rows of every mart the site reads: few, plain, and with each mark of site.md 0.4 somewhere among them. */
export type MadeRows = Record<string, Cells[]>;

const days = (from: string, count: number, step = 1): string[] =>
	Array.from({ length: count }, (_, index) =>
		new Date(Date.parse(from) + index * step * 86_400_000).toISOString().slice(0, 10),
	);

/** Column types that cannot be told from made values. */
const types: Record<string, string> = {
	usd_per_mtok: 'decimal(18,10)',
	native_per_mtok: 'decimal(18,10)',
	amount: 'varchar',
	tokens: 'bigint',
	total_tokens: 'bigint',
	min_usd_per_mtok: 'decimal(18,10)',
	median_usd_per_mtok: 'decimal(18,10)',
	low_usd_per_mtok: 'decimal(18,10)',
	high_usd_per_mtok: 'decimal(18,10)',
	native_before: 'decimal(18,10)',
	native_after: 'decimal(18,10)',
	usd_before: 'decimal(18,10)',
	usd_after: 'decimal(18,10)',
	is_complete: 'boolean',
	is_provisional: 'boolean',
	lead_certain: 'boolean',
	is_missing: 'boolean',
	is_pareto: 'boolean',
	is_reference: 'boolean',
	redistribute: 'boolean',
};
const dated = /(^|_)(day|week|on|by|after)$/;
const textual = new Set([
	'sources_text',
	'reason',
	'released_on',
	'as_of',
	'amount_after',
	'amount_before',
	'snapshot_after',
	'snapshot_before',
]);
const numeric =
	/(share|low|high|coverage|ratio|_usd_per_mtok|run_cost_usd|score|level|rows|rejected|_in_days|cadence_days|models|looks|good|steps|hosts|lineages|days|change)$/;

function typeOf(column: string, rows: readonly Cells[]): string {
	const known = types[column];
	if (known) return known;
	const value = rows.map(row => row[column]).find(one => one !== null && one !== undefined);
	if (typeof value === 'boolean') return 'boolean';
	if (typeof value === 'number') return Number.isInteger(value) && !numeric.test(column) ? 'bigint' : 'double';
	if (typeof value === 'string')
		return dated.test(column) && !textual.has(column) && /^\d{4}-\d\d-\d\d$/.test(value) ? 'date' : 'varchar';
	return dated.test(column) && !textual.has(column) ? 'date' : numeric.test(column) ? 'double' : 'varchar';
}

/** Writes `tokens.duckdb` and `catalog.json` of made rows into a folder, as the export writes them. */
export async function makePublication(folder: string, made: MadeRows): Promise<void> {
	await mkdir(folder, { recursive: true });
	const instance = await DuckDBInstance.create(join(folder, 'tokens.duckdb'));
	const connection = await instance.connect();
	for (const [name, rows] of Object.entries(made)) {
		const columns = [...new Set(rows.flatMap(row => Object.keys(row)))];
		await connection.run(
			`create table ${name} (${columns.map(column => `"${column}" ${typeOf(column, rows)}`).join(', ')})`,
		);
		const kept = rows.filter(row => row['made_only_for_columns'] === undefined);
		if (kept.length === 0) continue;
		const values = kept.map(row => `(${columns.map(column => sql(row[column] ?? null)).join(', ')})`);
		await connection.run(`insert into ${name} values ${values.join(', ')}`);
	}
	await completed(connection, Object.keys(made));
	await connection.run(
		"create table meta as select 'data-2026.03.10' as release, '2026-03-10' as built_on, 'abcdef1' as code",
	);
	// The instance too, or another process finds the file locked.
	connection.closeSync();
	instance.closeSync();
	const facts = { path: 'parquet/none.parquet', bytes: 1234, sha256: '0'.repeat(64) };
	const marts = Object.entries(made).map(([name, rows]) => ({
		name,
		sentence: `Made rows of ${name}.`,
		choices: ['Nothing here was measured.'],
		grain: Object.keys(rows[0] ?? {}).slice(0, 1),
		kind: 'table',
		columns: Object.keys(rows[0] ?? {}).map(column => ({
			name: column,
			type: typeOf(column, rows).toUpperCase(),
			unit: '',
			meaning: 'made',
			when_null: '',
		})),
		rows: rows.length,
		newest: '2026-03-09',
		parquet: [],
		csv: [],
		sources: (made['mart_source__source'] ?? []).map(row => String(row['source'])),
	}));
	const catalog = {
		release: 'data-2026.03.10',
		built_at: '2026-03-10T01:02:03.000Z',
		built_on: '2026-03-10',
		code: 'abcdef1',
		schema: 'v1',
		newest_day: '2026-03-09',
		duckdb: { ...facts, path: 'tokens.duckdb' },
		marts,
		macros: [
			{
				name: 'made_as_of',
				sentence: 'Made prices as of a day.',
				choices: ['Made.'],
				parameters: '(day)',
				example: `from made_as_of('2026-01-01')`,
			},
		],
		explore: { ...facts, path: 'explore.duckdb', from_day: '2025-03-10', cut: [], left_out: [], queries: ['01-made'] },
		queries: [
			{
				name: '01-made',
				question: 'What of <script>made</script>?',
				question_zh: '<script>虚构</script>的问题？',
				caution: 'Not measured.',
				caution_zh: '并非测得。',
				sql: 'select 1 as one',
				columns: [{ name: 'one', type: 'INTEGER' }],
				rows: [[1], [null]],
				files: { sql: { ...facts, path: 'queries/01-made.sql' }, csv: { ...facts, path: 'queries/01-made.csv' } },
			},
		],
		notebooks: [
			{
				id: 'made',
				title: 'Made',
				title_zh: '虚构',
				files: { en: { ...facts, path: 'notebooks/made.md' }, zh: { ...facts, path: 'notebooks/zh/made.md' } },
			},
		],
		lists: [{ ...facts, path: 'ids.csv', sentence: 'One made id.', sentence_zh: '一个虚构标识。' }],
		changelog: { ...facts, path: 'CHANGELOG.md' },
		formulas: [{ method: 'made', name: 'half', text: 'Half of a <script>made</script> number.' }],
		chinese: {},
	};
	await mkdir(join(folder, 'notebooks', 'zh'), { recursive: true });
	for (const path of ['made.md', 'zh/made.md'])
		await writeFile(
			join(folder, 'notebooks', path),
			`# Made\n\nText with ${hostile} and [a link](javascript:alert(1)).\n\n\`\`\`sql\nselect '<b>'\n\`\`\`\n`,
		);
	await writeFile(join(folder, 'catalog.json'), JSON.stringify(catalog));
	await writeFile(join(folder, 'SHA256SUMS'), `${facts.sha256}  tokens.duckdb\n`);
}

/** What the made rows leave out stands empty, as the publication under test has it: every mart, every column. */
async function completed(connection: DuckDBConnection, made: readonly string[]): Promise<void> {
	await connection.run(`attach ${literal(published())} as real (read_only)`);
	const columns = (
		await connection.runAndReadAll(`select table_name, column_name, data_type from duckdb_columns()
			where database_name = 'real' and schema_name = 'main' and table_name like 'mart%' order by table_name, column_index`)
	).getRowsJson() as [string, string, string][];
	for (const mart of new Set(columns.map(([name]) => name))) {
		const own = columns.filter(([name]) => name === mart);
		const typed = own.map(([, column, type]) => `"${column}" ${type}`);
		if (!made.includes(mart)) await connection.run(`create table ${mart} (${typed.join(', ')})`);
		else for (const column of typed) await connection.run(`alter table ${mart} add column if not exists ${column}`);
	}
	await connection.run('detach real');
}

const sql = (value: string | number | boolean | null): string =>
	value === null ? 'null' : typeof value === 'string' ? literal(value) : String(value);

/** The same tables without rows: columns stay. */
export const emptied = (made: MadeRows): MadeRows =>
	Object.fromEntries(
		Object.entries(made).map(([name, rows]) => [
			name,
			rows.slice(0, 1).map(row => ({ ...row, made_only_for_columns: true })),
		]),
	);

/** A model whose name would be markup, a formula or a reversed text if it were not kept a text. */
export const hostile = '<script>alert(1)</script>=cmd()\u202e';

export function madeRows(): MadeRows {
	const weeks = days('2025-11-03', 18, 7);
	const bases = [
		['top9_models', 'cn_plus_us', 0.5, 0.9, 'platform'],
		['top50_daily', 'cn_plus_us', 0.4, 0.05, 'platform'],
		['all_tokens', 'all', 0.36, 0.07, 'platform'],
	] as const;
	const tokenShare = bases.flatMap(([basis, denominator, start, room, total_basis], order) =>
		weeks.flatMap((week, index) => {
			const isGap = order > 0 && index === 7;
			return (['CN', 'US'] as const).map(country => {
				const share = order === 0 && index === 0 ? 0 : start + index * 0.01;
				const own = country === 'CN' ? share : 1 - share;
				const low = order === 2 ? own : own / (1 + room);
				return {
					basis,
					denominator,
					week,
					country,
					tokens: Math.round(own * 5e12),
					total_tokens: 12_000_000_000_000,
					share: own,
					low,
					high: order === 2 ? Math.min(1, own + room) : (own + room) / (1 + room),
					coverage: [0.4, 0.8, 1][order] ?? 1,
					total_basis: index === 3 ? 'estimate' : total_basis,
					unnamed: 'unknown',
					as_of: '2026-03-09T00:00:00Z',
					lead: share > 0.5 ? 'CN' : 'US',
					lead_certain: index % 2 === 0,
					days: isGap ? 6 : 7,
					is_complete: !isGap && index < weeks.length - 1,
					is_provisional: index === weeks.length - 2,
					models: 9,
				};
			});
		}),
	);
	const spendShare = weeks.slice(2, -1).map((week, index) => ({
		basis: 'top10_models',
		week,
		country: 'CN',
		usd_spend: 1e6,
		share: index === 5 ? null : 0.2 + index * 0.01,
		low: index === 5 ? null : index < 4 ? 0.18 + index * 0.01 : 0.2 + index * 0.01,
		high: index === 5 ? null : index < 4 ? 0.25 + index * 0.01 : 0.2 + index * 0.01,
		token_share: 0.6 + index * 0.005,
		imputed_share: 0.1,
		coverage: 0.5,
		models: 10,
		is_missing: index === 5,
		reason: index === 5 ? 'more than half of the models have no counts' : null,
		prices_observed_on: '2026-03-01',
		as_of: '2026-03-09T00:00:00Z',
	}));
	const models = [
		['deepseek/one', 'One', 'deepseek', 'CN', 0.42, 0.28],
		['openai/two', 'Two', 'openai', 'US', 10, 15],
		['xiaomi/mimo-v2.5', 'MiMo-V2.5', 'xiaomi', 'CN', 2, 0.28],
		['mistral/three', 'Three', 'mistral', 'EU', 6, 6],
		['evil/name', hostile, 'evil', 'unknown', 1, 1],
	] as const;
	const listPrice: Cells[] = models.flatMap(([model, title, lab, country, before, after]) =>
		['output', 'input', 'cache_read'].flatMap((cell, index): Cells[] => {
			const scale = [1, 0.25, 0.02][index] ?? 1;
			const shared = {
				model,
				title,
				lab,
				country,
				channel: 'lab-direct',
				provider: lab,
				currency: 'USD',
				cell,
				meter: cell,
				service_tier: 'standard',
				time_window: 'always',
				min_input_tokens: 0,
				max_input_tokens: null,
				sources: 2,
				source: 'made-prices',
				snapshot: 'a'.repeat(64),
			};
			const price = (usd: number) => ({
				amount: String(usd),
				native_per_mtok: usd.toFixed(10),
				usd_per_mtok: usd.toFixed(10),
				low_usd_per_mtok: usd.toFixed(10),
				high_usd_per_mtok: usd.toFixed(10),
			});
			if (before === after)
				return [
					{
						...shared,
						...price(before * scale),
						agreement: 'single',
						from_day: '2025-10-01',
						to_day: null,
						changed_after: null,
						last_seen_on: '2026-03-09',
					},
				];
			return [
				{
					...shared,
					...price(before * scale),
					agreement: 'agree',
					from_day: '2025-10-01',
					to_day: '2026-01-20',
					changed_after: null,
					last_seen_on: '2026-01-12',
				},
				{
					...shared,
					...price(after * scale),
					agreement: 'agree',
					from_day: '2026-01-20',
					to_day: null,
					changed_after: '2026-01-12',
					last_seen_on: '2026-03-09',
				},
			];
		}),
	);
	listPrice.push(
		{ ...listPrice[0], model: 'free/one', title: 'Free', usd_per_mtok: '0', native_per_mtok: '0' },
		{
			...listPrice[0]!,
			model: 'unknown/one',
			title: 'Unknown',
			usd_per_mtok: null,
			native_per_mtok: null,
		},
		{
			...listPrice[0]!,
			model: 'disputed/one',
			title: 'Disputed',
			agreement: 'disputed',
			low_usd_per_mtok: '1',
			high_usd_per_mtok: '3',
		},
		{
			...listPrice[0]!,
			model: 'gone/one',
			title: 'Gone',
			from_day: '2025-09-01',
			to_day: '2025-12-01',
			last_seen_on: '2025-11-30',
		},
	);
	const host = models.slice(0, 2).flatMap(([model, title, lab, country, before]) =>
		['output', 'input'].map(cell => ({
			model,
			title,
			lab,
			country,
			cell,
			meter: cell,
			min_usd_per_mtok: (before / 2).toFixed(10),
			median_usd_per_mtok: before.toFixed(10),
			hosts: 3,
			host: 'a-host',
			from_day: '2025-11-01',
			to_day: null,
			last_seen_on: '2026-03-09',
		})),
	);
	const cuts = ['input', 'output', 'cache_read', 'input.over_256k', 'output.over_256k', 'cache_read.over_256k'].flatMap(
		(cell, index) =>
			['made-prices', 'made-catalogue'].map(source => ({
				event_id: '2026-01-20-xiaomi-mimo-v2.5',
				model: 'xiaomi/mimo-v2.5',
				title: 'MiMo-V2.5',
				lab: 'xiaomi',
				country: 'CN',
				channel: 'lab-direct',
				variant: 'standard',
				provider: 'xiaomi',
				source_model: 'mimo-v2.5',
				source,
				lineage: 'aggregator',
				cell,
				meter: 'input',
				service_tier: 'standard',
				time_window: 'always',
				min_input_tokens: 0,
				currency: 'USD',
				amount_before: '2',
				amount_after: '0.28',
				native_before: '2',
				native_after: index === 5 ? '0.0180' : '0.28',
				usd_before: '2',
				usd_after: '0.28',
				change: index === 5 ? -0.991 : -0.565 - index * 0.01,
				kind: 'cut',
				changed_after: '2026-01-12',
				changed_by: '2026-01-20',
				lineages: 2,
				is_provisional: false,
				snapshot_before: 'a'.repeat(64),
				snapshot_after: 'b'.repeat(64),
			})),
	);
	const rise: Cells = {
		...cuts[0],
		event_id: '2026-03-05-openai-two',
		model: 'openai/two',
		title: 'Two',
		lab: 'openai',
		country: 'US',
		provider: 'openai',
		source_model: 'two',
		cell: 'output',
		native_before: '10',
		native_after: '15',
		usd_before: '10',
		usd_after: '15',
		change: 0.5,
		kind: 'rise',
		changed_after: null,
		changed_by: '2026-03-05',
		is_provisional: true,
	};
	const other: Cells = {
		...cuts[1],
		event_id: '2026-01-20-deepseek-one',
		model: 'deepseek/one',
		title: 'One',
		lab: 'deepseek',
		provider: 'deepseek',
		source_model: 'one',
		change: -0.333,
		cell: 'output',
	};
	const gap = (['list', 'cheapest_host'] as const).flatMap(series =>
		['output', 'input', 'cache_read'].flatMap((meter, index) =>
			days('2025-12-01', 95).map((day, at) => {
				const enough = series === 'list' && at > 10;
				const [us, cn] = [10 / (index + 1) + (at > 50 ? 1 : 0), 2 / (index + 1)];
				return {
					series,
					meter,
					day,
					us_models: 25,
					cn_models: enough ? 30 : 12,
					us_median_usd_per_mtok: us,
					cn_median_usd_per_mtok: series === 'list' && at === 0 ? null : cn,
					ratio: enough ? us / cn : null,
					reason: enough ? null : 'fewer than 20 priced models on a side',
				};
			}),
		),
	);
	const scored = ['2025-12-31', '2026-03-09'].flatMap(day =>
		(['list', 'cheapest_host'] as const).flatMap(series =>
			Array.from({ length: 8 }, (_, index) => ({
				axis: 'made-index',
				series,
				day,
				model: `lab/m${index}`,
				title: `Model ${index}`,
				lab: 'lab',
				country: index % 2 ? 'CN' : 'US',
				effort: index === 2 ? 'high' : null,
				score: 100 + index * 5,
				blend_3to1_usd_per_mtok: (series === 'list' ? 0.2 : 0.1) * 1.8 ** index,
				run_cost_usd: index < 6 ? 3 * 1.5 ** index : null,
				is_pareto: true,
			})),
		),
	);
	const steps = (['list', 'cheapest_host'] as const).flatMap(series =>
		[110, 120, 130].flatMap(level =>
			['US', 'CN', 'all'].flatMap((country, side) =>
				[0, 1].map(step => ({
					axis: 'made-index',
					level,
					is_reference: level === 120,
					series,
					country,
					from_day: step ? '2026-01-15' : '2025-10-01',
					to_day: step ? null : '2026-01-15',
					model: `lab/m${step}`,
					title: `Model ${step}`,
					score: level + 2,
					blend_3to1_usd_per_mtok: (5 - step * 2) / (side + 1),
					steps: 2,
				})),
			),
		),
	);
	const states = ['fresh', 'late', 'stale', 'held', 'silent zero', 'shape', 'drop', 'never', 'archive'];
	const health = states.flatMap((state, index) =>
		days('2026-01-20', 50).map((day, at) => ({
			source: `made-${state.replace(' ', '-')}`,
			title: `Made ${state}`,
			kind: ['price', 'usage', 'score'][index % 3] ?? 'price',
			day,
			looks: at % 5 ? 1 : 0,
			good: at % 7 && at % 5 ? 1 : 0,
			rows: state === 'never' ? null : 100 + index,
			rejected: 0,
			state: at > 40 ? state : 'fresh',
			newest_at: state === 'never' ? null : '2026-03-09T03:00:00Z',
			cadence_days: 1,
			forgets_in_days: index === 1 ? 3 : index === 2 ? (at > 40 ? 41 - at : 1) : null,
			reason: state === 'held' ? 'rows fell by half' : null,
		})),
	);
	const sources = states.map((state, index) => ({
		source: `made-${state.replace(' ', '-')}`,
		title: `Made ${state}`,
		kind: ['price', 'usage', 'score'][index % 3] ?? 'price',
		lineage: 'aggregator',
		homepage: 'https://example.org/',
		licence: 'CC BY 4.0',
		attribution: index === 1 ? 'Source: Made, as of {as_of}.' : null,
		redistribute: true,
		cadence_days: 1,
		forgets_after_days: index === 1 ? 7 : index === 2 ? 1 : null,
		rows: state === 'never' ? 0 : 10 ** (index + 1),
		first_day: state === 'never' ? null : '2025-11-01',
		last_day: state === 'never' ? null : '2026-03-09',
	}));
	return {
		mart_token_share__country_week: tokenShare,
		mart_spend_share__country_week: spendShare,
		mart_list_price__cell_spell: listPrice,
		mart_cheapest_host__cell_spell: host,
		mart_price_cut__model_meter_day: [
			...cuts,
			other,
			rise,
			{ ...rise, channel: 'host', kind: 'host_move', provider: 'a-host' },
		],
		...madeEvents,
		mart_price_gap__country_day: gap,
		mart_price_per_capability__model_day: scored,
		mart_cheapest_at__capability_day: steps,
		mart_source_health__source_day: health,
		mart_source__source: sources,
		mart_quarantine__snapshot: [
			{
				snapshot: 'c'.repeat(64),
				source: 'made-held',
				url: 'https://example.org/list',
				fetched_at: '2026-03-08 03:00:00',
				reason: 'rows fell by half',
				decision: null,
			},
		],
		mart_tokens__lab_week: ['deepseek', 'openai'].map((lab, index) => ({
			week: '2026-02-23',
			lab,
			country: index ? 'US' : 'CN',
			tokens: 4_000_000_000_000 - index,
			total_tokens: 12_000_000_000_000,
			share: 0.33,
			days: 7,
		})),
	};
}
