import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineOf } from '../warehouse/audit.ts';
import { rowsOf } from '../warehouse/duckdb.ts';
import { hasCaptures, lookAt, nameSeeds } from './captured-ledger.ts';
import { made } from './made.ts';

// the expected disagreements of sources.md 14 against captured sheets: named by the register, not by hand

if (!hasCaptures) {
	console.log('disagreements: ../shared/captures is absent, no sheets are compared');
	describe('without the captures', () => {
		it('says that there are none', () => {
			expect(hasCaptures).toBe(false);
		});
	});
}

describe.runIf(hasCaptures)('seven sheets around 2026-06-13', () => {
	let connection: DuckDBConnection;
	const then = '2026-06-13';
	const inForce = `from_day <= '${then}' and coalesce(to_day, date '9999-12-31') > '${then}'`;

	beforeAll(async () => {
		const labs = [
			...['openai', 'anthropic', 'google', 'gemini', 'deepseek', 'mistral', 'mistral-ai', 'xai', 'x-ai', 'minimax'],
			...[
				'moonshotai',
				'moonshot-ai',
				'moonshot',
				'z-ai',
				'zai',
				'zhipuai',
				'alibaba',
				'dashscope',
				'xiaomi',
				'openrouter',
			],
		];
		const few = new Set(labs);
		// the captures nearest to the day, and those that show what was said before and after
		const files: [source: string, on: string, file: string][] = [
			['llm-prices', '2025-10-10', 'simonw-llm-prices/2025-10-10.historical-v1.json.gz'],
			['llm-prices', '2026-06-09', 'simonw-llm-prices/2026-06-09.historical-v1.json.gz'],
			['models-dev', '2025-06-25', 'models-dev/2025-06-25.json.gz'],
			['models-dev', '2026-04-30', 'models-dev/2026-04-30.json.gz'],
			['models-dev', then, 'models-dev/2026-06-13.json.gz'],
			['models-dev', '2026-07-01', 'models-dev/2026-07-01.derived.json.gz'],
			['genai-prices', '2025-06-22', 'genai-prices/2025-06-22.data.json.gz'],
			['genai-prices', '2026-04-24', 'genai-prices/2026-04-24.data.json.gz'],
			['genai-prices', '2026-06-04', 'genai-prices/2026-06-04.data.json.gz'],
			['litellm', '2026-04-29', 'litellm/2026-04-29.json.gz'],
			['litellm', '2026-06-06', 'litellm/2026-06-06.json.gz'],
			['openrouter-models', then, 'openrouter-v1-models/2026-06-16.json.gz'],
			['portkey-models', '2026-06-01', 'portkey-models/2026-08-21/minimax.json.gz'],
			...['anthropic', 'deepseek', 'google', 'mistral-ai', 'moonshot', 'openai', 'x-ai', 'z-ai'].map(
				(provider): [string, string, string] => [
					'portkey-models',
					'2026-05-31',
					`portkey-models/2026-05-31/${provider}.json.gz`,
				],
			),
		];
		const looks = files.map(([source, on, file]) => ({
			...lookAt(source, on, file, few),
			...(source === 'portkey-models' ? { url: `https://example.org/${file}` } : {}),
		}));
		const result = await made(
			{ looks, own_seeds: [...nameSeeds, 'prices'], built_on: '2026-07-02' },
			'from mart_price_agreement__cell_spell',
		);
		expect(result.built.findings.map(lineOf)).toEqual([]);
		connection = result.connection;
	});
	afterAll(() => connection.closeSync());

	it('nine of the ten expected disagreements have their reason from the register', async () => {
		const said = await rowsOf<Record<string, unknown>>(
			connection,
			`select split_part(model, '/', 2) || ' ' || provider as who, agreement, reasons, consensus_native_per_mtok as price
			 from mart_price_agreement__cell_spell where ${inForce} and cell = 'input' and channel <> 'lab-cn'`,
		);
		const of = (who: string) => said.find(row => row.who === who);
		// the router's own deepseek-chat is V3 in every sheet that copies its list, and no name of this model
		expect(of('deepseek-v4-flash openrouter')).toMatchObject({ agreement: 'explained', reasons: 'channel' });
		// deepseek-chat: three answers beside the model that it meant on that day
		expect(of('deepseek-v4-flash DeepSeek')).toMatchObject({ agreement: 'agree', reasons: 'alias', price: 0.14 });
		expect(of('deepseek-v4-pro DeepSeek')).toMatchObject({ agreement: 'explained', reasons: 'stale', price: 0.435 });
		expect(of('kimi-k2.6 openrouter')).toMatchObject({ agreement: 'explained', reasons: 'channel', price: 0.68 });
		expect(of('glm-5.1 zhipuai')).toMatchObject({ agreement: 'explained', reasons: 'currency' });
		expect(of('minimax-m3 openrouter')).toMatchObject({ agreement: 'explained', reasons: 'channel', price: 0.3 });
		expect(of('minimax-m2.7 MiniMax')).toMatchObject({ reasons: 'unit' });
		expect(of('mimo-v2.5-pro Xiaomi')).toMatchObject({ agreement: 'explained', reasons: 'stale' });
		expect(of('o3 OpenAI')).toMatchObject({ agreement: 'explained', price: 2 });
		expect(String(of('o3 OpenAI')?.reasons)).toContain('stale');
		// two sheets never came to the new price of grok-4.20 in any capture: nobody can say that they were late
		expect(of('grok-4.20 xAI')).toMatchObject({ agreement: 'disputed', reasons: null });
	});

	it('all agree on most American and European models and on few Chinese ones', async () => {
		const rows = await rowsOf<{ is_chinese: boolean; models: number; all_agree: number }>(
			connection,
			`with cell as (select * from mart_price_agreement__cell_spell where ${inForce} and cell in ('input', 'output')),
			 per_model as (
				select model, country = 'CN' as is_chinese, max(sources) filter (channel = 'lab-direct') as sources,
					bool_and(agreement in ('agree', 'single')) filter (channel = 'lab-direct') as is_list_one,
					bool_and(coalesce(abs(ln(list_ratio)) <= 0.01, false)) filter (provider = 'openrouter') as is_router_one,
				from cell where channel = 'lab-direct' or provider = 'openrouter' group by all
			 )
			 select is_chinese, count(*)::integer as models, count(*) filter (is_list_one and is_router_one)::integer as all_agree
			 from per_model where sources >= 3 and is_router_one is not null group by all order by is_chinese`,
		);
		console.log(
			`disagreements: ${rows.map(row => `all sheets agree on ${row.all_agree} of ${row.models} ${row.is_chinese ? 'Chinese' : 'other'} models`).join(', ')}`,
		);
		const [other, chinese] = rows;
		expect(other!.models).toBeGreaterThanOrEqual(40);
		expect(chinese!.models).toBeGreaterThanOrEqual(10);
		expect(other!.all_agree / other!.models).toBeGreaterThan(0.75);
		expect(chinese!.all_agree / chinese!.models).toBeLessThan(0.35);
	});
});
