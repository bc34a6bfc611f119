/** Milliseconds that a Retry-After header asks for, from seconds or a date; null where it says nothing readable. */
export function retryAfterMs(header: string | null, now: Date): number | null {
	if (header === null) return null;
	const text = header.trim();
	if (/^\d+$/.test(text)) return Number(text) * 1000;
	const at = Date.parse(text);
	return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

/** Statuses that pass: too many requests, and the server's own trouble. */
export const isPassing = (status: number): boolean =>
	status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501 && status !== 505);

/** Exponential backoff with jitter: half of `base_ms` x 2^attempt for certain, the other half by `random` in [0, 1). */
export function backoffMs(attempt: number, base_ms: number, random: number): number {
	const full = Math.min(base_ms * 2 ** attempt, 60_000);
	return full / 2 + (full / 2) * random;
}
