import { z } from 'zod';
import type { Body } from '../body.ts';
import { addDays } from '../day.ts';
import { decimalText } from '../decimal.ts';
import { ShapeError } from '../error.ts';
import { jsonOf } from '../json.ts';
import { packumentOf } from '../packument.ts';
import type { Context, FxInput, Request, Source } from '../source.ts';
import { tarballOf } from '../tarball.ts';

const id = 'npm-currency-api';
const name = '@fawazahmed0/currency-api';
const file = 'v1/currencies/usd.json';
/** The other currencies in which prices are read here. */
const quotes = ['CNY', 'EUR'] as const;
const wantedDays = 31;

const Rate = z.number().positive();
const Rates = z.object({ date: z.iso.date(), usd: z.looseObject({ cny: Rate, eur: Rate }) });

/** Dollars in yuan and euros by the day; a version is a day, and some days have none. */
export const source = {
	id,
	title: 'currency-api exchange rates (npm)',
	kind: 'fx',
	lineage: 'community',
	homepage: 'https://github.com/fawazahmed0/exchange-api',
	terms: {
		licence: 'none stated',
		attribution: 'Exchange rates: fawazahmed0/exchange-api, {as_of}.',
		redistribute: true,
	},
	cadence: 'daily',
	manners: { concurrency: 2 },
	requests: () => [{ url: `npm:${name}`, index: true as const }],
	follow: (indexes, context) => indexes.flatMap(index => versionRequests(index, context)),
	read(body) {
		const text = tarballOf(id, body.bytes, path => path === file).get(file);
		if (text === undefined) throw new ShapeError(id, 'missing file', file);
		const { date: day, usd } = jsonOf(id, Rates, { ...body, bytes: new TextEncoder().encode(text) });
		const rates = { CNY: usd.cny, EUR: usd.eur };
		return quotes.map(quote => ({ record: 'fx' as const, day, base: 'USD', quote, rate: decimalText(rates[quote]) }));
	},
} satisfies Source<FxInput>;

/** The versions of the last month, and always the newest: a tarball holds 300 currencies and weighs up to 6 MB. */
function versionRequests(index: Body, context: Context): Request[] {
	const dated = Object.keys(packumentOf(id, index).versions)
		.flatMap(version => {
			const [, year, month, day] = /^(\d{4})\.(\d{1,2})\.(\d{1,2})$/.exec(version) ?? [];
			return year && month && day ? [{ version, on: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` }] : [];
		})
		.sort((a, b) => (a.on < b.on ? -1 : 1));
	const since = context.since ?? addDays(context.today, -wantedDays);
	return dated
		.filter(({ on }, i) => on >= since || i === dated.length - 1)
		.map(({ version, on }) => ({
			url: `npm:${name}@${version}`,
			observed: { on, basis: 'version' as const, quality: 'exact' as const },
		}))
		.filter(({ url }) => !context.has(url));
}
