import { expect, test } from 'vitest';
import { sheetOf } from '../pipelines/sheet.ts';

test('an address is one sheet whatever the days of its query, and another by what else it asks for', () => {
	const daily = (from: string, to: string) =>
		sheetOf('made-up', `https://a.example/daily?start_date=${from}&end_date=${to}`);
	expect(daily('2026-05-01', '2026-05-31')).toBe(daily('2026-06-01', '2026-06-30'));
	const scores = (source: string) => sheetOf('made-up', `https://a.example/scores?source=${source}&limit=100`);
	expect(scores('one')).toBe(scores('one'));
	expect(scores('one')).not.toBe(scores('other'));
	expect(sheetOf('made-up', 'https://a.example/scores')).not.toBe(sheetOf('made-up', 'https://b.example/scores'));
});

test('a package is one sheet whatever its version', () => {
	expect(sheetOf('made-up', 'npm:a@1.0.0')).toBe(sheetOf('made-up', 'npm:a@2.0.0'));
});
