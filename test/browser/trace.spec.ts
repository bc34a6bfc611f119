import { dist, expect, pagesOf, test } from './site.ts';

const pages = pagesOf(dist);
/** A page of each kind, in either language; of events one that a sheet shows. */
const things = {
	model: '/models/deepseek/deepseek-v4-pro/',
	lab: '/zh/labs/openai/',
	event: pages.find(path => /^\/events\/[^/]+-usd\/$/.test(path)) ?? '',
	claim: '/zh/claims/mimo-99/',
};

test.describe('two clicks', () => {
	for (const [kind, path] of Object.entries(things))
		test(`from a row of the page of a ${kind} to a look or a citation, seen each time`, async ({ page }) => {
			await page.goto(path);
			await page.locator('figure details summary').first().click();
			await page.locator('figure details[open] tbody th a').first().click();
			const entry = page.locator('#evidence li:target');
			await expect(entry, page.url()).toBeInViewport();
			await entry.locator('a').first().click();
			await expect(page).toHaveURL(/\/snapshots\/[a-z0-9-]+\//);
			await expect(page.locator(new URL(page.url()).hash ? 'li:target' : 'li').first(), page.url()).toBeVisible();
		});

	test('from a country by a lab or an event', async ({ page }) => {
		await page.goto('/countries/cn/');
		await page.locator('#labs tbody th a').first().click();
		await page.locator('#evidence li a[href*="snapshots"]').first().click();
		await expect(page.locator('li:target'), page.url()).toBeVisible();
	});
});
