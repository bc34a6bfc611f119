import { describe, expect, it } from 'vitest';
import { ask, price, type MadeLook } from './made.ts';

const sheet = (on: string): MadeLook => ({
	source: 'sheet',
	on,
	rows: [
		...[1, 2, 3, 4, 5].flatMap(at => [
			price('baidian', `baidian/baidian-${at}`, 'input', '2'),
			price('fasthost', `baidian/baidian-${at}`, 'input', '1'),
			price('farhost', `baidian/baidian-${at}`, 'input', '3'),
		]),
		price('fasthost', 'acme/acme-1', 'input', '4'),
		price('router', 'acme/acme-1', 'input', '9'),
	],
});
const providers = [
	'*,acme,Acme,lab-direct,US,US,false,test',
	'*,baidian,Baidian,lab-direct,CN,CN,false,test',
	'*,router,,aggregator,US,US,false,test',
	'*,fasthost,,host,US,US,false,test',
	'*,farhost,,host,SG,SG,false,test',
];

describe('weights of one country on hosts of another', () => {
	it('are offers and prices at the end of the month, beside the list of the lab where five are, and no router', async () => {
		const rows = await ask(
			{ looks: [sheet('2025-11-10'), sheet('2026-01-31')], seeds: { providers } },
			`select country, host_country, offers, models, hosts, offer_share, median_usd_per_mtok::double as usd, compared, median_ratio, reason
			 from mart_origin_host__month where month = '2025-12-01' order by country, host_country`,
		);
		const five = { country: 'CN', offers: 5, models: 5, hosts: 1, offer_share: 0.5, compared: 5, reason: null };
		expect(rows).toEqual([
			{ ...five, host_country: 'SG', usd: 3, median_ratio: 1.5 },
			{ ...five, host_country: 'US', usd: 1, median_ratio: 0.5 },
			{
				...{ country: 'US', host_country: 'US', offers: 1, models: 1, hosts: 1, offer_share: 1, usd: 4, compared: 0 },
				...{ median_ratio: null, reason: 'fewer than 5 offers beside a list price' },
			},
		]);
	});

	it('count one host that two sources spell apart once, at its lower price', async () => {
		const spelt = (source: string, provider: string, amount: string): MadeLook[] =>
			['2025-11-10', '2026-01-31'].map(on => ({
				source,
				on,
				rows: [
					price(provider, 'baidian/baidian-1', 'input', amount),
					price('baidian', 'baidian/baidian-1', 'input', '9'),
				],
			}));
		const rows = await ask(
			{
				looks: [...spelt('sheet', 'fasthost', '2'), ...spelt('other', 'fast_host_ai', '1')],
				seeds: {
					providers: [...providers, '*,fast_host_ai,,host,,,false,test'],
					hosts: ['fast_host_ai,fasthost,test'],
				},
			},
			`select host_country, offers, hosts, median_usd_per_mtok::double as usd from mart_origin_host__month where month = '2025-12-01'`,
		);
		expect(rows).toEqual([{ host_country: 'US', offers: 1, hosts: 1, usd: 1 }]);
	});
});
