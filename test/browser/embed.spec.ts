import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './site.ts';

test.describe('embed', () => {
	test('height arrives at the parent of another site, and follows the frame', async ({ page, origin }) => {
		// The page of a stranger, with the very lines the chart's page gives away.
		await page.goto('/charts/share-trend/?tab=data');
		const snippets = await page.locator('#data pre').allInnerTexts();
		const frame = snippets.find(text => text.startsWith('<iframe')) ?? '';
		const follow = snippets.find(text => text.startsWith('addEventListener')) ?? '';
		expect(frame).toMatch(/ title="[^"]{10,}"/);
		const own = frame.replace(/src="[^"]*\/embed\//, `src="${origin}/embed/`);
		const server = createServer((_, response) =>
			response
				.writeHead(200, { 'content-type': 'text/html' })
				.end(
					`<!doctype html><title>parent</title><script>${follow}</script>${own.replace(/height="\d+"/, 'height="10"').replace('loading="lazy"', '')}`,
				),
		);
		await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
		try {
			await page.setViewportSize({ width: 1200, height: 900 });
			await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
			const height = () => page.locator('iframe').evaluate((node: HTMLIFrameElement) => Number(node.height));
			await expect.poll(height).toBeGreaterThan(400);
			const wide = await height();
			// Nothing of the frame is cut: it needs no bar of its own.
			const inside = page.frames()[1];
			expect(await inside?.evaluate(() => document.documentElement.scrollHeight <= innerHeight + 1)).toBe(true);
			await page.setViewportSize({ width: 420, height: 900 });
			await expect.poll(height).not.toBe(wide);
		} finally {
			server.close();
		}
	});

	test('a frame holds one chart with its source and its release, and no navigation', async ({ page }) => {
		for (const [path, lang] of [
			['/embed/share-trend/', 'en'],
			['/embed/share-trend/top9/', 'en'],
			['/zh/embed/frontier/', 'zh-Hans'],
		] as const) {
			await page.goto(path);
			await expect(page.locator('html')).toHaveAttribute('lang', lang);
			await expect(page.locator('figure')).toHaveCount(1);
			await expect(page.locator('h1')).toHaveCount(1);
			await expect(page.locator('nav, footer')).toHaveCount(0);
			await expect(page.locator('.stamp')).toContainText('data-');
			await expect(page.locator('.source a[target=_top]')).toHaveAttribute(
				'href',
				/\/charts\/(share-trend|frontier)\//,
			);
			await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
			expect(await page.locator('link[rel=canonical]').getAttribute('href')).not.toContain('/embed/');
		}
	});

	test('a view is cited with its release, and its picture exists', async ({ page, request }) => {
		await page.goto('/charts/frontier/run/?tab=data');
		const release = ((await page.locator('.stamp').first().innerText()).split(' · ')[0] ?? '').trim();
		for (const name of ['.citation', '.bibtex', '.csl']) {
			await expect(page.locator(name)).toContainText(release);
			await expect(page.locator(name)).toContainText('/charts/frontier/run/');
		}
		const [csl] = JSON.parse(await page.locator('.csl').innerText()) as { version: string }[];
		expect(csl?.version).toBe(release);
		await page.goto('/charts/frontier/?tab=data');
		const image = await page.locator('pre.image').innerText();
		const picture = /src="[^"]*(\/charts\/frontier\.png)"/.exec(image)?.[1] ?? '';
		const answer = await request.get(picture);
		expect(answer.headers()['content-type']).toBe('image/png');
		const og = (await page.locator('meta[property="og:image"]').getAttribute('content')) ?? '';
		expect(og.endsWith(picture)).toBe(true);
	});
});
