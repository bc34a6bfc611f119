import { href } from './href.ts';
import { base } from './origin.ts';
import { languages, wordsOf, type Lang, type Words } from './words.ts';

/** Where a page stands: its language, its words, its address, and links from there. */
export type Here = {
	readonly lang: Lang;
	readonly words: Words;
	/** The address without its language, the same in both: `/prices/`. */
	readonly page: string;
	/** The address itself: `/zh/prices/` in Chinese. */
	readonly path: string;
	/** The address of a page in the same language. */
	at(page: string): string;
	/** A link to a page in the same language, by its address without language. */
	to(page: string): string;
	/** A link to a file that has one address in all languages: data, assets, CSV. */
	file(address: string): string;
	/** A link to the twin of this page. */
	twin(lang: Lang): string;
};

const inLanguage = (lang: Lang, page: string) => (lang === 'en' ? page : `/${lang}${page}`);

export function here(lang: Lang, page: string): Here {
	const path = inLanguage(lang, page);
	return {
		lang,
		words: wordsOf(lang),
		page,
		path,
		at: address => inLanguage(lang, address),
		to: address => href(path, inLanguage(lang, address)),
		file: address => href(path, address),
		twin: other => href(path, inLanguage(other, page)),
	};
}

/** The same for a page that a host answers with at any address: its links begin at the root of the host. */
export function anywhere(lang: Lang, page: string): Here {
	const rooted = (address: string) => base + address.slice(1);
	return {
		...here(lang, page),
		to: address => rooted(inLanguage(lang, address)),
		file: rooted,
		twin: other => rooted(inLanguage(other, page)),
	};
}

/** The part of an address that names the language, as a route parameter: none for English. */
export type LangParam = { lang: string | undefined };
// A build may draw one language alone: the other is drawn beside it.
const drawn = languages.filter(lang => (process.env['TOKENS_SITE_LANG'] || lang) === lang);
export const langParams: readonly LangParam[] = drawn.map(lang => ({ lang: lang === 'en' ? undefined : lang }));
export const langOf = (param: string | undefined): Lang => (param === 'zh' ? 'zh' : 'en');
/** Route parameters of every page in both languages. */
export const twins = <Params extends object, Props extends object>(
	pages: readonly { params: Params; props?: Props }[],
): { params: Params & LangParam; props?: Props }[] =>
	langParams.flatMap(lang => pages.map(page => ({ ...page, params: { ...page.params, ...lang } })));
