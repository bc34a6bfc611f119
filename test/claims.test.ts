import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { claims } from '../pipelines/claims.ts';
import { recordVerdicts } from '../pipelines/verdicts.ts';
import { claimQueriesOf } from '../warehouse/claim.ts';
import { connect, literal, rowsOf } from '../warehouse/duckdb.ts';
import { load } from '../warehouse/load.ts';
import { ruleOf } from '../warehouse/methods/tolerance.ts';
import { classes, verdicts } from '../warehouse/methods/verdict.ts';
import { noFiles } from '../warehouse/parquet.ts';
import { ask } from './made.ts';
import { published } from './publication.ts';

type Text = Record<string, string | null>;
const warehouse = fileURLToPath(new URL('../warehouse', import.meta.url));
const design = fileURLToPath(new URL('../../shared/design/claims.csv', import.meta.url));
const queries = claimQueriesOf(warehouse);
const csv = (file: string): string =>
	`from read_csv(${literal(file)}, header = true, all_varchar = true, nullstr = '', quote = '"', escape = '"')`;

let file: DuckDBConnection;
let seed: Text[] = [];
beforeAll(async () => {
	file = await connect(published(), { readonly: true });
	seed = await rowsOf<Text>(file, csv(join(warehouse, 'seeds', 'claims.csv')));
});
afterAll(() => file.closeSync());

describe('the ledger', () => {
	it('holds every claim of the design with its number, unit and day, in words of its own', async () => {
		if (!existsSync(design)) {
			console.log('../shared/design is absent: the ledger is held against its own count only');
			expect(seed.length).toBeGreaterThanOrEqual(149);
			return;
		}
		const own = new Map(seed.map(row => [row.claim_id, row]));
		const asked = await rowsOf<Text>(file, csv(design));
		expect(asked.filter(row => !own.has(row.claim_id ?? '')).map(row => row.claim_id)).toEqual([]);
		// one claim has a figure in its test and none in its number
		const given = asked.filter(row => row.claim_id !== 'small-differences-scale');
		const facts = ({ number, unit, claim_date }: Text) => ({ number, unit, claim_date });
		for (const row of given) expect(facts(own.get(row.claim_id ?? '') ?? {}), String(row.claim_id)).toEqual(facts(row));
		expect(asked.filter(row => own.get(row.claim_id ?? '')?.claim === row.claim)).toEqual([]);
	});

	it('says each claim once, in both languages, with a class and what it rests on', () => {
		expect(new Set(seed.map(row => row.claim_id)).size).toBe(seed.length);
		for (const row of seed) {
			expect([row.claim, row.basis].every(Boolean), String(row.claim_id)).toBe(true);
			expect(row.claim_zh, String(row.claim_id)).toMatch(/[\u4e00-\u9fff]/);
			expect(classes).toContain(row.status_class);
		}
	});

	it('has a query and a tolerance, or a reason, for every claim, and no query without a claim', () => {
		const asked = new Set(queries.map(query => query.claim_id));
		const ids = new Set(seed.map(row => row.claim_id));
		expect(queries.filter(query => !ids.has(query.claim_id)).map(query => query.claim_id)).toEqual([]);
		for (const { claim_id, tolerance, number, reason } of seed) {
			if (asked.has(claim_id ?? ''))
				expect(() => ruleOf(tolerance ?? '', number ?? null), String(claim_id)).not.toThrow();
			else expect(reason, `${claim_id} has neither query nor reason`).toBeTruthy();
		}
	});

	it('says in each query what is measured, on which basis and why the tolerance is what it is', () => {
		expect(queries.filter(query => query.choices.length < 1).map(query => query.claim_id)).toEqual([]);
		expect(queries.length).toBeGreaterThan(90);
	});

	it('shares a model between two claims or more, and names the marts that stand behind it', () => {
		const shared = readdirSync(join(warehouse, 'intermediate')).filter(file => file.startsWith('int_claim__'));
		expect(shared.length).toBeGreaterThan(4);
		for (const name of shared.map(file => file.replace('.sql', '')))
			expect(queries.filter(query => query.alone.includes(name)).length, name).toBeGreaterThan(1);
		expect(queries.flatMap(query => query.reads).filter(name => name.startsWith('int_claim__'))).toEqual([]);
		const six = queries.find(query => query.claim_id === 'six-times');
		expect(six?.reads).toEqual(['mart_price__model_day', 'mart_price_gap__country_day']);
	});
});

describe('the published file', () => {
	it.each(queries.filter(query => query.missing.length === 0).map(query => [query.claim_id, query.alone]))(
		'gives %s its readings, each once, with a number or without',
		async (claim_id, query) => {
			const found = await rowsOf<{ reading: string; measured: unknown }>(file, query);
			const known = await rowsOf<{ reading: string; measured: number | null; reason: string | null }>(
				file,
				`select reading, measured, reason from mart_claim__reading where claim_id = ${literal(claim_id)} order by place`,
			);
			expect(known.length).toBe(Math.max(1, found.length));
			expect(new Set(found.map(row => row.reading)).size).toBe(found.length);
			for (const row of known) expect(row.measured === null).toBe(Boolean(row.reason));
			expect(found.map(row => row.reading)).toEqual(found.length === 0 ? [] : known.map(row => row.reading));
		},
	);

	it('gives every claim a verdict of the five words and a reason, and no number to what cannot be tested', async () => {
		const ledger = await rowsOf<Text & { readings: number }>(file, 'from mart_claim__claim');
		expect(ledger.length).toBe(seed.length);
		expect(ledger.filter(row => !verdicts.includes(row.verdict as never))).toEqual([]);
		expect(ledger.filter(row => !row.reason)).toEqual([]);
		const untested = ledger.filter(row => row.verdict === 'unverifiable');
		expect(untested.length).toBeGreaterThan(20);
		expect(untested.filter(row => row.measured !== null || row.measured_low !== null || row.readings !== 0)).toEqual(
			[],
		);
		for (const word of verdicts)
			expect(
				ledger.some(row => row.verdict === word),
				word,
			).toBe(true);
	});

	it('gives the twelve claims that are shown first what the archive says', async () => {
		const ledger = await rowsOf<{ claim_id: string; verdict: string; measured: number | null }>(
			file,
			'select claim_id, verdict, measured from mart_claim__claim',
		);
		const word = Object.fromEntries(ledger.map(row => [row.claim_id, row.verdict]));
		expect(word).toMatchObject({
			'feb-crossing': 'partly',
			'feb-second-week': 'partly',
			'mar-lead': 'partly',
			'top-ten-13-95': 'contradicted',
			'mimo-99': 'partly',
			'six-times': 'partly',
			'fifty-or-nine-hundred': 'partly',
			'agent-667': 'supported',
			'cache-cents': 'supported',
			'ten-dollar-query': 'contradicted',
			'china-140t': 'unverifiable',
		});
		const readings = await rowsOf<{ reading: string; measured: number }>(
			file,
			"select reading, measured from mart_claim__reading where claim_id = 'feb-crossing-cn' order by place",
		);
		expect(readings.map(row => [row.reading, Number(row.measured.toFixed(3))])).toEqual([
			['top9_models', 4.126],
			['top50_daily', 5.456],
		]);
		const cells = await rowsOf<{ n: number }>(
			file,
			"select count(*)::integer as n from mart_claim__reading where claim_id = 'mimo-99' and measured between 98.5 and 99.5",
		);
		expect(cells).toEqual([{ n: 1 }]);
	});

	it('is told by the verb as a table and as lines of JSON', async () => {
		const data = dirname(published());
		expect(await claims(data, {})).toMatch(/^claim_id +verdict +measured +reason/);
		const lines = (await claims(data, { json: true })).trim().split('\n');
		expect(lines.length).toBe(seed.length);
		expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ claim_id: 'agent-10x-margin' });
	});
});

describe('a planted fact', () => {
	const claim = (id: string, rest: string) => `${id},said,说,${rest}`;
	const judged = (seeds: object, claim_id: string, built_on?: string) =>
		ask<Text>(
			{ looks: [], seeds: { energy_per_token: ['rack,h,1,2,all,,test'], ...seeds }, built_on },
			`select verdict, reason, measured::varchar as measured from mart_claim__claim where claim_id = '${claim_id}'`,
		);
	const google = (...values: string[]) => ({
		claims: [claim('google-monthly-tokens', '3.2,trillion tokens,2026-05,,testable,10%,x,statement,')],
		disclosures: values.map(
			(value, at) => `d${at},2026-05,Google,all,tokens,month,${value},trillion tokens,exact,organisation,,test`,
		),
	});

	it('turns a verdict, and none gives no number but the mart that lacks it', async () => {
		expect(await judged(google('3.3'), 'google-monthly-tokens')).toEqual([
			{ verdict: 'supported', reason: 'Google all 3.3: within 10% of 3.2', measured: '3.3' },
		]);
		expect(await judged(google('3200'), 'google-monthly-tokens')).toEqual([
			{ verdict: 'contradicted', reason: 'Google all 3200: not within 10% of 3.2', measured: '3200.0' },
		]);
		expect(await judged(google(), 'google-monthly-tokens')).toEqual([
			{ verdict: 'open', reason: 'no such row in mart_disclosed_tokens__org_month', measured: null },
		]);
	});

	it('of another week leaves the week that is claimed without a number', async () => {
		const ranks = (week: string) => ({
			claims: [claim('feb-crossing', ',,2026-02-09,,testable,> 0,x,tokens,')],
			usage_weekly: [`${week},1,acme/one,3e12,exact,test`, `${week},2,baidian/two,4e12,exact,test`],
		});
		const [missing] = await judged(ranks('2026-02-02'), 'feb-crossing');
		expect(missing).toEqual({
			verdict: 'open',
			reason: 'no such row in mart_token_share__country_week',
			measured: null,
		});
	});

	it('of a prediction is scored on its day and not before', async () => {
		const trend = {
			claims: [claim('electricity-per-head', '2030,year,2030,2030-12-31,prediction,<= 2030,x,trend,')],
			electricity: [2018, 2019, 2020].flatMap(year => [
				`China,${year},1,${1000 * (year - 2015)},1,e,test`,
				`United States,${year},1,8000,1,e,test`,
			]),
		};
		expect(await judged(trend, 'electricity-per-head', '2030-12-30')).toEqual([
			{ verdict: 'open', reason: 'not due before 2030-12-31', measured: '2023.0' },
		]);
		expect(await judged(trend, 'electricity-per-head', '2030-12-31')).toEqual([
			{ verdict: 'supported', reason: 'trend of ten years 2023: <= 2030', measured: '2023.0' },
		]);
	});
});

describe('the history', () => {
	it('gets a row where a verdict changed, and keeps the rows it has', async () => {
		const scratch = mkdtempSync(join(tmpdir(), 'verdicts-'));
		const data = dirname(published());
		const kept = join(scratch, 'verdicts', 'claims.csv');
		try {
			expect(await recordVerdicts(data, kept)).toBe(seed.length);
			const first = readFileSync(kept, 'utf8');
			expect(await recordVerdicts(data, kept)).toBe(0);
			expect(readFileSync(kept, 'utf8')).toBe(first);
			const [head, line = '', ...rest] = first.split('\n');
			expect(head).toBe('built_at,release,claim_id,verdict,measured,reason');
			const changed = [head, line.replace(',unverifiable,', ',supported,'), ...rest].join('\n');
			expect(changed).not.toBe(first);
			writeFileSync(kept, changed);
			expect(await recordVerdicts(data, kept)).toBe(1);
			expect(readFileSync(kept, 'utf8')).toBe(`${changed}${line}\n`);
		} finally {
			rmSync(scratch, { recursive: true, force: true });
		}
	});

	it('loads what was recorded, and adds the verdict of the build where it differs', async () => {
		const scratch = mkdtempSync(join(tmpdir(), 'history-'));
		const connection = await connect();
		try {
			mkdirSync(join(scratch, 'seeds'));
			symlinkSync(join(warehouse, 'schema.sql'), join(scratch, 'schema.sql'));
			const lines = [
				'built_at,release,claim_id,verdict,measured,reason',
				'2026-01-02T03:00:00Z,data-2026.01.02,a,open,,not due',
				'2026-01-05T03:00:00Z,data-2026.01.05,a,partly,1.5,"one, of ""two"" and three"',
				'2026-01-05T04:00:00Z,data-2026.01.05,b,supported,2,all',
			];
			const at = (name: string): string => join(scratch, name);
			writeFileSync(at('verdicts.csv'), lines.map(line => `${line}\n`).join(''));
			for (const name of ['looks', 'sources']) writeFileSync(at(name), '');
			const release = { release: 'now', built_at: '2026-01-09T03:00:00.000Z', built_on: '2026-01-09', code: 'x' };
			const inputs = { folder: scratch, files: noFiles(), looks: at('looks'), sources: at('sources'), release };
			await load(connection, { ...inputs, verdicts: at('verdicts.csv') });
			await connection.run(`create table mart_claim__claim as
				from (values ('a', 'contradicted', 9.0::double, 'none', '无'), ('b', 'supported', 2.0, 'all', '全部')) as t (claim_id, verdict, measured, reason, reason_zh)`);
			const sql = readFileSync(join(warehouse, 'marts', 'mart_claim_history__claim_day.sql'), 'utf8');
			const rows = await rowsOf<Text>(connection, sql);
			expect(rows.map(row => [row.claim_id, row.day, row.verdict, row.measured, row.reason])).toEqual([
				['a', '2026-01-02', 'open', null, 'not due'],
				['a', '2026-01-05', 'partly', 1.5, 'one, of "two" and three'],
				['a', '2026-01-09', 'contradicted', 9, 'none'],
				['b', '2026-01-05', 'supported', 2, 'all'],
			]);
			// What an earlier release gave as its reason has no Chinese but where it is still the reason.
			expect(rows.map(row => row.reason_zh)).toEqual([null, null, '无', '全部']);
		} finally {
			connection.closeSync();
			rmSync(scratch, { recursive: true, force: true });
		}
	});

	it('of the published file ends with the verdict of the ledger for every claim', async () => {
		const differing = await rowsOf(
			file,
			`select claim_id from mart_claim__claim as claim
			 left join (from mart_claim_history__claim_day qualify row_number() over (partition by claim_id order by day desc) = 1)
			     as newest using (claim_id)
			 where claim.verdict is distinct from newest.verdict`,
		);
		expect(differing).toEqual([]);
	});
});
