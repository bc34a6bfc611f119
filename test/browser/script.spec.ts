import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { serve } from '../../pipelines/serve.ts';
import { dist, expect, pagesOf, quietly, sampled, test } from './site.ts';

const walked = sampled(pagesOf(dist), 2);
const colourOf = (page: Page) =>
	page.evaluate(() => {
		const marks = [...document.querySelectorAll('.wide [stroke="var(--cn)"], .wide [fill="var(--cn)"]')];
		const mark = marks[0] ?? document.body;
		return [
			getComputedStyle(document.documentElement).backgroundColor,
			getComputedStyle(mark).fill,
			getComputedStyle(mark).stroke,
		];
	});

test.describe('with script', () => {
	test('the policy blocks nothing of ours, no page says anything, nothing leaves the site', async ({
		watched,
		origin,
	}) => {
		test.setTimeout(120_000);
		for (const path of walked) {
			await quietly(watched, origin, path);
			const scripts = await watched.page
				.locator('script[src]')
				.evaluateAll(nodes => nodes.map(node => node.getAttribute('src') ?? ''));
			expect(
				scripts.filter(src => /plot|d3/i.test(src)),
				path,
			).toEqual([]);
		}
	});

	test('the switch recolours the chart, stores the theme and nothing else, and forgets it again', async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'light' });
		await page.goto('/charts/share-trend/');
		const stored = () =>
			page.evaluate(() => ({ ...localStorage, cookies: document.cookie, session: sessionStorage.length }));
		const light = await colourOf(page);
		expect(await stored()).toEqual({ cookies: '', session: 0 });
		await page.locator('button.theme').click();
		const dark = await colourOf(page);
		for (const [index, colour] of light.entries()) if (colour !== 'none') expect(dark[index]).not.toBe(colour);
		expect(await stored()).toEqual({ theme: 'dark', cookies: '', session: 0 });
		await page.goto('/zh/prices/');
		expect((await colourOf(page))[0]).toBe(dark[0]);
		await page.locator('button.theme').click();
		expect((await colourOf(page))[0]).toBe(light[0]);
		expect(await stored()).toEqual({ cookies: '', session: 0 });
		await page.emulateMedia({ colorScheme: 'dark' });
		expect((await colourOf(page))[0]).toBe(dark[0]);
	});

	test('without script there is no switch that does nothing', async ({ browser, origin }) => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const page = await context.newPage();
		await page.goto(`${origin}/`);
		await expect(page.locator('button.theme')).toBeHidden();
		await expect(page.locator('a[data-twin]')).toBeVisible();
		await context.close();
	});

	test('print holds the table and the address, in light colours, without navigation', async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.goto('/share/');
		await page.locator('button.theme').waitFor();
		const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
		const screen = await background();
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		expect(await background()).not.toBe(screen);
		expect(await background()).toBe('rgb(255, 253, 249)');
		await expect(page.locator('header nav')).toBeHidden();
		await expect(page.locator('figure details table').first()).toBeVisible();
		expect((await page.locator('figure details table').first().boundingBox())?.height).toBeGreaterThan(40);
		expect(
			await page.evaluate(() => getComputedStyle(document.querySelector('footer') as Element, '::after').content),
		).toContain('/share/');
		await page.emulateMedia({ media: 'screen' });
		await page.goto('/charts/share-trend/');
		await page.emulateMedia({ media: 'print' });
		for (const part of ['#chart .drawing', '#table table', '#data', '#sources', '#method'])
			await expect(page.locator(part)).toBeVisible();
	});

	test('a sub-path and a folder work: style, faces, links and script', async ({ page }) => {
		const folder = mkdtempSync(join(tmpdir(), 'sub-'));
		for (const name of ['assets', 'charts', 'zh', 'share', 'index.html'])
			cpSync(join(dist, name), join(folder, 'a', 'b', name), { recursive: true });
		const server = await serve({ dir: folder, port: 0 });
		try {
			for (const base of [`${server.url}a/b/`, `${pathToFileURL(join(folder, 'a', 'b')).href}/`]) {
				const file = base.startsWith('file:') ? 'index.html' : '';
				const failed: string[] = [];
				page.on('requestfailed', request => failed.push(request.url()));
				await page.goto(`${base}charts/share-trend/${file}`);
				await expect(page.locator('button.theme'), base).toBeVisible();
				await page.locator('#chart .drawing').focus();
				await page.keyboard.press('End');
				await expect(page.locator('.tip'), base).toBeVisible();
				expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Plex');
				await page.evaluate(() => document.fonts.ready);
				expect(
					failed.filter(url => !/favicon|woff2/.test(url)),
					base,
				).toEqual([]);
				expect(await page.locator('a[data-twin]').getAttribute('href')).toMatch(/^\.\.\/.*zh\/charts\/share-trend\/$/);
			}
		} finally {
			await server.close();
			rmSync(folder, { recursive: true, force: true });
		}
	});

	test('shift is zero', async ({ page }) => {
		for (const path of ['/', '/share/', '/zh/prices/', '/charts/frontier/']) {
			await page.goto(path);
			const shift = await page.evaluate(
				() =>
					new Promise<number>(done => {
						let sum = 0;
						new PerformanceObserver(list => {
							for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
						}).observe({ type: 'layout-shift', buffered: true });
						void document.fonts.ready.then(() => setTimeout(() => done(sum), 200));
					}),
			);
			expect(shift, path).toBe(0);
		}
	});
});
