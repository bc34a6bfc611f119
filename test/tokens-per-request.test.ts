import { describe, expect, it } from 'vitest';
import type { UsageInput } from '../scrapers/source.ts';
import { ask } from './made.ts';

describe('made-up weeks', () => {
	it('have the tokens of a request of an app, and no row for an app without requests', async () => {
		const app = (slice: string, metric: 'tokens' | 'requests', amount: string): UsageInput => ({
			record: 'usage',
			...{
				day: '2026-01-05',
				period: 'week',
				subject: 'app',
				name: 'Chat',
				slice,
				metric,
				amount,
				unit: metric,
				as_of: '2026-01-12',
			},
		});
		const rows = [
			app('1', 'tokens', '36000'),
			app('1', 'requests', '3'),
			app('2', 'tokens', '9'),
			app('2', 'requests', '0'),
		];
		expect(
			await ask(
				{ looks: [{ source: 'openrouter-app-rankings', on: '2026-01-12', rows }] },
				'select app_id, app, tokens_per_request from mart_tokens_per_request__app_week',
			),
		).toEqual([{ app_id: '1', app: 'Chat', tokens_per_request: 12000 }]);
	});

	it('have the tokens of a request to a model, where its requests are counted', async () => {
		const seeds = {
			usage_mix: ['2026-01-05,acme/acme-1,9999,900,100,0,0,1,2,0.1,false,2026-01-12,test'],
			usage_requests: ['2026-01-05,acme/acme-1,4,test', '2026-01-05,acme/acme-2,4,test'],
		};
		const query =
			'select permaslug, tokens, tokens_per_request, output_tokens_per_request from mart_tokens_per_request__model_week';
		expect(await ask({ looks: [], seeds }, query)).toEqual([
			{ permaslug: 'acme/acme-1', tokens: '1000', tokens_per_request: 250, output_tokens_per_request: 25 },
		]);
	});
});
