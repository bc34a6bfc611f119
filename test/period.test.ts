import { expect, test } from 'vitest';
import { closedWeeks, mondayOf, periodOf } from '../scrapers/period.ts';
import { source as apps } from '../scrapers/usage/openrouter-app-rankings.ts';

test('a week is its Monday, on every of its days', () => {
	for (const day of ['2026-11-16', '2026-11-18', '2026-11-22']) expect(mondayOf(day)).toBe('2026-11-16');
	expect(mondayOf('2026-11-23')).toBe('2026-11-23');
});

test('a week counts when its Sunday is over, not before', () => {
	expect(closedWeeks('2026-11-02', '2026-11-22')).toEqual(['2026-11-02', '2026-11-09']);
	expect(closedWeeks('2026-11-02', '2026-11-23')).toEqual(['2026-11-02', '2026-11-09', '2026-11-16']);
	expect(closedWeeks('2026-11-02', '2026-11-23', 1)).toEqual(['2026-11-16']);
	expect(closedWeeks('2026-11-20', '2026-11-21')).toEqual([]);
});

test.each([
	['2026-05-11', '2026-05-11', 'day'],
	['2026-05-11', '2026-05-17', 'week'],
	['2026-05-12', '2026-05-18', '7_days'],
	['2026-02-01', '2026-02-28', 'month'],
	['2026-04-01', '2026-04-30', 'month'],
	['2026-04-12', '2026-05-11', '30_days'],
	['2026-04-01', '2026-04-29', undefined],
	['2026-02-01', '2026-03-31', undefined],
])('from %s to %s is %s', (from, to, period) => {
	expect(periodOf(from, to)).toBe(period);
});

test('apps are asked for by closed weeks that are not kept yet', () => {
	const asked = apps.requests({ today: '2026-11-21', has: url => url.includes('start_date=2026-11-02') });
	expect(asked.map(({ url, observed }) => [/start_date=[\d-]+&end_date=[\d-]+/.exec(url)?.[0], observed.on])).toEqual([
		['start_date=2026-10-19&end_date=2026-10-25', '2026-10-25'],
		['start_date=2026-10-26&end_date=2026-11-01', '2026-11-01'],
		['start_date=2026-11-09&end_date=2026-11-15', '2026-11-15'],
	]);
	expect(apps.requests({ today: '2026-11-21', since: '2020-01-01', has: () => false })[0]?.url).toContain(
		'start_date=2024-12-30',
	);
});
