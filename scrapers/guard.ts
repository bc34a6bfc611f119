import { futureProblem, type Seen } from './guard-future.ts';
import { leapProblem } from './guard-leap.ts';
import { moveProblem } from './guard-move.ts';
import { rebaseProblem } from './guard-rebase.ts';
import { splitProblem } from './guard-split.ts';
import { totalProblem, type PeriodTotal } from './guard-usage.ts';
import type { AnyRow } from './source.ts';

/**
 * Whether a snapshot's rows may be used. A reason starts with its kind: `silent zero`, `zeros`, `drop`, `bounds`, `total`,
 * `split`, `leap`, `shift`, `unit`, `currency`, `rebase`, `future`.
 */
export type Verdict = { state: 'good'; reason: null } | { state: 'held'; reason: string };

/** The last good look at the same sheet, and the totals of all good looks before. */
export type Previous = { rows: readonly AnyRow[]; totals: readonly PeriodTotal[] };

/** Shares beyond which a body is held; `zeros` is how many values of one metric must be 0 before it is missing. */
export const thresholds = { drop: 0.5, rejected: 0.01, zeros: 4 };

/**
 * Judge one body's rows against the last good one (sources.md 15). Pure; `rejected` counts the rows that `rowOf` and the
 * reader refused, `totals` are the body's own.
 */
export function judge(look: {
	rows: readonly AnyRow[];
	rejected: number;
	totals: readonly PeriodTotal[];
	previous: Previous | null;
	/** Absent where no clock is known: days are not judged. */
	seen?: Seen;
}): Verdict {
	const { rows, rejected, totals, previous, seen } = look;
	const reason =
		emptyProblem(rows, rejected) ??
		(seen ? futureProblem(rows, seen) : null) ??
		zerosProblem(rows) ??
		rejectedProblem(rows, rejected) ??
		dropProblem(rows, previous?.rows ?? []) ??
		totalProblem(totals, previous?.totals ?? []) ??
		splitProblem(rows) ??
		leapProblem(rows, previous?.rows ?? []) ??
		moveProblem(rows, previous?.rows ?? []) ??
		rebaseProblem(rows, previous?.rows ?? []);
	return reason === null ? { state: 'good', reason } : { state: 'held', reason };
}

function emptyProblem(rows: readonly AnyRow[], rejected: number): string | null {
	return rows.length + rejected === 0 ? 'silent zero: no rows' : null;
}

/** A whole body, or a whole metric, of zeros was never measured (breakage 4): they are missing, not zero. */
function zerosProblem(rows: readonly AnyRow[]): string | null {
	const counted = rows.filter(row => row.record === 'usage' || row.record === 'score');
	if (counted.length < 2) return null;
	const zero = counted.every(row => Number(row.record === 'usage' ? row.amount : row.score) === 0);
	if (zero) return `zeros: all ${counted.length} values are 0`;
	const metrics = new Map<string, number[]>();
	for (const row of rows) {
		if (row.record !== 'usage') continue;
		const values = metrics.get(row.metric) ?? [];
		metrics.set(row.metric, values);
		values.push(Number(row.amount));
	}
	const lost = [...metrics].find(
		([, values]) => values.length >= thresholds.zeros && values.every(value => value === 0),
	);
	return lost ? `zeros: all ${lost[1].length} values of ${lost[0]} are 0` : null;
}

function rejectedProblem(rows: readonly AnyRow[], rejected: number): string | null {
	const share = rejected / (rows.length + rejected);
	return share > thresholds.rejected ? `bounds: ${rejected} of ${rows.length + rejected} rows rejected` : null;
}

/**
 * By record: facts about models must not hide that the prices beside them are gone, nor cells that state nothing those
 * that state a price. Usage counts rows a period.
 */
function dropProblem(rows: readonly AnyRow[], before: readonly AnyRow[]): string | null {
	const [priced, pricedBefore] = [pricedOf(rows), pricedOf(before)];
	if (priced < pricedBefore * thresholds.drop) return `drop: ${priced} prices above zero after ${pricedBefore}`;
	for (const record of countedRecords) {
		const was = sizeOf(before, record);
		const is = sizeOf(rows, record);
		if (is < was * thresholds.drop) return `drop: ${round(is)} ${record} rows after ${round(was)}`;
	}
	return null;
}

const countedRecords = ['price', 'model', 'usage', 'score', 'endpoint', 'host', 'macro', 'fx'] as const;

const pricedOf = (rows: readonly AnyRow[]): number =>
	rows.filter(row => row.record === 'price' && Number(row.amount ?? 0) > 0).length;

function sizeOf(rows: readonly AnyRow[], record: AnyRow['record']): number {
	const same = rows.filter(row => row.record === record);
	const days = new Set(same.map(row => (row.record === 'usage' ? row.day : '')));
	return same.length / Math.max(1, days.size);
}

const round = (value: number): number => Math.round(value * 10) / 10;
