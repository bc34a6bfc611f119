import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { cellInMoney, reasonText } from '../site/reason.ts';
import { wordsOf } from '../site/words.ts';
import { chineseOf, spokenOf, twins } from '../warehouse/chinese.ts';
import { claimQueriesOf } from '../warehouse/claim.ts';
import { codebook } from '../warehouse/codebook.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { formulasOf } from '../warehouse/formulas.ts';
import { macrosOf } from '../warehouse/macro.ts';
import { modelsOf } from '../warehouse/model.ts';
import { slipsOf } from './chinese.ts';
import { published } from './publication.ts';

const warehouse = fileURLToPath(new URL('../warehouse', import.meta.url));
const linesOf = (file: string): string[] =>
	readFileSync(`${warehouse}/chinese/${file}.tsv`, 'utf8')
		.trimEnd()
		.split('\n')
		.map(line => line.split('\t')[0] ?? '');
/** English words of small letters that stand by themselves in a Chinese text: something was left unsaid. */
const leftIn = (text: string): string[] =>
	text.replace(/`[^`]*`|Our World in Data/g, '').match(/^[a-z]{2,} | [a-z]{2,}(?= |$)/g) ?? [];

let file: DuckDBConnection;
beforeAll(async () => {
	file = await connect(published(), { readonly: true });
});
afterAll(() => file.closeSync());
const texts = async (sql: string): Promise<string[]> =>
	(await rowsOf<{ text: string }>(file, `select distinct text from (${sql}) where text <> '' order by text`)).map(
		({ text }) => text,
	);

describe('the Chinese of the texts of the warehouse', () => {
	it('has each text once, in clean Chinese, with no place that the English does not have', () => {
		expect(twins.length).toBeGreaterThan(600);
		const known = new Set<string>();
		for (const [en, zh] of twins) {
			expect(known.has(en), en).toBe(false);
			known.add(en);
			expect(slipsOf(zh), zh).toEqual([]);
			expect(leftIn(zh), zh).toEqual([]);
			const places = (en.match(/\{#?\}/g) ?? []).length;
			const used = [...zh.matchAll(/\{(\d?)\}/g)].map(([, number], at) => Number(number || at + 1));
			expect(Math.max(0, ...used), `${en} | ${zh}`).toBe(places);
		}
	});

	it('is there for the sentence and the choices of every mart', async () => {
		const marts = (await modelsOf(warehouse)).filter(({ layer }) => layer === 'marts');
		const said = marts.flatMap(({ sentence, choices }) => [sentence, ...choices]);
		expect(said.filter(text => chineseOf(text) === null)).toEqual([]);
		expect(linesOf('marts').filter(text => !said.includes(text))).toEqual([]);
	});

	it('is there for every macro and for every formula in the words of its docstring', () => {
		const said = [
			...macrosOf(warehouse).flatMap(({ sentence, choices }) => [sentence, ...choices]),
			...formulasOf(warehouse).map(({ text }) => text),
		];
		expect(said.filter(text => chineseOf(text) === null)).toEqual([]);
		expect(linesOf('methods').filter(text => !said.includes(text))).toEqual([]);
	});

	it('is there for the meaning of every column, its unit and what an empty cell means', () => {
		const said = [...codebook().values()].flatMap(({ unit, meaning, when_null }) => [unit, meaning, when_null]);
		const isWorded = (text: string) => /[a-z]/.test(text);
		expect(said.filter(text => isWorded(text) && chineseOf(text) === null)).toEqual([]);
		expect(linesOf('columns').filter(text => !said.includes(text))).toEqual([]);
	});

	it('is there for what every claim is tested against and why it cannot be', async () => {
		const seeds = await texts(
			`select unnest([basis, reason]) as text from read_csv('${warehouse}/seeds/claims.csv', header = true, all_varchar = true, nullstr = '', quote = '"', escape = '"')`,
		);
		const said = [...seeds, ...claimQueriesOf(warehouse).map(({ sentence }) => sentence)];
		expect(said.filter(text => chineseOf(text) === null)).toEqual([]);
		expect(linesOf('claims').filter(text => !said.includes(text))).toEqual([]);
	});

	it('is there for the title, licence and own wording of every source, and for no wording that is asked for', async () => {
		const rows = await rowsOf<
			Record<
				'source' | 'title' | 'title_zh' | 'licence' | 'licence_zh' | 'attribution' | 'attribution_zh',
				string | null
			>
		>(
			file,
			'select source, title, title_zh, licence, licence_zh, attribution, attribution_zh from mart_source__source order by 1',
		);
		for (const { source, title, title_zh, licence, licence_zh, attribution, attribution_zh } of rows) {
			if (/\b(page|pages|leaderboards?|rankings|Curated|catalogue|map)\b/.test(title ?? ''))
				expect(title_zh, `${source}: ${title}`).not.toBeNull();
			if (/stated|cited|citation|established/.test(licence ?? '')) expect(licence_zh, String(source)).not.toBeNull();
			const isOurs = /^(List price read from|Events|Disclosures|Dated list|Weekly top)/.test(attribution ?? '');
			expect(attribution_zh !== null, `${source}: ${attribution}`).toBe(isOurs);
		}
	});
});

describe('what a query puts together', () => {
	it('is said in Chinese with its names and numbers', () => {
		expect(spokenOf('Claude Opus 4.8 to cheapest CN')).toBe('Claude Opus 4.8对中国最便宜模型');
		expect(spokenOf('75.0% of the prompt from the cache, week of 2026-04-27')).toBe(
			'2026-04-27当周，提示词的75.0%读自缓存',
		);
		expect(spokenOf('MiMo-V2.5-Pro cache_read.over_256k: 2.8 to 0.025 CNY on 2026-05-27')).toBe(
			'MiMo-V2.5-Pro缓存读取（超256k）：2026-05-27由2.8变为0.025元',
		);
		expect(spokenOf('gpqa-diamond')).toBe('gpqa-diamond');
		expect(spokenOf('xAI raises 20 billion USD; OpenAI raises 122 billion USD')).toBe(
			'xAI融资200亿美元；OpenAI融资1220亿美元',
		);
		expect(spokenOf('nobody ever said this here')).toBeNull();
	});

	it('leaves no reading, detail or reason of a claim in English', async () => {
		const rows = await rowsOf<Record<string, string | null>>(
			file,
			'select claim_id, reading, reading_zh, detail, detail_zh, reason, reason_zh from mart_claim__reading order by claim_id, place',
		);
		const claims = await rowsOf<Record<string, string | null>>(
			file,
			'select claim_id, reason, reason_zh, evidence, evidence_zh, measures, measures_zh from mart_claim__claim order by claim_id',
		);
		for (const row of [...rows, ...claims])
			for (const column of ['reading', 'detail', 'reason', 'evidence', 'measures']) {
				if (!row[column]) continue;
				const zh = row[`${column}_zh`];
				expect(zh, `${row['claim_id']}: ${row[column]}`).toBeTruthy();
				expect([...slipsOf(zh ?? ''), ...leftIn(zh ?? '')], `${row['claim_id']}: ${zh}`).toEqual([]);
			}
	});

	it('leaves no reason that a chart prints in English', async () => {
		const zh = wordsOf('zh');
		const reasons = await texts(
			[
				'mart_price_decline__benchmark_level',
				'mart_price_gap__country_day',
				'mart_coverage__source_month',
				'mart_headline_audit__event',
			]
				.map(mart => `select reason as text from ${mart}`)
				.join(' union all '),
		);
		expect(reasons.length).toBeGreaterThan(20);
		for (const reason of reasons) {
			const said = reasonText(reason, zh);
			expect(said, reason).toMatch(/\p{Script=Han}/u);
			expect([...slipsOf(said), ...leftIn(said)], said).toEqual([]);
		}
		expect(reasonText('drop: 3 price rows after 40', zh)).toBe('骤减：数据行由40行减至3行');
		expect(reasonText('something new', zh)).toBe('something new');
		expect(cellInMoney('cache_read.over_256k in USD', zh)).toBe('缓存读取（超256k），USD');
		expect(cellInMoney('cache_read in CNY', wordsOf('en'))).toBe('cache read, CNY');
	});

	it('stands in files of one shape', () => {
		for (const name of readdirSync(`${warehouse}/chinese`)) expect(name).toMatch(/^[a-z]+\.tsv$/);
	});
});
