import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dist, expect, pagesOf, quietly, sampled, test } from './site.ts';

const pages = pagesOf(dist);
const topics = ['/', '/prices/', '/events/', '/capability/', '/share/', '/data/', '/health/', '/method/', '/charts/'];

const walked = sampled(pages, 3);
const shelves = {
	'the English pages': walked.filter(page => !page.startsWith('/zh/') && !page.includes('/embed/')),
	'the Chinese pages and the frames': walked.filter(page => page.startsWith('/zh/') || page.includes('/embed/')),
};

test.describe('plain', () => {
	test.use({ javaScriptEnabled: false });

	test('every page of the navigation and every chart is built', () => {
		for (const page of topics) expect(pages).toContain(page);
		expect(pages.filter(page => /^\/charts\/[^/]+\/$/.test(page)).length).toBeGreaterThanOrEqual(9);
	});

	for (const [name, own] of Object.entries(shelves)) {
		test(`${name} read without script, say nothing and ask nobody else`, async ({ watched, origin }) => {
			test.setTimeout(120_000);
			expect(own.length).toBeGreaterThan(20);
			const { page } = watched;
			for (const path of own) {
				expect(await quietly(watched, origin, path), path).toBeLessThanOrEqual(8);
				await expect(page.locator('h1')).toHaveCount(1);
				expect((await page.locator('main').innerText()).length, path).toBeGreaterThan(60);
				const bare = await page.locator('figure').evaluateAll(figures =>
					figures
						.map(figure => ({
							title: figure.querySelector('h1, h2')?.textContent ?? '',
							shown: figure.querySelectorAll('svg[role=img], .sentence, table').length,
						}))
						.filter(({ title, shown }) => title.trim().length < 5 || shown === 0),
				);
				expect(bare, path).toEqual([]);
			}
		});
	}

	test('every tab of a chart leads to its part', async ({ page }) => {
		for (const path of pages.filter(one => /^\/charts\/[^/]+\/$/.test(one))) {
			await page.goto(path);
			const counts = await page.locator('main').evaluate(main => ({
				parts: ['chart', 'table', 'data', 'sources', 'method'].map(tab => [
					main.querySelectorAll(`#${tab}`).length,
					main.querySelectorAll(`nav.tabs a[href$="#${tab}"]`).length,
				]),
				rows: main.querySelectorAll('#table tbody tr, #table p').length,
			}));
			expect(counts.parts, path).toEqual(Array(5).fill([1, 1]));
			expect(counts.rows, path).toBeGreaterThan(0);
		}
	});
});

test.describe('links', () => {
	test('no internal link and no anchor is broken', () => {
		const decoded = (text: string) =>
			text
				.replace(/&#38;|&amp;/g, '&')
				.replace(/&#34;|&quot;/g, '"')
				.replace(/&#39;/g, "'");
		const ids = new Map<string, Set<string>>();
		const found = new Map<string, string>();
		for (const path of [...pages, '/404.html']) {
			const html = readFileSync(join(dist, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
			const own = [...html.matchAll(/<[^<>]*? id="([^"]*)"/g)].map(([, id]) => decoded(id ?? ''));
			expect(own.length, `${path}: an id twice`).toBe(new Set(own).size);
			ids.set(path, new Set(own));
			for (const [, link] of html.matchAll(/<(?:a|link|script|img)\b[^<>]*? (?:href|src)="([^"]*)"/g)) {
				const to = new URL(decoded(link ?? ''), `http://site.test${path}`);
				// The page for an unknown address links from the root of its host.
				const under = path === '/404.html' ? to.pathname.replace(/^\/token-observatory\//, '/') : to.pathname;
				if (to.host === 'site.test') found.set(under + to.hash, path);
			}
		}
		expect(found.size).toBeGreaterThan(50);
		const broken: string[] = [];
		for (const [link, from] of found) {
			const [path = '', anchor] = link.split('#');
			const known = ids.get(path);
			const file = join(dist, decodeURIComponent(path.endsWith('/') ? `${path}index.html` : path));
			const isThere = known ? !anchor || known.has(decodeURIComponent(anchor)) : existsSync(file);
			if (!isThere) broken.push(`${from} links ${link}`);
		}
		expect(broken).toEqual([]);
	});

	test('a page under a sub-path loads its style', async ({ page }) => {
		await page.goto('/charts/share-trend/');
		const addresses = await page.evaluate(() =>
			[...document.querySelectorAll('link[href], a[href]')].map(node => node.getAttribute('href') ?? ''),
		);
		expect(addresses.filter(address => address.startsWith('/'))).toEqual([]);
	});

	test('an unknown address gets the page that says so, in its style, however deep it lies', async ({ page }) => {
		for (const path of ['/no-such-page', '/no/such/page/', '/zh/no/such/page.html']) {
			const response = await page.goto(path);
			expect(response?.status()).toBe(404);
			expect(await page.evaluate(() => [...document.styleSheets].map(sheet => sheet.cssRules.length > 20))).toEqual([
				true,
			]);
			await page.locator('main p[lang] a').click();
			await expect(page).toHaveURL(/\/zh\/charts\/$/);
			await expect(page.locator('h1')).toHaveCount(1);
		}
	});
});

test.describe('content', () => {
	test('the pair of the press stands beside the other bases', async ({ page }) => {
		await page.goto('/share/#press-week');
		const text = await page.locator('#press-week').innerText();
		for (const value of ['4.126T', '2.935T', '5.456T', '6.510T', 'top 9', 'top 50', 'all tokens'])
			expect(text).toContain(value);
	});

	test('the cells of MiMo-V2.5 are listed one by one', async ({ page }) => {
		await page.goto('/events/2026-05-27-mimo-v2.5-pro-price-cut/');
		const cells = page.locator('#event-cells');
		const rows = cells.locator('tbody tr');
		expect(await rows.count()).toBeGreaterThanOrEqual(6);
		const text = (await cells.locator('tbody').textContent()) ?? '';
		for (const change of ['−99.1%', '−98.2%', '−56.5%', '−78.3%', '−71.0%', '−85.5%']) expect(text).toContain(change);
	});

	test('every figure prints its age, its state and its release', async ({ page }) => {
		for (const path of topics) {
			await page.goto(path);
			for (const figure of await page.locator('figure').all()) {
				await expect(figure.locator('.foot .source')).toContainText(
					/(Newest observation .+ Next look .+ State: )|(No observation yet)|(Kept with the code; no look gives it an age)/,
				);
				await expect(figure.locator('.stamp')).toContainText('data-');
			}
		}
	});

	test('a chart can be taken away as SVG, CSV and JSON', async ({ request }) => {
		const svg = await request.get('/charts/share-trend.svg');
		expect(svg.headers()['content-type']).toContain('image/svg+xml');
		expect(await svg.text()).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
		const csv = await (await request.get('/charts/share-trend.csv')).text();
		const metadata = (await (await request.get('/charts/share-trend.metadata.json')).json()) as {
			rows: number;
			title: string;
		};
		expect(csv.trim().split('\n')).toHaveLength(metadata.rows + 1);
	});

	test('the stand-alone picture opens by itself without a message', async ({ watched }) => {
		await watched.page.goto('/charts/share-trend.svg');
		expect(await watched.page.locator('svg text').count()).toBeGreaterThan(8);
		// A browser asks for the icon of a bare picture by itself; nothing else may fail.
		expect(watched.failed.filter(url => !url.endsWith('/favicon.ico'))).toEqual([]);
	});
});
