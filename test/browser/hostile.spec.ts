import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve, type Server } from '../../pipelines/serve.ts';
import { buildSite } from '../../site/build.ts';
import { hostileNames, withHostile } from '../made-hostile.ts';
import { madeRows, makePublication } from '../made-publication.ts';
import { expect, quietly, test } from './site.ts';

// Names that would be markup, formulas or endless if they were not kept texts: on pages, in feeds and in tables.

let server: Server;
let site = join(process.env['TOKENS_MADE'] ?? '', 'made');
let scratch: string | undefined;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
	test.setTimeout(240_000);
	// `npm test` has drawn it with its units; a run by hand draws it now.
	if (!existsSync(join(site, 'index.html'))) {
		scratch = mkdtempSync(join(tmpdir(), 'hostile-'));
		site = scratch;
		await makePublication(join(site, 'data'), withHostile(madeRows()));
		await buildSite({ data: join(site, 'data'), out: site });
	}
	server = await serve({ dir: site });
});
test.afterAll(async () => {
	await server.close();
	if (scratch) await rm(scratch, { recursive: true, force: true });
});
const origin = () => server.url.replace(/\/$/, '');

for (const lang of ['', '/zh'])
	for (const [place, name] of hostileNames.entries())
		test(`hostile names stay text: ${lang || '/en'}, ${place}`, async ({ watched }) => {
			const { page } = watched;
			page.on('dialog', dialog => void dialog.dismiss().then(() => watched.said.push(`dialog: ${dialog.message()}`)));
			await page.setViewportSize({ width: 320, height: 800 });
			for (const [path, isNamed] of [
				[`/models/evil-${place}/name/`, true],
				[`/labs/evil-${place}/`, true],
				[`/events/2026-02-1${place}-evil/`, true],
				[`/claims/evil-${place}/`, true],
				['/countries/us/', false],
				['/models/', false],
				['/events/', false],
				['/claims/', false],
				['/prices/', false],
			] as const) {
				await quietly(watched, origin(), lang + path);
				const found = await page.evaluate(() => ({
					title: document.title,
					h1: document.querySelector('h1')?.textContent ?? '',
					main: document.querySelector('main')?.textContent ?? '',
					scripts: document.querySelectorAll('script:not([src]):not([type]), main img, [onerror]').length,
					width: document.documentElement.scrollWidth,
				}));
				expect(found.scripts, path).toBe(0);
				expect(found.width, path).toBeLessThanOrEqual(320);
				if (path !== '/prices/') expect(found.main, path).toContain(name);
				if (isNamed) expect([found.h1.trim(), found.title], path).toEqual([name, expect.stringContaining(name)]);
			}
		});

test('hostile names stay text in feeds, as XML and as JSON', async ({ page }) => {
	await page.goto(`${origin()}/`);
	for (const path of ['models', 'prices', 'labs/evil-0', 'countries/us'].flatMap(one => [
		`/feeds/${one}`,
		`/zh/feeds/${one}`,
	])) {
		const feed = await page.evaluate(async address => {
			const text = await (await fetch(`${address}.xml`)).text();
			const xml = new DOMParser().parseFromString(text, 'application/xml');
			const json = (await (await fetch(`${address}.json`)).json()) as {
				items: { title: string; content_html: string }[];
			};
			const read = (html: string | null) => new DOMParser().parseFromString(html ?? '', 'text/html');
			// Titles of Atom are HTML here: what a reader of feeds shows is the text of it.
			const titles = [...xml.querySelectorAll('entry > title')].map(one =>
				one.getAttribute('type') === 'html' ? read(one.textContent) : one,
			);
			const bodies = [
				...[...xml.querySelectorAll('content')].map(one => one.textContent),
				...json.items.map(one => one.content_html),
			].map(read);
			return {
				isXml: xml.querySelector('parsererror') === null,
				titles: titles.map(one => (one instanceof Document ? one.body : one).textContent ?? ''),
				json: json.items.map(one => one.title),
				markup: [...titles, ...bodies].reduce((sum, one) => sum + one.querySelectorAll('script, img').length, 0),
			};
		}, path);
		expect([feed.isXml, feed.markup], path).toEqual([true, 0]);
		expect(feed.titles, path).toEqual(feed.json);
		const names = path.endsWith('evil-0') ? hostileNames.slice(0, 1) : hostileNames;
		for (const name of names) expect(feed.titles.join('\n'), path).toContain(name);
	}
});

test('no cell of a table of text is a formula', () => {
	const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
		name => name.endsWith('.csv') && !name.startsWith('data'),
	);
	expect(files.length).toBeGreaterThan(20);
	const texts = files.map(name => [name, readFileSync(join(site, name), 'utf8')] as const);
	const formula = hostileNames[1].replaceAll('"', '""');
	expect(texts.filter(([, text]) => text.includes(`"'${formula}"`)).length).toBeGreaterThan(0);
	expect(texts.filter(([, text]) => /(^|[,\n])"?[=@\t]/.test(text)).map(([name]) => name)).toEqual([]);
});
