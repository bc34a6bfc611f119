import { clockAt, meanOf, piecesOf, weekOf, type DaysOff, type Hourly, type Stretch } from '../methods/clock.ts';
import type { Method } from '../model.ts';

type Price = {
	model: string;
	title: string | null;
	lab: string | null;
	country: string;
	channel: string;
	provider: string;
	currency: string;
	cell: string;
	meter: string;
	min_input_tokens: string | number;
	max_input_tokens: string | number | null;
	day: string;
	native: string;
	usd: string | null;
	is_peak: boolean;
	stretches: string;
	source: string;
};

/** What a day costs where the price follows the clock. */
export const model = {
	sentence:
		'What one cell costs on one day where its price follows the clock: at peak, off peak, on average by time and at worst.',
	choices: [
		'The day and its hours are those of the zone that the sheet prints: `time_zone`; a day on which the clocks are changed has 23 or 25 hours.',
		'`mean` weighs each price by the time of the day in which it holds, `week_mean` by that of the week of the day, Monday to Sunday.',
		'Where a sheet leaves out public holidays, the official days off of the calendar are off-peak; a make-up working day at a weekend stays a day of the weekend: sheets name the days of the week.',
		'All prices of a day come from one sheet, never the peak of one and the off-peak of another. The headline price stays the peak.',
	],
	grain: ['model', 'channel', 'provider', 'currency', 'cell', 'day'],
	asserts: [
		'mean_native_per_mtok between off_peak_native_per_mtok and worst_native_per_mtok',
		'week_mean_native_per_mtok >= off_peak_native_per_mtok',
		'peak_hours between 0 and hours',
		"day_kind in ('weekday', 'weekend', 'day_off', 'workday')",
	],
	reads: {
		prices: `select model, title, lab, country, channel, provider, currency, headline_cell as cell, meter, min_input_tokens, max_input_tokens,
		    day, native, usd, is_peak, stretches, source
		    from int_price_clock__cell_day order by model, channel, provider, currency, headline_cell, day, int_price_clock__cell_day.cell`,
		holidays: 'select calendar, day, kind from seed.holidays order by calendar, day',
	},
	columns: {
		model: 'varchar',
		title: 'varchar',
		lab: 'varchar',
		country: 'varchar',
		channel: 'varchar',
		provider: 'varchar',
		currency: 'varchar',
		cell: 'varchar',
		meter: 'varchar',
		min_input_tokens: 'bigint',
		max_input_tokens: 'bigint',
		day: 'date',
		day_kind: 'varchar',
		time_zone: 'varchar',
		hours: 'double',
		peak_hours: 'double',
		peak_native_per_mtok: 'double',
		off_peak_native_per_mtok: 'double',
		mean_native_per_mtok: 'double',
		week_mean_native_per_mtok: 'double',
		worst_native_per_mtok: 'double',
		worst_from_local: 'varchar',
		mean_usd_per_mtok: 'double',
		week_mean_usd_per_mtok: 'double',
		source: 'varchar',
	},
	*rows({ prices = [], holidays = [] }) {
		const calendar = holidays as { calendar: string; day: string; kind: string }[];
		const off = new Set(
			calendar.filter(({ kind }) => kind === 'day_off').map(({ calendar, day }) => `${calendar} ${day}`),
		);
		const kinds = new Map(calendar.map(({ calendar, day, kind }) => [`${calendar} ${day}`, kind]));
		for (const group of daysOf(prices as Price[])) yield dayRow(group, off, kinds);
	},
} satisfies Method;

/** Prices come in order: those of one cell and day stand together. */
function* daysOf(prices: Price[]): Iterable<[Price, ...Price[]]> {
	let group: [Price, ...Price[]] | undefined;
	const same = (a: Price, b: Price) =>
		(['model', 'channel', 'provider', 'currency', 'cell', 'day'] as const).every(key => a[key] === b[key]);
	for (const price of prices) {
		if (group && same(group[0], price)) group.push(price);
		else {
			if (group) yield group;
			group = [price];
		}
	}
	if (group) yield group;
}

function dayRow(group: [Price, ...Price[]], off: DaysOff, kinds: ReadonlyMap<string, string>): Record<string, unknown> {
	const [named] = group;
	const { day } = named;
	const priced = (amount: (price: Price) => number): Hourly[] =>
		group.map(price => ({
			native: amount(price),
			is_peak: price.is_peak,
			stretches: JSON.parse(price.stretches) as Stretch[],
		}));
	const prices = priced(({ native }) => Number(native));
	const stretches = prices.flatMap(price => price.stretches);
	const zone = stretches.find(stretch => stretch.zone !== null)?.zone ?? 'UTC';
	const calendar = stretches.find(stretch => stretch.calendar !== null)?.calendar;
	const pieces = piecesOf(prices, day, zone, off);
	const mean = meanOf(pieces);
	const worst = pieces.reduce((dearest, piece) => (piece.native > dearest.native ? piece : dearest));
	const dollars = group.every(({ usd }) => usd !== null) ? priced(({ usd }) => Number(usd)) : null;
	const of = (peak: boolean) => prices.filter(({ is_peak }) => is_peak === peak).map(({ native }) => native);
	const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
	return {
		...named,
		day_kind: kinds.get(`${calendar} ${day}`) ?? (weekday % 6 === 0 ? 'weekend' : 'weekday'),
		time_zone: zone,
		hours: mean.hours,
		peak_hours: mean.peak_hours,
		peak_native_per_mtok: Math.max(...(of(true).length > 0 ? of(true) : of(false))),
		off_peak_native_per_mtok: Math.min(...(of(false).length > 0 ? of(false) : of(true))),
		mean_native_per_mtok: rounded(mean.native),
		week_mean_native_per_mtok: rounded(meanOf(weekOf(prices, day, zone, off)).native),
		worst_native_per_mtok: worst.native,
		worst_from_local: clockAt(worst.begin, zone),
		mean_usd_per_mtok: dollars && rounded(meanOf(piecesOf(dollars, day, zone, off)).native),
		week_mean_usd_per_mtok: dollars && rounded(meanOf(weekOf(dollars, day, zone, off)).native),
	};
}

/** To the ten decimals of a price. */
const rounded = (amount: number): number => Number(amount.toFixed(10));
