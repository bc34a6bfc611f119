import type { Locator } from '@playwright/test';
import { expect } from './site.ts';

/**
 * Walks a drawing by its keys: one stop of the page, every point told once in order, Home and End jump, the ends hold. Gives
 * what was told of each point.
 */
export async function walkPoints(drawing: Locator, path: string): Promise<string[]> {
	await expect(drawing, path).toHaveAttribute('tabindex', '0');
	expect(await drawing.locator('[tabindex]').count(), path).toBe(0);
	await drawing.focus();
	const walked = await drawing.evaluate((node: HTMLElement) => {
		const press = (key: string) => {
			node.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
			const tip = node.querySelector<HTMLElement>('.tip');
			return tip && !tip.hidden ? (tip.textContent ?? '') : '';
		};
		const svg = [...node.querySelectorAll<SVGSVGElement>('svg[data-points]')].find(one => one.clientWidth > 0);
		const stops = (svg?.dataset['points'] ?? '').split(' ');
		const told = [press('Home')];
		for (let step = 1; step < stops.length; step += 1) told.push(press('ArrowRight'));
		const last = press('ArrowRight');
		const outside = stops.filter(stop => {
			const [x = -1, y = -1] = stop.split(',').map(Number);
			const box = svg?.viewBox.baseVal;
			// A row that is told but stands at no place has -1.
			return !box || (x < 0 && stop !== `-1,-1,${stops.indexOf(stop)}`) || x > box.width || y > box.height;
		});
		return {
			told,
			last,
			first: press('Home'),
			end: press('End'),
			before: press('ArrowLeft'),
			outside,
			stops: stops.length,
		};
	});
	expect(
		walked.told.filter(text => text.length < 3),
		path,
	).toEqual([]);
	expect(new Set(walked.told).size, `${path}: points tell themselves apart`).toBeGreaterThan(walked.stops * 0.5);
	expect(walked.last, path).toBe(walked.told.at(-1));
	expect(walked.first, path).toBe(walked.told[0]);
	expect(walked.end, path).toBe(walked.told.at(-1));
	expect(walked.before, path).toBe(walked.told.at(-2) ?? walked.told[0]);
	expect(walked.outside, path).toEqual([]);
	return walked.told;
}
