import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { budgetDays, hybridRoute, usdPerMtok, usdPerTask } from '../warehouse/methods/workload.ts';
import { kwhPerMtok, powerUsdPerMtok, shareOfGap } from '../warehouse/methods/energy.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { ask, price } from './made.ts';
import { published } from './publication.ts';

const sonnet = { input: 3, cache_read: 0.3, output: 15 };
const opus = { input: 5, cache_read: 0.5, output: 25 };
const minimax = { input: 0.3, cache_read: 0.03, output: 1.2 };
const flash = { input: 0.14, cache_read: 0.0028, output: 0.28 };
const chat = { tokens: 30_000, input_share: 0.8, cache_share: 0 };
const agent = (cache_share: number) => ({ tokens: 20_000_000, input_share: 0.98, cache_share });

describe('the cost of a task', () => {
	it('is what methods.md 8 prints for four models and four mixes', () => {
		const costs = [sonnet, opus, minimax, flash].map(prices =>
			[chat, agent(0), agent(0.7), agent(0.9)].map(mix => usdPerTask(prices, mix)!.toFixed(6)),
		);
		expect(costs).toEqual([
			['0.162000', '64.800000', '27.756000', '17.172000'],
			['0.270000', '108.000000', '46.260000', '28.620000'],
			['0.014400', '6.360000', '2.655600', '1.597200'],
			['0.005040', '2.856000', '0.973616', '0.435792'],
		]);
	});

	it('is unknown where a cached share has no price, and not where nothing is cached', () => {
		const uncached = { ...sonnet, cache_read: null };
		expect(usdPerTask(uncached, agent(0.7))).toBeNull();
		expect(usdPerTask(uncached, agent(0))).toBeCloseTo(64.8, 9);
	});

	it('grows with tokens and retries alike, and never leaves the range of its prices', () => {
		const share = fc.double({ min: 0, max: 1, noNaN: true });
		const usd = fc.double({ min: 1e-4, max: 2000, noNaN: true });
		fc.assert(
			fc.property(usd, usd, usd, share, share, (input, cache_read, output, input_share, cache_share) => {
				const prices = { input, cache_read, output };
				const unit = usdPerMtok(prices, { input_share, cache_share })!;
				const [low, high] = [Math.min(input, cache_read, output), Math.max(input, cache_read, output)];
				expect(unit).toBeGreaterThanOrEqual(low * (1 - 1e-12));
				expect(unit).toBeLessThanOrEqual(high * (1 + 1e-12));
				const mix = { tokens: 1e6, input_share, cache_share };
				expect(usdPerTask(prices, mix, 1)!).toBeCloseTo(2 * usdPerTask(prices, mix)!, 9);
			}),
		);
	});

	it.each([
		[{ ...chat, input_share: 1.2 }, 'workload: invalid input share: 1.2'],
		[{ ...chat, cache_share: NaN }, 'workload: invalid cache share: NaN'],
		[{ ...chat, tokens: 0 }, 'workload: invalid size: 0 x 1'],
	])('refuses %o', (mix, message) => {
		expect(() => usdPerTask(sonnet, mix)).toThrow(message);
	});
});

describe('fifty dollars instead of nine hundred', () => {
	const day = (premium: typeof sonnet, cheap: typeof sonnet, cache_share: number) => {
		const mix = agent(cache_share);
		const prices = { premium: usdPerMtok(premium, mix)!, cheap: usdPerMtok(cheap, mix)! };
		return hybridRoute({ budget_usd: 900, target_usd: 50, ...prices });
	};

	it('needs the cheap price at an eighteenth of the premium one, and 648.5 million tokens a day at Sonnet’s', () => {
		const route = day(sonnet, flash, 0.7);
		expect(route.required_ratio).toBeCloseTo(0.055556, 6);
		expect(route.mtok_per_day).toBeCloseTo(648.508, 3);
		expect(route.premium_share).toBeCloseTo(0.021222, 6);
	});

	it('leaves 3.5 % to Opus, and at a warm cache 3.1 % to Sonnet and 4.1 % to Opus', () => {
		const shares = [day(opus, flash, 0.7), day(sonnet, flash, 0.9), day(opus, flash, 0.9)];
		expect(shares.map(({ premium_share }) => Number(premium_share!.toFixed(3)))).toEqual([0.035, 0.031, 0.041]);
	});

	it('cannot be had where the cheap model alone costs more: no negative share is printed', () => {
		const route = day(sonnet, minimax, 0.7);
		expect(route).toMatchObject({ is_reachable: false, premium_share: null });
		expect(route.usd_per_day).toBeCloseTo(86.1, 1);
		expect(() => hybridRoute({ budget_usd: 900, target_usd: 0, premium: 1, cheap: 1 })).toThrow(/expected prices/);
	});

	it('spends a million at 900 dollars a day growing 8 % a week by day 236', () => {
		expect(budgetDays(1_000_000, 900, 0.08)).toBe(236);
		expect(budgetDays(900, 900, 0)).toBe(1);
		expect(budgetDays(901, 900, 0)).toBe(2);
		expect(budgetDays(1e9, 1, -0.5)).toBeNull();
	});
});

describe('the energy of a token', () => {
	it('is a bound: kilowatt-hours, dollars and shares as methods.md 9 prints them', () => {
		expect(kwhPerMtok(1)).toBeCloseTo(0.277778, 6);
		expect(powerUsdPerMtok({ joules_per_token: 5.859, pue: 1.2, usd_per_kwh: 0.08 })).toBeCloseTo(0.15624, 6);
		expect(shareOfGap({ joules_per_token: 6.4, pue: 1.2, usd_per_kwh: 0.04 }, 12.5)).toBeCloseTo(0.00682667, 8);
		expect(shareOfGap({ joules_per_token: 6.4, pue: 1.2, usd_per_kwh: 0.08 }, 12.5)).toBeCloseTo(0.01365, 5);
		expect(powerUsdPerMtok({ joules_per_token: 0.25, pue: 1.2, usd_per_kwh: 0.08 })).toBeCloseTo(0.006667, 6);
	});

	it('refuses no energy, an overhead below one and no gap', () => {
		expect(() => kwhPerMtok(0)).toThrow('energy: invalid joules per token: 0');
		expect(() => powerUsdPerMtok({ joules_per_token: 1, pue: 0.9, usd_per_kwh: 1 })).toThrow(
			'energy: invalid pue: 0.9',
		);
		expect(() => shareOfGap({ joules_per_token: 1, pue: 1, usd_per_kwh: 1 }, 0)).toThrow('energy: invalid gap: 0');
	});
});

describe('the marts', () => {
	const looks = [
		{
			source: 'sheet',
			on: '2026-01-01',
			rows: [price('acme', 'acme-1', 'input', '3'), price('acme', 'acme-1', 'output', '15')],
		},
		{
			source: 'sheet',
			on: '2026-02-01',
			rows: [
				price('acme', 'acme-1', 'input', '3'),
				price('acme', 'acme-1', 'output', '12'),
				price('acme', 'acme-1', 'cache_read', '0.3'),
			],
		},
	];
	const workloads = ['chatbot,Chat,聊天,30000,0.8,0,false,,test', 'agent,Agent,代理,20000000,0.98,0.7,false,,test'];

	it('a task has one cost for each stretch of days in which no price of it moves', async () => {
		const rows = await ask(
			{ looks, seeds: { workloads } },
			'select workload, round(usd_per_task, 6) as usd, reason, from_day, to_day from mart_task_cost__model_task_day order by workload, from_day',
		);
		expect(rows).toEqual([
			{
				workload: 'agent',
				usd: null,
				reason: 'no cache price is published',
				from_day: '2026-01-01',
				to_day: '2026-02-01',
			},
			{ workload: 'agent', usd: 26.556, reason: null, from_day: '2026-02-01', to_day: null },
			{ workload: 'chatbot', usd: 0.162, reason: null, from_day: '2026-01-01', to_day: '2026-02-01' },
			{ workload: 'chatbot', usd: 0.144, reason: null, from_day: '2026-02-01', to_day: null },
		]);
	});

	it('a route that cannot be had has its reason in place of a share', async () => {
		const cheap = { source: 'sheet', on: '2026-02-01', url: 'https://example.org/other' };
		const other = [price('baidian', 'baidian-1', 'input', '0.3'), price('baidian', 'baidian-1', 'output', '1.2')];
		const rows = await ask(
			{
				looks: [looks[0]!, { ...cheap, rows: other }],
				seeds: { workloads, routes: ['pair,acme/acme-1,baidian/baidian-1,chatbot,900,50,,test'] },
			},
			'select premium_share, round(cheap_usd_per_day, 3) as usd, reason, from_day from mart_hybrid_route__route_day',
		);
		expect(rows).toEqual([
			{
				premium_share: null,
				usd: 80,
				reason: 'not reachable: the cheap model alone costs more',
				from_day: '2026-02-01',
			},
		]);
	});

	it('hosts of the same weights are compared where five models have two of them', async () => {
		const host = (name: string, usd: (i: number) => string) => ({
			source: name,
			on: '2026-01-20',
			rows: [0, 1, 2, 3, 4].map(i => price('fasthost', `acme-${i}b`, 'input', usd(i))),
		});
		const second = (rows: ReturnType<typeof host>) => ({
			...rows,
			rows: rows.rows.map(row => ({ ...row, provider: 'slowhost' }) as typeof row),
		});
		const providers = [
			'*,acme,Acme,lab-direct,US,US,false,test',
			'*,fasthost,,host,US,US,false,test',
			'*,slowhost,,host,US,US,false,test',
		];
		const spread = (models: number) =>
			ask(
				{
					looks: [host('one', () => '1'), second(host('two', i => String(i + 1)))].map(look => ({
						...look,
						rows: look.rows.slice(0, models),
					})),
					seeds: { providers },
				},
				`select models, median_spread, max_spread, reason from mart_host_spread__month where meter = 'input'`,
			);
		expect(await spread(5)).toEqual([{ models: 5, median_spread: 3, max_spread: 5, reason: null }]);
		expect(await spread(4)).toEqual([
			{ models: 4, median_spread: null, max_spread: 4, reason: 'fewer than five models with two hosts' },
		]);
	});

	it('workload_cost agrees with the mart on every stated workload and with the method on any other', async () => {
		const connection = await connect(published(), { readonly: true });
		const [apart] = await rowsOf<{ apart: number; rows: number }>(
			connection,
			`select count(*) filter (abs(m.usd_per_task - t.usd_per_task) > 1e-9 * t.usd_per_task)::integer as apart, count(*)::integer as rows
			from workload_cost('2026-06-15', 20000000, 0.98, 0.7) as m
			join mart_task_cost__model_task_day as t on t.model = m.model and t.workload = 'agent' and t.from_day = m.from_day`,
		);
		expect(apart?.apart).toBe(0);
		expect(apart?.rows).toBeGreaterThan(50);
		const [row] = await rowsOf<{ usd: number }>(
			connection,
			`select usd_per_task as usd from workload_cost('2026-01-15', 1000000, 0.9, 0.5, 0.25) where model = 'anthropic/claude-sonnet-4.5'`,
		);
		expect(row?.usd).toBeCloseTo(usdPerTask(sonnet, { tokens: 1e6, input_share: 0.9, cache_share: 0.5 }, 0.25)!, 9);
		const routes = await rowsOf<{ share: number; mtok: number }>(
			connection,
			`select premium_share as share, mtok_per_day as mtok from mart_hybrid_route__route_day
			where route = 'sonnet_deepseek' and from_day <= '2026-06-15' and (to_day > '2026-06-15' or to_day is null)`,
		);
		expect(routes.map(({ share, mtok }) => [share.toFixed(6), mtok.toFixed(3)])).toEqual([['0.021222', '648.508']]);
		connection.closeSync();
	});
});

const reference = new URL('../../shared/reference/worked_examples.csv', import.meta.url);
it(`the worked examples of section 8 are ${existsSync(reference) ? 'compared in place' : 'absent: the figures above stand'}`, () => {
	if (!existsSync(reference)) return expect(usdPerTask(sonnet, chat)).toBeCloseTo(0.162, 9);
	const expected = new Map(
		readFileSync(reference, 'utf8')
			.split(/\r?\n/)
			.filter(line => line.startsWith('8,'))
			.map(line => [line.split(',')[1], line.split(',').at(-1)]),
	);
	expect(Number(expected.get('chat_30k_sonnet'))).toBeCloseTo(usdPerTask(sonnet, chat)!, 6);
	expect(Number(expected.get('chat_30k_minimax'))).toBeCloseTo(usdPerTask(minimax, chat)!, 6);
	expect(Number(expected.get('agent_20M_sonnet_h70'))).toBeCloseTo(usdPerTask(sonnet, agent(0.7))!, 6);
	expect(Number(expected.get('agent_20M_dsv4flash_h90'))).toBeCloseTo(usdPerTask(flash, agent(0.9))!, 6);
	expect(expected.get('budget_burn')).toBe('days=236');
});
