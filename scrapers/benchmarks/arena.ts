import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { textOf, type Body } from '../body.ts';
import { csvOf, type CsvRecord } from '../csv.ts';
import { decimalText } from '../decimal.ts';
import { rowsOf } from '../entries.ts';
import { ShapeError } from '../error.ts';
import { fileAddress, folderRequest, namesOf } from '../github.ts';
import { jsonOf } from '../json.ts';
import type { ScoreInput, Source } from '../source.ts';

const id = 'arena';
const repository = 'oolong-tea-2026/arena-ai-leaderboards';
const boards = ['text', 'code', 'vision', 'search', 'document'];

const Board = z.object({
	meta: z.object({
		leaderboard: z.string().min(1).max(60),
		fetched_at: z.string().regex(/^\d{4}-\d\d-\d\dT/),
		last_updated: z.string().nullish().catch(null),
	}),
	models: z.array(z.unknown()).min(1),
});
const Model = z.object({
	model: z.string().min(1).max(300),
	score: z.number().positive(),
	/** Half of the 95 % interval. */
	ci: z.number().nonnegative().nullish().catch(null),
	votes: z.int().positive().nullish().catch(null),
});

/**
 * Scores of people's votes between two answers, by board: today's as a collector stores them, older ones as CSV, and the
 * matrix of 2023 to 2025. Lists are cut at 20, 30, 50 or 71 models: one that is missing was not removed. `tasks` counts
 * votes; the standard error is half of the printed 95 % interval divided by 1.96.
 */
export const source = {
	id,
	title: 'LMArena leaderboards',
	kind: 'score',
	lineage: 'community',
	homepage: 'https://arena.ai/leaderboard',
	terms: {
		licence: 'not established',
		attribution: 'LMArena (arena.ai/leaderboard), {fetched_at}.',
		redistribute: false,
	},
	cadence: 'weekly',
	requests: () => [folderRequest(repository, 'data')],
	follow(indexes, { has }) {
		const days = indexes.flatMap(index => namesOf(id, index)).filter(name => /^\d{4}-\d\d-\d\d$/.test(name));
		const day = days.sort().at(-1);
		if (day === undefined) throw new ShapeError(id, 'no days in the folder');
		return boards
			.map(board => ({
				url: fileAddress(repository, `data/${day}/${board}.json`),
				observed: { on: day, basis: 'content' as const, quality: 'exact' as const },
			}))
			.filter(({ url }) => !has(url));
	},
	read(body, reject) {
		const text = textOf(body).trimStart();
		if (/^[[{]/.test(text)) return boardRows(body, reject);
		return text.startsWith(',') ? matrixRows(body, reject) : listRows(body, reject);
	},
} satisfies Source<ScoreInput>;

function boardRows(body: Body, reject?: (what: string) => void): ScoreInput[] {
	const { meta, models } = jsonOf(id, Board, body);
	const scored_on = dayOf(meta.last_updated) ?? meta.fetched_at.slice(0, 10);
	const places = models.map((entry, i) => ({ where: `models.${i}`, entry }));
	return rowsOf(
		id,
		Model,
		places,
		({ model, score, ci, votes }) => [
			{
				...vote(meta.leaderboard, model, decimalText(score), scored_on),
				stderr: ci == null ? null : stderrOf(ci),
				tasks: votes,
			},
		],
		reject,
	);
}

/** The lists of 2024 and 2025: `arena_elo` until 2024-12, then `arena_score`; intervals as `+5/-4`. */
function listRows(body: Body, reject?: (what: string) => void): ScoreInput[] {
	const records = csvOf(id, body, ['model', 'votes', '95_pct_ci'], reject);
	const board = /lmarena_(\w+?)_\d{4}/.exec(body.url)?.[1] ?? 'text';
	const places = records.map((entry, i) => ({ where: `record ${i + 1}`, entry: listed(entry) }));
	return rowsOf(
		id,
		Model,
		places,
		({ model, score, ci, votes }) => [
			{ ...vote(board, model, decimalText(score), null), stderr: ci == null ? null : stderrOf(ci), tasks: votes },
		],
		reject,
	);
}

function listed(record: CsvRecord): unknown {
	const [, up, down] = /^\+(\d+)\/-(\d+)$/.exec(record['95_pct_ci'] ?? '') ?? [];
	return {
		model: record.model,
		score: Number(record.arena_score ?? record.arena_elo),
		ci: up === undefined || down === undefined ? null : (Number(up) + Number(down)) / 2,
		votes: Number(record.votes),
	};
}

/** One day a record, one model a column; 0.0 is a model that was not listed. */
function matrixRows(body: Body, reject?: (what: string) => void): ScoreInput[] {
	return csvOf(id, body, [''], reject).flatMap(({ '': printed = '', ...scores }) => {
		const scored_on = z.iso.date().safeParse(printed.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')).data;
		if (scored_on === undefined) throw new ShapeError(id, 'expected a day', printed);
		return Object.entries(scores).flatMap(([model, score]) => {
			if (!/^\d+(\.\d+)?$/.test(score)) throw new ShapeError(id, `expected a score of ${model}`, score);
			return Number(score) === 0 ? [] : [vote('text', model, score, scored_on)];
		});
	});
}

const vote = (board: string, model: string, score: string, scored_on: string | null): ScoreInput => ({
	record: 'score',
	benchmark: `${id}/${board}`,
	model,
	score,
	unit: 'elo',
	scored_on,
});

const stderrOf = (half: number): string => new Decimal(half).div(1.96).toDecimalPlaces(4).toFixed();

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `Mar 18, 2026` as `2026-03-18`. */
function dayOf(printed: string | null | undefined): string | null {
	const [, month = '', day = '', year = ''] =
		/^([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4})$/.exec(printed?.trim() ?? '') ?? [];
	const iso = `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
	return z.iso.date().safeParse(iso).data ?? null;
}
