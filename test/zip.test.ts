import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ShapeError } from '../scrapers/error.ts';
import { zipOf } from '../scrapers/zip.ts';

const bytes = new Uint8Array(readFileSync(new URL('fixtures/benchmarks/epoch-hub.zip', import.meta.url)));
const all = () => true;

/** The fixture with one field of its first directory entry, of its end record or of its first file changed. */
function changed(change: (view: DataView, at: { entry: number; end: number }) => void): Uint8Array {
	const copy = bytes.slice();
	const view = new DataView(copy.buffer);
	const end = copy.length - 22;
	change(view, { entry: view.getUint32(end + 16, true), end });
	return copy;
}

test('a zip is read by its directory: stored and deflated files, and only those wanted', () => {
	const files = zipOf('made-up', bytes, all);
	expect([...files.keys()]).toHaveLength(7);
	const text = (path: string) => new TextDecoder().decode(files.get(path));
	expect(text('README.md')).toBe('# made up\n'.repeat(20));
	expect(text('terminalbench_external.csv')).toMatch(/^Model version,Agent,.*\r\n$/s);
	expect([...zipOf('made-up', bytes, path => path.startsWith('data/')).keys()]).toEqual(['data/piqa_external.csv']);
});

test('a comment behind a zip and other bytes around its view change nothing', () => {
	const commented = new Uint8Array([...bytes, ...new TextEncoder().encode('a comment')]);
	new DataView(commented.buffer).setUint16(bytes.length - 2, 9, true);
	expect(zipOf('made-up', commented, all)).toEqual(zipOf('made-up', bytes, all));
	const moved = new Uint8Array(bytes.length + 8);
	moved.set(bytes, 8);
	expect(zipOf('made-up', moved.subarray(8), all)).toEqual(zipOf('made-up', bytes, all));
});

test.each([
	['nothing', () => new Uint8Array(), 'empty body'],
	['a page', () => new TextEncoder().encode('<html><body>no such file</body></html>'), 'expected a zip: <html>'],
	['half a zip', () => bytes.slice(0, bytes.length >> 1), 'expected a zip: '],
	[
		'a file of the wrong sum',
		() => changed((view, { entry }) => view.setUint32(entry + 16, 1, true)),
		'damaged file in zip: README.md',
	],
	[
		'a file of the wrong size',
		() => changed((view, { entry }) => view.setUint32(entry + 24, 7, true)),
		'invalid zip: ',
	],
	[
		'a secret file',
		() => changed((view, { entry }) => view.setUint16(entry + 8, 1, true)),
		'encrypted file in zip: README.md',
	],
	[
		'a rare method',
		() => changed((view, { entry }) => view.setUint16(entry + 10, 14, true)),
		'unsupported zip method 14: README.md',
	],
	[
		'a bomb',
		() => changed((view, { entry }) => view.setUint32(entry + 24, 2 ** 29, true)),
		'zip unpacks to too much: README.md',
	],
	[
		'a file that lies elsewhere',
		() => changed((view, { entry }) => view.setUint32(entry + 42, 5, true)),
		'invalid zip: no file at byte 5',
	],
	[
		'a directory that lies elsewhere',
		() => changed((view, { end }) => view.setUint32(end + 16, 5, true)),
		'invalid zip directory: at byte 5',
	],
	[
		'a directory beyond the end',
		() => changed((view, { end }) => view.setUint32(end + 16, 2 ** 31, true)),
		'invalid zip: ',
	],
])('%s is refused by name', (_, made, message) => {
	expect(() => zipOf('made-up', made(), all)).toThrow(ShapeError);
	expect(() => zipOf('made-up', made(), all)).toThrow(`made-up: ${message}`);
});
