import type { Body } from '../body.ts';
import { csvOf, type CsvRecord } from '../csv.ts';
import { decimalText } from '../decimal.ts';
import { ShapeError } from '../error.ts';
import type { ScoreInput, Source } from '../source.ts';
import { zipOf } from '../zip.ts';

const id = 'epoch-hub';
const modelColumn = 'Model version';
const releaseColumn = 'Release date';
/** Columns that may stand before the score and hold none. */
const settings = ['Agent', 'Scaffold', 'Tools'];

/** Tables whose score is a share of 1, though a header may say `%`. */
const shares = new Set(
	(
		'adversarial-nli arc-agi arc-ai2 balrog bbh bool-q cad-eval common-sense-qa-2 cybench deepresearchbench fictionlivebench ' +
		'frontiermath frontiermath-tier-4 gpqa-diamond gsm8k gso hella-swag lambada math-level-5 mmlu open-book-qa os-universe ' +
		'otis-mock-aime-2024-2025 piqa science-qa superglue swe-bench-verified terminalbench the-agent-company trivia-qa vpct ' +
		'weirdml wino-grande'
	).split(' '),
);
const percentages = new Set(['aider-polyglot', 'live-bench', 'os-world']);
/** Tables that are not known keep their values as points, as do minutes, money in a game and an index. */
const unitOf = (table: string): ScoreInput['unit'] =>
	shares.has(table) ? 'fraction' : percentages.has(table) ? 'percent' : table === 'webdev-arena' ? 'elo' : 'points';

/** Past this share of tables that do not read, the hub has changed. */
const tolerated = 0.1;

/**
 * Some forty benchmark tables and the capabilities index of Epoch AI: one zip of CSV files, or one of those files by
 * itself. A table's score is the last column between the model and its release date, whatever it is called in an edition.
 * Scores copied from papers may be their makers' own and are marked so; costs are left out, those of Aider are wrong.
 */
export const source = {
	id,
	title: 'Epoch AI Benchmarking Hub',
	kind: 'score',
	lineage: 'community',
	homepage: 'https://epoch.ai/benchmarks',
	terms: {
		licence: 'CC BY 4.0',
		attribution: 'Epoch AI, Benchmarking Hub (epoch.ai), CC BY 4.0, retrieved {fetched_at}.',
		redistribute: true,
	},
	cadence: 'weekly',
	requests: () => [{ url: 'https://epoch.ai/data/benchmark_data.zip' }],
	read(body, reject) {
		const isZip = body.bytes[0] === 0x50 && body.bytes[1] === 0x4b;
		if (!isZip) return tableRows(body, reject);
		const tables = zipOf(id, body.bytes, path => /(^|\/)[^/.][^/]*\.csv$/i.test(path));
		if (tables.size === 0) throw new ShapeError(id, 'no tables in the zip', `${body.bytes.length} bytes`);
		const misfits: ShapeError[] = [];
		const rows = [...tables].flatMap(([url, bytes]) => {
			const table = { url, bytes, media_type: 'text/csv' };
			try {
				// the hub also packs the raw runs, which are no table of scores by model
				return csvOf(id, table, [])[0]?.[modelColumn] === undefined ? [] : tableRows(table, reject);
			} catch (error) {
				if (!(error instanceof ShapeError)) throw error;
				misfits.push(error);
				return [];
			}
		});
		if (misfits[0] && misfits.length > tolerated * tables.size) throw misfits[0];
		for (const misfit of misfits) reject?.(misfit.message);
		if (rows.length === 0) throw new ShapeError(id, 'no scores in the zip', [...tables.keys()].join(' '));
		return rows;
	},
} satisfies Source<ScoreInput>;

function tableRows(body: Body, reject?: (what: string) => void): ScoreInput[] {
	const records = csvOf(id, body, [modelColumn, releaseColumn], reject);
	const benchmark = benchmarkOf(body.url);
	const column = scoreColumnOf(benchmark, Object.keys(records[0] ?? {}));
	return records.flatMap(record => {
		const model = [record[modelColumn], record.Name, record.Agent].find(Boolean);
		const printed = record[column] ?? '';
		// a model without a score was not tested; a score without a model is nobody's
		if (!model || model.length > 300 || printed === '') return [];
		const score = numberOf(printed);
		if (score === null) {
			reject?.(`${id}: invalid score in ${benchmark}: ${printed.slice(0, 40)}`);
			return [];
		}
		const stderr = numberOf(record.stderr ?? record['Accuracy SE'] ?? record['Average Standard error'] ?? '');
		return [
			{
				record: 'score' as const,
				benchmark: benchmark === 'epoch-capabilities-index' ? benchmark : `${id}/${benchmark}`,
				model,
				effort: /_(minimal|none|low|medium|high|xhigh|max|thinking|\d+K)$/.exec(model)?.[1] ?? null,
				scaffold: scaffoldOf(record),
				score,
				unit: unitOf(benchmark),
				stderr: stderr?.startsWith('-') ? null : stderr,
				scored_on: /^\d{4}-\d\d-\d\d/.exec(record['Started at'] ?? '')?.[0] ?? null,
				kind: kindOf(record),
			},
		];
	});
}

/** The table's file: `gpqa_diamond.csv`, `arc_agi_external.csv`. */
function benchmarkOf(url: string): string {
	const file = /([^/:]+?)(_external)?(\.csv(\.gz)?)?$/i.exec(url)?.[1] ?? '';
	return file.toLowerCase().replace(/[^a-z0-9]+/g, '-') || 'unnamed';
}

function scoreColumnOf(benchmark: string, columns: string[]): string {
	const between = columns.slice(columns.indexOf(modelColumn) + 1, columns.indexOf(releaseColumn));
	const column = between.findLast(name => !settings.includes(name));
	if (column === undefined) throw new ShapeError(id, `missing score column in ${benchmark}`, columns.join(','));
	return column;
}

function numberOf(text: string): string | null {
	return /^-?\d+(\.\d+)?(e[-+]?\d{1,2})?$/i.test(text) ? decimalText(text) : null;
}

function scaffoldOf(record: CsvRecord): string | null {
	const named = [record.Agent, record.Scaffold, record.Tools, record['Edit format']];
	return named.find(name => name && name !== 'None')?.slice(0, 300) ?? null;
}

/** Epoch's own runs state when they began; copies state where they were read. */
function kindOf(record: CsvRecord): 'independent' | 'self_reported' {
	const origin = record.Source ?? '';
	return origin === '' || /leaderboard|website|dashboard|github|\bhelm\b|^METR\b/i.test(origin)
		? 'independent'
		: 'self_reported';
}
