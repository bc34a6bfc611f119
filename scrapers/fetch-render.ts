import { isUtf8 } from 'node:buffer';
import { setTimeout as pause } from 'node:timers/promises';
import { PlaywrightCrawler } from '@crawlee/playwright';
import { chromium, type Page, type Route } from 'playwright';
import { launchOptions } from './chromium.ts';
import { crawlOf, nothingKept, plain, places } from './crawl.ts';
import { FetchError } from './fetch-error.ts';
import type { Answer, Sent } from './fetch-http.ts';

export type Renderer = {
	/**
	 * The page's HTML after its scripts have run, as soon as its text `shows` what it is kept for, and at the latest after
	 * `patience_ms`. `document` is the page as served; `get` answers what its scripts ask for. Throws `FetchError`.
	 */
	render(job: Rendering): Promise<Uint8Array>;
	close(): Promise<void>;
};

export type Rendering = {
	url: string;
	shows: RegExp;
	document: Answer;
	get(url: string, sent: Sent): Promise<Answer>;
	max_bytes: number;
};

/** Times in milliseconds. `quiet_ms` is how long a page that shows what is wanted may still go on loading. */
type Patience = { patience_ms: number; quiet_ms: number };

const most_requests = 300;
/** What a price sheet can do without. */
const idle = new Set(['image', 'media', 'font', 'texttrack', 'eventsource', 'websocket', 'manifest', 'ping']);
const passed_on = [
	'content-type',
	'access-control-allow-origin',
	'access-control-allow-credentials',
	'access-control-allow-headers',
	'access-control-allow-methods',
	'access-control-expose-headers',
];

/** No host is found and no proxy answers: whatever is not handed in by us, the browser cannot get. */
const no_network = [
	'--host-resolver-rules=MAP * ~NOTFOUND',
	'--proxy-server=http://127.0.0.1:9',
	'--proxy-bypass-list=<-loopback>',
	'--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
	'--dns-prefetch-disable',
];

/**
 * Pages through Crawlee's Playwright crawler, in a Chromium without a network: every request of a page is answered by the
 * same way to a host that plain requests take, with its robots.txt, its limits and its refusal of private addresses.
 */
export function rendererOf(options: {
	executable: string | undefined;
	user_agent: string;
	patience: Patience;
}): Renderer {
	const { patience } = options;
	const { crawl, close } = crawlOf<Rendering, Uint8Array>(
		jobs =>
			new PlaywrightCrawler(
				{
					...plain,
					...places(2),
					navigationTimeoutSecs: patience.patience_ms / 1000,
					requestHandlerTimeoutSecs: Math.max(5_000, 2 * patience.patience_ms + patience.quiet_ms) / 1000,
					headless: true,
					launchContext: {
						launcher: chromium,
						useIncognitoPages: true,
						launchOptions: launchOptions(options.executable, no_network),
					},
					browserPoolOptions: {
						useFingerprints: false,
						operationTimeoutSecs: 60,
						prePageCreateHooks: [
							(_id, _controller, page) =>
								void Object.assign(page ?? {}, {
									userAgent: options.user_agent,
									serviceWorkers: 'block',
									acceptDownloads: false,
									locale: 'en-US',
								}),
						],
					},
					preNavigationHooks: [
						async ({ request, page }, goto) => {
							const job = jobs.get(request.uniqueKey)!;
							goto!.waitUntil = 'domcontentloaded';
							page.on('popup', popup => void popup.close().catch(() => {}));
							page.on('dialog', dialog => void dialog.dismiss().catch(() => {}));
							await page.context().routeWebSocket(/./, socket => void socket.close());
							await page.route(/./, answering(job));
						},
					],
					async requestHandler({ request, page }) {
						const job = jobs.get(request.uniqueKey)!;
						await settled(page, job.shows, patience);
						const html = await page.content();
						const bytes = new TextEncoder().encode(html);
						const { host } = new URL(job.url);
						if (bytes.length <= job.max_bytes) job.done(bytes);
						else job.fail(new FetchError(host, 'body too large', `over ${job.max_bytes} bytes rendered`));
					},
					failedRequestHandler: ({ request }, problem) => jobs.get(request.uniqueKey)?.fail(problem),
				},
				nothingKept(),
			),
	);
	const render = (job: Rendering): Promise<Uint8Array> =>
		crawl(job).catch((problem: unknown) => {
			throw problem instanceof FetchError ? problem : unrendered(job.url, problem as Error);
		});
	return { render, close };
}

function unrendered(url: string, { message }: Error): FetchError {
	const first = message.split('\n', 1)[0]!.replace(/\s+/g, ' ').trim();
	return new FetchError(new URL(url).host, 'page cannot be rendered', first.slice(0, 160));
}

/** The document is handed in as it was served; what it asks for is fetched, up to a number and a size. */
function answering(job: Rendering): (route: Route) => Promise<void> {
	let asked = 0;
	let bytes = 0;
	return async route => {
		const request = route.request();
		try {
			if (request.isNavigationRequest() && request.url() === job.url && asked === 0) {
				asked++;
				return await route.fulfill(fulfilled(job.document));
			}
			const is_wanted = !idle.has(request.resourceType()) && ++asked <= most_requests && bytes <= job.max_bytes;
			if (!is_wanted) return await route.abort('blockedbyclient');
			const body = request.postDataBuffer() ?? undefined;
			const answer = await job.get(request.url(), { method: request.method(), headers: request.headers(), body });
			bytes += answer.bytes.length;
			await route.fulfill(fulfilled(answer));
		} catch {
			// the page sees a failed request; whether it can do without, its text will show
			await route.abort('failed').catch(() => {});
		}
	};
}

function fulfilled({ status, header, bytes }: Answer): Parameters<Route['fulfill']>[0] {
	const headers = Object.fromEntries(passed_on.map(name => [name, header(name) ?? '']).filter(([, value]) => value));
	const type = headers['content-type'] ?? '';
	// what names no charset and is UTF-8 is read as such, as everywhere else here; a browser would guess Latin
	if (/^text\//.test(type) && !/charset=/i.test(type) && isUtf8(bytes))
		headers['content-type'] = `${type}; charset=utf-8`;
	return { status, headers, body: Buffer.from(bytes) };
}

async function settled(page: Page, shows: RegExp, { patience_ms, quiet_ms }: Patience): Promise<void> {
	const seen = page.waitForFunction(
		([source, flags]) => new RegExp(source!, flags).test(document.body?.innerText ?? ''),
		[shows.source, shows.flags],
		{ timeout: patience_ms, polling: 200 },
	);
	const is_seen = await seen.then(
		() => true,
		() => false,
	);
	if (is_seen) await Promise.race([page.waitForLoadState('networkidle').catch(() => {}), pause(quiet_ms)]);
}
