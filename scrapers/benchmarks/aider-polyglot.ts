import { z } from 'zod';
import { decimalText } from '../decimal.ts';
import type { ScoreInput, Source } from '../source.ts';
import { yamlOf } from '../yaml.ts';

const id = 'aider-polyglot';

const count = z.int().positive().nullish().catch(null);
const Runs = z
	.array(
		z.object({
			model: z.string().min(1).max(300),
			date: z.iso.date(),
			test_cases: z.int().positive(),
			pass_rate_2: z.number().min(0).max(100),
			edit_format: z.string().max(100).nullish(),
			reasoning_effort: z.string().max(100).nullish(),
			total_cost: z.number().nonnegative().nullish(),
			prompt_tokens: count,
			completion_tokens: count,
		}),
	)
	.min(1);

/** Runs of the 225 polyglot exercises with aider; the published score is the share solved within two tries. */
export const source = {
	id,
	title: 'Aider polyglot leaderboard',
	kind: 'score',
	lineage: 'community',
	homepage: 'https://aider.chat/docs/leaderboards/',
	terms: {
		licence: 'Apache-2.0',
		attribution: 'Aider polyglot leaderboard (aider.chat/docs/leaderboards), Apache-2.0.',
		redistribute: true,
	},
	// the board has not moved since 2025-10-04
	cadence: 'weekly',
	requests: () => [
		{
			url: 'https://raw.githubusercontent.com/Aider-AI/aider/main/aider/website/_data/polyglot_leaderboard.yml',
		},
	],
	history: {
		git: {
			repository: 'https://github.com/Aider-AI/aider',
			files: ['aider/website/_data/polyglot_leaderboard.yml'],
		},
	},
	read: body =>
		yamlOf(id, Runs, body).map(run => ({
			record: 'score' as const,
			benchmark: id,
			// one model may have several runs, and one run two models: the name stays as printed
			model: run.model,
			effort: run.reasoning_effort ?? null,
			scaffold: run.edit_format ?? null,
			score: decimalText(run.pass_rate_2),
			unit: 'percent' as const,
			tasks: run.test_cases,
			// 0 is a run whose bill was not kept, never a free one
			run_cost_usd: run.total_cost ? decimalText(run.total_cost) : null,
			prompt_tokens: run.prompt_tokens,
			completion_tokens: run.completion_tokens,
			scored_on: run.date,
		})),
} satisfies Source<ScoreInput>;
