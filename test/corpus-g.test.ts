import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { readBody } from '../pipelines/reading.ts';
import { discover } from '../scrapers/discover.ts';
import type { AnyRow, PriceRow } from '../scrapers/source.ts';

// real bodies, one level above the project: they teach shape and are never copied into it
const captures = new URL('../../shared/captures/prices/', import.meta.url);
const isPresent = existsSync(captures);
const sources = new Map((await discover()).map(source => [source.id, source]));

vi.setConfig({ testTimeout: 60_000 });

if (!isPresent) {
	console.log('corpus: ../shared/captures is absent, no catalogue replayed');
	describe('without the captures', () => {
		it('says that there are none', () => {
			expect(existsSync(captures)).toBe(false);
		});
	});
}

describe.runIf(isPresent)('the captured maps of LiteLLM', () => {
	const sheets = isPresent ? readdirSync(new URL('litellm/', captures)).sort() : [];

	it('are read to every key that is a model, and lose only what stands in other units', () => {
		expect(sheets).toHaveLength(38);
		const lost = new Set<string>();
		for (const sheet of sheets) {
			const keys = Object.keys(jsonIn(`litellm/${sheet}`) as object).filter(
				key => !['sample_spec', 'fallback_generalizations', 'last_updated'].includes(key),
			);
			const { rows, rejected, reasons } = replay('litellm', `litellm/${sheet}`);
			expect(rows.filter(row => row.record === 'model').map(row => row.model)).toEqual(keys);
			expect(rejected).toBeLessThanOrEqual(30);
			for (const reason of reasons) lost.add(/^bounds: (\w+)/.exec(reason)?.[1] ?? reason);
		}
		// dollars by the thousand and by a hundred thousand tokens under the name of dollars by the token
		expect(lost).toEqual(new Set(['azure_ai', 'wandb']));
	});

	it('tell what sources.md quotes of them', () => {
		const told = cells(replay('litellm', 'litellm/2026-08-01.b.json.gz').rows);
		expect(told('minimax', 'minimax/MiniMax-M3', 'input')).toEqual([
			['0.0000003', 'standard', 0, 512_001],
			['0.0000006', 'standard', 512_001, null],
		]);
		expect(told('volcengine', 'volcengine/doubao-seed-2-0-pro-260215', 'output')).toEqual([
			['0.0000023', 'standard', 0, 32_001],
			['0.0000035', 'standard', 32_001, 128_001],
			['0.000007', 'standard', 128_001, 256_001],
		]);
		expect(told('openai', 'gpt-5.6-luna', 'cache_read').filter(([, , , to]) => to === null)).toEqual([
			['0.00000004', 'standard', 272_001, null],
			['0.00000002', 'flex', 272_001, null],
			['0.00000004', 'priority', 0, null],
		]);
	});
});

describe.runIf(isPresent)('the captured hosts of OpenRouter', () => {
	it('are read to 962 endpoints of 350 bodies', () => {
		const { rows, rejected } = replay('openrouter-endpoints', 'openrouter-v1-endpoints/2026-05-31.json.gz');
		const endpoints = rows.filter(row => row.record === 'endpoint');
		expect(rejected).toBe(0);
		expect(endpoints).toHaveLength(962);
		expect(new Set(endpoints.map(({ host }) => host)).size).toBe(63);
		expect(endpoints.filter(({ quantization }) => quantization === 'unknown')).toHaveLength(489);
		expect(endpoints.filter(({ discount }) => Number(discount) > 0)).toHaveLength(53);
		expect(endpoints.filter(row => row.throughput_p50_tokens_per_second !== null)).toEqual([]);
	});

	it('ask between 0.435 and 2.10 dollars for deepseek-v4-pro on 14 endpoints', () => {
		const { rows } = replay('openrouter-endpoints', 'openrouter-v1-endpoints/2026-05-31.json.gz');
		const model = 'deepseek/deepseek-v4-pro';
		expect(rows.filter(row => row.record === 'endpoint' && row.model === model)).toHaveLength(14);
		const asked = rows.filter((row): row is PriceRow => row.record === 'price' && row.model === model);
		const of = (host: string) =>
			asked.filter(({ provider, meter }) => provider === host && /put$/.test(meter)).map(({ amount }) => amount);
		expect(of('DeepSeek')).toEqual(['0.000000435', '0.00000087']);
		expect(of('Together')).toEqual(['0.0000021', '0.0000044']);
	});

	it('keep the two speeds of MiniMax-M2.5 apart', () => {
		const { rows } = replay('openrouter-endpoints', 'openrouter-v1-endpoints/2026-05-31.json.gz');
		expect(cells(rows)('Minimax', 'minimax/minimax-m2.5', 'output')).toEqual([
			['0.0000012', 'standard', 0, null],
			['0.0000024', 'low_latency', 0, null],
		]);
	});

	it('declare 21 of 82 times no country and in no case an owner', () => {
		const { rows } = replay('openrouter-providers', 'openrouter-v1-providers/2026-05-20.json.gz');
		const hosts = rows.filter(row => row.record === 'host');
		expect(hosts).toHaveLength(82);
		expect(hosts.filter(({ country }) => country === null)).toHaveLength(21);
		const countries = new Map(hosts.map(({ host, country }) => [host, country]));
		for (const host of ['Moonshot AI', 'Z.AI', 'Minimax', 'Alibaba', 'Seed', 'SiliconFlow'])
			expect(countries.get(host)).toBe('SG');
		for (const host of ['DeepSeek', 'Xiaomi', 'Baidu', 'StreamLake']) expect(countries.get(host)).toBe('CN');
	});
});

describe.runIf(isPresent)('the captured lists of llm-prices.com', () => {
	const files = isPresent ? readdirSync(new URL('simonw-llm-prices/', captures)).sort() : [];

	it.each(['current-v1', 'historical-v1'])('are read to every price of %s', edition => {
		const sheets = files.filter(file => file.includes(edition));
		expect(sheets).toHaveLength(17);
		for (const sheet of sheets) {
			const { prices } = jsonIn(`simonw-llm-prices/${sheet}`) as { prices: unknown[] };
			const { rows, rejected } = replay('llm-prices', `simonw-llm-prices/${sheet}`);
			expect(rejected).toBe(0);
			expect(rows.filter(row => row.record === 'price')).toHaveLength(prices.length * 3);
		}
	});

	it('say the same in the vendors own files', () => {
		const folder = 'simonw-llm-prices/2026-08-05.data/';
		const rows = readdirSync(new URL(folder, captures)).flatMap(file => replay('llm-prices', `${folder}${file}`).rows);
		const history = replay('llm-prices', 'simonw-llm-prices/2026-08-05.historical-v1.json.gz').rows;
		const sorted = (all: AnyRow[]) => all.map(row => JSON.stringify(row)).sort();
		expect(sorted(rows)).toEqual(sorted(history));
	});

	it('tell the step and the day of GPT-5.6 Luna', () => {
		const { rows } = replay('llm-prices', 'simonw-llm-prices/2026-08-05.historical-v1.json.gz');
		const luna = rows.filter(
			(row): row is PriceRow => row.record === 'price' && /^gpt-5.6-luna/.test(row.model) && row.meter === 'input',
		);
		expect(
			luna.map(row => [row.amount, row.min_input_tokens, row.max_input_tokens, row.valid_from, row.valid_to]),
		).toEqual([
			['1', 0, 272_001, null, '2026-07-30'],
			['0.2', 0, 272_001, '2026-07-30', null],
			['2', 272_001, null, null, '2026-07-30'],
			['0.4', 272_001, null, '2026-07-30', null],
		]);
	});
});

describe.runIf(isPresent)('the captured lists of LobeHub', () => {
	const files = isPresent ? readdirSync(new URL('lobehub-model-bank/', captures)).sort() : [];

	it('are read to every model that they hold', () => {
		expect(files).toHaveLength(9);
		for (const file of files) {
			const models = jsonIn(`lobehub-model-bank/${file}`) as unknown[];
			const { rows, rejected } = replay('npm-model-bank', `lobehub-model-bank/${file}`);
			expect(rejected).toBe(0);
			expect(rows.filter(row => row.record === 'model')).toHaveLength(models.length);
		}
	});

	it('price kimi-k3 in dollars with the numbers of yuan until 2026-09-05', () => {
		const k3 = (day: string) => {
			const { rows } = replay('npm-model-bank', `lobehub-model-bank/${day}.json.gz`);
			return rows
				.filter((row): row is PriceRow => row.record === 'price')
				.filter(row => row.provider === 'moonshot' && row.model === 'kimi-k3')
				.map(row => `${row.meter} ${row.amount} ${row.currency}`)
				.sort();
		};
		expect(k3('2026-08-10')).toEqual(['cache_read 2 USD', 'input 20 USD', 'output 100 USD']);
		expect(k3('2026-09-07')).toEqual(['cache_read 0.3 USD', 'input 3 USD', 'output 15 USD']);
	});

	it('keep both lengths of an answer, and thought apart', () => {
		const { rows } = replay('npm-model-bank', 'lobehub-model-bank/2026-09-27.json.gz');
		const output = rows.filter(
			(row): row is PriceRow =>
				row.record === 'price' &&
				row.provider === 'volcengine' &&
				row.model === 'doubao-seed-1.6' &&
				row.meter === 'output',
		);
		expect(
			output.map(row => [row.amount, row.min_input_tokens, row.max_input_tokens, row.min_output_tokens, row.currency]),
		).toEqual([
			['2', 0, 32_000, 0, 'CNY'],
			['8', 0, 32_000, 200, 'CNY'],
			['16', 32_000, 128_000, 0, 'CNY'],
			['24', 128_000, null, 0, 'CNY'],
		]);
		expect(cells(rows)('qwen', 'qwen-plus', 'reasoning').map(([amount]) => amount)).toEqual(['8', '24', '64']);
	});
});

describe.runIf(isPresent)('the captured files of Portkey', () => {
	const days = isPresent ? readdirSync(new URL('portkey-models/', captures)).sort() : [];
	const files = days.flatMap(day =>
		readdirSync(new URL(`portkey-models/${day}/`, captures)).map(file => `portkey-models/${day}/${file}`),
	);

	it('are read to every model but the template, and held by no guard', () => {
		expect(days).toHaveLength(4);
		for (const file of files) {
			const models = Object.keys(jsonIn(file) as object).filter(model => model !== 'default');
			const { rows, rejected, reasons } = replay('portkey-models', file);
			expect(rows.filter(row => row.record === 'model').map(row => row.model)).toEqual(models);
			expect(reasons.filter(reason => !reason.startsWith('bounds: '))).toEqual([]);
			expect(rejected / (rows.length + rejected)).toBeLessThan(0.01);
		}
	});

	it('are in cents, MiniMax a hundred times too low in them', () => {
		const day = 'portkey-models/2026-08-21';
		const usd = (provider: string, model: string) => {
			const told = cells(replay('portkey-models', `${day}/${provider}.json.gz`).rows);
			return [told(provider, model, 'input')[0]?.[0], told(provider, model, 'output')[0]?.[0]];
		};
		expect(usd('deepseek', 'deepseek-chat')).toEqual(['0.00000014', '0.00000028']);
		expect(usd('minimax', 'MiniMax-M2.7')).toEqual(['0.000000003', '0.000000012']);
	});

	it('tell the steps and modes of GPT-5.6 Luna', () => {
		const { rows } = replay('portkey-models', 'portkey-models/2026-08-21/openai.json.gz');
		const luna = rows.filter(
			(row): row is PriceRow =>
				row.record === 'price' && row.model === 'gpt-5.6-luna' && row.meter === 'output' && row.region === null,
		);
		expect(luna.map(row => [row.amount, row.service_tier, row.min_input_tokens, row.max_input_tokens])).toEqual([
			['0.0000012', 'standard', 0, 272_001],
			['0.0000018', 'standard', 272_001, null],
			['0.0000006', 'batch', 0, 272_001],
			['0.0000009', 'batch', 272_001, null],
			['0.0000006', 'flex', 0, 272_001],
			['0.0000009', 'flex', 272_001, null],
			['0.0000024', 'priority', 0, 272_001],
		]);
	});
});

describe.runIf(isPresent)('the captured effective prices of OpenRouter', () => {
	it('tell what was paid, and the closed days of a month', () => {
		const { rows, rejected } = replay('openrouter-frontend', 'openrouter-frontend-stats/2026-08-08.jsonl.gz');
		expect(rejected).toBe(0);
		const paid = (model: string) =>
			rows
				.filter((row): row is PriceRow => row.record === 'price' && row.field === 'weightedInputPrice')
				.filter(row => row.model === model)
				.map(({ amount }) => (amount === null ? null : Number(Number(amount).toPrecision(3))));
		expect(paid('deepseek/deepseek-v4-pro-20260423')).toEqual([0.145]);
		expect(paid('anthropic/claude-4.8-opus-20260528')).toEqual([1.27]);
		expect(paid('anthropic/claude-4.8-opus-20260528:batch')).toEqual([null]);
		const days = new Set(rows.flatMap(row => (row.record === 'usage' ? [row.day] : [])));
		expect([...days].sort().at(-1)).toBe('2026-08-07');
		expect(days.size).toBe(30);
	});
});

const jsonIn = (file: string): unknown =>
	JSON.parse(gunzipSync(readFileSync(new URL(file, captures))).toString('utf8'));

function replay(id: string, file: string): { rows: AnyRow[]; rejected: number; reasons: string[] } {
	const source = sources.get(id);
	if (!source) throw new Error(`corpus: unknown source: ${id}`);
	const { rows, ...rest } = readBody(source, readFileSync(new URL(file, captures)), file);
	return { rows: rows.map(({ row }) => row), ...rest };
}

/** Amounts of one meter of one model with tier and band, in the order of the sheet. */
const cells = (rows: AnyRow[]) => (provider: string, model: string, meter: PriceRow['meter']) =>
	rows
		.filter((row): row is PriceRow => row.record === 'price')
		.filter(row => row.provider === provider && row.model === model && row.meter === meter)
		.map(row => [row.amount, row.service_tier, row.min_input_tokens, row.max_input_tokens]);
