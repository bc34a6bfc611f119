import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { warehouseFolder } from '../pipelines/place.ts';
import { seededResolver } from '../pipelines/resolve.ts';
import { readStore } from '../pipelines/rows.ts';
import { openStore } from '../pipelines/store.ts';
import { discover } from '../scrapers/discover.ts';
import { buildWarehouse } from '../warehouse/build.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { factsOf, periodOf, plain, suffixOf, type Fact } from './facts.ts';

// real bodies, one level above the project: what they say must be what the ledger says
const captures = new URL('../../shared/captures/prices/', import.meta.url);
const isPresent = existsSync(captures);
const sources = (await discover()).filter(({ kind }) => kind === 'price');

vi.setConfig({ testTimeout: 60_000, hookTimeout: 240_000 });

if (!isPresent) {
	console.log('facts: ../shared/captures is absent, the ledger is held against no fact');
	describe('without the captures', () => {
		it('says that there are none', () => expect(existsSync(captures)).toBe(false));
	});
}

/** Source, day, file, and the address where it is not the first that the source asks. */
const page = 'provider-pages/html/';
const kimi = 'https://platform.kimi.com/docs/pricing/chat-';
const ark = 'https://docs.byteplus.com/en/docs/ModelArk/1544106';
const bodies: [source: string, day: string, file: string, url?: string][] = [
	['deepseek', '2026-07-17', `${page}2026-07-17.deepseek-zh.html`],
	['moonshot', '2026-07-17', `${page}2026-07-17.moonshot-kimi-1.html`, `${kimi}k26`],
	['moonshot', '2026-07-17', `${page}2026-07-17.moonshot-kimi-2.html`, `${kimi}k25`],
	['volcengine-doubao', '2026-07-17', `${page}2026-07-17.volcengine-doubao-cn.html`],
	['minimax', '2026-07-20', `${page}2026-07-20.minimax-cn.html`],
	['zhipu', '2026-07-20', `${page}2026-07-20.zhipu-bigmodel-cn.html`],
	['alibaba-bailian', '2026-08-10', `${page}2026-08-10.alibaba-bailian-cn.json`],
	['tencent', '2026-08-10', `${page}2026-08-10.tencent-tokenhub-cn.html`],
	['volcengine-doubao', '2026-08-18', `${page}2026-08-18.byteplus-modelark-usd.html`, ark],
	['zai', '2026-08-18', `${page}2026-08-18.zai-usd.html`],
	['openai', '2026-08-21', `${page}2026-08-21.openai.html`],
	['anthropic', '2026-03-13', `${page}2026-03-13.anthropic.html`],
	['models-dev', '2025-08-31', 'models-dev/2025-08-31.derived.json'],
	['models-dev', '2026-02-14', 'models-dev/2026-02-14.derived.json'],
	['models-dev', '2026-05-17', 'models-dev/2026-05-17.json'],
	['models-dev', '2026-07-01', 'models-dev/2026-07-01.derived.json'],
	['genai-prices', '2026-07-30', 'genai-prices/2026-07-30.v2.json'],
	['genai-prices', '2026-08-21', 'genai-prices/2026-08-21.v2.json'],
	['litellm', '2025-09-01', 'litellm/2025-09-01.json'],
	['litellm', '2026-02-02', 'litellm/2026-02-02.json'],
	['litellm', '2026-07-24', 'litellm/2026-07-24.json'],
	['llm-prices', '2026-08-05', 'simonw-llm-prices/2026-08-05.historical-v1.json'],
];

/** A stretch of days of one cell: of the list price as the ledger gives it, or as one source shows it. */
type Spell = {
	is_list: boolean;
	source: string;
	source_model: string;
	model: string | null;
	channel: string;
	currency: string;
	cell: string;
	native: number;
	from_day: string;
	until_day: string;
	last_seen_on: string;
};
/** What the ledger answers to a fact: nothing amiss, or what; and whether any sheet was looked at for it. */
type Answer = { fact: Fact; isCollected: boolean; misses: string[] };

const scratch = mkdtempSync(join(tmpdir(), 'facts-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.runIf(isPresent)('149 dated facts, asked of the ledger over the captured bodies', async () => {
	const facts = isPresent ? factsOf(readFileSync(new URL('provider-pages/facts.csv', captures), 'utf8')) : [];
	const { resolve } = await seededResolver();
	let answers: Answer[] = [];
	beforeAll(async () => {
		const spells = await ledger();
		answers = facts.map(fact => answer(fact, spells));
	});
	const reasonOf = ({ fact, isCollected }: Answer): string =>
		Object.keys(fact.prices).length === 0
			? 'the fact has no price in figures'
			: fact.channel === null
				? "a reseller's price, on no list of the lab"
				: !isCollected
					? 'no look at that list of the lab on those days'
					: 'the list price is another';

	it('at least 95 % of those whose source is collected are its prices, every miss with its reason', () => {
		const collected = answers.filter(({ isCollected, fact }) => isCollected && Object.keys(fact.prices).length > 0);
		const told = collected.filter(({ misses }) => misses.length === 0);
		const missed = answers.filter(({ misses, fact }) => misses.length > 0 || Object.keys(fact.prices).length === 0);
		console.log(
			[
				`facts: ${told.length} of ${collected.length} whose source is collected are the ledger's prices, ${answers.length - missed.length} of all ${answers.length}`,
				...missed.map(one => {
					const { line, vendor, names, condition, from_day } = one.fact;
					const detail = one.isCollected ? `: ${one.misses.join('; ')}` : '';
					return `facts.csv:${line} ${vendor} ${names.join(' / ')} ${from_day} (${condition.slice(0, 40)}): ${reasonOf(one)}${detail}`;
				}),
			].join('\n'),
		);
		expect(facts).toHaveLength(149);
		expect(collected.length).toBeGreaterThanOrEqual(100);
		expect(told.length / collected.length).toBeGreaterThanOrEqual(0.95);
	});

	it('every fact of a captured page is its price', () => {
		const captured = answers.filter(({ fact }) => fact.capture !== null);
		expect(captured).toHaveLength(87);
		expect(captured.flatMap(({ misses }) => misses)).toEqual([]);
	});

	/**
	 * Asks for every price of a fact under each of its names. A lab's own list answers with its list price; a moving or dated
	 * name, a promotion, a free model and a host with what a sheet shows under that very name.
	 */
	function answer(fact: Fact, spells: Spell[]): Answer {
		const source = bodies.find(([, , file]) => `${file}.gz` === `provider-pages/${fact.capture}`)?.[0];
		const during = spells.filter(
			spell => spell.currency === fact.currency && spell.from_day <= fact.until_day && spell.until_day > fact.from_day,
		);
		let isCollected = source !== undefined;
		const misses = fact.names.flatMap(name => {
			const { model, variant, version } = resolve(source ?? '*', name, { day: fact.from_day });
			const named = during.filter(
				spell =>
					plain(spell.source_model.split('/').at(-1) ?? '') === name &&
					(source === undefined || spell.source === source),
			);
			const isHosted = source !== undefined && !named.some(({ channel }) => channel === fact.channel);
			const own = during.filter(spell => spell.model === model && spell.channel === fact.channel);
			isCollected ||= own.some(spell => spell.source !== 'curated-prices' && spell.last_seen_on >= fact.from_day);
			return Object.entries(fact.prices).flatMap(([meter, amount]) => {
				const cell = `${meter}${fact.suffix}`;
				const isList = own.some(spell => spell.is_list) && amount > 0 && !cell.includes('.effective');
				const found = (isHosted ? named.filter(({ channel }) => channel === 'host') : own).filter(
					spell => spell.cell === cell && (isHosted || spell.is_list === isList),
				);
				const isNamed = variant === 'alias' || version !== null;
				const other = isNamed ? named.filter(spell => spell.cell === cell && spell.channel === fact.channel) : [];
				const equals = ({ native }: Spell): boolean => Math.abs(native - amount) < 1e-9;
				if (found.some(equals) || other.some(equals)) return [];
				const told = own.filter(spell => spell.cell === cell && equals(spell) && !spell.is_list);
				const got = found.map(spell => `${spell.native} (${spell.source})`).join(', ') || 'nothing';
				const why =
					told.length > 0 ? `outvoted: ${told.map(spell => spell.source).join(', ')}` : 'on no sheet of those days';
				return [`${model} ${cell}: expected ${amount} got ${got} (${why})`];
			});
		});
		return { fact, isCollected, misses };
	}
});

describe('a fact in the words of a page', () => {
	it('has the days that its date may mean', () => {
		const period = (as_of: string) => Object.values(periodOf(as_of));
		expect(period('2026-07-17')).toEqual(['2026-07-17', '2026-07-17']);
		expect(period('2026-02')).toEqual(['2026-02-01', '2026-02-28']);
		expect(period('2024')).toEqual(['2024-01-01', '2024-12-31']);
		expect(period('2026-09..10')).toEqual(['2026-09-01', '2026-10-31']);
		expect(period('2026-08-22..30')).toEqual(['2026-08-22', '2026-08-30']);
		expect(period('until 2025-09-05 16:00 UTC')).toEqual(['2025-09-04', '2025-09-04']);
		expect(period('from 2025-09-05 16:00 UTC')).toEqual(['2025-09-06', '2025-09-06']);
		expect(period('2026-10 (page text after 2026-10-17)')).toEqual(['2026-10-17', '2026-10-31']);
	});

	it.each([
		['flat (context 1M)', ''],
		['200K', ''],
		['input <= 512K; 永久五折 (list 4.2)', '.effective'],
		['input 256K-1M', '.over_256k'],
		['128K<Token<=256K', '.over_128k'],
		['input [16k,32k)', '.over_16k'],
		['prompt (128,256]K', '.over_128k'],
		['>512K', '.over_512k'],
		['input [0,32) and output [0.2+)', '.answer_over_200'],
		['batch; long context (>272K)', '.over_272k.batch'],
		['fast (was priority); short context', '.priority'],
		['off-peak', '.off_peak'],
		['Singapore tab, still in CNY', '@新加坡'],
	])('%s is the cell with %s', (condition, suffix) => expect(suffixOf(condition)).toBe(suffix));
});

/** List prices and what each source shows, built from the captured bodies, the shipped archive and the seeds. */
async function ledger(): Promise<Spell[]> {
	const store = openStore(scratch);
	for (const [id, day, file, url] of bodies) {
		const [first] = sources.find(source => source.id === id)!.requests({ today: day, has: () => false });
		const look = { source: id, url: url ?? first!.url, fetched_at: `${day}T03:00:00.000Z`, media_type: '' };
		const bytes = gunzipSync(readFileSync(new URL(`${file}.gz`, captures)));
		store.keep({ ...look, http_status: 200, observed: null, reason: null }, bytes);
	}
	const { files, looks } = await readStore({ store, sources, home: scratch });
	expect(looks.filter(({ state }) => state !== 'good')).toEqual([]);
	const rows = sources.map(({ id, title, kind, lineage, homepage, terms }) => {
		const { licence, redistribute } = terms;
		const rest = { attribution: null, cadence_days: 1, forgets_after_days: null, needs_key: null };
		return { source: id, title, kind, lineage, homepage, licence, redistribute, ...rest };
	});
	const built_on = '2026-11-22';
	const release = { release: 'data-2026.11.22', built_at: `${built_on}T00:00:00.000Z`, built_on, code: 'test' };
	const connection = await connect();
	try {
		const inputs = { folder: warehouseFolder, files, looks: ndjson('looks', looks), sources: ndjson('sources', rows) };
		const targets = ['mart_price__cell_spell', 'mart_list_price__cell_spell'];
		await buildWarehouse(connection, { ...inputs, release }, { targets });
		const columns = `model, channel, currency, cell, native_per_mtok::double as native, from_day::varchar as from_day,
			coalesce(to_day, '9999-12-31')::varchar as until_day, last_seen_on::varchar as last_seen_on`;
		return await rowsOf<Spell>(
			connection,
			`select true as is_list, source, '' as source_model, ${columns} from mart_list_price__cell_spell
			union all select false, source, source_model, ${columns} from mart_price__cell_spell where native_per_mtok is not null`,
		);
	} finally {
		connection.closeSync();
	}
}

function ndjson(name: string, lines: object[]): string {
	const file = join(scratch, `${name}.ndjson`);
	writeFileSync(file, lines.map(line => `${JSON.stringify(line)}\n`).join(''));
	return file;
}
