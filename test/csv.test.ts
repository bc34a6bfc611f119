import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '../scrapers/csv.ts';
import { ShapeError } from '../scrapers/error.ts';

const bodyOf = (text: string) => ({ url: 'made:up', bytes: new TextEncoder().encode(text), media_type: 'text/csv' });
const read = (text: string, ...needed: string[]) => csvOf('made-up', bodyOf(text), ...needed);

test('cells are read as text, quotes and line breaks inside them kept, a byte-order mark taken off', () => {
	expect(read('\ufeffa,b\r\n1,"x ""y"", z"\r\n,"two\nlines"\r\n')).toEqual([
		{ a: '1', b: 'x "y", z' },
		{ a: '', b: 'two\nlines' },
	]);
	expect(read('a,b\n1,')).toEqual([{ a: '1', b: '' }]);
	expect(read('a\n\n2\n')).toEqual([{ a: '2' }]);
});

test('what is written by the rules is read back', () => {
	const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', '銭', ' ') });
	const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
	fc.assert(
		fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), records => {
			const text = ['a,b', ...records.map(cells => cells.map(quoted).join(','))].join('\r\n');
			expect(read(text)).toEqual(records.map(([a, b]) => ({ a, b })));
		}),
	);
});

test.each([
	['a page', '<!DOCTYPE html>', /^made-up: expected csv got html: /],
	['nothing', ' \n', /^made-up: empty body: /],
	['a torn record', 'a,b\n1,2\n3', /^made-up: expected 2 cells got 1 in record 2: 3$/],
	['an open quote', 'a,b\n1,"2\n3,4\n', /^made-up: open quote in csv: /],
	['text after a quote', 'a,b\n"1"x,2\n', /^made-up: invalid csv after a quote: x,2/],
	['a column twice', 'a,a\n1,2\n', /^made-up: a column twice: a$/],
	['no column that is needed', 'a,b\n1,2\n', /^made-up: missing column c: a,b$/],
])('%s is refused by name', (_, text, message) => {
	expect(() => read(text, 'a', ...(_ === 'no column that is needed' ? ['c'] : []))).toThrow(ShapeError);
	expect(() => read(text, 'a', ...(_ === 'no column that is needed' ? ['c'] : []))).toThrow(message);
});
