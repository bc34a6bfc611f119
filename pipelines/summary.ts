/** What one source came to in one run. */
export type SourceSummary = {
	id: string;
	/** `fresh`: nothing was due. `unchanged`: looked, and everything was as before. `held`: rows were refused, the last good ones stay. */
	state: 'good' | 'unchanged' | 'fresh' | 'held' | 'failed' | 'skipped';
	/** Rows of the snapshots of this run, or of the last good ones where there is none. */
	rows: number;
	asked: number;
	ms: number;
	reason: string | null;
	/** UTC day of the newest look whose rows are in use. */
	last_good_day: string | null;
};

export type Summary = { sources: SourceSummary[] };

/** One line of a source, columns aligned: id, state, rows, seconds, and the reason where there is one. */
export function lineOf(summary: SourceSummary): string {
	const { id, state, rows, ms, reason, last_good_day } = summary;
	const line = `${id.padEnd(26)} ${state.padEnd(9)} ${rows.toLocaleString('en').padStart(9)} rows ${(ms / 1000).toFixed(1).padStart(6)} s`;
	const stale = state === 'failed' || state === 'held' || state === 'skipped';
	const since = stale ? (last_good_day === null ? '; no good look yet' : `; last good ${last_good_day}`) : '';
	return reason === null ? `${line}${since}` : `${line}  ${reason}${since}`;
}
