import type { Page } from '@playwright/test';
import { walkPoints } from './points.ts';
import { dist, expect, pagesOf, test } from './site.ts';

const charts = pagesOf(dist).filter(path => /^\/charts\/[^/]+\/$/.test(path));
const shown = (page: Page) => page.locator('.tip:visible').allInnerTexts();
/** A place of the picture in px of the window. */
const stopOf = (page: Page, index: number) =>
	page
		.locator('.drawing .wide svg[data-points], .drawing .every svg[data-points]')
		.first()
		.evaluate((svg: SVGSVGElement, at) => {
			const [x = 0, y = 0] = (svg.dataset['points'] ?? '').split(' ').at(at)?.split(',').map(Number) ?? [];
			const frame = svg.getBoundingClientRect();
			const scale = frame.width / svg.viewBox.baseVal.width;
			return { x: frame.left + x * scale, y: frame.top + y * scale };
		}, index);

test.describe('keyboard', () => {
	test('every point can be reached: one tab stop a chart, arrows, Home and End', async ({ page }) => {
		test.setTimeout(120_000);
		let points = 0;
		for (const path of charts) {
			await page.goto(path);
			const drawing = page.locator('#chart .drawing');
			if ((await drawing.count()) === 0) continue;
			const told = await walkPoints(drawing, path);
			points += told.length;
			// What is told is a row of the table; a chart may word it in its own way.
			const name = (told[0] ?? '').split(' · ')[0]?.slice(0, 14) ?? '';
			expect(await page.locator('#table').textContent(), path).toContain(name);
		}
		expect(points).toBeGreaterThan(500);
	});

	test('a chart is one stop between its views and what follows', async ({ page }) => {
		await page.goto('/charts/share-trend/');
		await page.locator('.views a').last().focus();
		await page.keyboard.press('Tab');
		await expect(page.locator('#chart .drawing')).toBeFocused();
		expect(await shown(page)).toHaveLength(1);
		expect(await page.locator('.tip').getAttribute('role')).toBe('status');
		await page.keyboard.press('Tab');
		await expect(page.locator('#chart .drawing')).not.toBeFocused();
		expect(await shown(page)).toEqual([]);
	});

	test('tips can be dismissed and hovered', async ({ page }) => {
		await page.goto('/charts/frontier/');
		const place = await stopOf(page, 0);
		await page.mouse.move(place.x, place.y);
		const [first] = await shown(page);
		expect(first).toMatch(/\S/);
		// Over the tip itself it stays.
		const box = (await page.locator('.tip:visible').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
		await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
		expect(await shown(page)).toEqual([first]);
		// Escape closes it where the pointer is, without moving it.
		await page.keyboard.press('Escape');
		expect(await shown(page)).toEqual([]);
		await page.mouse.move(place.x, place.y);
		expect(await shown(page)).toEqual([first]);
		await page.mouse.move(2, 2);
		expect(await shown(page)).toEqual([]);
	});

	test('a tip lies inside the window at 360 px', async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 780 });
		await page.goto('/charts/price-history/');
		await page.locator('#chart .drawing').focus();
		for (const key of ['Home', 'ArrowRight', 'End']) {
			await page.keyboard.press(key);
			const box = await page.locator('.tip:visible').boundingBox();
			expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
			expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
		}
	});

	test('a marked series is in the address, Back unmarks it, the other language keeps it', async ({ page }) => {
		await page.goto('/charts/frontier/');
		await page.locator('#chart .drawing').focus();
		await page.keyboard.press('Home');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\?mark=[a-z0-9.-]+$/);
		const rings = await page.locator('.wide .marked').count();
		expect(rings).toBeGreaterThan(0);
		await page.locator('a[data-twin]').click();
		await expect(page).toHaveURL(/\/zh\/charts\/frontier\/\?mark=[a-z0-9.-]+$/);
		await expect(page.locator('.wide .marked')).toHaveCount(rings);
		await page.goBack();
		await page.goBack();
		await expect(page).toHaveURL(/\/charts\/frontier\/$/);
		await expect(page.locator('.marked')).toHaveCount(0);
	});

	test('a tab shows its part, is in the address, and an unknown state changes nothing', async ({ page }) => {
		await page.goto('/charts/share-trend/?tab=nothing&other=1');
		await expect(page.locator('#chart .drawing')).toBeVisible();
		await expect(page.locator('#table')).toBeHidden();
		await page.locator('nav.tabs a[href$="#table"]').click();
		await expect(page).toHaveURL(/\?tab=table&other=1$/);
		await expect(page.locator('#table')).toBeVisible();
		await expect(page.locator('#chart .drawing')).toBeHidden();
		await page.locator('nav.tabs a[href$="#chart"]').click();
		await expect(page).toHaveURL(/\?other=1$/);
		await page.goBack();
		await expect(page.locator('#table')).toBeVisible();
		await page.locator('a[data-twin]').click();
		await expect(page).toHaveURL(/\/zh\/charts\/share-trend\/\?tab=table&other=1$/);
		await expect(page.locator('#table')).toBeVisible();
		// An anchor inside a part opens that part.
		await page.goto('/charts/share-trend/#sources');
		await expect(page.locator('#sources')).toBeVisible();
	});
});
