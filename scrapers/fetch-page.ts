import { Readable } from 'node:stream';
import { CheerioCrawler, type BaseHttpClient, type CheerioAPI, type StreamingHttpResponse } from '@crawlee/cheerio';
import { crawlOf, job_header, nothingKept, places, plain } from './crawl.ts';
import type { Answer } from './fetch-http.ts';

/** A page as it was served, and the text that a reader without scripts sees of it: all of it where it is no HTML. */
export type Page = { answer: Answer; text: string };

export type Pages = {
	/** `ask` gives the answer; what it throws is thrown. */
	load(url: string, ask: () => Promise<Answer>): Promise<Page>;
	close(): Promise<void>;
};

type Job = { url: string; ask(): Promise<Answer>; brought: { answer?: Answer; problem?: Error } };

/**
 * Pages through Crawlee's Cheerio crawler, with our own way to a host as its HTTP client: Crawlee by itself obeys no
 * Retry-After and no Crawl-delay, knows no conditional request and calls itself a browser.
 */
export function pagesOf(): Pages {
	const { crawl, close } = crawlOf<Job, Page>(jobs => {
		const httpClient: BaseHttpClient = {
			sendRequest: () => Promise.reject(new Error('pages: unsupported: requests beside the page')),
			async stream(request) {
				const job = jobs.get(String(request.headers?.[job_header]));
				if (!job) throw new Error(`pages: unknown job: ${String(request.url)}`);
				const { brought } = job;
				brought.answer = await job.ask().catch((problem: unknown) => {
					brought.problem = problem as Error;
					throw problem;
				});
				return streamed(brought.answer, request);
			},
		};
		return new CheerioCrawler(
			{
				...plain,
				...places(16),
				httpClient,
				ignoreHttpErrorStatusCodes: [500, 501, 502, 503, 504],
				requestHandler({ request, $ }) {
					const job = jobs.get(request.uniqueKey);
					const answer = job?.brought.answer;
					if (answer) job.done({ answer, text: isHtml(answer) ? textOf($) : new TextDecoder().decode(answer.bytes) });
				},
				failedRequestHandler({ request }, problem) {
					const job = jobs.get(request.uniqueKey);
					const { answer } = job?.brought ?? {};
					// what Crawlee takes for no page (an empty 304, data) is an answer all the same
					if (answer) job?.done({ answer, text: new TextDecoder().decode(answer.bytes) });
					else job?.fail(job.brought.problem ?? problem);
				},
			},
			nothingKept(),
		);
	});
	return { load: (url, ask) => crawl({ url, ask, brought: {} }), close };
}

function streamed(answer: Answer, request: Parameters<BaseHttpClient['stream']>[0]): StreamingHttpResponse {
	const progress = { percent: 1, transferred: answer.bytes.length };
	return {
		request,
		url: String(request.url),
		redirectUrls: [],
		statusCode: answer.status,
		headers: { 'content-type': answer.header('content-type') ?? 'text/html' },
		trailers: {},
		complete: true,
		stream: Readable.from(answer.bytes.length > 0 ? [Buffer.from(answer.bytes)] : []),
		downloadProgress: progress,
		uploadProgress: progress,
	};
}

const isHtml = ({ header }: Answer): boolean => /html/.test(header('content-type') ?? 'text/html');

function textOf($: CheerioAPI): string {
	$('script, style, noscript, template').remove();
	return $.root().text();
}
