import { expect, test } from 'vitest';
import { pageOf } from '../scrapers/page.ts';
import { tablesOf } from '../scrapers/table.ts';

const tablesIn = (inner: string) =>
	tablesOf(
		pageOf('made', {
			url: 'made',
			bytes: new TextEncoder().encode(`<html><body>${inner}</body></html>`),
			media_type: 'text/html',
		}).documentElement,
	);
const rowsIn = (table: string) => tablesIn(`<table>${table}</table>`).map(({ rows }) => rows)[0];

test('merged cells repeat in every place they cover', () => {
	expect(
		rowsIn(
			'<tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr><tr><td colSpan="3">e</td></tr>',
		),
	).toEqual([
		['a', 'b', 'b'],
		['a', 'c', 'd'],
		['e', 'e', 'e'],
	]);
});

test('a rowspan followed by cells of rowspan 0 covers them and no others', () => {
	expect(
		rowsIn(
			'<tr><td rowspan="2">m</td><td>1</td><td>2</td></tr><tr><td rowspan="0" colspan="0"></td><td>3</td><td>4</td></tr>',
		),
	).toEqual([
		['m', '1', '2'],
		['m', '3', '4'],
	]);
});

test('a span runs no further than the table, however long it says it is', () => {
	expect(rowsIn('<tr><td rowspan="999">a</td></tr><tr><td>b</td></tr>')).toEqual([['a'], ['a', 'b']]);
	expect(rowsIn('<tr><td colspan="999999999">a</td></tr>')).toEqual([['a']]);
	expect(rowsIn('<tr><td colspan="-1">a</td><td rowspan="x">b</td></tr>')).toEqual([['a', 'b']]);
});

test('text loses zero-width characters and footnotes, keeps lines and what is struck through', () => {
	expect(
		rowsIn(
			'<tr><td>\u200bdoubao\u200b</td><td>v4<sup>(1)</sup></td><td><p>原价12元</p><p>限时5折</p></td><td>$1 <del>$2</del></td><td><span class="a line-through">¥4</span><span>¥2</span></td></tr>',
		),
	).toEqual([['doubao', 'v4', '原价12元\n限时5折', '$1 ~~$2~~', '~~¥4~~ ¥2']]);
});

test('a table knows the headings above it and the texts before it', () => {
	const [first, second] = tablesIn(
		'<h2>Models</h2><h3>Text</h3><p>per 1M tokens</p><table><tr><td>1</td></tr></table><h3>Vision</h3><div>Batch</div><table><tr><td>2</td></tr></table><script>x</script>',
	);
	expect(first?.headings).toEqual(['Models', 'Text']);
	expect(second?.headings).toEqual(['Models', 'Vision']);
	expect(second?.before.at(-1)).toBe('Batch');
});

test('a table inside a table is a table of its own', () => {
	expect(
		tablesIn('<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>').map(({ rows }) => rows.length),
	).toEqual([1, 1]);
});
