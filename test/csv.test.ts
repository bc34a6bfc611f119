import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '../scrapers/csv.ts';
import { ShapeError } from '../scrapers/error.ts';

const bodyOf = (text: string) => ({ url: 'made:up', bytes: new TextEncoder().encode(text), media_type: 'text/csv' });
const read = (text: string, needed: string[] = [], reject?: (what: string) => void) =>
	csvOf('made-up', bodyOf(text), needed, reject);

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

test('a record that does not fit is left out and told of, the last one is a torn file', () => {
	const told: string[] = [];
	const lines = Array.from({ length: 20 }, (_, i) => (i === 3 ? '3' : `${i},x`));
	expect(read(['a,b', ...lines].join('\n'), [], told.push.bind(told))).toHaveLength(19);
	expect(told).toEqual(['made-up: expected 2 cells got 1 in record 4: 3']);
	expect(() => read(['a,b', ...lines, '20'].join('\n'))).toThrow('made-up: expected 2 cells got 1 in record 21: 20');
	expect(() => read('a,b\n1\n2,3\n')).toThrow('made-up: expected 2 cells got 1 in record 1: 1');
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
	const needed = ['a', ...(_.startsWith('no column') ? ['c'] : [])];
	expect(() => read(text, needed)).toThrow(ShapeError);
	expect(() => read(text, needed)).toThrow(message);
});
