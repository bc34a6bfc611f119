import { readdirSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { serve } from '../../pipelines/serve.ts';

/** The publication under test: the one `npm test` built, or `dist`. */
export const dist = resolve(process.env['TOKENS_DIST'] ?? 'dist');

/** Addresses of every built page, `/` first. */
export function pagesOf(folder: string): string[] {
	if (!existsSync(join(folder, 'index.html')))
		throw new Error(`site: missing: ${folder}: build it with \`npm start -- --offline --no-serve\``);
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter(name => name === 'index.html' || name.endsWith('/index.html'))
		.map(name => `/${name.slice(0, -'index.html'.length)}`)
		.sort();
}

/** The kind of a page: its folder and how deep it lies, each language apart. */
export function kindOf(path: string): string {
	const parts = path.split('/').filter(Boolean);
	const at = parts[0] === 'zh' ? 1 : 0;
	return `${parts.slice(0, at + 1).join('/')}/${parts.length}`;
}

/** Pages to walk with a browser: of each kind at most `each`, evenly spread; thousands of pages of one kind are drawn by one file. */
export function sampled(pages: readonly string[], each: number): string[] {
	const kinds = new Map<string, string[]>();
	for (const page of pages) kinds.set(kindOf(page), [...(kinds.get(kindOf(page)) ?? []), page]);
	return [...kinds.values()].flatMap(own =>
		own.length <= each
			? own
			: Array.from(
					{ length: each },
					(_, index) => own[Math.round((index * (own.length - 1)) / Math.max(1, each - 1))] ?? '',
				),
	);
}

export type Watched = { page: Page; said: string[]; asked: string[]; failed: string[] };

/** Opens a page that must say nothing, miss nothing and ask nobody else; how many requests that took. */
export async function quietly({ page, said, asked, failed }: Watched, origin: string, path: string): Promise<number> {
	asked.length = 0;
	await page.goto(`${origin}${path}`, { waitUntil: 'load' });
	const elsewhere = asked.filter(url => !url.startsWith(`${origin}/`));
	expect({ said, failed, elsewhere }, path).toEqual({ said: [], failed: [], elsewhere: [] });
	return asked.length;
}

/** A page over the served publication, with what it said, asked for and could not get. */
export const test = base.extend<{ watched: Watched; theme: 'light' | 'dark' }, { origin: string }>({
	origin: [
		async ({}, use) => {
			const server = await serve({ dir: dist, port: 0 });
			await use(server.url.replace(/\/$/, ''));
			await server.close();
		},
		{ scope: 'worker' },
	],
	baseURL: ({ origin }, use) => use(origin),
	watched: async ({ page }, use) => {
		const watched: Watched = { page, said: [], asked: [], failed: [] };
		page.on('console', message => watched.said.push(message.text()));
		page.on('pageerror', error => watched.said.push(error.message));
		page.on('request', request => watched.asked.push(request.url()));
		// What leaving the page cut short (the icon, as a rule) did not fail: a missing file answers 404.
		page.on('requestfailed', request => {
			if (request.failure()?.errorText !== 'net::ERR_ABORTED') watched.failed.push(request.url());
		});
		page.on('response', response => {
			if (response.status() >= 400) watched.failed.push(`${response.status()} ${response.url()}`);
		});
		await use(watched);
	},
});

export { expect };
