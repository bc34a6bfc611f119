import { randomUUID } from 'node:crypto';
import { Configuration, log, LogLevel, type BasicCrawler } from '@crawlee/cheerio';

/** What a crawler needs to be ours: nothing on disk, no retry, no session, no name but our own. */
export const plain = {
	keepAlive: true,
	maxRequestRetries: 0,
	useSessionPool: false,
	persistCookiesPerSession: false,
	respectRobotsTxtFile: false,
	// our own limits bound every wait; these only keep a fault of the crawler from lasting for ever
	requestHandlerTimeoutSecs: 600,
	navigationTimeoutSecs: 600,
} as const;

/** Places for requests: as many as asked for, whatever the crawler thinks of the machine's load; politeness is the lanes'. */
export const places = (count: number) =>
	({
		minConcurrency: count,
		maxConcurrency: count,
		autoscaledPoolOptions: { maybeRunIntervalSecs: 0.05, loggingIntervalSecs: null, autoscaleIntervalSecs: 600 },
	}) as const;

export const nothingKept = (): Configuration => new Configuration({ persistStorage: false, purgeOnStart: false });

/** Header that carries the job through the crawler; it never leaves the process. */
export const job_header = 'x-job';

/**
 * A crawler as a function: each call is one request of its own, also of an address asked before. `make` gets the jobs
 * that run, by the number in their `job_header` and `uniqueKey`; whoever handles a job settles it.
 */
export function crawlOf<Job extends { url: string }, Value>(
	make: (jobs: Map<string, Job & Settle<Value>>) => Pick<BasicCrawler, 'run' | 'addRequests' | 'teardown'>,
): { crawl(job: Job): Promise<Value>; close(): Promise<void> } {
	const jobs = new Map<string, Job & Settle<Value>>();
	let running: { crawler: ReturnType<typeof make>; end: Promise<unknown> } | undefined;
	function started(): ReturnType<typeof make> {
		if (!running) {
			log.setLevel(LogLevel.OFF);
			const crawler = make(jobs);
			running = { crawler, end: crawler.run() };
			// one that gave up as a whole (no browser starts) would leave its jobs waiting, and the next as well
			running.end.catch(problem => {
				running = undefined;
				jobs.forEach(job => job.fail(problem as Error));
			});
		}
		return running.crawler;
	}
	return {
		async crawl(job) {
			const key = randomUUID();
			try {
				return await new Promise<Value>((done, fail) => {
					jobs.set(key, { ...job, done, fail });
					started()
						.addRequests([{ url: job.url, uniqueKey: key, headers: { [job_header]: key } }])
						.catch(fail);
				});
			} finally {
				jobs.delete(key);
			}
		},
		async close() {
			await running?.crawler.teardown();
			await running?.end.catch(() => {});
		},
	};
}

export type Settle<Value> = { done(value: Value): void; fail(problem: Error): void };
