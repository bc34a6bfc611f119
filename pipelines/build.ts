import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { discover, type Found } from '../scrapers/discover.ts';
import { cadenceDays } from '../scrapers/source.ts';
import { lineOf, type Finding } from '../warehouse/audit.ts';
import { buildWarehouse, type Built } from '../warehouse/build.ts';
import { connect } from '../warehouse/duckdb.ts';
import { exportMarts, type Catalog } from '../warehouse/export.ts';
import { archivedLooks } from './archived.ts';
import { changedPast, pastLine, type Changed } from './past.ts';
import { warehouseFolder, type Place } from './place.ts';
import { publish } from './publish.ts';
import type { Report } from './report.ts';
import { writeRevisions } from './revisions.ts';
import { readStore } from './rows.ts';
import { openStore } from './store.ts';
import { verdictsFile } from './verdicts.ts';

export type BuildResult = { catalog: Catalog | null; findings: Finding[]; built: Built; held: number };

/**
 * Snapshots, archive and seeds to audited marts to exports under `<dist>/data`. When an audit finds a row that must not
 * be, nothing is published: `catalog` is null and the last publication stays.
 */
export async function build(place: Place, report: Report, now: Date): Promise<BuildResult> {
	const sources = await discover();
	const store = openStore(place.home, { archived: archivedLooks(join(place.warehouse, 'archive', 'looks.csv')) });
	const { files, looks } = await readStore({ store, sources, home: place.home, report });
	const scratch = join(place.home, 'build');
	await mkdir(scratch, { recursive: true });
	const inputs = {
		folder: place.warehouse,
		files,
		looks: join(scratch, 'looks.ndjson'),
		sources: join(scratch, 'sources.ndjson'),
		verdicts: verdictsFile(place.home),
	};
	await writeFile(inputs.looks, ndjson(looks));
	await writeFile(inputs.sources, ndjson(sources.map(sourceRow)));
	const release = {
		release: `data-${now.toISOString().slice(0, 10).replaceAll('-', '.')}`,
		built_at: now.toISOString(),
		built_on: now.toISOString().slice(0, 10),
		code: codeVersion(),
	};
	const connection = await connect();
	try {
		const built = await buildWarehouse(connection, { ...inputs, release }, { progress: report.progress('build') });
		const held = looks.filter(look => look.state === 'held').length;
		if (built.findings.length > 0) {
			for (const finding of built.findings) report.fault(lineOf(finding));
			return { catalog: null, findings: built.findings, built, held };
		}
		const made = join(place.dist, `.data-${process.pid}`);
		await rm(made, { recursive: true, force: true });
		const catalog = await exportMarts(connection, built.models, made, release);
		const changed = await changedPast(join(place.data, 'tokens.duckdb'), join(made, 'tokens.duckdb'));
		if (changed.length > 0) {
			for (const one of changed.slice(0, 20)) report.fault(pastLine(one));
			await rm(made, { recursive: true, force: true });
			return { catalog: null, findings: changed.map(pastFinding), built, held };
		}
		await writeRevisions(place.data, made, catalog);
		await keepPages(place.data, made);
		await publish(made, place.data);
		return { catalog, findings: [], built, held };
	} finally {
		connection.closeSync();
	}
}

/** A final value that changed, as an audit would tell it. */
const pastFinding = (changed: Changed): Finding => ({
	model: changed.mart,
	audit: 'the past does not change silently',
	rows: 1,
	example: pastLine(changed),
});

/** A source as `raw.source` holds it. */
function sourceRow(source: Found): Record<string, unknown> {
	return {
		source: source.id,
		title: source.title,
		kind: source.kind,
		lineage: source.lineage,
		homepage: source.homepage,
		licence: source.terms.licence,
		attribution: source.terms.attribution ?? null,
		redistribute: source.terms.redistribute,
		cadence_days: cadenceDays[source.cadence],
		forgets_after_days: source.forgets_after_days ?? null,
		needs_key: source.needs?.key ?? source.needs?.address ?? null,
	};
}

const ndjson = (rows: object[]): string => rows.map(row => `${JSON.stringify(row)}\n`).join('');

/** The pages of `/data/` and of its folders lie among the exports: they stay as they are until the site is drawn again. */
export async function keepPages(published: string, made: string, within = false): Promise<void> {
	const exported = new Set(await readdir(made));
	for (const entry of await readdir(published, { withFileTypes: true }).catch(() => [])) {
		const [from, to] = [join(published, entry.name), join(made, entry.name)];
		if (exported.has(entry.name)) {
			if (entry.isDirectory()) await keepPages(from, to, true);
		} else if (!within || entry.isDirectory() || entry.name.endsWith('.html')) await cp(from, to, { recursive: true });
	}
}

/** The commit that built the release, or `unknown` outside a checkout. */
function codeVersion(): string {
	try {
		return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], {
			cwd: warehouseFolder,
			stdio: ['ignore', 'pipe', 'ignore'],
		})
			.toString()
			.trim();
	} catch {
		return 'unknown';
	}
}
