import { describe, expect, it } from 'vitest';
import type { UsageInput } from '../scrapers/source.ts';
import { ask, price } from './made.ts';

const models = [
	'acme/acme-1,Acme,acme,1,base,Acme 1,2026-01-01,test,false,,,test',
	'acme/acme-2,Acme,acme,2,base,Acme 2,2026-01-01,test,false,,,test',
	'baidian/baidian-1,Baidian,baidian,1,base,Baidian 1,2026-01-01,test,true,,,test',
];
const share = (
	name: string,
	metric: 'requests' | 'tokens',
	amount: string,
	slice: string | null = null,
): UsageInput => ({
	record: 'usage',
	...{ day: '2026-01-06', period: '7_days', subject: 'task', name, slice, metric, amount, unit: 'fraction' },
	as_of: '2026-01-12',
});
/** `chat` is light and done by a Chinese model, `code` heavy and done by US models and one that no rule explains. */
const tasks = {
	source: 'openrouter-task-shares',
	on: '2026-01-13',
	rows: [
		...[share('chat', 'requests', '0.6'), share('chat', 'tokens', '0.2'), share('chat', 'tokens', '0.5', 'of talk')],
		...[share('code', 'requests', '0.2'), share('code', 'tokens', '0.6')],
		share('chat', 'tokens', '0.8', 'by baidian/baidian-1'),
		share('code', 'tokens', '0.5', 'by acme/acme-1'),
		share('code', 'tokens', '0.2', 'by acme/acme-2'),
		share('code', 'tokens', '0.1', 'by nobody/thing-9'),
	],
};
const prices = {
	source: 'sheet',
	on: '2026-01-02',
	rows: [
		...[price('acme', 'acme-1', 'input', '4'), price('acme', 'acme-1', 'output', '4')],
		...[price('baidian', 'baidian-1', 'input', '1'), price('baidian', 'baidian-1', 'output', '1')],
	],
};
const judged = (claim: string, looks: Parameters<typeof ask>[0]['looks']) =>
	ask(
		{ looks, seeds: { models, claims: [claim], energy_per_token: ['rack,h,1,2,all,,test'] } },
		'select verdict, measured, measured_low, measured_high from mart_claim__claim',
	);

describe('the mix of tasks', () => {
	it('has the country and the price of the models that do a task, and the rest as unlisted', async () => {
		const rows = await ask(
			{ looks: [tasks, prices], seeds: { models } },
			`select task, week, from_day, to_day, task_group, request_share, token_share, group_token_share, models, model,
				round(cn_token_share, 6) as cn, round(us_token_share, 6) as us, round(unnamed_token_share, 6) as unnamed, round(unlisted_token_share, 6) as unlisted,
				priced_token_share as priced, blend_3to1_usd_per_mtok as blend from mart_task_mix__task_week order by task`,
		);
		const window = { week: '2026-01-12', from_day: '2026-01-06', to_day: '2026-01-13' };
		expect(rows).toEqual([
			{
				...{
					task: 'chat',
					...window,
					task_group: 'talk',
					request_share: 0.6,
					token_share: 0.2,
					group_token_share: 0.5,
				},
				...{ models: 1, model: 'baidian/baidian-1', cn: 0.8, us: 0, unnamed: 0, unlisted: 0.2, priced: 0.8, blend: 1 },
			},
			{
				...{ task: 'code', ...window, task_group: null, request_share: 0.2, token_share: 0.6, group_token_share: null },
				...{ models: 3, model: 'acme/acme-1', cn: 0, us: 0.7, unnamed: 0.1, unlisted: 0.2, priced: 0.5, blend: 4 },
			},
		]);
	});

	it('takes the newest window of a week, and nothing of a source that may not be shown on', async () => {
		const early = { ...tasks, on: '2026-01-12', rows: [{ ...share('chat', 'tokens', '0.9'), day: '2026-01-05' }] };
		const query = 'select week, task, token_share from mart_task_mix__task_week order by week, task';
		expect(await ask({ looks: [early, tasks] }, query)).toEqual([
			{ week: '2026-01-05', task: 'chat', token_share: 0.9 },
			{ week: '2026-01-12', task: 'chat', token_share: 0.2 },
			{ week: '2026-01-12', task: 'code', token_share: 0.6 },
		]);
		const late = { ...tasks, on: '2026-01-15', rows: [{ ...share('chat', 'tokens', '0.3'), day: '2026-01-08' }] };
		expect(await ask({ looks: [tasks, late] }, query)).toEqual([
			{ week: '2026-01-12', task: 'chat', token_share: 0.3 },
		]);
		expect(await ask({ looks: [tasks], closed: ['openrouter-task-shares'] }, query)).toEqual([]);
	});

	it('decides whether light tasks go to cheap Chinese models', async () => {
		const claim = 'routine-to-cheap,said,说,,,2026,,testable,> 0,x,price band and origin by task,';
		expect(await judged(claim, [tasks, prices])).toEqual([
			{ verdict: 'supported', measured: 80, measured_low: 3, measured_high: 80 },
		]);
		expect(await judged(claim, [prices])).toMatchObject([{ verdict: 'open', measured: null }]);
	});
});

describe('the cost of a session', () => {
	const bill = (name: string, amount: string, turns = '10-49-turns'): UsageInput => ({
		record: 'usage',
		...{ day: '2025-12-20', period: '30_days', subject: 'model', name, slice: `kite ${turns}` },
		...{ metric: 'session_cost', amount, unit: 'usd', as_of: '2026-01-19' },
	});
	const bills = {
		source: 'openrouter-session-cost',
		on: '2026-01-19',
		rows: [bill('acme/acme-1', '1.5'), bill('acme/acme-1', '0.2', '1-9-turns'), bill('nobody/thing-9', '0')],
	};
	// half of the prompt is cached, at a tenth of the price: 4 (0.45 + 0.045) + 8 (0.1) dollars a million
	const usage_mix = ['2026-01-05,acme/acme-1,1000,900,100,0,450,4,8,0.4,false,2026-01-12,test'];
	const sheet = {
		source: 'sheet',
		on: '2026-01-02',
		rows: [
			price('acme', 'acme-1', 'input', '4'),
			price('acme', 'acme-1', 'output', '8'),
			price('acme', 'acme-1', 'cache_read', '0.4'),
		],
	};

	it('stands by app and turns, with the tokens that it implies where the mix was measured', async () => {
		const rows = await ask(
			{ looks: [bills, sheet], seeds: { models, usage_mix } },
			`select week, from_day, to_day, app_id, turn_range, turns_at_least as turns, permaslug, model, country, session_usd, price_week,
				round(implied_tokens) as tokens from mart_session_cost__app_model_week order by permaslug, turns`,
		);
		const window = { week: '2026-01-12', from_day: '2025-12-20', to_day: '2026-01-19', app_id: 'kite' };
		const acme = { ...window, permaslug: 'acme/acme-1', model: 'acme/acme-1', country: 'US', price_week: '2026-01-05' };
		expect(rows).toEqual([
			{ ...acme, turn_range: '1-9-turns', turns: 1, session_usd: 0.2, tokens: Math.round(0.2e6 / 2.78) },
			{ ...acme, turn_range: '10-49-turns', turns: 10, session_usd: 1.5, tokens: Math.round(1.5e6 / 2.78) },
			{
				...{ ...window, turn_range: '10-49-turns', turns: 10, permaslug: 'nobody/thing-9', model: null },
				...{ country: 'unknown', session_usd: 0, price_week: null, tokens: null },
			},
		]);
	});

	it('bounds the tokens of an agent from below only', async () => {
		const claim = (number: string) =>
			`agent-20m-tokens,said,说,${number},tokens,2026,,testable,lower bound,x,cost of a session,`;
		const seeds = { models, usage_mix, energy_per_token: ['rack,h,1,2,all,,test'] };
		const verdictOf = (number: string) =>
			ask(
				{ looks: [bills, sheet], seeds: { ...seeds, claims: [claim(number)] } },
				'select verdict from mart_claim__claim',
			);
		expect(await verdictOf('500000')).toEqual([{ verdict: 'supported' }]);
		expect(await verdictOf('20000000')).toEqual([{ verdict: 'unverifiable' }]);
	});
});
