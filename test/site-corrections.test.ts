import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedValue, correctionLines, shortLine, type Correction } from '../site/corrections.ts';
import { revisions } from '../site/revisions.ts';
import { wordsOf } from '../site/words.ts';

const row: Correction = {
	correction_id: '2026-11-22-01',
	day: '2026-11-22',
	mart: 'mart_fx__day',
	key: '2026-01-05',
	column_name: 'cny_per_usd',
	was: '7.1',
	became: '7.2',
	cause: 'typing',
	first_release: 'data-2026.11.20',
	corrected_in: 'data-2026.11.21',
	note: 'A slip.',
	note_zh: '录入错误。',
	citation: 'https://example.org/',
};

describe('corrections on the site', () => {
	it('are one line for a day and a reason, with the number of values where there are several', () => {
		const lines = [row, { ...row, key: '2026-01-06' }, { ...row, day: '2026-11-20', note: 'Another.' }];
		expect(correctionLines(lines, wordsOf('en'))).toEqual([
			'Corrected 22 Nov 2026: A slip. (2 values)',
			'Corrected 20 Nov 2026: Another.',
		]);
		expect(correctionLines([row], wordsOf('zh'))).toEqual(['2026年11月22日更正：录入错误。']);
		expect(correctionLines([], wordsOf('en'))).toEqual([]);
	});

	it('are one line of a chart that stands among others, with the newest day and how many values', () => {
		const rows = [{ ...row, day: '2026-11-20' }, row, { ...row, key: 'x' }];
		expect(shortLine(rows, wordsOf('en'))).toEqual(['Corrected 22 Nov 2026: 3 values of its tables']);
		expect(shortLine(rows, wordsOf('zh'))).toEqual(['2026年11月22日更正：所用数据表的3个数值']);
		expect(shortLine([], wordsOf('en'))).toEqual([]);
	});

	it('print money with its sign, tokens and shares as the site does, and words as they are', () => {
		const [en, zh] = [wordsOf('en'), wordsOf('zh')];
		expect(changedValue({ column_name: 'usd_per_mtok' }, '0.5', en)).toBe('$0.50');
		expect(changedValue({ column_name: 'native_after' }, '0.025', zh, 'CNY')).toBe('¥0.025');
		expect(changedValue({ column_name: 'tokens' }, '34443838595746', zh)).toBe('34.4万亿');
		expect(changedValue({ column_name: 'share' }, '0.2672234489391047', en)).toBe('26.72%');
		expect(changedValue({ column_name: 'kind' }, 'catch_up', en)).toBe('catch_up');
		expect(changedValue({ column_name: 'models' }, null, zh)).toBe('无');
	});

	it('stand beside the revisions of each publication, newest first, and none where there is no file', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'revisions-'));
		try {
			expect(await revisions(folder)).toEqual([]);
			const line = (at: string, mart: string) => `${at},data-2,data-1,${mart},3,2,1\n`;
			const head = 'built_at,release,compared_with,mart,added,changed,gone\n';
			writeFileSync(join(folder, 'revisions.csv'), head);
			expect(await revisions(folder)).toEqual([]);
			const text = head + line('2026-11-20T00:00:00Z', 'mart_b__day') + line('2026-11-21T00:00:00Z', 'mart_a__day');
			writeFileSync(join(folder, 'revisions.csv'), text);
			const found = await revisions(folder);
			expect(found.map(({ mart, added, changed, gone }) => [mart, added, changed, gone])).toEqual([
				['mart_a__day', 3, 2, 1],
				['mart_b__day', 3, 2, 1],
			]);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});
