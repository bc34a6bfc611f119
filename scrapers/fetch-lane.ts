import { setTimeout as pause } from 'node:timers/promises';
import PQueue from 'p-queue';
import { FetchError } from './fetch-error.ts';

/** The way to one host: so many requests at a time, so far apart, and none before the host wants to be asked again. */
export type Lane = {
	/** Wait for a free place, then do it. */
	run<Value>(task: () => Promise<Value>): Promise<Value>;
	/** Wait for one's turn; called before each attempt. Throws `FetchError` when the turn is further off than `patience_ms`. */
	turn(interval_ms: number): Promise<void>;
	/** The host asked for a pause: nobody goes before it is over. */
	hold(ms: number): void;
	/** Nothing answers there: whoever waits for a turn is told so at once. */
	giveUp(error: FetchError): void;
};

export function lanesOf(patience_ms: number): (host: string, concurrency: number) => Lane {
	const lanes = new Map<string, Lane & { narrow(concurrency: number): void }>();
	return (host, concurrency) => {
		let lane = lanes.get(host);
		if (!lane) lanes.set(host, (lane = laneOf(host, concurrency, patience_ms)));
		lane.narrow(concurrency);
		return lane;
	};
}

function laneOf(host: string, concurrency: number, patience_ms: number): Lane & { narrow(concurrency: number): void } {
	const queue = new PQueue({ concurrency });
	let next_at = 0;
	let held_until = 0;
	let lost: FetchError | undefined;
	return {
		run: task => queue.add(task),
		async turn(interval_ms) {
			if (lost) throw lost;
			const now = performance.now();
			if (held_until - now > patience_ms) {
				throw new FetchError(host, 'asked to wait', `${Math.ceil((held_until - now) / 1000)} s`);
			}
			const at = Math.max(now, next_at, held_until);
			next_at = at + interval_ms;
			if (at > now) await pause(at - now);
			// a turn that came late on a busy machine must not bring the next one closer
			next_at = Math.max(next_at, performance.now() + interval_ms);
			if (lost) throw lost;
		},
		giveUp(error) {
			lost = error;
		},
		hold(ms) {
			held_until = Math.max(held_until, performance.now() + ms);
		},
		// two sources of one host: the more careful one decides
		narrow(wanted) {
			queue.concurrency = Math.min(queue.concurrency, wanted);
		},
	};
}
