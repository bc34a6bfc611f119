import { expect, test } from 'vitest';
import { sheetOf } from '../pipelines/sheet.ts';

test('an address is one sheet whatever the days of its query, and another by what else it asks for', () => {
	const daily = (from: string, to: string) =>
		sheetOf('made-up', `https://a.example/daily?start_date=${from}&end_date=${to}`);
	expect(daily('2026-05-01', '2026-05-31')).toBe(daily('2026-06-01', '2026-06-30'));
	const dated = (file: string) => sheetOf('made-up', `https://a.example/data/${file}`);
	expect(dated('2026-05-01/text.json')).toBe(dated('2026-05-02/text.json'));
	expect(dated('table_2026_01_08.csv')).toBe(dated('table_2025_12_23.csv'));
	expect(dated('2026-05-01/text.json')).not.toBe(dated('2026-05-01/code.json'));
	const scores = (source: string) => sheetOf('made-up', `https://a.example/scores?source=${source}&limit=100`);
	expect(scores('one')).toBe(scores('one'));
	expect(scores('one')).not.toBe(scores('other'));
	expect(sheetOf('made-up', 'https://a.example/scores')).not.toBe(sheetOf('made-up', 'https://b.example/scores'));
});

test('a package is one sheet whatever its version', () => {
	expect(sheetOf('made-up', 'npm:a@1.0.0')).toBe(sheetOf('made-up', 'npm:a@2.0.0'));
});
