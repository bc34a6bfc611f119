import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, rowsOf } from '../../warehouse/duckdb.ts';
import type { Catalog } from '../../warehouse/export.ts';
import { dist, expect, test } from './site.ts';

const catalog = JSON.parse(readFileSync(join(dist, 'data', 'catalog.json'), 'utf8')) as Catalog;
const many = catalog.marts.filter(({ parquet }) => parquet.length > 1);

test.describe('explore', () => {
	for (const lang of ['', '/zh']) {
		test(`${lang || 'english'}: reads a published Parquet file and counts as DuckDB does`, async ({
			watched,
			origin,
		}) => {
			const { page, said, asked, failed } = watched;
			await page.goto(`${lang}/explore/`);
			expect(asked.filter(url => /parquet|assets\/explore/.test(url))).toEqual([]);
			const button = page.locator('button[data-load]');
			await expect(button).toHaveText(/\d+ kB/);
			await button.click();
			await page.locator('select[name=table]').selectOption('mart_token_share__country_week');
			const db = await connect(join(dist, 'data', 'tokens.duckdb'), { readonly: true });
			const count = async (where: string) =>
				Number(
					(
						await rowsOf<{ n: number }>(
							db,
							`select count(*)::integer as n from mart_token_share__country_week ${where}`,
						)
					)[0]?.n,
				);
			const grouped = (n: number) => n.toLocaleString('en');
			await expect(page.locator('.said')).toContainText(grouped(await count('')));
			await page.locator('button[name=add]').click();
			const filter = page.locator('p.filter:not([hidden])');
			await filter.locator('[name=column]').selectOption('country');
			await filter.locator('[name=value]').fill('CN');
			const [chinese, all] = [await count("where country = 'CN'"), await count('')];
			db.closeSync();
			expect(chinese).toBeGreaterThan(10);
			await expect(page.locator('.said')).toContainText(
				lang ? `${grouped(all)}行中的${grouped(chinese)}行` : `${grouped(chinese)} of ${grouped(all)} rows`,
			);
			await expect(page.locator('.result svg[role=img]')).toHaveCount(1);
			await expect(page.locator('.result tbody tr')).toHaveCount(50);
			expect(new URL(page.url()).searchParams.getAll('f')).toEqual(['country.is.CN']);
			const address = page.url();
			const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.result a[download]').click()]);
			const csv = readFileSync(await file.path(), 'utf8');
			expect(csv.trimEnd().split('\n')).toHaveLength(chinese + 1);
			const whole = readFileSync(join(dist, 'data', 'csv', 'mart_token_share__country_week.csv'), 'utf8').split('\n');
			expect(csv.split('\n')[0]).toBe(whole[0]);
			// the address alone brings it back
			await page.goto(address);
			await page.locator('button[data-load]').click();
			await expect(page.locator('.said')).toContainText(grouped(chinese));
			expect([said, failed]).toEqual([[], []]);
			expect(asked.filter(url => !url.startsWith(`${origin}/`) && !url.startsWith('blob:'))).toEqual([]);
		});
	}

	test('a table of several files is one table', async ({ page }) => {
		const mart = many[0];
		expect(mart, 'a mart in several files').toBeDefined();
		await page.goto(`/explore/?table=${mart?.name}`);
		await page.locator('button[data-load]').click();
		await expect(page.locator('.said')).toContainText((mart?.rows ?? 0).toLocaleString('en'), { timeout: 30_000 });
	});
});

test.describe('sql', () => {
	test('answers its examples as they are printed, reads no other host and no other file', async ({
		watched,
		origin,
	}) => {
		test.setTimeout(120_000);
		const { page, said, asked, failed } = watched;
		await page.goto('/explore/sql/');
		expect(asked.filter(url => /wasm|duckdb/.test(url))).toEqual([]);
		await page.locator('button[data-load]').click();
		await expect(page.locator('form.explore')).toBeVisible({ timeout: 90_000 });
		const examples = catalog.queries.filter(({ name }) => catalog.explore.queries.includes(name));
		expect(examples.length).toBeGreaterThanOrEqual(15);
		for (const { name, columns, rows } of examples) {
			await page.locator('select[name=query]').selectOption(name);
			await expect(page.locator('.said')).toHaveText(new RegExp(`^${rows.length} rows in`), { timeout: 30_000 });
			await expect(page.locator('.result thead th')).toHaveText(columns.map(column => column.name));
			const shown = await page
				.locator('.result tbody tr')
				.evaluateAll(lines =>
					lines.map(line => [...(line as HTMLTableRowElement).cells].map(cell => cell.textContent)),
				);
			expect(shown, name).toEqual(
				rows.map(row =>
					row.map(value => (value === null ? '' : Array.isArray(value) ? `[${value.join(', ')}]` : String(value))),
				),
			);
			expect(new URL(page.url()).searchParams.get('query')).toBe(name);
		}
		expect([said, failed]).toEqual([[], []]);
		// the engine says a reader's mistakes on the console too
		const tell = async (sql: string) => {
			await page.locator('[name=sql]').fill(sql);
			await page.locator('button[type=submit]').click();
			await expect(page.locator('.said')).not.toHaveText(/Running/);
			return page.locator('.said').innerText();
		};
		expect(await tell('select nothing')).toMatch(/did not work/);
		expect(await tell('delete from mart_lab__lab')).toMatch(/did not work/);
		await tell('load spatial');
		expect(failed).toEqual([]);
		expect(asked.filter(url => !url.startsWith(`${origin}/`) && !url.startsWith('blob:'))).toEqual([]);
	});
});
