import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dist, expect, pagesOf, sampled, test } from './site.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const pages = pagesOf(dist);
// One page of each kind, in each language; a frame is the figure of its chart's page.
const kinds = sampled(pages, 1).filter(page => !page.includes('/embed/') || page === '/embed/frontier/');
const languages = {
	en: kinds.filter(page => !page.startsWith('/zh/')),
	zh: kinds.filter(page => page.startsWith('/zh/')),
};

type Results = { violations: { id: string; nodes: { html: string }[] }[] };

// Only colours differ in the dark theme. What passes is told by one element a rule: naming them all takes most of the time.
const schemes = [
	['light', {}],
	['dark', { runOnly: ['color-contrast'] }],
] as const;

test.describe('axe', () => {
	for (const [lang, own] of Object.entries(languages))
		test(`no page type has a violation in either theme, ${lang}`, async ({ page }) => {
			test.setTimeout(180_000);
			expect(own.length).toBeGreaterThan(8);
			for (const path of own) {
				await page.emulateMedia({ colorScheme: 'light' });
				await page.goto(path);
				// The policy of the page forbids foreign scripts; the debugger may still evaluate.
				await page.evaluate(axe);
				for (const [colorScheme, rules] of schemes) {
					await page.emulateMedia({ colorScheme });
					const { violations } = (await page.evaluate(
						`axe.run(document, ${JSON.stringify({ ...rules, resultTypes: ['violations'] })})`,
					)) as Results;
					const found = violations.map(
						({ id, nodes }) =>
							`${id}: ${nodes
								.map(node => node.html)
								.join(' ')
								.slice(0, 200)}`,
					);
					expect(found, `${path} ${colorScheme}`).toEqual([]);
				}
			}
		});
});

test.describe('narrow', () => {
	const walked = sampled(pages, 2);
	for (const [lang, own] of [
		['en', walked.filter(path => !path.startsWith('/zh/'))],
		['zh', walked.filter(path => path.startsWith('/zh/'))],
	] as const)
		test(`no page scrolls sideways at 320, 360 and 1280 px, ${lang}`, async ({ page }) => {
			test.setTimeout(120_000);
			expect(own.length).toBeGreaterThan(16);
			for (const path of own) {
				await page.goto(path);
				for (const width of [320, 360, 1280]) {
					await page.setViewportSize({ width, height: 800 });
					const wide = await page.evaluate(() => document.documentElement.scrollWidth);
					expect(wide, `${path} at ${width}`).toBeLessThanOrEqual(width);
				}
			}
		});

	test('every control of a page is at least 24 px high', async ({ page }) => {
		await page.setViewportSize({ width: 320, height: 800 });
		await page.goto('/charts/share-trend/');
		for (const link of await page.locator('nav a, .choices a, button:visible, summary').all())
			expect((await link.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(24);
	});

	test('a drawn label lies inside its picture', async ({ page }) => {
		for (const path of ['/', '/prices/', '/capability/', '/share/', '/health/', '/data/']) {
			await page.goto(path);
			await page.evaluate(() => document.fonts.ready);
			const outside = await page.evaluate(() =>
				[...document.querySelectorAll<SVGSVGElement>('.drawing .wide > svg')].flatMap(svg => {
					const frame = svg.getBoundingClientRect();
					return [...svg.querySelectorAll('text')].flatMap(text => {
						const box = text.getBoundingClientRect();
						return box.width > 0 &&
							(box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1)
							? [text.textContent ?? '']
							: [];
					});
				}),
			);
			expect(outside, path).toEqual([]);
		}
	});
});
