import { Feed } from 'feed';
import { origin } from './origin.ts';
import type { Lang } from './words.ts';

/** What happened, told once: `id` is the event's own, so that a rebuild repeats nothing. */
export type Entry = {
	readonly id: string;
	readonly day: string;
	readonly title: string;
	/** Paragraphs of the body; a list of lines where one holds several. */
	readonly body: readonly (string | readonly string[])[];
	/** Its page, without the language. */
	readonly page: string;
	readonly lab?: string | null;
	readonly country?: string | null;
};

export type Told = {
	readonly path: string;
	readonly title: string;
	readonly lang: Lang;
	readonly entries: readonly Entry[];
};

/** Entries of a feed: the newest. */
export const most_entries = 50;

/** Newest first, an id once, at most fifty. */
export function newest(entries: readonly Entry[]): Entry[] {
	const once = new Map([...entries].reverse().map(entry => [entry.id, entry]));
	return [...once.values()]
		.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? -1 : 1))
		.slice(0, most_entries);
}

/** `tag:HOST,2026:EVENT` (RFC 4151): never reused, whatever address the page has. */
export const tagOf = (id: string): string => `tag:${new URL(origin).hostname},2026:${encodeURI(id)}`;

// XML has no place for these, not even as references.
const plain = (text: string): string => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
const escaped = (text: string): string =>
	plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const htmlOf = ({ body }: Entry): string =>
	body
		.map(part =>
			typeof part === 'string'
				? `<p>${escaped(part)}</p>`
				: `<ul>${part.map(line => `<li>${escaped(line)}</li>`).join('')}</ul>`,
		)
		.join('');
const inLanguage = (lang: Lang, page: string): string => `${origin}${lang === 'en' ? '' : `/${lang}`}${page}`;
const tags = { en: 'en', zh: 'zh-Hans' } as const;

/** Atom (RFC 4287). Titles are sent as HTML, so what stands in them is escaped first. */
export function atomOf({ path, title, lang, entries }: Told): string {
	const shown = newest(entries);
	const feed = new Feed({
		id: tagOf(path),
		title: plain(title),
		language: tags[lang],
		link: inLanguage(lang, '/events/'),
		updated: new Date(`${shown[0]?.day ?? '2026-01-01'}T00:00:00Z`),
		copyright: 'CC BY 4.0',
		author: { name: 'Token Observatory', link: `${origin}/` },
		feedLinks: { atom: inLanguage(lang, `${path}.xml`) },
	});
	for (const entry of shown)
		feed.addItem({
			id: tagOf(entry.id),
			title: escaped(entry.title),
			link: inLanguage(lang, entry.page),
			date: new Date(`${entry.day}T00:00:00Z`),
			content: htmlOf(entry),
		});
	return feed.atom1();
}

/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
export function jsonOf({ path, title, lang, entries }: Told): string {
	const feed = {
		version: 'https://jsonfeed.org/version/1.1',
		title,
		home_page_url: inLanguage(lang, '/events/'),
		feed_url: inLanguage(lang, `${path}.json`),
		language: tags[lang],
		authors: [{ name: 'Token Observatory', url: `${origin}/` }],
		items: newest(entries).map(entry => ({
			id: tagOf(entry.id),
			url: inLanguage(lang, entry.page),
			title: entry.title,
			content_html: htmlOf(entry),
			date_published: `${entry.day}T00:00:00Z`,
			date_modified: `${entry.day}T00:00:00Z`,
		})),
	};
	return `${JSON.stringify(feed, null, '\t')}\n`;
}
