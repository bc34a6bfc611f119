import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtureOf } from '../pipelines/fixture.ts';
import { source as deepseek } from '../scrapers/prices/deepseek.ts';
import { PriceRow, type RowInput } from '../scrapers/source.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import {
	instantOf,
	meanOf,
	mondayOf,
	piecesOf,
	weekOf,
	type Hourly,
	type Stretch,
} from '../warehouse/methods/clock.ts';
import { ask, price, type MadeLook } from './made.ts';

const none = new Set<string>();
const stretch = (start: string | null, end: string | null, more: Partial<Stretch> = {}): Stretch => ({
	weekdays: null,
	start,
	end,
	zone: 'Asia/Shanghai',
	calendar: null,
	...more,
});
const utc = (day: string, time: string) => Date.parse(`${day}T${time}:00Z`);

/** DeepSeek V4 Pro in yuan from 2026-08-17: peak 09:00-12:00 and 14:00-18:00 Beijing, off-peak at half. */
const v4 = (more: Partial<Stretch>): Hourly[] => [
	{ native: 9, is_peak: true, stretches: [stretch('09:00', '12:00', more), stretch('14:00', '18:00', more)] },
	{ native: 4.5, is_peak: false, stretches: [stretch(null, null)] },
];
/** The night discount of 2025: 16:30-00:30 UTC. */
const night: Hourly[] = [
	{ native: 0.27, is_peak: true, stretches: [stretch('00:30', '16:30', { zone: 'UTC' })] },
	{ native: 0.135, is_peak: false, stretches: [stretch('16:30', '00:30', { zone: 'UTC' })] },
];
const dayOf = (prices: Hourly[], day: string, zone: string, off = none) => meanOf(piecesOf(prices, day, zone, off));

describe('the price of a day', () => {
	it('weighs seven peak hours of twenty-four on a weekday and none at the weekend', () => {
		const workdays = v4({ weekdays: '12345' });
		expect(dayOf(workdays, '2026-08-24', 'Asia/Shanghai')).toEqual({
			native: (7 * 9 + 17 * 4.5) / 24,
			hours: 24,
			peak_hours: 7,
		});
		expect(dayOf(workdays, '2026-08-23', 'Asia/Shanghai')).toEqual({ native: 4.5, hours: 24, peak_hours: 0 });
		// before 2026-08-23 the sheet named no weekdays
		expect(dayOf(v4({}), '2026-08-22', 'Asia/Shanghai').peak_hours).toBe(7);
	});

	it('of the week is 35 peak hours of 168, and fewer with a day off', () => {
		const workdays = v4({ weekdays: '12345', calendar: 'CN' });
		const week = meanOf(weekOf(workdays, '2026-08-30', 'Asia/Shanghai', none));
		expect(week).toEqual({ native: (35 * 9 + 133 * 4.5) / 168, hours: 168, peak_hours: 35 });
		const off = new Set(['CN 2026-10-01', 'CN 2026-10-02', 'CN 2026-10-03']);
		expect(meanOf(weekOf(workdays, '2026-09-30', 'Asia/Shanghai', off)).peak_hours).toBe(21);
		expect(dayOf(workdays, '2026-10-01', 'Asia/Shanghai', off).native).toBe(4.5);
		expect(dayOf(v4({ weekdays: '12345' }), '2026-10-01', 'Asia/Shanghai', off).peak_hours).toBe(7);
	});

	it('with the night discount of 2025 is eight hours of twenty-four at half, across midnight', () => {
		const day = dayOf(night, '2025-03-01', 'UTC');
		expect(day.peak_hours).toBe(16);
		expect(day.native).toBeCloseTo((16 * 0.27 + 8 * 0.135) / 24, 12);
		const pieces = piecesOf(night, '2025-03-01', 'UTC', none);
		expect(pieces.map(({ begin, native }) => [begin, native])).toEqual([
			[utc('2025-03-01', '00:00'), 0.135],
			[utc('2025-03-01', '00:30'), 0.27],
			[utc('2025-03-01', '16:30'), 0.135],
		]);
	});

	it('counts the hours that a weekday begins, past midnight into the next day', () => {
		const friday: Hourly[] = [
			{ native: 1, is_peak: false, stretches: [stretch('20:00', '04:00', { weekdays: '5' })] },
			{ native: 2, is_peak: true, stretches: [stretch(null, null)] },
		];
		const at = (day: string) => dayOf(friday, day, 'Asia/Shanghai').peak_hours;
		expect([at('2026-08-27'), at('2026-08-28'), at('2026-08-29'), at('2026-08-30')]).toEqual([24, 20, 20, 24]);
	});

	it('takes the dearer price where printed hours overlap and off-peak where no hours are printed', () => {
		const prices: Hourly[] = [
			{ native: 3, is_peak: true, stretches: [stretch('09:00', '13:00')] },
			{ native: 2, is_peak: true, stretches: [stretch('12:00', '18:00')] },
			{ native: 1, is_peak: false, stretches: [stretch('20:00', '23:00')] },
		];
		const day = dayOf(prices, '2026-08-24', 'Asia/Shanghai');
		expect(day.native).toBeCloseTo((4 * 3 + 5 * 2 + 15 * 1) / 24, 12);
		expect(day.peak_hours).toBe(9);
	});
});

describe('any windows', () => {
	const half = fc.integer({ min: 0, max: 47 }).map(n => `${`${n >> 1}`.padStart(2, '0')}:${n % 2 ? '30' : '00'}`);
	const days = fc.subarray(['0', '1', '2', '3', '4', '5', '6'], { minLength: 1 }).map(some => some.join(''));
	const hours = fc.record({
		start: half,
		end: half,
		weekdays: fc.option(days, { nil: null }),
		calendar: fc.constantFrom(null, 'CN'),
	});
	const zones: [zone: string, ahead: number][] = [
		['UTC', 0],
		['Asia/Shanghai', 8],
		['America/New_York', -5],
		['Asia/Kathmandu', 5.75],
	];
	const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
	const off = new Set(['CN 2026-01-07']);

	it('cost each minute of the day what a look at the clock says', () => {
		fc.assert(
			fc.property(
				fc.array(hours, { minLength: 1, maxLength: 4 }),
				fc.constantFrom(...zones),
				fc.constantFrom('2026-01-06', '2026-01-07', '2026-01-08', '2026-01-10', '2026-01-11'),
				(windows, [zone, ahead], day) => {
					const peaks = windows.map((window, i): Hourly => ({
						native: i + 2,
						is_peak: true,
						stretches: [stretch(window.start, window.end, { ...window, zone })],
					}));
					const prices = [...peaks, { native: 1, is_peak: false, stretches: [stretch(null, null)] }];
					const begins = ({ weekdays, calendar }: (typeof windows)[number], on: Date) =>
						(weekdays?.includes(`${on.getUTCDay()}`) ?? true) &&
						!(calendar && off.has(`CN ${on.toISOString().slice(0, 10)}`));
					const today = new Date(`${day}T00:00:00Z`);
					const yesterday = new Date(today.getTime() - 86_400_000);
					const at = (minute: number) =>
						windows.reduce((dearest, window, i) => {
							const [from, to] = [minuteOf(window.start), minuteOf(window.end)];
							const own = begins(window, today) && minute >= from && (to <= from || minute < to);
							const left = begins(window, yesterday) && to <= from && minute < to;
							return own || left ? Math.max(dearest, i + 2) : dearest;
						}, 1);
					const pieces = piecesOf(prices, day, zone, off);
					const midnight = today.getTime() - ahead * 3_600_000;
					expect(pieces[0]?.begin).toBe(midnight);
					expect(pieces.at(-1)?.end).toBe(midnight + 86_400_000);
					for (let minute = 0; minute < 1440; minute += 10) {
						const instant = midnight + minute * 60_000;
						const held = pieces.filter(({ begin, end }) => begin <= instant && instant < end);
						expect(
							held.map(({ native }) => native),
							`${day} ${minute} ${zone}`,
						).toEqual([at(minute)]);
					}
				},
			),
			{ numRuns: 60, seed: 11 },
		);
	});
});

describe('a day on which the clocks are changed', () => {
	const paris = (start: string, end: string): Hourly[] => [
		{ native: 2, is_peak: true, stretches: [stretch(start, end, { zone: 'Europe/Paris' })] },
		{ native: 1, is_peak: false, stretches: [stretch(null, null)] },
	];

	it('has 23 hours in spring and 25 in autumn, and the hours printed are those the clocks show', () => {
		const spring = dayOf(paris('01:00', '04:00'), '2026-03-29', 'Europe/Paris');
		expect([spring.hours, spring.peak_hours]).toEqual([23, 2]);
		expect(spring.native).toBe((2 * 2 + 21 * 1) / 23);
		const autumn = dayOf(paris('01:00', '04:00'), '2026-10-25', 'Europe/Paris');
		expect([autumn.hours, autumn.peak_hours]).toEqual([25, 4]);
		expect(meanOf(weekOf(paris('09:00', '12:00'), '2026-03-29', 'Europe/Paris', none)).hours).toBe(167);
		expect(dayOf(paris('09:00', '12:00'), '2026-03-29', 'Europe/Paris').peak_hours).toBe(3);
	});

	it('shows an hour twice, of which the first counts, or never, which is then as much later', () => {
		expect(instantOf('2026-10-25', '02:30', 'Europe/Paris')).toBe(utc('2026-10-25', '00:30'));
		expect(instantOf('2026-03-29', '02:30', 'Europe/Paris')).toBe(utc('2026-03-29', '01:30'));
		expect(instantOf('2026-03-29', '03:00', 'Europe/Paris')).toBe(utc('2026-03-29', '01:00'));
		expect(instantOf('2026-08-17', '09:00', 'Asia/Shanghai')).toBe(utc('2026-08-17', '01:00'));
		expect(mondayOf('2026-08-23')).toBe('2026-08-17');
		expect(mondayOf('2026-08-17')).toBe('2026-08-17');
	});
});

describe('prices by the clock', () => {
	const hours = (start_local: string, end_local: string, more: object = {}) => ({
		time_window: 'peak' as const,
		start_local,
		end_local,
		time_zone: 'Asia/Shanghai',
		...more,
	});
	const sheet = (on: string, dear: string, cheap: string, more: object = {}): MadeLook => {
		const yuan = { currency: 'CNY' };
		const rows: RowInput[] = [
			price('baidian-cn', 'baidian-1', 'output', dear, { ...yuan, ...hours('09:00', '12:00', more) }),
			price('baidian-cn', 'baidian-1', 'output', dear, { ...yuan, ...hours('14:00', '18:00', more) }),
			price('baidian-cn', 'baidian-1', 'output', cheap, { ...yuan, time_window: 'off_peak', ...more }),
		];
		return { source: 'page', on, rows, lineage: 'lab' };
	};
	const mart = `select day, day_kind, peak_hours as peak, peak_native_per_mtok as dear, off_peak_native_per_mtok as cheap,
		mean_native_per_mtok as mean, worst_native_per_mtok as worst, worst_from_local as worst_at
		from mart_price_clock__cell_day order by day`;

	it('have a peak, an off-peak, a mean of the day and a worst hour for each day', async () => {
		const looks = [
			sheet('2026-01-02', '27', '13.5'),
			// a Sunday: from here on the weekend is off-peak
			sheet('2026-01-04', '27', '13.5', { weekdays: '12345', holiday_calendar: 'CN' }),
			sheet('2026-01-06', '27', '13.5', { weekdays: '12345', holiday_calendar: 'CN' }),
		];
		const holidays = ['CN,2026-01-04,workday,New Year,test', 'CN,2026-01-05,day_off,made up,test'];
		const weekday = { dear: 27, cheap: 13.5, mean: (7 * 27 + 17 * 13.5) / 24, peak: 7, worst: 27, worst_at: '09:00' };
		const off = { dear: 27, cheap: 13.5, mean: 13.5, peak: 0, worst: 13.5, worst_at: '00:00' };
		expect(await ask({ looks, seeds: { holidays } }, mart)).toEqual([
			{ day: '2026-01-02', day_kind: 'weekday', ...weekday },
			{ day: '2026-01-03', day_kind: 'weekend', ...weekday },
			{ day: '2026-01-04', day_kind: 'workday', ...off },
			{ day: '2026-01-05', day_kind: 'day_off', ...off },
			{ day: '2026-01-06', day_kind: 'weekday', ...weekday },
		]);
	});

	it('come from one sheet: the lab’s own before a retelling', async () => {
		const own = sheet('2026-01-06', '27', '13.5', { weekdays: '12345' });
		const retold = { ...sheet('2026-01-06', '30', '10'), source: 'retelling', lineage: 'community' };
		const sql =
			'select source, peak_native_per_mtok as dear, off_peak_native_per_mtok as cheap from mart_price_clock__cell_day';
		expect(await ask({ looks: [own, retold] }, sql)).toEqual([{ source: 'page', dear: 27, cheap: 13.5 }]);
	});

	it('are in dollars at the rate of the day on which each became valid, and the week has its mean', async () => {
		const looks = [sheet('2026-01-06', '27', '13.5', { weekdays: '12345' })];
		const [row] = await ask<{ usd: number; week: number }>(
			{ looks, seeds: { fx: ['2026-01-01,6.75,test,test'] } },
			'select mean_usd_per_mtok as usd, week_mean_native_per_mtok as week from mart_price_clock__cell_day',
		);
		expect(row?.usd).toBeCloseTo((7 * 4 + 17 * 2) / 24, 9);
		expect(row?.week).toBeCloseTo((35 * 27 + 133 * 13.5) / 168, 12);
	});

	it('end with the window: a flat price is no price by the clock', async () => {
		const flat = ['2026-01-05', '2026-01-06', '2026-01-07', '2026-01-08'].map(on => ({
			source: 'page',
			lineage: 'lab',
			on,
			rows: [price('baidian-cn', 'baidian-1', 'output', '20', { currency: 'CNY' })],
		}));
		const rows = await ask({ looks: [sheet('2026-01-02', '27', '13.5'), ...flat] }, mart);
		expect(rows.map(({ day }) => day)).toEqual(['2026-01-02', '2026-01-03', '2026-01-04']);
	});

	it('are read from the page that prints them: 0.66 and 1.32 are 0.8525 on a weekday and 0.66 at the weekend', async () => {
		const { bytes } = fixtureOf({ id: 'deepseek', folder: 'prices' });
		const printed = deepseek.read({ url: 'made:up', bytes, media_type: 'text/html' }, what => {
			throw new Error(what);
		});
		const rows = printed
			.filter(({ model, meter }) => model === 'made-pro' && meter === 'input')
			.map(row => ({ ...row, provider: 'baidian', model: 'baidian-1' }));
		// a Friday, a Saturday, and a Monday that is a day off
		const looks = ['2026-01-09', '2026-01-12'].map(on => ({ source: 'deepseek', on, rows, lineage: 'lab' }));
		const found = await ask(
			{ looks, seeds: { holidays: ['CN,2026-01-12,day_off,made up,test'] } },
			`select day, day_kind, time_zone, peak_native_per_mtok as dear, mean_native_per_mtok as mean,
			 week_mean_native_per_mtok as week from mart_price_clock__cell_day where day <> '2026-01-11' order by day`,
		);
		const dear = { dear: 1.32, time_zone: 'UTC' };
		const week = (peak: number) => Number(((peak * 1.32 + (168 - peak) * 0.66) / 168).toFixed(10));
		expect(found).toEqual([
			{ day: '2026-01-09', day_kind: 'weekday', mean: 0.8525, week: week(35), ...dear },
			{ day: '2026-01-10', day_kind: 'weekend', mean: 0.66, week: week(35), ...dear },
			{ day: '2026-01-12', day_kind: 'day_off', mean: 0.66, week: week(28), ...dear },
		]);
	});
});

describe('what a row may say of its hours', () => {
	const row = (more: object) => PriceRow.safeParse({ ...price('acme', 'acme-1', 'input', '1'), ...more }).success;

	it('is a time of the clock in a zone that is known', () => {
		expect(row({ start_local: '00:00', end_local: '24:00', time_zone: 'Asia/Shanghai' })).toBe(true);
		expect(row({ start_local: '9:00' })).toBe(false);
		expect(row({ end_local: '25:00' })).toBe(false);
		expect(row({ end_local: '12:60' })).toBe(false);
		expect(row({ time_zone: 'Mars/Olympus' })).toBe(false);
	});
});

describe('the official calendar', () => {
	it('has every day of the two notices once, 28 and 33 days off, and works only at weekends to make up', async () => {
		const connection = await connect();
		const days = await rowsOf<{ day: string; kind: string; weekday: number }>(
			connection,
			`select day, kind, dayofweek(day::date)::integer as weekday
			 from read_csv('warehouse/seeds/holidays.csv', header = true, all_varchar = true) order by day`,
		);
		connection.closeSync();
		expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
		const off = (year: string) => days.filter(({ day, kind }) => day.startsWith(year) && kind === 'day_off').length;
		expect([off('2025'), off('2026')]).toEqual([28, 33]);
		const worked = days.filter(({ kind }) => kind === 'workday');
		expect(worked).toHaveLength(11);
		expect(worked.filter(({ weekday }) => weekday % 6 !== 0)).toEqual([]);
	});
});
