import { dist, expect, pagesOf, test } from './site.ts';

const pages = pagesOf(dist);
const topics = ['/', '/prices/', '/events/', '/capability/', '/share/', '/data/', '/health/', '/method/', '/charts/'];

const shelves = {
	topics: pages.filter(page => !/^\/(charts|events)\/./.test(page)),
	charts: pages.filter(page => /^\/charts\/./.test(page)),
	events: pages.filter(page => /^\/events\/./.test(page)),
};

test.describe('plain', () => {
	test.use({ javaScriptEnabled: false });

	test('every page of the navigation and every chart is built', () => {
		for (const page of topics) expect(pages).toContain(page);
		expect(pages.filter(page => /^\/charts\/[^/]+\/$/.test(page)).length).toBeGreaterThanOrEqual(9);
	});

	for (const [name, own] of Object.entries(shelves)) {
		test(`every page of ${name} reads without script, says nothing and asks nobody else`, async ({
			watched,
			origin,
		}) => {
			expect(own.length).toBeGreaterThan(0);
			const { page, said, asked, failed } = watched;
			for (const path of own) {
				asked.length = 0;
				await page.goto(path, { waitUntil: 'load' });
				await expect(page.locator('h1')).toHaveCount(1);
				expect((await page.locator('main').innerText()).length, path).toBeGreaterThan(60);
				for (const figure of await page.locator('figure').all()) {
					expect((await figure.locator('h2').innerText()).length, path).toBeGreaterThan(5);
					expect(await figure.locator('svg[role=img], .sentence').count(), path).toBeGreaterThan(0);
				}
				expect(said, path).toEqual([]);
				expect(failed, path).toEqual([]);
				expect(
					asked.filter(url => !url.startsWith(`${origin}/`)),
					path,
				).toEqual([]);
				expect(asked.length, path).toBeLessThanOrEqual(8);
			}
		});
	}

	test('every tab of a chart leads to its part', async ({ page }) => {
		for (const path of pages.filter(one => /^\/charts\/[^/]+\/$/.test(one))) {
			await page.goto(path);
			for (const tab of ['chart', 'table', 'data', 'sources', 'method']) {
				await expect(page.locator(`#${tab}`), `${path}#${tab}`).toHaveCount(1);
				await expect(page.locator(`nav.tabs a[href$="#${tab}"]`)).toHaveCount(1);
			}
			expect(await page.locator('#table tbody tr, #table p').count()).toBeGreaterThan(0);
		}
	});
});

test.describe('links', () => {
	test('no internal link and no anchor is broken', async ({ page, request, origin }) => {
		const found = new Map<string, string>();
		const ids = new Map<string, Set<string>>();
		for (const path of pages) {
			await page.goto(path);
			const { links, anchors } = await page.evaluate(() => ({
				links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(link => link.href),
				anchors: [...document.querySelectorAll('[id]')].map(node => node.id),
			}));
			ids.set(path, new Set(anchors));
			expect(anchors.length, `${path}: an id twice`).toBe(new Set(anchors).size);
			for (const link of links) if (link.startsWith(`${origin}/`)) found.set(link, path);
		}
		expect(found.size).toBeGreaterThan(50);
		for (const [link, from] of found) {
			const url = new URL(link);
			const known = ids.get(url.pathname);
			if (!known)
				expect(
					(await request.get(`${url.origin}${url.pathname}`, { headers: { range: 'bytes=0-0' } })).status(),
					`${from} links ${link}`,
				).toBeLessThan(400);
			else if (url.hash) expect([...known], `${from} links ${link}`).toContain(decodeURIComponent(url.hash.slice(1)));
		}
	});

	test('a page under a sub-path loads its style', async ({ page }) => {
		await page.goto('/charts/share-trend/');
		const addresses = await page.evaluate(() =>
			[...document.querySelectorAll('link[href], a[href]')].map(node => node.getAttribute('href') ?? ''),
		);
		expect(addresses.filter(address => address.startsWith('/'))).toEqual([]);
	});

	test('an unknown address gets the page that says so', async ({ page }) => {
		const response = await page.goto('/no/such/page/');
		expect(response?.status()).toBe(404);
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
		await page.goto('/events/#mimo-v2.5');
		const rows = page.locator('#mimo-v2\\.5 tbody tr');
		expect(await rows.count()).toBeGreaterThanOrEqual(10);
		const text = await page.locator('#mimo-v2\\.5').innerText();
		for (const change of ['−99.1%', '−98.2%', '−56.5%', '−78.3%', '−71.0%', '−85.5%']) expect(text).toContain(change);
	});

	test('every figure prints its age, its state and its release', async ({ page }) => {
		for (const path of topics) {
			await page.goto(path);
			for (const figure of await page.locator('figure').all()) {
				await expect(figure.locator('.foot .source')).toContainText(
					/(Newest observation .+ Next look .+ State: )|(No observation yet)/,
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
