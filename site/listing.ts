import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { origin } from './origin.ts';

/** Pages that are no place of their own: the answer to an unknown address, and frames. */
const unlisted = /^(404\.html|(zh\/)?embed\/)/;

/** Writes `sitemap.xml`, every page with its twin, and `robots.txt` into a drawn site. */
export async function writeListing(site: string): Promise<void> {
	const pages = (await readdir(site, { recursive: true, encoding: 'utf8' }))
		.map(name => name.replaceAll('\\', '/'))
		.filter(name => /(^|\/)index\.html$/.test(name) && !unlisted.test(name))
		.map(name => `/${name.slice(0, -'index.html'.length)}`)
		.sort();
	const known = new Set(pages);
	const entries = pages.map(page => {
		const english = page.replace(/^\/zh\//, '/');
		const twins = [
			['en', english],
			['zh-Hans', `/zh${english}`],
		].filter(([, address]) => known.has(address ?? ''));
		const links = twins.map(
			([lang, address]) =>
				`<xhtml:link rel="alternate" hreflang="${lang}" href="${origin}${encodeURI(address ?? '')}"/>`,
		);
		return `<url><loc>${origin}${encodeURI(page).replaceAll('&', '&amp;')}</loc>${links.join('')}</url>`;
	});
	const heading = '<?xml version="1.0" encoding="UTF-8"?>';
	const spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"';
	await writeFile(join(site, 'sitemap.xml'), `${heading}\n<urlset ${spaces}>\n${entries.join('\n')}\n</urlset>\n`);
	await writeFile(join(site, 'robots.txt'), `User-agent: *\nAllow: /\nSitemap: ${origin}/sitemap.xml\n`);
}
