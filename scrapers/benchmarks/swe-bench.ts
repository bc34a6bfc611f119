import { z } from 'zod';
import { decimalText } from '../decimal.ts';
import { rowsOf } from '../entries.ts';
import { fileAddress } from '../github.ts';
import { jsonOf } from '../json.ts';
import type { ScoreInput, Source } from '../source.ts';

const id = 'swe-bench';

const name = z.string().min(1).max(300);
const Result = z.object({
	name,
	resolved: z.number().min(0).max(100),
	date: z.iso.date().nullish().catch(null),
	cost: z.number().nonnegative().nullish().catch(null),
	/** A text that begins with `false` where the results were not verified. */
	checked: z.union([z.boolean(), z.string()]).nullish(),
	tags: z.array(z.string()).nullish(),
	'mini-swe-agent_version': z.string().max(100).nullish().catch(null),
});
type Result = z.infer<typeof Result>;
const Boards = z.object({
	leaderboards: z.array(z.object({ name: z.string().min(1).max(100), results: z.array(z.unknown()) })).min(1),
});

/**
 * Runs of SWE-bench by board. Only `bash-only` holds the agent fixed and compares models; on the other boards the
 * scaffold is the system that ran, often with several models, and the score is its maker's own unless it was checked.
 */
export const source = {
	id,
	title: 'SWE-bench leaderboards',
	kind: 'score',
	lineage: 'community',
	homepage: 'https://www.swebench.com/',
	terms: {
		licence: 'CC BY-NC 4.0',
		attribution: 'SWE-bench (swebench.com), CC BY-NC 4.0.',
		redistribute: false,
	},
	cadence: 'weekly',
	requests: () => [{ url: fileAddress('SWE-bench/swe-bench.github.io', 'data/leaderboards.json') }],
	read(body, reject) {
		const { leaderboards } = jsonOf(id, Boards, body);
		const places = leaderboards.flatMap((board, b) =>
			board.results.map((entry, r) => ({ where: `leaderboards.${b}.results.${r}`, entry, board: board.name })),
		);
		return rowsOf(id, Result, places, (result, { board }) => [scoreRow(result, board)], reject);
	},
} satisfies Source<ScoreInput>;

function scoreRow(result: Result, board: string): ScoreInput {
	const { resolved, date, cost, checked, 'mini-swe-agent_version': version } = result;
	const isFixedAgent = board === 'bash-only';
	const models = (result.tags ?? []).flatMap(tag => /^Model: *(\S.*)$/.exec(tag)?.[1]?.trim() ?? []);
	return {
		record: 'score',
		benchmark: `${id}/${board}`,
		// a system that names no model is printed as it calls itself
		model: models.join(' + ').slice(0, 300) || result.name,
		effort: isFixedAgent ? effortOf(result.name) : null,
		scaffold: isFixedAgent ? ['mini-swe-agent', version].filter(Boolean).join(' ') : result.name,
		score: decimalText(resolved),
		unit: 'percent',
		// 0 is a run whose bill was not kept, never a free one
		run_cost_usd: cost ? decimalText(cost) : null,
		scored_on: date,
		kind: isFixedAgent || checked === true ? 'independent' : 'self_reported',
	};
}

/** "GPT-5 (2025-08-07) (medium reasoning)", "Claude 4.5 Opus medium (20251101)": stated nowhere else. */
const effortOf = (printed: string): string | null =>
	/\b(minimal|low|medium|high|xhigh|max)\b/i.exec(printed)?.[1] ?? null;
