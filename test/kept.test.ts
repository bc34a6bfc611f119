import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyOf, moveInto } from '../site/kept.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tokens-kept-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
	mkdirSync(dirname(join(folder, name)), { recursive: true });
	writeFileSync(join(folder, name), text);
}

describe('a kept site', () => {
	const key = () => keyOf(folder, join(folder, 'data'));

	it('is drawn anew when its exports, its files, a formula it shares or a package changes', async () => {
		const parts = ['data/catalog.json', 'site/chart.ts', 'warehouse/methods/workload.ts', 'package-lock.json'];
		for (const part of parts) write(part, 'before');
		const before = await key();
		for (const part of parts) {
			write(part, 'after');
			expect(await key(), part).not.toBe(before);
			write(part, 'before');
			expect(await key(), part).toBe(before);
		}
	});

	it('stays when only what Astro writes, the pages or other parts of the warehouse change', async () => {
		for (const part of ['data/catalog.json', 'site/chart.ts', 'warehouse/methods/workload.ts', 'package-lock.json'])
			write(part, 'before');
		const before = await key();
		for (const part of ['site/.astro/types.d.ts', 'data/index.html', 'warehouse/export.ts']) write(part, 'after');
		expect(await key()).toBe(before);
	});
});

describe('halves of a site', () => {
	it('are joined folder by folder, no file of either is lost', async () => {
		for (const name of ['en/index.html', 'en/assets/a.css', 'zh/zh/index.html', 'zh/assets/a.css', 'zh/assets/b.css'])
			write(name, name);
		await moveInto(join(folder, 'en'), join(folder, 'site'));
		await moveInto(join(folder, 'zh'), join(folder, 'site'));
		const files = readdirSync(join(folder, 'site'), { recursive: true, encoding: 'utf8', withFileTypes: true })
			.filter(entry => entry.isFile())
			.map(entry => join(entry.parentPath, entry.name).slice(join(folder, 'site').length + 1));
		expect(files.sort()).toEqual(['assets/a.css', 'assets/b.css', 'index.html', 'zh/index.html']);
		expect(readFileSync(join(folder, 'site', 'zh', 'index.html'), 'utf8')).toBe('zh/zh/index.html');
	});
});
