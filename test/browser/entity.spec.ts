import { statSync } from 'node:fs';
import { join } from 'node:path';
import { walkPoints } from './points.ts';
import { dist, expect, pagesOf, quietly, test } from './site.ts';

const sizeOf = (path: string) => statSync(join(dist, path, 'index.html')).size;
const pages = pagesOf(dist);
/** The fullest page of each thing that has a page of its own. */
const things = Object.entries({
	model: /^\/models\/[^/]+\/[^/]+\/$/,
	lab: /^\/labs\/[^/]+\/$/,
	country: /^\/countries\/[^/]+\/$/,
	event: /^\/events\/\d{4}-\d\d-\d\d-[^/]+\/$/,
	claim: /^\/claims\/[^/]+\/$/,
}).map(([kind, address]) => {
	const own = pages.filter(path => address.test(path));
	return { kind, path: own.reduce((most, path) => (sizeOf(path) > sizeOf(most) ? path : most), own[0] ?? '') };
});

for (const { kind, path } of things)
	for (const address of [path, `/zh${path}`]) {
		test.describe(`the page of a ${kind}: ${address}`, () => {
			test('says nothing, asks nobody else, and its charts are walked by keys', async ({ watched, origin }) => {
				await quietly(watched, origin, address);
				const { page } = watched;
				await page.keyboard.press('Tab');
				await expect(page.locator('a.skip')).toBeFocused();
				const drawings = await page.locator('figure .drawing[data-tips]').all();
				for (const drawing of drawings) expect((await walkPoints(drawing, address)).length).toBeGreaterThan(0);
				// A table behind a picture opens by a key.
				const summary = page.locator('figure summary').first();
				if (await summary.count()) {
					await summary.focus();
					await page.keyboard.press('Enter');
					await expect(page.locator('figure details[open] table').first()).toBeVisible();
				}
				await page.locator('a[data-twin]').focus();
				await page.keyboard.press('Enter');
				await expect(page).toHaveURL(new RegExp(`^${origin}${address === path ? `/zh${path}` : path}$`));
				expect(watched.said).toEqual([]);
			});

			test.describe('without script', () => {
				test.use({ javaScriptEnabled: false });
				test('names the thing, and each picture has its table before it', async ({ watched, origin }) => {
					await quietly(watched, origin, address);
					const { page } = watched;
					await expect(page.locator('h1')).toHaveCount(1);
					await expect(page.locator('html')).toHaveAttribute('lang', address === path ? 'en' : 'zh-Hans');
					const figures = await page.locator('figure').evaluateAll(nodes =>
						nodes.map(figure => {
							const [table, svg] = [figure.querySelector('table'), figure.querySelector('.drawing svg')];
							return {
								rows: table?.querySelectorAll('tbody tr').length ?? 0,
								head: table?.querySelectorAll('thead th').length ?? 0,
								caption: table?.caption?.textContent ?? '',
								isFirst: !table || !svg || table.compareDocumentPosition(svg) === Node.DOCUMENT_POSITION_FOLLOWING,
								isSaid: figure.querySelector('.sentence') !== null,
							};
						}),
					);
					for (const { rows, head, caption, isFirst, isSaid } of figures) {
						expect(isSaid || (rows > 0 && head > 1 && caption.length > 5)).toBe(true);
						expect(isFirst).toBe(true);
					}
					for (const details of await page.locator('figure details').all())
						if ((await details.getAttribute('open')) === null) await details.locator('> summary').click();
					for (const table of await page.locator('figure details table').all()) await expect(table).toBeVisible();
					expect(await page.locator('table, dl').count()).toBeGreaterThan(0);
				});
			});
		});
	}
