import { createHash } from 'node:crypto';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Found } from '../scrapers/discover.ts';
import { judge, type Verdict } from '../scrapers/guard.ts';
import { totalsOf, type PeriodTotal } from '../scrapers/guard-usage.ts';
import type { AnyRow } from '../scrapers/source.ts';
import { noFiles, records, writeParquet, type RecordType } from '../warehouse/parquet.ts';
import { guardVersion, type Cache, type Cached } from './cached.ts';
import type { Decisions } from './quarantine.ts';
import { lookRow, type Judged, type LookRow } from './look-row.ts';
import { readBody, type Reading } from './reading.ts';
import { inOrder, observedOf, sheetOf } from './sheet.ts';
import { DamagedBody, isIndex, isKept, type Kept, type Store } from './store.ts';

/** The last good look at a sheet. `chain` stands for all good looks up to it. */
type Good = { snapshot: string; chain: string; rows(): AnyRow[]; totals: PeriodTotal[] };

type Options = {
	store: Store;
	source: Pick<Found, 'id' | 'reader' | 'read'>;
	cache: Cache;
	decisions: Decisions;
	connection: DuckDBConnection;
	progress(done: number, of: number): void;
};

/** Read and judge every snapshot of one source, in order; one that is unreadable or held never stops the next. */
export async function readSource(
	options: Options,
): Promise<{ files: Record<RecordType, string[]>; looks: LookRow[]; read: number }> {
	const { store, source, cache, decisions } = options;
	const files = noFiles();
	const judged = new Map<string, Judged>();
	const sheets = new Map<string, Good>();
	const kept = store.looks(source.id).filter(isKept).sort(inOrder);
	let read = 0;

	for (const [place, look] of kept.entries()) {
		options.progress(place + 1, kept.length);
		const { snapshot } = look;
		// a snapshot is judged where it was first seen; seen again it is what it was
		if (judged.has(snapshot)) continue;
		let cached = cache.get(snapshot, provenanceOf(look));
		let rows: AnyRow[] | undefined;
		if (cached === undefined) {
			const taken = await take(options, look);
			if ('damaged' in taken) {
				judged.set(snapshot, { state: 'failed', reason: taken.damaged, rows: 0, rejected: 0 });
				continue;
			}
			({ cached, rows } = taken);
			read++;
		}
		const sheet = sheetOf(source.id, look.url);
		const before = sheets.get(sheet);
		const rowsNow = (): AnyRow[] => (rows ??= rowsAgain(options, look));
		const verdict = decided(decisions.get(snapshot), verdictOf(cache, look, cached, before, rowsNow));
		judged.set(snapshot, { ...verdict, rows: cached.rows, rejected: cached.rejected });
		if (verdict.state === 'held') continue;
		sheets.set(sheet, after(before, snapshot, rowsNow, cached.totals));
		for (const record of cached.records) files[record].push(cache.rowsFile(snapshot, record));
	}
	const shown = store.looks(source.id).filter(look => !isIndex(look));
	const looks = shown.map(look => {
		return lookRow(look, source.reader, look.snapshot === null ? undefined : judged.get(look.snapshot));
	});
	return { files, looks, read };
}

/** Read one body, write its rows, remember what there is to know of it. */
async function take(options: Options, look: Kept): Promise<{ cached: Cached; rows: AnyRow[] } | { damaged: string }> {
	const { store, source, cache, connection } = options;
	const cached: Cached = {
		guard: guardVersion,
		look: provenanceOf(look),
		rows: 0,
		rejected: 0,
		reasons: [],
		problem: null,
		records: [],
		totals: [],
		verdict: null,
	};
	let reading: Reading = { rows: [], rejected: 0, reasons: [] };
	try {
		reading = readBody(source, store.body(look.snapshot), look.url, look.media_type);
	} catch (error) {
		if (error instanceof DamagedBody) return { damaged: `damaged: ${error.message}` };
		cached.problem = (error as Error).message;
	}
	const rows = reading.rows.map(({ row }) => row);
	for (const record of records) {
		const lines = linesOf(source.id, look, reading, record);
		if (lines.length === 0) continue;
		cached.records.push(record);
		await writeParquet(record, lines, cache.rowsFile(look.snapshot, record), { connection, level: 3, order: null });
	}
	const { rejected, reasons } = reading;
	Object.assign(cached, { rows: rows.length, rejected, reasons, totals: totalsOf(rows) });
	cache.set(look.snapshot, cached);
	return { cached, rows };
}

/** Rows of one record with the provenance that the reader does not know. */
function linesOf(source: string, look: Kept, reading: Reading, record: RecordType): object[] {
	const { url, snapshot, fetched_at } = look;
	const { on: observed_on, basis: observed_on_basis, quality: observed_on_quality } = observedOf(look);
	const seen = { observed_on, observed_on_basis, observed_on_quality };
	const provenance = { source, url, snapshot, fetched_at: fetched_at.replace('Z', ''), ...seen };
	return reading.rows
		.filter(({ row }) => row.record === record)
		.map(({ row, position }) => Object.assign({}, row, provenance, { position, record: undefined }));
}

/** The verdict of the last time where it was reached against the same looks, else a new one. */
function verdictOf(cache: Cache, look: Kept, cached: Cached, before: Good | undefined, rows: () => AnyRow[]): Verdict {
	if (cached.problem !== null) return { state: 'held', reason: `shape: ${cached.problem}` };
	const against = before === undefined ? '' : cached.totals.length > 0 ? before.chain : before.snapshot;
	const known = cached.verdict;
	if (known?.after === against) return { state: known.state, reason: known.reason } as Verdict;
	const previous = before === undefined ? null : { rows: before.rows(), totals: before.totals };
	const { rejected, totals } = cached;
	const seen = { fetched_on: look.fetched_at.slice(0, 10), observed_on: observedOf(look).on };
	const verdict = judge({ rows: rows(), rejected, totals, previous, seen });
	cache.set(look.snapshot, { ...cached, verdict: { after: against, ...verdict } });
	return verdict;
}

function decided(decision: 'hold' | 'release' | undefined, verdict: Verdict): Verdict {
	if (decision === 'release') return { state: 'good', reason: null };
	return decision === 'hold' ? { state: 'held', reason: verdict.reason ?? 'by hand: see quarantine.csv' } : verdict;
}

function after(before: Good | undefined, snapshot: string, rows: () => AnyRow[], totals: PeriodTotal[]): Good {
	const chain = createHash('sha256')
		.update(`${before?.chain ?? ''}${snapshot}`)
		.digest('hex');
	const byPeriod = new Map([...(before?.totals ?? []), ...totals].map(one => [`${one.measure} ${one.day}`, one]));
	return { snapshot, chain, rows, totals: [...byPeriod.values()] };
}

/** Rows of a body that was read some other day: only the judgement of the look after it asks for them. */
function rowsAgain({ store, source }: Options, look: Kept): AnyRow[] {
	try {
		return readBody(source, store.body(look.snapshot), look.url, look.media_type).rows.map(({ row }) => row);
	} catch {
		// its body is gone and its rows are cached: the look after it is judged as a first one
		return [];
	}
}

const provenanceOf = (look: Kept): string => {
	const { on, basis, quality } = observedOf(look);
	return [look.url, look.fetched_at, on, basis, quality].join(' ');
};
