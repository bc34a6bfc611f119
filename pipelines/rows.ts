import type { Found } from '../scrapers/discover.ts';
import { connect } from '../warehouse/duckdb.ts';
import { noFiles, records, type RecordType } from '../warehouse/parquet.ts';
import { cacheOf } from './cached.ts';
import type { LookRow } from './look-row.ts';
import { silent, type Report } from './report.ts';
import { decisionsOf, type Decisions } from './quarantine.ts';
import { readSource } from './source-rows.ts';
import type { Store } from './store.ts';

export type { Decisions, LookRow };

/** The rows of every snapshot in use, as Parquet files by record, and every look. `read` counts the bodies read this time. */
export type ReadStore = { files: Record<RecordType, string[]>; looks: LookRow[]; read: number };

/**
 * Read what the store keeps of these sources: each body once (cached by body, reader and guards), judged in order of the
 * day it speaks of against the last good one of its sheet. What is held stays out of `files`.
 */
export async function readStore(options: {
	store: Store;
	sources: Pick<Found, 'id' | 'reader' | 'read'>[];
	home: string;
	decisions?: Decisions;
	report?: Pick<Report, 'progress'>;
}): Promise<ReadStore> {
	const result: ReadStore = { files: noFiles(), looks: [], read: 0 };
	const { store, home, decisions = decisionsOf(), report = silent } = options;
	const connection = await connect();
	// files of ten thousand rows: handing them to threads costs more than it brings
	await connection.run('set threads = 1');
	try {
		for (const source of options.sources) {
			if (store.looks(source.id).length === 0) continue;
			const progress = report.progress(`read ${source.id}`);
			const one = await readSource({ store, source, cache: cacheOf(home, source), decisions, connection, progress });
			for (const record of records) result.files[record].push(...one.files[record]);
			result.looks.push(...one.looks);
			result.read += one.read;
		}
	} finally {
		connection.closeSync();
	}
	return result;
}
