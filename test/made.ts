import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DuckDBConnection } from '@duckdb/node-api';
import { Row, type RowInput } from '../scrapers/source.ts';
import { buildWarehouse, type Built } from '../warehouse/build.ts';
import { lineOf } from '../warehouse/audit.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { readsOf } from '../warehouse/order.ts';
import { noFiles, writeParquet, type RecordType } from '../warehouse/parquet.ts';

const warehouse = fileURLToPath(new URL('../warehouse', import.meta.url));

/** One made-up look: what a source showed on a day. */
export type MadeLook = {
	source: string;
	on: string;
	rows: RowInput[];
	url?: string;
	state?: string;
	reason?: string;
	fetched_at?: string;
	lineage?: string;
	kind?: string;
};
/** `own_seeds` are taken as the project has them, the others from `seeds`. */
export type Made = {
	looks: MadeLook[];
	seeds?: Partial<Record<keyof typeof heads, string[]>>;
	closed?: string[];
	built_on?: string;
	own_seeds?: string[];
};

const heads = {
	labs: 'lab,slug,name_zh,country,country_group,slugs,aliases,families,confidence,citation',
	models:
		'model,lab,family,version,variant,title,released_on,released_on_basis,open_weights,total_parameters_b,active_parameters_b,citation',
	aliases: 'source,source_model,model,version,variant,effort,valid_from,valid_to,citation,revealed_on',
	printed_models: 'model,citation',
	providers:
		'source,provider,lab,channel,country,owner_country,is_converted,citation,jurisdiction,jurisdiction_citation',
	hosts: 'provider,host,citation',
	prices:
		'provider,model,channel,meter,amount,currency,unit,min_input_tokens,max_input_tokens,from_day,from_basis,seen_after,citation,recorded_on',
	scores: 'axis,model_printed,score,released_on,organisation,country,accessibility,effort,model,citation',
	capability_levels: 'axis,level,is_reference,note,citation',
	events:
		'event_id,day,org,model,kind,what,what_zh,old_price,new_price,price_unit,headline_change,priority,source_kind,citation',
	fx: 'day,cny_per_usd,source,citation',
	usage_weekly: 'week,rank,slug,tokens,precision,citation',
	usage_requests: 'week,slug,requests,citation',
	usage_mix:
		'week,slug,tokens,prompt_tokens,completion_tokens,reasoning_tokens,cached_tokens,prompt_usd_per_mtok,completion_usd_per_mtok,cache_read_usd_per_mtok,is_free,prices_observed_on,citation,source_usd_spend',
	quarantine: 'snapshot,decision,reason,day',
	runs: 'axis,model_printed,score,scored_on,run_cost_usd,tasks,prompt_tokens,completion_tokens,scaffold,citation',
	benchmark_scores: 'benchmark,model_printed,model,effort,score,scored_on,citation',
	capability_items: 'benchmark,title,difficulty_edi,slope,guess,board_axis,citation',
	score_prices: 'model,model_printed,from_day,input_usd_per_mtok,output_usd_per_mtok,citation',
	sources: 'source,title,kind,licence,attribution,homepage,citation',
	coverage_breaks: 'series,from_day,to_day,reason,citation',
	disclosures: 'disclosure_id,day,org,scope,metric,period,value,unit,bound,voice,note,citation',
	electricity: 'area,year,generation_twh,kwh_per_head,carbon_g_per_kwh,edition,citation',
	workloads: 'workload,title,title_zh,tokens_per_task,input_share,cache_share,is_assumed,note,citation',
	routes: 'route,premium_model,cheap_model,workload,budget_usd_per_day,target_usd_per_day,note,citation',
	energy_per_token: 'setup,hardware,joules_low,joules_high,scope,note,citation',
	holidays: 'calendar,day,kind,name,citation',
	electricity_prices: 'day,area,metric,value,unit,confidence,note,citation',
	claims: 'claim_id,claim,claim_zh,number,unit,claim_date,due,status_class,tolerance,source_key,basis,reason',
};
const labs = [
	'Acme,acme,,US,US,acme;Acme,,acme,high,test',
	'Baidian,baidian,百点,CN,CN,baidian,,baidian,high,test',
	'unnamed,openrouter,,,unknown,openrouter,stealth (unlabelled);OpenRouter stealth,,high,test',
];
const providers = [
	'*,acme,Acme,lab-direct,US,US,false,test',
	'*,baidian,Baidian,lab-direct,CN,CN,false,test',
	'*,baidian-cn,Baidian,lab-cn,CN,CN,false,test',
	'*,router,,aggregator,US,US,false,test',
	'*,fasthost,,host,US,US,false,test',
	'*,acme-plan,Acme,plan,US,US,false,test',
];

/**
 * Build the real models over made-up rows and seeds: all of them, or those that the queries read. The caller closes the
 * connection.
 */
export async function made(input: Made, ...queries: string[]): Promise<{ connection: DuckDBConnection; built: Built }> {
	const folder = mkdtempSync(join(tmpdir(), 'made-'));
	for (const part of ['staging', 'intermediate', 'marts', 'schema.sql'])
		symlinkSync(join(warehouse, part), join(folder, part));
	mkdirSync(join(folder, 'seeds'));
	const seeds: Partial<Record<string, string[]>> = { labs, providers, ...input.seeds };
	const seedFiles = readdirSync(join(warehouse, 'seeds')).filter(file => file.endsWith('.csv'));
	for (const name of seedFiles.map(file => file.replace('.csv', ''))) {
		// a seed that no test fills is there without rows
		const head = headOf(name);
		if (input.own_seeds?.includes(name)) {
			symlinkSync(join(warehouse, 'seeds', `${name}.csv`), join(folder, 'seeds', `${name}.csv`));
			continue;
		}
		writeFileSync(
			join(folder, 'seeds', `${name}.csv`),
			[head, ...(seeds[name] ?? []).map(row => padded(row, head))].join('\n') + '\n',
		);
	}
	const files = noFiles();
	const rows = new Map<RecordType, object[]>();
	const looks: object[] = [];
	for (const [place, look] of input.looks.entries()) {
		const snapshot = `${place}`.padStart(64, '0');
		const url = look.url ?? `https://example.org/${look.source}`;
		const fetched_at = look.fetched_at ?? `${look.on}T03:00:00`;
		const observed = { observed_on: look.on, observed_on_basis: 'fetched', observed_on_quality: 'exact' };
		looks.push({
			source: look.source,
			url,
			snapshot,
			fetched_at,
			...observed,
			bytes: 1,
			rows: look.rows.length,
			rejected: 0,
			reader: 'x',
			state: look.state ?? 'good',
			reason: look.reason ?? null,
		});
		if (look.state === 'held') continue;
		for (const [position, row] of look.rows.entries()) {
			const { record, ...rest } = Row.parse(row);
			const own = rows.get(record) ?? [];
			rows.set(record, own);
			own.push({ source: look.source, url, snapshot, fetched_at, ...observed, position, ...rest });
		}
	}
	const connection = await connect();
	// small tables gain nothing from a second thread, and two files of tests run at once
	await connection.run('set threads = 1');
	for (const [record, own] of rows) {
		const file = join(folder, `${record}.parquet`);
		await writeParquet(record, own, file, { connection, level: 1 });
		files[record].push(file);
	}
	const sources = [...new Set(input.looks.map(look => look.source))].map(source => ({
		source,
		title: source,
		kind: input.looks.find(look => look.source === source)?.kind ?? 'price',
		lineage: input.looks.find(look => look.source === source)?.lineage ?? 'community',
		homepage: 'https://example.org',
		licence: 'MIT',
		attribution: null,
		redistribute: !input.closed?.includes(source),
		cadence_days: 1,
		forgets_after_days: null,
		needs_key: null,
	}));
	const ndjson = (rows: object[]): string => rows.map(row => `${JSON.stringify(row)}\n`).join('');
	writeFileSync(join(folder, 'looks.ndjson'), ndjson(looks));
	writeFileSync(join(folder, 'sources.ndjson'), ndjson(sources));
	const { built_on = '2026-01-31' } = input;
	const release = {
		release: `data-${built_on.replaceAll('-', '.')}`,
		built_at: `${built_on}T00:00:00.000Z`,
		built_on,
		code: 'test',
	};
	const inputs = {
		folder,
		files,
		looks: join(folder, 'looks.ndjson'),
		sources: join(folder, 'sources.ndjson'),
		release,
	};
	const targets: string[] = [];
	for (const query of queries) targets.push(...(await readsOf(connection, 'test', query)));
	const built = await buildWarehouse(connection, inputs, queries.length > 0 ? { targets } : {});
	rmSync(folder, { recursive: true, force: true });
	return { connection, built };
}

const headOf = (name: string): string =>
	Object.entries(heads).find(([known]) => known === name)?.[1] ??
	readFileSync(join(warehouse, 'seeds', `${name}.csv`), 'utf8').split(/\r?\n/)[0]!;

/** A row with empty cells for the last columns that it leaves out. */
function padded(row: string, head: string): string {
	return row + ','.repeat(Math.max(0, head.split(',').length - row.split(',').length));
}

/** A listed dollar price per million tokens. */
export const price = (
	provider: string,
	model: string,
	meter: string,
	amount: string | null,
	more: object = {},
): RowInput =>
	({
		record: 'price',
		provider,
		model,
		meter,
		field: meter,
		amount,
		currency: 'USD',
		unit: 'million_tokens',
		...more,
	}) as RowInput;

/** Rows of a query over the models it reads, built from made-up rows; the audits must find nothing. */
export async function ask<Asked = Record<string, unknown>>(input: Made, sql: string): Promise<Asked[]> {
	const { connection, built } = await made(input, sql);
	try {
		if (built.findings.length > 0) throw new Error(built.findings.map(lineOf).join('\n'));
		return await rowsOf<Asked>(connection, sql);
	} finally {
		connection.closeSync();
	}
}
