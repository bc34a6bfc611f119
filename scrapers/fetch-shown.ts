import { FetchError } from './fetch-error.ts';
import type { Answer, Http, Sent } from './fetch-http.ts';
import type { Pages } from './fetch-page.ts';
import type { Renderer } from './fetch-render.ts';
import type { Manners } from './fetch-robots.ts';

/** A page to be fetched; `shows` is the text it is kept for, null where any page will do. */
export type Wanted = { url: string; shows: RegExp | null; max_bytes: number; ask(): Promise<Answer> };

export type Shown = { page(wanted: Wanted): Promise<Answer>; close(): Promise<void> };

/**
 * Pages as a reader sees them: as served where that shows what is wanted, else after their scripts have run. The
 * crawlers are loaded with the first page that needs them.
 */
export function shownOf(options: {
	http: Pick<Http, 'led'>;
	robots(url: string): Promise<Manners>;
	user_agent: string;
	/** Path of a Chromium, undefined for playwright's own, null where there is none. */
	chromium: string | undefined | null;
	patience: { patience_ms: number; quiet_ms: number };
}): Shown {
	const { http, robots, user_agent, chromium, patience } = options;
	let pages: Promise<Pages> | undefined;
	let renderer: Promise<Renderer> | undefined;

	async function led(url: string, sent: Sent, max_bytes: number): Promise<Answer> {
		const { host, pathname } = new URL(url);
		if (!['GET', 'POST'].includes(sent.method)) throw new FetchError(host, 'unsupported method', sent.method);
		const { is_allowed } = await robots(url);
		if (!is_allowed) throw new FetchError(host, 'robots.txt forbids', pathname);
		const kept = Object.entries(sent.headers).filter(([name]) => !/^(sec-|cookie$|host$|connection$)/.test(name));
		const headers = { ...Object.fromEntries(kept), 'user-agent': user_agent, 'accept-encoding': 'gzip, br' };
		return http.led(url, { ...sent, headers }, max_bytes);
	}

	async function rendered(document: Answer, shows: RegExp, max_bytes: number): Promise<Answer> {
		const { host } = new URL(document.url);
		if (chromium === null) throw new FetchError(host, 'page needs a browser', `shows no ${shows.source} as served`);
		renderer ??= import('./fetch-render.ts').then(({ rendererOf }) =>
			rendererOf({ executable: chromium, user_agent, patience }),
		);
		const get = (url: string, sent: Sent): Promise<Answer> => led(url, sent, max_bytes);
		const bytes = await (await renderer).render({ url: document.url, shows, document, get, max_bytes });
		// no validators: they would confirm the page as served, which is not what is kept
		const header = (name: string): string | null => (name === 'content-type' ? 'text/html; charset=utf-8' : null);
		return { url: document.url, status: 200, header, bytes };
	}

	return {
		async page({ url, shows, max_bytes, ask }) {
			pages ??= import('./fetch-page.ts').then(({ pagesOf }) => pagesOf());
			const { answer, text } = await (await pages).load(url, ask);
			const is_whole = shows === null || answer.status !== 200 || answer.bytes.length === 0 || shows.test(text);
			return is_whole ? answer : await rendered(answer, shows, max_bytes);
		},
		async close() {
			await Promise.all([pages?.then(leg => leg.close()), renderer?.then(leg => leg.close())]);
		},
	};
}
