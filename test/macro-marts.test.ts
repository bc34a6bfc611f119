import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { fixtureRows } from '../pipelines/fixture.ts';
import { discover } from '../scrapers/discover.ts';
import type { RowInput } from '../scrapers/source.ts';
import { ask, made, price, type MadeLook } from './made.ts';

/** Lines of a shipped seed without its header. */
const seed = (name: string): string[] =>
	readFileSync(new URL(`../warehouse/seeds/${name}.csv`, import.meta.url), 'utf8')
		.trimEnd()
		.split('\n')
		.slice(1);

describe('disclosed tokens', () => {
	const said = (
		id: string,
		day: string,
		value: string,
		more: Partial<Record<'scope' | 'period' | 'unit' | 'voice' | 'metric', string>> = {},
	) => {
		const { scope = 'all', metric = 'tokens', period = 'day', unit = 'trillion tokens', voice = 'organisation' } = more;
		return `${id},${day},Acme,${scope},${metric},${period},${value},${unit},exact,${voice},,test`;
	};
	const rows = (disclosures: string[], columns: string) =>
		ask(
			{ looks: [], seeds: { disclosures } },
			`select ${columns} from mart_disclosed_tokens__org_month order by disclosure_id`,
		);

	it('of two voices stand side by side and are never averaged', async () => {
		const two = [said('a', '2025-12', '50'), said('b', '2025-12', '63', { voice: 'third_party' })];
		expect(await rows(two, 'month, voice, tokens_stated::varchar as tokens, unit_check')).toEqual([
			{ month: '2025-12', voice: 'organisation', tokens: '50000000000000', unit_check: 'agrees' },
			{ month: '2025-12', voice: 'third_party', tokens: '63000000000000', unit_check: 'agrees' },
		]);
	});

	it('of a minute, a week, a month, a quarter, a half and a year are brought to a day', async () => {
		const periods = {
			minute: 1440,
			week: 1 / 7,
			month: 1 / 30.4375,
			quarter: 1 / 91.3125,
			half_year: 1 / 182.625,
			year: 1 / 365.25,
		};
		const lines = Object.keys(periods).map(period =>
			said(period, '2026-01', '1', { period, scope: period, unit: 'billion tokens' }),
		);
		for (const { period, day } of await rows(lines, 'period, tokens_per_day as day'))
			expect(day).toBeCloseTo(1e9 * periods[period as keyof typeof periods], 0);
	});

	it('a thousand times their neighbours are suspect, and what follows them is not', async () => {
		const series = ['2025-01', '2025-06', '2026-01', '2026-06'].map((day, i) =>
			said(`${i}`, day, ['480', '980', '1.3', '3200'][i] ?? '', { period: 'month' }),
		);
		expect((await rows(series, 'unit_check')).map(row => row.unit_check)).toEqual([
			'agrees',
			'agrees',
			'suspect',
			'agrees',
		]);
		const large = [said('a', '2025-12', '100'), said('b', '2026-03', '140'), said('c', '2026-04', '140000')];
		expect((await rows(large, 'unit_check')).map(row => row.unit_check)).toEqual(['agrees', 'agrees', 'suspect']);
	});

	it('that stand alone are not judged, and two that cannot both be true are both suspect', async () => {
		expect(await rows([said('a', '2026-01', '5')], 'unit_check')).toEqual([{ unit_check: 'alone' }]);
		const two = [said('a', '2026-01', '3.2'), said('b', '2026-02', '3200')];
		expect((await rows(two, 'unit_check')).map(row => row.unit_check)).toEqual(['suspect', 'suspect']);
	});

	it('are compared with the same month of the year before, in the same scope, period and voice only', async () => {
		const lines = [
			said('a', '2025-05', '480', { period: 'month' }),
			said('b', '2025-05', '10'),
			said('c', '2026-05-19', '3200', { period: 'month' }),
			said('d', '2026', '3300', { period: 'month' }),
		];
		expect(await rows(lines, 'disclosure_id as id, month, round(times_year_before, 2) as times')).toEqual([
			{ id: 'a', month: '2025-05', times: null },
			{ id: 'b', month: '2025-05', times: null },
			{ id: 'c', month: '2026-05', times: 6.67 },
			{ id: 'd', month: null, times: null },
		]);
	});

	it('are volumes: no peak, no count of customers, no forecast', async () => {
		const lines = [
			said('a', '2026-01', '1', { metric: 'peak_tokens', period: 'minute' }),
			said('b', '2026-01', '100', { metric: 'customers_of_1t_tokens_ever', unit: 'customers', period: '' }),
			said('c', '2030', '3900', { voice: 'forecast', unit: 'quadrillion tokens', period: 'year' }),
		];
		expect(await rows(lines, '*')).toEqual([]);
	});

	it('in a unit or over a period that nobody knows stop the build', async () => {
		for (const more of [{ unit: 'gazillion tokens' }, { period: 'fortnight' }]) {
			const input = { looks: [], seeds: { disclosures: [said('a', '2026-01', '1', more)] } };
			const { connection, built } = await made(input, 'select * from mart_disclosed_tokens__org_month');
			connection.closeSync();
			expect(built.findings.map(({ model }) => model)).toContain('stg_disclosed_tokens__disclosure');
		}
	});

	it('as shipped hold no suspect figure, and the slip of a podcast planted among them is found', async () => {
		const shipped = seed('disclosures');
		const checks = (disclosures: string[]) =>
			ask(
				{ looks: [], seeds: { disclosures } },
				"select disclosure_id as id from mart_disclosed_tokens__org_month where unit_check = 'suspect'",
			);
		expect(await checks(shipped)).toEqual([]);
		const slipped = shipped.map(line =>
			line.startsWith('2026-05-19-google-all-tokens,') ? line.replace(',3200,', ',3.2,') : line,
		);
		expect(slipped).not.toEqual(shipped);
		expect(await checks(slipped)).toEqual([{ id: '2026-05-19-google-all-tokens' }]);
		const daily = shipped.map(line =>
			line.startsWith('2026-03-china-nda-all-tokens,') ? line.replace(',140,', ',140000,') : line,
		);
		expect(await checks(daily)).toEqual([{ id: '2026-03-china-nda-all-tokens' }]);
	});
});

describe('electricity', () => {
	const figure = (area: string, period: string, indicator: string, value: string, edition: string): RowInput => ({
		record: 'macro',
		area,
		period,
		indicator,
		value,
		unit: 'x',
		edition,
	});
	const edition = (on: string, name: string, per_head: string): MadeLook => ({
		source: 'statistics',
		on,
		rows: [
			figure('China', '2021', 'electricity_generation', '8500', name),
			figure('China', '2021', 'per_capita_electricity', per_head, name),
			figure('United States', '2021', 'per_capita_electricity', '12000', name),
			figure('China', '1999', 'electricity_generation', '1200', name),
		],
	});
	const columns =
		'area, year, generation_twh as twh, kwh_per_head as head, round(kwh_per_head_to_us, 4) as to_us, edition, source';
	const china = (input: Parameters<typeof ask>[0]) =>
		ask(input, `select ${columns} from mart_electricity__country_year where area = 'China' order by year`);

	it('is that of the newest edition alone, and that of the seed only where none was read', async () => {
		const electricity = [
			'China,2020,7700,5400,550,old,test',
			'China,2021,8000,5500,550,old,test',
			'China,2024,10087,,,quoted,test',
		];
		const looks = [edition('2026-01-01', 'to 2023', '5900'), edition('2026-01-20', 'to 2024', '6000')];
		expect(await china({ looks, seeds: { electricity } })).toEqual([
			{ area: 'China', year: 2020, twh: 7700, head: 5400, to_us: null, edition: 'old', source: 'curated-electricity' },
			{ area: 'China', year: 2021, twh: 8500, head: 6000, to_us: 0.5, edition: 'to 2024', source: 'statistics' },
			{
				area: 'China',
				year: 2024,
				twh: 10087,
				head: null,
				to_us: null,
				edition: 'quoted',
				source: 'curated-electricity',
			},
		]);
	});

	it('of one publisher fills only the years that the other has not', async () => {
		const electricity = ['China,2014,5795,,,quoted,test', 'China,2014,5768,4122,560,compiled,test'];
		const rows = await china({ looks: [], seeds: { electricity } });
		expect(rows.map(({ twh, edition }) => [twh, edition])).toEqual([[5768, 'compiled']]);
	});

	it('of a source that may not be redistributed reaches no mart', async () => {
		expect(await china({ looks: [edition('2026-01-01', 'to 2023', '5900')], closed: ['statistics'] })).toEqual([]);
	});

	it('as shipped gives China 46.9 per cent of the American figure of 2021, and a band of prices for 2026', async () => {
		const seeds = { electricity: seed('electricity'), electricity_prices: seed('electricity_prices') };
		const rows = await ask(
			{ looks: [], seeds },
			`select area, year, kwh_per_head::integer as head, round(kwh_per_head_to_us, 3) as to_us, low_usd_per_kwh as low, high_usd_per_kwh as high
			 from mart_electricity__country_year where country_group in ('CN', 'US') and year in (2021, 2026) order by area, year`,
		);
		expect(rows).toEqual([
			{ area: 'China', year: 2021, head: 5858, to_us: 0.469, low: null, high: null },
			{ area: 'China', year: 2026, head: null, to_us: null, low: 0.03, high: 0.03 },
			{ area: 'United States', year: 2021, head: 12487, to_us: 1, low: null, high: null },
			{ area: 'United States', year: 2026, head: null, to_us: null, low: 0.06, high: 0.07 },
		]);
	});
});

describe('the offers of hosts', () => {
	const offer = (
		host: string,
		tag: string | null,
		more: Partial<Extract<RowInput, { record: 'endpoint' }>> = {},
	): RowInput => ({
		record: 'endpoint',
		host,
		model: 'acme/acme-1',
		tag,
		...more,
	});
	const asked = (host: string, tag: string, input: string, output: string): RowInput[] =>
		(['input', 'output'] as const).map((meter, i) =>
			price(host, 'acme/acme-1', meter, [input, output][i] ?? '', { field: `${tag}: pricing.${meter}` }),
		);
	const look = (on: string, ...rows: RowInput[]): MadeLook => ({ source: 'openrouter-endpoints', on, rows });
	const offers = (columns: string, ...looks: MadeLook[]) =>
		ask(
			{
				looks,
				seeds: {
					providers: [
						'openrouter-endpoints,fasthost,,host,US,CN,false,test',
						'openrouter-endpoints,acme,Acme,lab-direct,US,US,false,test',
					],
				},
			},
			`select ${columns} from mart_host_price__model_host_day order by day, host, tag, offer`,
		);

	it('carry the prices that stand behind them, each its own, with terms beside', async () => {
		const rows = await offers(
			'host, tag, input_usd_per_mtok::double as input, output_usd_per_mtok::double as output, quantization, weight_bits as bits, discount, uptime_1d_percent as uptime, is_own_lab as own',
			look(
				'2026-01-10',
				offer('acme', 'acme/fp8', { quantization: 'fp8', uptime_1d_percent: '99.5' }),
				...asked('acme', 'acme/fp8', '1', '4'),
				offer('acme', 'acme/highspeed', { quantization: 'unknown' }),
				...asked('acme', 'acme/highspeed', '2', '8'),
				offer('fasthost', null, { quantization: 'bf16', discount: '0.25' }),
				...asked('fasthost', 'untagged', '0.75', '3'),
				offer('other', 'other'),
			),
		);
		expect(rows).toEqual([
			{
				host: 'acme',
				tag: 'acme/fp8',
				input: 1,
				output: 4,
				quantization: 'fp8',
				bits: 8,
				discount: null,
				uptime: 99.5,
				own: true,
			},
			{
				host: 'acme',
				tag: 'acme/highspeed',
				input: 2,
				output: 8,
				quantization: 'unknown',
				bits: null,
				discount: null,
				uptime: null,
				own: true,
			},
			{
				host: 'fasthost',
				tag: 'untagged',
				input: 0.75,
				output: 3,
				quantization: 'bf16',
				bits: 16,
				discount: 0.25,
				uptime: null,
				own: false,
			},
			{
				host: 'other',
				tag: 'other',
				input: null,
				output: null,
				quantization: null,
				bits: null,
				discount: null,
				uptime: null,
				own: false,
			},
		]);
	});

	it('printed twice alike are one; two that differ under one tag are two', async () => {
		const one = [offer('fasthost', 'fasthost'), ...asked('fasthost', 'fasthost', '1', '4')];
		const dearer = [offer('fasthost', 'fasthost'), ...asked('fasthost', 'fasthost', '2', '8')];
		const rows = await offers(
			'offer, input_usd_per_mtok::double as input',
			look('2026-01-10', ...one, ...dearer, ...one),
		);
		expect(rows).toEqual([
			{ offer: 1, input: 1 },
			{ offer: 2, input: 2 },
		]);
	});

	it('name the declared country and the owner apart, as declared by that day', async () => {
		const hosts = (on: string, country: string): MadeLook => ({
			source: 'openrouter-providers',
			on,
			rows: [{ record: 'host', host: 'fasthost', country }],
		});
		const rows = await offers(
			'day, host_country as declared, host_owner_country as owner',
			...['2026-01-05', '2026-01-12', '2026-01-20'].map(on => look(on, offer('fasthost', 'x'))),
			hosts('2026-01-10', 'SG'),
			hosts('2026-01-15', 'NL'),
		);
		expect(rows).toEqual([
			{ day: '2026-01-05', declared: 'US', owner: 'CN' },
			{ day: '2026-01-12', declared: 'SG', owner: 'CN' },
			{ day: '2026-01-20', declared: 'NL', owner: 'CN' },
		]);
	});

	it('of the fixture are all there, and none borrows the price of another', async () => {
		const source = (await discover()).find(({ id }) => id === 'openrouter-endpoints')!;
		const rows = fixtureRows(source);
		const shown = await offers('host, tag, input_usd_per_mtok::double as input', look('2026-01-10', ...rows));
		expect(shown.length).toBe(rows.filter(row => row.record === 'endpoint').length);
		for (const { host, tag, input } of shown) {
			const printed = rows.find(
				row => row.record === 'price' && row.provider === host && row.field === `${tag as string}: pricing.prompt`,
			);
			const amount = printed?.record === 'price' && printed.status === 'listed' ? Number(printed.amount) * 1e6 : null;
			if (amount === null) expect(input, String(tag)).toBeNull();
			else expect(input, String(tag)).toBeCloseTo(amount, 9);
		}
	});

	const captured = new URL('../../shared/captures/prices/openrouter-v1-endpoints/2026-05-31.json.gz', import.meta.url);

	it('of a held capture are counted once each, where it is at hand', async () => {
		if (!existsSync(captured)) {
			console.warn('captures are absent: the offers of 2026-05-31 are not counted');
			expect(existsSync(captured)).toBe(false);
			return;
		}
		const source = (await discover()).find(({ id }) => id === 'openrouter-endpoints')!;
		const bytes = gunzipSync(readFileSync(captured));
		const body = JSON.parse(bytes.toString('utf8')) as {
			data: { response: { data: { id: string; endpoints: { quantization?: string }[] } } }[];
		};
		const models = new Map(body.data.map(({ response: { data } }) => [data.id, data.endpoints]));
		const endpoints = [...models.values()].flat();
		const rows = source.read({ url: captured.href, bytes, media_type: '' });
		const [counted] = await ask(
			{ looks: [look('2026-05-31', ...rows)] },
			`select count(*)::integer as offers, count(*) filter (quantization = 'unknown')::integer as unstated,
			        count(*) filter (weight_bits <= 8)::integer as small from mart_host_price__model_host_day`,
		);
		const small = endpoints.filter(({ quantization }) =>
			['fp4', 'int4', 'fp6', 'fp8', 'int8'].includes(quantization ?? ''),
		);
		const unstated = endpoints.filter(({ quantization }) => quantization === 'unknown');
		expect(counted).toEqual({ offers: endpoints.length, unstated: unstated.length, small: small.length });
		expect(body.data.length).toBeGreaterThan(models.size);
	});
});
