import { describe, expect, it } from 'vitest';
import { ask, price } from './made.ts';
import { ranking, tokens } from './made-usage.ts';

const looks = [
	ranking(
		[
			tokens('2026-03-02', 'acme/acme-1', 60, 'model'),
			tokens('2026-03-02', 'nobody/thing-9', 30, 'model'),
			tokens('2026-03-02', 'openrouter/hush-alpha', 10, 'model'),
		],
		'2026-03-02',
	),
	{ source: 'sheet', on: '2026-03-02', rows: [price('fasthost', 'thing-9', 'input', '2')] },
];
const seeds = {
	aliases: ['*,hush-alpha,acme/acme-2,,stealth,,,,test,2026-03-05', '*,acme/acme-1,acme/acme-1,,,,,,test,'],
};

describe('a name that no rule explains', () => {
	it('has no model and no lab, and counts in the total of its day', async () => {
		const rows = await ask(
			{ looks, seeds },
			'select permaslug, model, lab, country, tokens::integer as tokens, total_tokens::integer as total from mart_tokens__model_day order by tokens desc',
		);
		expect(rows).toEqual([
			{ permaslug: 'acme/acme-1', model: 'acme/acme-1', lab: 'Acme', country: 'US', tokens: 60, total: 100 },
			{ permaslug: 'nobody/thing-9', model: null, lab: null, country: 'unknown', tokens: 30, total: 100 },
			{ permaslug: 'openrouter/hush-alpha', model: 'acme/acme-2', lab: 'Acme', country: 'US', tokens: 10, total: 100 },
		]);
	});

	it('is reported with its weight, and has no price of a model', async () => {
		expect(
			await ask(
				{ looks, seeds },
				'select name, sources, tokens::integer as tokens from mart_unmapped__name order by name',
			),
		).toEqual([
			{ name: 'nobody/thing-9', sources: 1, tokens: 30 },
			{ name: 'thing-9', sources: 1, tokens: null },
		]);
		expect(await ask({ looks, seeds }, 'select * from mart_list_price__cell_spell')).toEqual([]);
	});
});

describe('a hidden model', () => {
	it('is its maker’s on all days, and was nobody’s until it was named', async () => {
		const rows = await ask(
			{ looks, seeds },
			'select name, model, lab, country, revealed_on::varchar as revealed_on, tokens::integer as tokens, tokens_unnamed::integer as unnamed from mart_stealth__name',
		);
		expect(rows).toEqual([
			{
				name: 'openrouter/hush-alpha',
				model: 'acme/acme-2',
				lab: 'Acme',
				country: 'US',
				revealed_on: '2026-03-05',
				tokens: 10,
				unnamed: 10,
			},
		]);
	});
});
