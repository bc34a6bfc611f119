import { expect, test } from 'vitest';
import { source } from '../scrapers/usage/downloads.ts';

const bodyOf = (value: unknown, url: string) => ({
	url,
	bytes: new TextEncoder().encode(JSON.stringify(value)),
	media_type: 'application/json',
});
const url = 'https://huggingface.co/api/models?author=acme&limit=100#2026-11-21';
const read = (value: unknown, address = url) => source.read(bodyOf(value, address), () => undefined);

test('a list as it is served speaks of the 30 days before the day of its address', () => {
	const served = [{ _id: '1', id: 'acme/Rocket-2', downloads: 457348, likes: 1 }];
	expect(read(served)).toMatchObject([
		{ day: '2026-10-22', period: '30_days', name: 'acme/Rocket-2', amount: '457348', unit: 'downloads' },
	]);
	expect(() => read(served, url.split('#')[0])).toThrow(/^downloads: missing day: https:/);
});

test('what a collector stored speaks of the days before it was stored', () => {
	const [row] = read({ date: '2026-04-04', pypi: { openai: 1 }, huggingface: { 'acme/Rocket-2': 5 } }, 'stored.json');
	expect(row).toMatchObject({ day: '2026-03-05', name: 'acme/Rocket-2', amount: '5' });
});

test('each author is asked for once a week, whatever the day', () => {
	const asked = (today: string, had: string) =>
		source.requests({ today, has: address => address.endsWith(had) }).length;
	expect(asked('2026-11-21', '#never')).toBe(15);
	expect(asked('2026-11-21', '#2026-11-16')).toBe(0);
	expect(asked('2026-11-21', '#2026-11-21')).toBe(0);
	expect(asked('2026-11-23', '#2026-11-22')).toBe(15);
});
