import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../site/build.ts';
import { parts, wordsOf } from '../site/words.ts';
import { withHostile } from './made-hostile.ts';
import { emptied, hostile, madeRows, makePublication } from './made-publication.ts';

let folder: string;
let first = 0;
/** Source files of the site; Astro keeps generated types in a folder whose name ends like a page. */
const filesOf = async (ending: RegExp) =>
	(await readdir('site', { recursive: true })).filter(
		name => ending.test(name) && !name.startsWith('words/') && !/(^|\/)\.astro(\/|$)/.test(name),
	);

// The tests in a browser look at the same drawn site, where `npm test` names a place for it.
const shared = process.env.TOKENS_MADE;
beforeAll(async () => {
	folder = shared ?? (await mkdtemp(join(tmpdir(), 'site-')));
});
const en = wordsOf('en');
afterAll(async () => {
	if (!shared) await rm(folder, { recursive: true, force: true });
});

const page = (name: string, path: string) => readFile(join(folder, name, path), 'utf8');

describe('site', () => {
	it('is built from the exports, leaves them alone and is complete', async () => {
		const out = join(folder, 'made');
		await makePublication(join(out, 'data'), withHostile(madeRows()));
		const database = await readFile(join(out, 'data', 'tokens.duckdb'));
		await writeFile(join(out, 'kept.txt'), 'kept');
		const { pages, ms } = await buildSite({ data: join(out, 'data'), out });
		expect(ms).toBeGreaterThan(0);
		first = ms;
		expect(database.equals(await readFile(join(out, 'data', 'tokens.duckdb')))).toBe(true);
		expect(await page('made', 'kept.txt')).toBe('kept');
		const files = await readdir(out, { recursive: true });
		expect(files.filter(name => name.endsWith('.html'))).toHaveLength(pages);
		for (const path of [
			'index.html',
			'404.html',
			'data/index.html',
			'charts/share-trend.svg',
			'charts/share-trend/top9.csv',
			'charts/frontier.metadata.json',
			'zh/index.html',
			'zh/charts/share-trend/top9/index.html',
			'zh/charts/share-trend.svg',
		])
			expect(files).toContain(path);

		const events = await page('made', 'events/index.html');
		expect(events).toContain('−99.1%');
		expect(events).toContain('1 of 4 cells');
		const event = await page('made', 'events/2026-01-20-mimo-v2.5-price-cut/index.html');
		expect(event).toContain('The figure holds in 1 of 4 dollar cells: MiMo-V2.5 cache read over 256k.');
		expect(event).toContain('−99% announced: holds in 1 of 4 dollar cells');
		expect(files).toContain('events/2026-01-20-mimo-v2.5-price-cut/event-cells.csv');
		expect(files).toContain('zh/events/2026-01-20-mimo-v2.5-price-cut/headline-audit.svg');
		const unseen = await page('made', 'zh/events/2026-02-01-made-price-rise/index.html');
		expect(unseen).toContain('早于存档：首次见到标价为2026年2月14日');
		const share = await page('made', 'share/index.html');
		expect(share.indexOf('<table')).toBeLessThan(share.indexOf('<svg'));
		const listed = [...(await page('made', 'sitemap.xml')).matchAll(/<loc>[^<]*?\/token-observatory\/([^<]*)<\/loc>/g)];
		const places = files.filter(name => /(^|\/)index\.html$/.test(name) && !/^(zh\/)?embed\//.test(name));
		expect(listed.map(([, path]) => `${path}index.html`).sort()).toEqual(places.sort());
		expect(await page('made', 'robots.txt')).toMatch(/Sitemap: https:\/\/.+\/sitemap\.xml/);
		const built = files.filter(name => name.endsWith('.html') && name !== '404.html');
		const english = built.filter(name => !name.startsWith('zh/'));
		expect(built.filter(name => name.startsWith('zh/')).sort()).toEqual(english.map(name => `zh/${name}`).sort());
		for (const path of files.filter(name => name.endsWith('.html'))) {
			const html = await page('made', path);
			expect(html, path).not.toMatch(/<style| style="|src="https?:/);
			// A host answers with 404.html at any address: its links begin at the root, those of all others where they stand.
			const rooted = [...html.matchAll(/ (?:href|src)="(\/[^"#]*)/g)].map(([, address]) => address ?? '');
			if (path !== '404.html') expect(rooted, path).toEqual([]);
			else {
				expect(rooted.length).toBeGreaterThan(20);
				for (const address of rooted)
					expect(files, address).toContain(
						address.replace('/token-observatory/', '').replace(/^$|\/$/, '$&index.html'),
					);
			}
			// One script, a file of its own; JSON-LD and the tables of the explorer are data blocks.
			const tags = html.replaceAll(/ content="[^"]*"/g, '');
			const scripts = [...tags.matchAll(/<script\b([^>]*)>([^<]*)/g)].filter(
				([, head]) => !/type="application\/(ld\+)?json"/.test(head ?? ''),
			);
			expect(
				scripts.map(([, head, body]) => [/ src="(?:\/token-observatory\/|[./]*)assets\/site\./.test(head ?? ''), body]),
				path,
			).toEqual([[true, '']]);
			expect(html, path).not.toContain(hostile);
		}
		const health = await page('made', 'health/index.html');
		expect(health).toContain('rows fell by half');
		expect(health).toContain('3 days left before unseen values are lost');
		expect(health.indexOf('made-stale: 8 days are lost')).toBeGreaterThan(0);
		expect(health.indexOf('made-stale: 8 days are lost')).toBeLessThan(health.indexOf('made-late: 3 days left'));
		expect(health).toContain('<code>tokens collect --only made-late</code>');
		const cells = health.replaceAll(/(<[^>]+>\s*)+/g, '|');
		expect(cells).toContain('|made-held|2026-03-08 03:00|rows fell by half|2026-03-09|undecided|');
		expect(cells).toContain('|made-stale|2026-03-02|2026-03-09|8|');

		const metadata = JSON.parse(await page('made', 'charts/share-trend.metadata.json')) as Record<string, unknown>;
		expect(metadata).toMatchObject({ id: 'share-trend', release: 'data-2026.03.10', newest_observation: '2026-03-09' });
	}, 180_000);

	it('an unchanged site is not drawn again: the last one is at least three times as fast, and the same', async () => {
		const [data, out] = [join(folder, 'made', 'data'), join(folder, 'again')];
		const drawn = await buildSite({ data, out: join(folder, 'drawn') });
		const again = await buildSite({ data, out });
		expect(again.pages).toBe(drawn.pages);
		expect(again.ms * 3).toBeLessThan(first);
		const names = (await readdir(out, { recursive: true })).filter(name => /\.(html|svg|csv|png|xml)$/.test(name));
		expect(names.length).toBeGreaterThan(150);
		for (const name of names)
			expect((await readFile(join(out, name))).equals(await readFile(join(folder, 'made', name))), name).toBe(true);
	}, 180_000);

	it('is built from empty marts too: every chart says what is missing', async () => {
		const out = join(folder, 'empty');
		await makePublication(join(out, 'data'), emptied(madeRows()));
		await buildSite({ data: join(out, 'data'), out });
		const trend = await page('empty', 'charts/share-trend/index.html');
		expect(trend).toContain(en('share-trend.none'));
		expect(trend).not.toContain('<svg');
		expect(await page('empty', 'events/index.html')).toContain(en('events.empty'));
		expect(await page('empty', 'events/index.html')).toContain(en('headlines.none'));
		expect(await page('empty', 'share/index.html')).toContain(en('share.pair-none'));
		await expect(stat(join(out, 'charts', 'share-trend.svg'))).rejects.toThrow('ENOENT');
	}, 180_000);

	it('a failed build says why and leaves the old pages', async () => {
		const out = join(folder, 'made');
		const before = await page('made', 'index.html');
		await expect(buildSite({ data: join(folder, 'nowhere'), out })).rejects.toThrow(
			/^site: build failed: .*catalog\.json/s,
		);
		expect(await page('made', 'index.html')).toBe(before);
	}, 120_000);

	it('has no key missing or idle in its word list', async () => {
		const sources = await Promise.all(
			(await filesOf(/\.(ts|astro)$/)).map(name => readFile(join('site', name), 'utf8')),
		);
		const text = sources.join('\n');
		const said = new Set([...text.matchAll(/'([a-z-]+\.[\w.-]+)'/g)].map(match => match[1] ?? ''));
		const patterns = [...text.matchAll(/`((?:[a-z-]+|\$\{[^}]+\})\.[^`]*)`/g)].map(
			match =>
				new RegExp(
					`^${(match[1] ?? '')
						.split(/\$\{(?:[^{}]|\{[^}]*\})*\}/)
						.map(part => part.replace(/[.*+?^()|[\]\\]/g, '\\$&'))
						.join('.*')}$`,
				),
		);
		const idle = Object.values(parts)
			.flatMap(part => Object.keys(part))
			.filter(key => !said.has(key) && !patterns.some(pattern => pattern.test(key) && pattern.source.length > 6));
		expect(idle).toEqual([]);
	});

	it('has no sentence outside the word list in its pages', async () => {
		for (const name of await filesOf(/\.astro$/)) {
			const markup = (await readFile(join('site', name), 'utf8')).split(/^---$/m)[2] ?? '';
			const texts = [...markup.replace(/\{[^{}]*\}/g, '').matchAll(/>([^<>{}]*[A-Za-z]{3,} [a-z]{2,} [^<>{}]*)</g)].map(
				match => match[1]?.trim(),
			);
			expect(texts, name).toEqual([]);
		}
	});
});
