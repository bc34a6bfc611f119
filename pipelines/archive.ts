import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchPackage } from '../scrapers/fetch-package.ts';
import { Row, type AnyRow, type Observed } from '../scrapers/source.ts';
import { mergeLooks, type NewLook } from './archive-looks.ts';
import { writeArchivedRows } from './archive-rows.ts';
import { archivedLooks } from './archived.ts';
import { inOrder } from './in-order.ts';
import { histories, type FetchPackage, type PackageHistory } from './package-history.ts';
import type { Report } from './report.ts';

export type ArchiveSummary = {
	source: string;
	versions: number;
	rows: number;
	/** One line a version that could not be had; what the archive has of it stays. */
	failed: string[];
	/** One line an entry that its reader left out. */
	rejected: string[];
	files: string[];
};

export type ArchiveOptions = {
	history: PackageHistory;
	/** Folder with `looks.csv`, `price/` and `model/`. */
	archive: string;
	now: () => Date;
	fetch?: FetchPackage;
	onVersion?: (done: number, total: number, url: string) => void;
};

/** One version as read; a row's place in its body is its place in `rows`. */
type Version = { look: NewLook; rows: AnyRow[] };

const concurrency = 2;

/** Every package history into the shipped archive of this checkout, anew: a changed reader then shows in every version. */
export async function archive({ report }: { home?: string; report: Report }): Promise<ArchiveSummary[]> {
	const folder = fileURLToPath(new URL('../warehouse/archive', import.meta.url));
	const summaries: ArchiveSummary[] = [];
	for (const history of histories) {
		const onVersion = report.progress(`archive ${history.id}`);
		const done = await writePackageArchive({ history, archive: folder, now: () => new Date(), onVersion });
		report.line(
			`${done.source}: ${done.versions} versions, ${done.rows} rows, ${done.rejected.length} entries left out`,
		);
		for (const line of [...done.failed, ...done.rejected]) report.fault(line);
		summaries.push(done);
	}
	return summaries;
}

/**
 * Fetch every version of a package, read it, and write its rows and its lines of `looks.csv`. A version whose integrity
 * is not the one the archive knows is refused; one that cannot be had keeps the rows it has, and the rest go on. A
 * version known before keeps its `fetched_at`. A reader's error stops everything: half a history is no archive.
 */
export async function writePackageArchive(options: ArchiveOptions): Promise<ArchiveSummary> {
	const { history, archive } = options;
	const { id } = history;
	const known = new Map(knownLooks(archive, id).map(look => [look.url, look]));
	const summary: ArchiveSummary = { source: id, versions: 0, rows: 0, failed: [], rejected: [], files: [] };
	const versions: Version[] = [];
	for await (const version of readVersions(options, known, summary)) {
		versions.push(version);
		known.delete(version.look.url);
		summary.versions++;
		summary.rows += version.rows.length;
	}
	const carried = [...known.keys()];
	for (const record of ['price', 'model'] as const) {
		const rows = written(record, versions);
		summary.files.push(...(await writeArchivedRows({ record, id, archive, rows, carried })));
	}
	await mergeLooks(join(archive, 'looks.csv'), id, [...known.values(), ...versions.map(({ look }) => look)]);
	return summary;
}

/** Versions in order, each later than the one before: of two versions of one day the later reading is the later version. */
async function* readVersions(
	{ history, now, onVersion, fetch = fetchPackage }: ArchiveOptions,
	known: Map<string, NewLook>,
	{ failed, rejected }: ArchiveSummary,
): AsyncGenerator<Version> {
	const versions = await history.versions(fetch, now().toISOString().slice(0, 10));
	const tasks = versions.map(
		({ url }) =>
			() =>
				fetch(url, { integrity: known.get(url)?.integrity }),
	);
	let done = 0;
	let last = 0;
	for await (const fetched of inOrder(tasks, concurrency)) {
		const { url, observed } = versions[done++]!;
		onVersion?.(done, versions.length, url);
		if (fetched instanceof Error) {
			failed.push(fetched.message);
			continue;
		}
		last = Math.max(now().getTime(), last + 1);
		const fetched_at = known.get(url)?.fetched_at ?? new Date(last).toISOString().replace('T', ' ').replace('Z', '');
		const { bytes } = fetched;
		const rows = history.read(bytes, what => rejected.push(`${url}: ${what}`)).map(row => Row.parse(row));
		yield {
			rows,
			look: {
				source: history.id,
				url,
				snapshot: sha256(bytes),
				integrity: fetched.integrity ?? '',
				fetched_at,
				...dated(observed ?? { on: fetched_at.slice(0, 10), basis: 'fetched', quality: 'exact' }),
				bytes: bytes.length,
				rows: rows.length,
				rows_sha256: sha256(rows.map(row => JSON.stringify(row)).join('\n')),
			},
		};
	}
}

const dated = ({ on, basis, quality }: Observed) => ({
	observed_on: on,
	observed_on_basis: basis,
	observed_on_quality: quality,
});

function* written(record: AnyRow['record'], versions: Version[]): Generator<object> {
	for (const { look, rows } of versions) {
		for (const [position, row] of rows.entries()) {
			// the columns of raw.<record> are picked by name when the rows are landed
			if (row.record === record) yield { ...look, position, ...row };
		}
	}
}

const knownLooks = (archive: string, id: string): NewLook[] =>
	archivedLooks(join(archive, 'looks.csv'))
		.filter(({ source }) => source === id)
		.map(look => ({ ...look, bytes: Number(look.bytes), rows: Number(look.rows) }));

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
