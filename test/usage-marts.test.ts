import { describe, expect, it } from 'vitest';
import type { UsageInput } from '../scrapers/source.ts';
import { ask, type Made } from './made.ts';
import { days, tokens, week } from './made-usage.ts';

const share = (input: Made, where: string) =>
	ask(
		input,
		`select country, round(share, 4) as share, round(low, 4) as low, round(high, 4) as high, lead, lead_certain as certain from mart_token_share__country_week where ${where} order by country`,
	);

describe('token share', () => {
	const plain = (day: string) => [
		tokens(day, 'Acme', 50),
		tokens(day, 'baidian', 40),
		tokens(day, 'stealth (unlabelled)', 2),
		tokens(day, 'other', 8, 'other'),
	];

	it('of China and the US leaves what cannot be attributed to the band', async () => {
		const rows = await share(week(plain), "basis = 'top50_daily' and country in ('CN', 'US')");
		expect(rows).toEqual([
			{ country: 'CN', share: 0.4444, low: 0.4, high: 0.5, lead: 'US', certain: false },
			{ country: 'US', share: 0.5556, low: 0.5, high: 0.6, lead: 'US', certain: false },
		]);
	});

	it('of all tokens sums to one with the unnamed and the unlisted', async () => {
		const [row] = await ask<{ sum: number; rows: number }>(
			week(plain),
			"select round(sum(share), 12) as sum, count(*)::integer as rows from mart_token_share__country_week where basis = 'all_tokens'",
		);
		expect(row).toEqual({ sum: 1, rows: 6 });
	});

	it('has a band that contains the truth when the tail is hidden on purpose', async () => {
		const truth = (day: string) => [tokens(day, 'Acme', 50), tokens(day, 'baidian', 45)];
		const hidden = (day: string) => [
			tokens(day, 'Acme', 48),
			tokens(day, 'baidian', 40),
			tokens(day, 'other', 7, 'other'),
		];
		const [whole] = (await share(week(truth), "basis = 'top50_daily' and country = 'CN'")) as { share: number }[];
		const [part] = (await share(week(hidden), "basis = 'top50_daily' and country = 'CN'")) as {
			low: number;
			high: number;
		}[];
		expect(part?.low).toBeLessThanOrEqual(whole?.share ?? 0);
		expect(part?.high).toBeGreaterThanOrEqual(whole?.share ?? 1);
	});

	it('has a certain lead only when it holds at both ends of the band', async () => {
		const far = (day: string) => [
			tokens(day, 'Acme', 60),
			tokens(day, 'baidian', 30),
			tokens(day, 'other', 10, 'other'),
		];
		const [row] = (await share(week(far), "basis = 'all_tokens' and country = 'US'")) as { certain: boolean }[];
		expect(row?.certain).toBe(true);
	});

	it('of a week with a missing day says so and its total is an estimate', async () => {
		const rows = await ask(
			week(plain, days(5, 6)),
			"select distinct days, is_complete, total_basis from mart_token_share__country_week where basis = 'all_tokens'",
		);
		expect(rows).toEqual([{ days: 6, is_complete: false, total_basis: 'estimate' }]);
	});

	it('adds a lab that is printed in two spellings', async () => {
		const twice = (day: string) => [tokens(day, 'Acme', 30), tokens(day, 'acme', 20), tokens(day, 'baidian', 50)];
		const rows = await ask(week(twice), 'select lab, tokens from mart_tokens__lab_week order by lab');
		expect(rows).toEqual([
			{ lab: 'Acme', tokens: '350' },
			{ lab: 'Baidian', tokens: '350' },
		]);
	});

	it('keeps a name that no seed knows inside the total, unnamed', async () => {
		const strange = (day: string) => [tokens(day, 'Acme', 30), tokens(day, 'nobody-knows-this', 70)];
		const rows = await ask(
			week(strange),
			"select country, tokens, total_tokens from mart_token_share__country_week where basis = 'all_tokens' and tokens > 0 order by country",
		);
		expect(rows).toEqual([
			{ country: 'US', tokens: '210', total_tokens: '700' },
			{ country: 'unnamed', tokens: '490', total_tokens: '700' },
		]);
	});

	it('takes a day from its newest vintage only', async () => {
		const old = { ...tokens('2026-01-05', 'Acme', 10), as_of: '2026-01-06' };
		const fresh = { ...tokens('2026-01-05', 'Acme', 11), as_of: '2026-01-20' };
		const looks = [
			{ source: 'openrouter-rankings-daily', on: '2026-01-06', rows: [old] },
			{ source: 'openrouter-rankings-daily', on: '2026-01-20', rows: [fresh] },
		];
		expect(await ask({ looks }, 'select tokens from mart_tokens__lab_week')).toEqual([{ tokens: '11' }]);
	});

	it('on the nine largest models counts rank 10 and all the rest as unlisted', async () => {
		const ranks = Array.from(
			{ length: 10 },
			(_, at) => `2026-01-05,${at + 1},${at % 2 ? 'baidian/baidian' : 'acme/acme'}-${at},${100 - at},exact,test`,
		);
		const rows = await ask(
			{ ...week(() => [tokens('2026-01-05', 'Acme', 2000)], ['2026-01-05']), seeds: { usage_weekly: ranks } },
			"select country, tokens from mart_token_share__country_week where basis = 'top9_models' and tokens > 0 order by country",
		);
		expect(rows).toEqual([
			{ country: 'CN', tokens: String(99 + 97 + 95 + 93) },
			{ country: 'US', tokens: String(100 + 98 + 96 + 94 + 92) },
			{ country: 'unlisted', tokens: String(14000 - 864) },
		]);
	});
});

describe('other rankings', () => {
	it('never enter the daily top 50, whatever they count', async () => {
		const day = (source: string, subject: UsageInput['subject'], amount: number) => ({
			source,
			on: '2026-02-01',
			rows: [tokens('2026-01-05', 'Acme', amount, subject)],
		});
		const looks = [
			day('openrouter-rankings-daily', 'lab', 10),
			day('openrouter-app-rankings', 'app', 99),
			day('some-page', 'lab', 77),
		];
		expect(await ask({ looks }, 'select tokens from mart_tokens__lab_week')).toEqual([{ tokens: '10' }]);
	});
});

describe('implied spend', () => {
	const mix = (slug: string, counts: string, prices: string, free = 'false') =>
		`2026-01-05,${slug},1000000,${counts},${prices},${free},2026-01-12,test`;
	const spend = (...usage_mix: string[]) =>
		ask(
			{ looks: [], seeds: { usage_mix } },
			'select country, usd_spend, usd_spend_cache_at_input as at_input, imputed_share as imputed, is_missing, reason from mart_spend_share__country_week order by country',
		);

	it('bills cached tokens once', async () => {
		const [row] = await spend(mix('acme/acme-1', '95000000,5000000,0,55000000', '3,15,0.3'));
		expect(row).toMatchObject({ country: 'US', usd_spend: 40 * 3 + 55 * 0.3 + 5 * 15 });
	});

	it('imputes a missing cache price and says how much of the spend rests on it', async () => {
		const [row] = await spend(mix('acme/acme-1', '95000000,5000000,0,55000000', '3,15,'));
		expect(row).toMatchObject({ usd_spend: 95 * 3 + 5 * 15, imputed: 1 });
	});

	it('of a free model is 0, and of a model without counts is missing with a reason', async () => {
		expect(await spend(mix('acme/acme-1:free', '10,10,0,0', '3,15,0.3', 'true'))).toMatchObject([
			{ usd_spend: 0, is_missing: false },
		]);
		expect(await spend(mix('acme/acme-1', '0,0,0,0', '3,15,0.3'))).toMatchObject([
			{ usd_spend: null, is_missing: true, reason: 'more than half of the models have no token counts' },
		]);
	});
});
