import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { collect } from '../pipelines/collect.ts';
import { silent } from '../pipelines/report.ts';
import { discover } from '../scrapers/discover.ts';
import { ShapeError } from '../scrapers/error.ts';
import { rowOf } from '../scrapers/guard-row.ts';
import { source } from '../scrapers/macro/ecb-reference-rates.ts';
import type { RowInput, Source } from '../scrapers/source.ts';
import { ask, price, type MadeLook } from './made.ts';
import { originOf, text } from './origin.ts';

const ecb: Source = source;
const bytesOf = (text: string) => new TextEncoder().encode(text);
const body = (bytes: Uint8Array) => ({ url: 'made:up', bytes, media_type: '' });
const envelope = (...days: string[]) =>
	bytesOf(`<gesmes:Envelope><Cube>${days.map(day => `<Cube ${day}</Cube>`).join('')}</Cube></gesmes:Envelope>`);

/** A zip of one deflated file: local header, directory of one entry, end record. */
function zipOf(name: string, text: string): Uint8Array {
	const raw = Buffer.from(text);
	const packed = deflateRawSync(raw);
	const local = Buffer.alloc(30);
	const entry = Buffer.alloc(46);
	for (const [head, mark, at] of [
		[local, 0x04034b50, 8],
		[entry, 0x02014b50, 10],
	] as const) {
		head.writeUInt32LE(mark, 0);
		head.writeUInt16LE(8, at);
		head.writeUInt32LE(crc32(raw), at + 6);
		head.writeUInt32LE(packed.length, at + 10);
		head.writeUInt32LE(raw.length, at + 14);
		head.writeUInt16LE(name.length, at + 18);
	}
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(1, 8);
	end.writeUInt16LE(1, 10);
	end.writeUInt32LE(entry.length + name.length, 12);
	end.writeUInt32LE(local.length + name.length + packed.length, 16);
	return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

describe('the reference rates of the euro', () => {
	const table = [
		'Date,USD,JPY,CNY,TRY,',
		'2026-11-20,1.1500,170.1,8.1650,48.1,',
		'2026-11-19,1.1520,170.3,8.1792,48.0,',
		'2004-12-31,1.3621,139.65,N/A,1836200,',
	].join('\n');
	const legs = (rows: RowInput[]) => rows.map(row => row.record === 'fx' && `${row.day} ${row.quote} ${row.rate}`);

	it('of all days come as a table in a zip: two legs a day, and no row where the yuan had no rate', () => {
		expect(legs(ecb.read(body(zipOf('eurofxref-hist.csv', table))))).toEqual([
			'2026-11-20 USD 1.15',
			'2026-11-20 CNY 8.165',
			'2026-11-19 USD 1.152',
			'2026-11-19 CNY 8.1792',
			'2004-12-31 USD 1.3621',
		]);
	});

	it('are the same in the envelope of the last 90 days, in either quotes and any order of attributes', () => {
		const rates = envelope(
			`time='2026-11-20'><Cube rate='1.1500' currency='USD'/><Cube currency="CNY" rate="8.1650"/>`,
			`time="2026-11-19"><Cube currency="USD" rate="1.1520"/><Cube currency="CNY" rate="8.1792"/>`,
		);
		expect(ecb.read(body(rates))).toEqual(ecb.read(body(zipOf('eurofxref-hist.csv', table))).slice(0, 4));
	});

	it('that are nothing, less than nothing or words are left out and counted', () => {
		const rejected: string[] = [];
		const cells = ['0', '-1', 'soon', '8.1'].map(
			(rate, i) => `time="2026-11-1${i}"><Cube currency="USD" rate="1.1"/><Cube currency="CNY" rate="${rate}"/>`,
		);
		const rows = ecb.read(body(envelope(...cells)), what => rejected.push(what));
		expect(legs(rows).filter(leg => String(leg).includes('CNY'))).toEqual(['2026-11-13 CNY 8.1']);
		expect(rejected).toEqual([
			'ecb-reference-rates: invalid rate of CNY on 2026-11-10: 0',
			'ecb-reference-rates: invalid rate of CNY on 2026-11-11: -1',
			'ecb-reference-rates: invalid rate of CNY on 2026-11-12: soon',
		]);
	});

	it.each([
		['a zip of something else', zipOf('readme.txt', 'no rates'), 'missing file: eurofxref-hist.csv'],
		['a table without the yuan', zipOf('eurofxref-hist.csv', 'Date,USD,\n2026-11-20,1.1,'), 'missing column CNY'],
		[
			'a torn envelope',
			envelope(`time="2026-11-20"><Cube currency="USD" rate="1.1"/>`).slice(0, -9),
			'expected a whole',
		],
		[
			'an envelope without the yuan',
			envelope(`time="2026-11-20"><Cube currency="USD" rate="1.1"/>`),
			'a currency: CNY',
		],
		['a rate before any day', envelope(`><Cube currency="USD" rate="1.1"/>`), 'invalid day'],
	])('are refused in %s', (_, bytes, what) => {
		expect(() => ecb.read(body(bytes))).toThrow(ShapeError);
		expect(() => ecb.read(body(bytes))).toThrow(what);
	});

	it('are asked for whole once, then by the last 90 days; a backfill asks for all again', () => {
		const urls = (has: boolean, since?: string) =>
			ecb.requests({ today: '2026-11-21', has: () => has, since }).map(({ url }) => url.split('/').at(-1));
		expect(urls(false)).toEqual(['eurofxref-hist.zip', 'eurofxref-hist-90d.xml']);
		expect(urls(true)).toEqual(['eurofxref-hist-90d.xml']);
		expect(urls(true, '2024-01-01')).toEqual(['eurofxref-hist.zip', 'eurofxref-hist-90d.xml']);
	});
});

it('the rates of the euro are collected whole on the first day and by their last days from then on', async () => {
	const home = mkdtempSync(join(tmpdir(), 'tokens-macro-'));
	const sources = (await discover()).filter(({ id }) => id === 'ecb-reference-rates');
	const folder = '/www.ecb.europa.eu/stats/eurofxref';
	const table = 'Date,USD,CNY,\n2026-11-20,1.15,8.165,\n2026-11-19,1.152,8.1792,\n';
	const later = envelope(`time="2026-11-21"><Cube currency="USD" rate="1.16"/><Cube currency="CNY" rate="8.2"/>`);
	const origin = await originOf({
		[`${folder}/eurofxref-hist.zip`]: text(zipOf('eurofxref-hist.csv', table), 'application/zip'),
		[`${folder}/eurofxref-hist-90d.xml`]: text(later, 'text/xml'),
	});
	const run = (day: string) =>
		collect({
			home,
			sources,
			env: {},
			replay: origin.url,
			archived: [],
			decisions: new Map(),
			report: silent,
			now: new Date(`${day}T17:00:00Z`),
		});
	try {
		const first = await run('2026-11-20');
		expect(first.sources).toMatchObject([{ state: 'good', rows: 6 }]);
		const second = await run('2026-11-23');
		expect(second.sources).toMatchObject([{ state: 'unchanged' }]);
		expect(origin.asked.map(({ path }) => path.split('/').at(-1))).toEqual([
			'eurofxref-hist.zip',
			'eurofxref-hist-90d.xml',
			'eurofxref-hist-90d.xml',
		]);
	} finally {
		await origin.close();
		rmSync(home, { recursive: true, force: true });
	}
});

const fx = (day: string, base: string, quote: string, rate: string): RowInput => ({
	record: 'fx',
	day,
	base,
	quote,
	rate,
});
const euro = (on: string, ...rates: [day: string, usd: string, cny: string][]): MadeLook => ({
	source: 'bank',
	lineage: 'official-statistics',
	on,
	rows: rates.flatMap(([day, usd, cny]) => [fx(day, 'EUR', 'USD', usd), fx(day, 'EUR', 'CNY', cny)]),
});
const dollar = (day: string, cny: string): MadeLook => ({
	source: 'free',
	on: day,
	rows: [fx(day, 'USD', 'CNY', cny)],
});
const sheet = (on: string, ...rows: RowInput[]): MadeLook => ({ source: 'sheet', on, rows });
const yuan = (amount: string, meter = 'output', model = 'baidian-1') =>
	price('baidian-cn', model, meter, amount, { currency: 'CNY' });

describe('yuan for one dollar', () => {
	const days = (input: Parameters<typeof ask>[0], from: string, to: string) =>
		ask(
			input,
			`select day, cny_per_usd::double as rate, source, fx_day from mart_fx__day where day between date '${from}' and date '${to}' order by day`,
		);

	it('is the ratio of the two legs of one day, and a weekend takes the last working day', async () => {
		const looks = [euro('2026-01-12', ['2026-01-09', '1.16', '8.12'], ['2026-01-12', '1.17', '8.073'])];
		expect(await days({ looks }, '2026-01-09', '2026-01-13')).toEqual([
			{ day: '2026-01-09', rate: 7, source: 'bank', fx_day: '2026-01-09' },
			{ day: '2026-01-10', rate: 7, source: 'bank', fx_day: '2026-01-09' },
			{ day: '2026-01-11', rate: 7, source: 'bank', fx_day: '2026-01-09' },
			{ day: '2026-01-12', rate: 6.9, source: 'bank', fx_day: '2026-01-12' },
			{ day: '2026-01-13', rate: 6.9, source: 'bank', fx_day: '2026-01-12' },
		]);
	});

	it('is never made of legs of two days', async () => {
		const looks = [
			{ ...euro('2026-01-12'), rows: [fx('2026-01-09', 'EUR', 'USD', '1.16'), fx('2026-01-12', 'EUR', 'CNY', '8.12')] },
		];
		expect(await days({ looks }, '2026-01-01', '2026-01-31')).toEqual([]);
	});

	it('is the official one while that is at most a week old, then the newest', async () => {
		const looks = [
			euro('2026-01-09', ['2026-01-09', '1', '7']),
			...['2026-01-10', '2026-01-16', '2026-01-17'].map(day => dollar(day, '7.2')),
		];
		const rows = await days({ looks }, '2026-01-15', '2026-01-18');
		expect(rows.map(row => [row.day, row.source, row.fx_day])).toEqual([
			['2026-01-15', 'bank', '2026-01-09'],
			['2026-01-16', 'bank', '2026-01-09'],
			['2026-01-17', 'free', '2026-01-17'],
			['2026-01-18', 'free', '2026-01-17'],
		]);
	});

	it('stands on the seed where nothing newer is known, and a live reading of a day replaces the seed', async () => {
		const seeds = { fx: ['2026-01-01,7.1,free,test', '2026-01-10,7.3,free,test'] };
		const rows = await days({ looks: [dollar('2026-01-10', '7.2')], seeds }, '2026-01-09', '2026-01-10');
		expect(rows.map(row => row.rate)).toEqual([7.1, 7.2]);
	});

	it('says how far the sources of one day lie apart, and one source alone says nothing', async () => {
		const looks = [
			euro('2026-01-12', ['2026-01-09', '1', '7'], ['2026-01-12', '1', '7']),
			dollar('2026-01-12', '7.07'),
		];
		const rows = await ask(
			{ looks },
			`select day, sources, low_cny_per_usd::double as low, high_cny_per_usd::double as high, round(spread, 4) as spread
			 from mart_fx__day where day between date '2026-01-11' and date '2026-01-12' order by day`,
		);
		expect(rows).toEqual([
			{ day: '2026-01-11', sources: 1, low: 7, high: 7, spread: null },
			{ day: '2026-01-12', sources: 2, low: 7, high: 7.07, spread: 0.01 },
		]);
	});

	it.each([
		['USD', 'CNY', '0.14'],
		['USD', 'CNY', '700'],
		['EUR', 'USD', '0'],
		['EUR', 'CNY', '0.12'],
	])('of %s in %s at %s is no rate, and its row is refused', (base, quote, rate) => {
		expect(rowOf(fx('2026-01-10', base, quote, rate))).toEqual({
			reason: `bounds: ${base}/${quote} on 2026-01-10: ${rate}`,
		});
	});

	it('is not taken from a swapped pair, a closed source or a held look', async () => {
		const swapped = { ...dollar('2026-01-10', '0.14') };
		const held = { ...dollar('2026-01-11', '7.2'), state: 'held', reason: 'made up' };
		const closed = { ...dollar('2026-01-12', '7.2'), source: 'closed' };
		expect(await days({ looks: [swapped, held, closed], closed: ['closed'] }, '2026-01-01', '2026-01-31')).toEqual([]);
	});
});

describe('a price in yuan', () => {
	it('is converted at the rate of the day it became valid, which stands beside it', async () => {
		const looks = [
			euro('2026-01-12', ['2026-01-09', '1', '6.8966'], ['2026-01-12', '1', '7.1']),
			sheet('2026-01-10', yuan('6')),
			sheet('2026-01-20', yuan('6')),
		];
		const rows = await ask(
			{ looks },
			'select round(usd_per_mtok::double, 4) as usd, fx_day, fx_source, cny_per_usd::double as rate, looks from mart_price__cell_spell',
		);
		expect(rows).toEqual([{ usd: 0.87, fx_day: '2026-01-09', fx_source: 'bank', rate: 6.8966, looks: 2 }]);
	});

	it('that stands while the rate moves raises no event, and one that moves is measured in yuan', async () => {
		const rates = euro('2026-01-12', ['2026-01-09', '1', '6.8966'], ['2026-01-12', '1', '7.1']);
		const cuts = (...looks: MadeLook[]) =>
			ask(
				{ looks: [rates, ...looks] },
				'select native_before::double as before, round(change, 4) as change from mart_price_cut__model_meter_day',
			);
		expect(await cuts(sheet('2026-01-10', yuan('6')), sheet('2026-01-20', yuan('6')))).toEqual([]);
		expect(await cuts(sheet('2026-01-10', yuan('6')), sheet('2026-01-20', yuan('3')))).toEqual([
			{ before: 6, change: -0.5 },
		]);
	});

	it('and one in dollars of the same lab imply the rates that methods.md works out', async () => {
		const examples: [model: string, meter: string, cny: string, usd: string, implied: number][] = [
			['baidian-1', 'input', '3', '0.435', 6.8966],
			['baidian-1', 'cache_read', '0.025', '0.0036', 6.9444],
			['baidian-2', 'output', '2', '0.28', 7.1429],
			['baidian-3', 'input', '20', '3', 6.6667],
			['baidian-4', 'output', '8.4', '1.20', 7],
			['baidian-5', 'input', '8', '1.40', 5.7143],
			['baidian-5', 'output', '28', '4.40', 6.3636],
			['baidian-6', 'input', '2', '0.60', 3.3333],
		];
		const rows = examples.flatMap(([model, meter, cny, usd]) => [
			yuan(cny, meter, model),
			price('baidian', model, meter, usd),
		]);
		const implied = await ask(
			{ looks: [sheet('2026-01-10', ...rows)] },
			'select model, meter, round(implied_cny_per_usd, 4) as implied, cny_per_usd as market from mart_implied_fx__model_cell order by model, meter',
		);
		const expected = examples.map(([model, meter, , , rate]) => ({
			model: `baidian/${model}`,
			meter,
			implied: rate,
			market: null,
		}));
		const key = (row: { model: string; meter: string }) => `${row.model} ${row.meter}`;
		expect(implied).toEqual(expected.sort((a, b) => (key(a) < key(b) ? -1 : 1)));
	});
});
