import { expect, it } from 'vitest';
import type { RowInput } from '../scrapers/source.ts';
import { ask } from './made.ts';

const day = (on: string, tokens: string): RowInput => ({
	record: 'usage',
	day: on,
	period: 'day',
	subject: 'lab',
	name: 'acme',
	metric: 'tokens',
	amount: `${tokens}000000000`,
	unit: 'tokens',
});
const stated = (id: string, org: string, scope: string, month: string, tokens: string, voice = 'organisation') =>
	`${id},${month},${org},${scope},tokens,day,${tokens},billion tokens,exact,${voice},,https://example.org/${id}`;

const shares = (days: RowInput[], disclosures: string[]) =>
	ask(
		{ looks: [{ source: 'openrouter-rankings-daily', on: '2026-02-28', rows: days }], seeds: { disclosures } },
		`select month, disclosed_tokens_per_day / 1e9 as world, disclosing, round(share_at_most, 6) as share, reason, is_provisional
		from mart_platform_share__month order by month`,
	);

it('a platform is held against what is disclosed, and China counts once', async () => {
	const disclosures = [
		stated('a', 'Google', 'all', '2026-01', '600'),
		stated('b', 'China (National Data Administration)', 'all', '2026-01', '300', 'government'),
		stated('c', 'ByteDance', 'doubao', '2026-02', '200'),
		stated('d', 'OpenRouter', 'all', '2026-02', '9999'),
	];
	expect(await shares([day('2026-02-01', '90'), day('2026-02-02', '110')], disclosures)).toEqual([
		{ month: '2026-02-01', world: 900, disclosing: 2, share: 0.1, reason: null, is_provisional: true },
	]);
});

it('a figure older than six months, of the press, or a thousand times its neighbours is not used', async () => {
	const disclosures = [
		stated('a', 'Google', 'all', '2025-07', '600'),
		stated('b', 'OpenAI', 'api', '2026-01', '300', 'press'),
		stated('c', 'ByteDance', 'doubao', '2025-12', '200'),
		stated('e', 'ByteDance', 'doubao', '2026-01', '210000'),
	];
	expect(await shares([day('2026-02-01', '100')], disclosures)).toEqual([
		{
			month: '2026-02-01',
			world: null,
			disclosing: 0,
			share: null,
			reason: 'fewer than two disclosing parties in six months',
			is_provisional: true,
		},
	]);
});
