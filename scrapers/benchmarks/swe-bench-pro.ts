import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { fileAddress, folderRequest, namesOf } from '../github.ts';
import { jsonOf } from '../json.ts';
import type { ScoreInput, Source } from '../source.ts';

const id = 'swe-bench-pro';
const repository = 'scaleapi/SWE-bench_Pro-os';

/** Solved or not, by task. */
const Results = z
	.record(z.string().min(1), z.boolean())
	.refine(results => Object.keys(results).length > 0, 'expected results of tasks');

/**
 * SWE-bench Pro, one run a file: the share solved of the tasks in that file, and how many they are. Runs were made over
 * 562 to 955 tasks, 731 of them public: scores of runs of unlike `tasks` are not strictly comparable.
 */
export const source = {
	id,
	title: 'SWE-bench Pro',
	kind: 'score',
	lineage: 'community',
	homepage: 'https://scale.com/leaderboard/swe_bench_pro_public',
	terms: {
		licence: 'MIT',
		attribution: 'SWE-bench Pro (scaleapi/SWE-bench_Pro-os), Scale AI, MIT.',
		redistribute: true,
	},
	cadence: 'weekly',
	requests: () => [folderRequest(repository, 'traj')],
	// a run does not change once it is published
	follow: (indexes, { has }) =>
		indexes
			.flatMap(index => namesOf(id, index))
			.map(run => ({ url: fileAddress(repository, `traj/${encodeURIComponent(run)}/eval_results.json`) }))
			.filter(({ url }) => !has(url)),
	read(body) {
		const solved = Object.values(jsonOf(id, Results, body));
		return [
			{
				record: 'score' as const,
				benchmark: id,
				model: runOf(body.url),
				score: new Decimal(solved.filter(Boolean).length).div(solved.length).toFixed(),
				unit: 'fraction' as const,
				tasks: solved.length,
			},
		];
	},
} satisfies Source<ScoreInput>;

/** The run names its model: `traj/claude-45sonnet-10132025/eval_results.json`, or a copy named after the folder. */
function runOf(url: string): string {
	const folder = /\/traj\/([^/]+)\/eval_results\.json/.exec(url)?.[1];
	const file = url.split(/[/:]/).at(-1) ?? '';
	return decodeURIComponent(folder ?? file.replace(/\.eval_results\.json(\.gz)?$/, '')).slice(0, 300);
}
