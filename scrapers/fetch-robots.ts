import { createRequire } from 'node:module';

type Robots = {
	isAllowed(url: string, agent?: string): boolean | undefined;
	getCrawlDelay(agent?: string): number | undefined;
};
// the package's own types declare a module without exports that NodeNext can see
const robotsParser = createRequire(import.meta.url)('robots-parser') as (url: string, text: string) => Robots;

/** What a host's robots.txt says of one page. */
export type Manners = { is_allowed: boolean; crawl_delay_ms: number; problem: string | null };

/**
 * RFC 9309: no file (4xx) allows everything, a server in trouble (5xx, no answer) allows nothing. `get` gives the text of
 * an address, null for 4xx, and throws otherwise. Asked once a host.
 */
export function robotsOf(
	agent: string,
	get: (url: string) => Promise<string | null>,
): (url: string) => Promise<Manners> {
	const known = new Map<string, Promise<Robots | Error>>();
	return async url => {
		const file = new URL('/robots.txt', url).href;
		let robots = known.get(file);
		if (!robots) {
			robots = get(file).then(
				text => robotsParser(file, text ?? ''),
				(error: unknown) => error as Error,
			);
			known.set(file, robots);
		}
		const rules = await robots;
		if (rules instanceof Error) return { is_allowed: false, crawl_delay_ms: 0, problem: rules.message };
		return {
			is_allowed: rules.isAllowed(url, agent) ?? true,
			crawl_delay_ms: (rules.getCrawlDelay(agent) ?? 0) * 1000,
			problem: null,
		};
	};
}
