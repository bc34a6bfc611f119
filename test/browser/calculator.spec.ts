import { expect, test } from './site.ts';

test.describe('the calculator', () => {
	test('answers as the built page does, and keeps its state in the address', async ({ page }) => {
		await page.goto('/agents/agent-90/');
		const computed = await page.locator('output').innerText();
		expect(computed).toContain('needs a price ratio of');
		const built = await page.evaluate(async () => {
			const text = await (await fetch(location.href)).text();
			return [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('output p')].map(
				one => one.textContent,
			);
		});
		expect(computed.split(/\n+/)).toEqual(built);

		await page.fill('input[name=cache]', '0');
		await page.locator('input[name=cache]').blur();
		expect(page.url()).toMatch(/\/agents\/agent-90\/\?cache=0$/);
		const cold = await page.locator('output').innerText();
		expect(cold).not.toBe(computed);
		await page.goBack();
		await expect.poll(() => page.locator('output').innerText()).toBe(computed);
		await page.goto('/agents/agent-90/?cache=0&nothing=1');
		expect(await page.locator('output').innerText()).toBe(cold);
		await page.locator('a[data-twin]').first().click();
		await expect(page).toHaveURL(/\/zh\/agents\/agent-90\/\?cache=0&nothing=1$/);
		await expect(page.locator('input[name=cache]')).toHaveValue('0');
	});

	test('says when a field is out of its range', async ({ page }) => {
		await page.goto('/zh/agents/');
		await page.fill('input[name=cache]', '101');
		expect(await page.locator('output').innerText()).toBe('有一项为空或超出范围。');
	});
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });
	test('the answer stands on the page and the form leads to the built ones', async ({ page }) => {
		await page.goto('/agents/');
		await expect(page.locator('output')).toContainText('needs a price ratio of');
		await page.click('form.calculator button');
		await expect(page).toHaveURL(/#presets$/);
		await page.click('#presets a');
		await expect(page.locator('h1')).toHaveText('A chat of 30k tokens');
	});
});
