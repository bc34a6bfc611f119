import { z } from 'zod';
import { textOf, type Body } from '../body.ts';
import { csvOf } from '../csv.ts';
import { decimalText } from '../decimal.ts';
import { ShapeError } from '../error.ts';
import type { FxInput, Source } from '../source.ts';
import { zipOf } from '../zip.ts';

const id = 'ecb-reference-rates';
const folder = 'https://www.ecb.europa.eu/stats/eurofxref';
/** Every day since 1999, asked for once; then only the last 90 days, of the same rates. */
const history = `${folder}/eurofxref-hist.zip`;
const recent = `${folder}/eurofxref-hist-90d.xml`;
const table = 'eurofxref-hist.csv';
/** Two legs of a cross rate: the bank states no rate of the yuan in dollars, and none is computed here. */
const quotes = ['USD', 'CNY'];

const Day = z.iso.date();

/** Euros in dollars and yuan by working day of the euro system, as its central bank publishes them around 16:00 CET. */
export const source = {
	id,
	title: 'European Central Bank, euro reference rates',
	kind: 'fx',
	lineage: 'official-statistics',
	homepage:
		'https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html',
	terms: {
		licence: 'free use with the source cited',
		attribution: 'Source: European Central Bank, euro foreign exchange reference rates.',
		redistribute: true,
	},
	cadence: 'daily',
	requests: ({ has, since }) =>
		(has(history) && since === undefined ? [] : [history]).concat(recent).map(url => ({ url })),
	read(body, reject) {
		const rows = printedRates(body).flatMap(({ day, quote, rate }): FxInput[] => {
			if (!Day.safeParse(day).success) throw new ShapeError(id, 'invalid day', day);
			if (/^\d+(\.\d+)?$/.test(rate) && Number(rate) > 0)
				return [{ record: 'fx', day, base: 'EUR', quote, rate: decimalText(rate) }];
			// the yuan has rates since 2005 only
			if (rate !== 'N/A') reject?.(`${id}: invalid rate of ${quote} on ${day}: ${rate.slice(0, 40)}`);
			return [];
		});
		const missing = quotes.find(quote => rows.every(row => row.quote !== quote));
		if (missing) throw new ShapeError(id, 'no rates of a currency', missing);
		return rows;
	},
} satisfies Source<FxInput>;

type Printed = { day: string; quote: string; rate: string };

const isZip = ({ bytes }: Body): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const printedRates = (body: Body): Printed[] => (isZip(body) ? fromTable(body) : fromXml(textOf(body)));

function fromTable(body: Body): Printed[] {
	const bytes = zipOf(id, body.bytes, path => path === table).get(table);
	if (bytes === undefined) throw new ShapeError(id, 'missing file', table);
	return csvOf(id, { ...body, bytes }, ['Date', ...quotes]).flatMap(record =>
		quotes.map(quote => ({ day: record.Date ?? '', quote, rate: record[quote] ?? '' })),
	);
}

/** `<Cube time="2026-11-20"><Cube currency="USD" rate="1.1"/>...`: a day's element holds its rates. */
function fromXml(text: string): Printed[] {
	if (!/<\/(\w+:)?Envelope>\s*$/.test(text)) throw new ShapeError(id, 'expected a whole envelope', text.slice(-80));
	const printed: Printed[] = [];
	let day = '';
	for (const [, written = ''] of text.matchAll(/<Cube\b([^<>]*)>/g)) {
		const { time, currency = '', rate = '' } = attributesOf(written);
		if (time !== undefined) day = time;
		else if (quotes.includes(currency)) printed.push({ day, quote: currency, rate });
	}
	return printed;
}

const attributesOf = (written: string): Record<string, string | undefined> =>
	Object.fromEntries(
		[...written.matchAll(/(\w+)\s*=\s*("[^"]*"|'[^']*')/g)].map(([, name = '', value = '']) => [
			name,
			value.slice(1, -1),
		]),
	);
