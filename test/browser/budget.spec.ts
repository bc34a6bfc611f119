import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { dist, expect, pagesOf, test } from './site.ts';

const kilobyte = 1000;
/** Bytes after brotli: quickly first, which gives more; as files are packed for a server where that is too much. */
function brotli(body: Buffer, limit: number): number {
	const at = (quality: number) =>
		brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
	const quick = at(4);
	return quick <= limit ? quick : at(11);
}

/** Classes of site.md 6: HTML of a page in KB. */
function classOf(path: string): { name: string; limit: number } {
	const page = path.replace(/^\/zh\//, '/');
	if (page === '/') return { name: 'home', limit: 40 };
	if (/^\/(data|method|corrections|snapshots)\/|\/trace\/|^\/events\/(\d{4}-\d{2}\/)?$|^\/models\/$/.test(page))
		return { name: 'ledger', limit: 120 };
	if (/^\/(models|labs|countries|events)\//.test(page)) return { name: 'model', limit: 30 };
	return { name: 'topic', limit: 50 };
}

// Folders are no files.
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
	.filter(one => one.isFile())
	.map(one => relative(dist, join(one.parentPath, one.name)))
	.filter(name => !/^data[\\/]/.test(name));
const assets = new Map(
	readdirSync(join(dist, 'assets'), { withFileTypes: true })
		.filter(one => one.isFile())
		.map(({ name }) => [name, readFileSync(join(dist, 'assets', name))]),
);
const sizeOf = (name: string) => {
	const body = assets.get(name) ?? Buffer.alloc(0);
	return /\.(css|js|svg)$/.test(name) ? brotli(body, 0) : body.length;
};

test.describe('budget', () => {
	test('every page is within its class, and within 120 KB with all it loads', () => {
		test.setTimeout(120_000);
		const over: string[] = [];
		const loaded = new Map([...assets.keys()].map(name => [name, sizeOf(name)]));
		for (const path of pagesOf(dist)) {
			const html = readFileSync(join(dist, path, 'index.html'));
			const { name, limit } = classOf(path);
			const own = brotli(html, limit * kilobyte);
			const text = html.toString();
			const used = [...text.matchAll(/<(?:link|script|img)\b[^<>]*? (?:href|src)="[^"]*?assets\/([^"]+)"/g)].map(
				([, one]) => one ?? '',
			);
			const all = own + [...new Set(used)].reduce((sum, one) => sum + (loaded.get(one) ?? 0), 0);
			if (own > limit * kilobyte) over.push(`${path}: ${name}: ${own} of ${limit * kilobyte}`);
			if (name !== 'ledger' && all > 120 * kilobyte) over.push(`${path}: with all it loads: ${all}`);
			if (used.length > 7) over.push(`${path}: ${used.length + 1} requests`);
		}
		expect(over).toEqual([]);
	});

	test('the script, the style and the faces are small', () => {
		const names = [...assets.keys()];
		const sum = (ending: RegExp) =>
			names.filter(name => ending.test(name)).reduce((all, name) => all + sizeOf(name), 0);
		expect(sum(/^site\..*\.js$/)).toBeGreaterThan(0);
		expect(sum(/^site\..*\.js$/)).toBeLessThanOrEqual(12 * kilobyte);
		expect(sum(/\.css$/)).toBeLessThanOrEqual(8 * kilobyte);
		expect(names.filter(name => name.endsWith('.woff2'))).toHaveLength(2);
		expect(sum(/\.woff2$/)).toBeLessThanOrEqual(50 * kilobyte);
	});

	test('no picture is too large', () => {
		const over = files.flatMap(name => {
			const size = /\.(svg|png)$/.test(name) ? statSync(join(dist, name)).size : 0;
			if (name.endsWith('.png')) return size > 250 * kilobyte ? [`${name}: ${size}`] : [];
			if (size <= 20 * kilobyte) return [];
			const packed = brotli(readFileSync(join(dist, name)), 20 * kilobyte);
			return size > 200 * kilobyte || packed > 20 * kilobyte ? [`${name}: ${size}, ${packed}`] : [];
		});
		expect(over).toEqual([]);
		expect(files.filter(name => name.endsWith('.png')).length).toBeGreaterThan(8);
	});

	test('the site is at most 300 MB and 20,000 files', () => {
		expect(files.length).toBeLessThanOrEqual(20_000);
		const bytes = files.reduce((sum, name) => sum + statSync(join(dist, name)).size, 0);
		expect(bytes).toBeLessThanOrEqual(300e6);
	});
});
