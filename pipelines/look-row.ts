import { observedOf } from './sheet.ts';
import type { Look } from './store.ts';

/** One line of `raw.look`. `held`: the snapshot's rows are not in use, whatever the reason. */
export type LookRow = {
	source: string;
	url: string;
	snapshot: string | null;
	fetched_at: string;
	observed_on: string | null;
	observed_on_basis: string | null;
	observed_on_quality: string | null;
	bytes: number | null;
	rows: number | null;
	rejected: number | null;
	reader: string | null;
	state: 'good' | 'held' | 'unchanged' | 'failed' | 'skipped';
	reason: string | null;
};

/** What was made of one snapshot. `failed`: its body cannot be read back. */
export type Judged = { state: 'good' | 'held' | 'failed'; reason: string | null; rows: number; rejected: number };

/** A look as the warehouse takes it; `judged` where it has a snapshot. */
export function lookRow(look: Look, reader: string, judged: Judged | undefined): LookRow {
	const { source, url, snapshot, fetched_at, bytes, status } = look;
	const base = { source, url, fetched_at: fetched_at.replace('Z', '') };
	if (judged === undefined) {
		const state = status === 'skipped' ? 'skipped' : 'failed';
		const nothing = { observed_on: null, observed_on_basis: null, observed_on_quality: null, bytes: null };
		return {
			...base,
			...nothing,
			snapshot: null,
			rows: null,
			rejected: null,
			reader: null,
			state,
			reason: look.reason,
		};
	}
	const { on, basis, quality } = observedOf(look);
	return {
		...base,
		snapshot,
		observed_on: on,
		observed_on_basis: basis,
		observed_on_quality: quality,
		bytes,
		rows: judged.rows,
		rejected: judged.rejected,
		reader,
		state: judged.state === 'good' && status === 'unchanged' ? 'unchanged' : judged.state,
		reason: judged.reason,
	};
}
