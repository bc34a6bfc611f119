import { Decimal } from 'decimal.js';
import { z } from 'zod';
import { decimalText } from '../decimal.ts';
import { effortOf } from '../effort.ts';
import { rowsOf } from '../entries.ts';
import { jsonOf } from '../json.ts';
import type { ScoreInput, Source } from '../source.ts';

const id = 'openrouter-benchmarks';
const address = 'https://openrouter.ai/api/v1/benchmarks';

const word = z.string().min(1).max(100);
const named = { model_permaslug: z.string().min(1).max(300), display_name: z.string().max(300).nullish().catch(null) };
const index = z.number().nullish();
const tasks = z.int().positive().nullish().catch(null);

const Analysis = z.object({
	source: z.literal('artificial-analysis'),
	...named,
	intelligence_index: index,
	coding_index: index,
	agentic_index: index,
});
const Battles = z.object({
	source: z.literal('design-arena'),
	...named,
	arena: word,
	category: word,
	elo: z.number(),
	win_rate: z.number().min(0).max(100).nullish(),
	tournament_stats: z.object({ total: tasks }).nullish().catch(null),
});
/** `accuracy` is of the classic tests, `primary_score` of the search tests. */
const Test = z.object({
	source: z.literal('openrouter'),
	...named,
	benchmark_type: word,
	accuracy: z.number().min(0).max(1).nullish(),
	accuracy_stddev: z.number().nonnegative().nullish().catch(null),
	primary_score: z.number().min(0).max(1).nullish(),
	total_tasks: tasks,
	avg_cost_per_task: z.number().nonnegative().nullish().catch(null),
	search_engine: word.nullish().catch(null),
	search_surface: word.nullish().catch(null),
	run_config: z.object({ reasoning_effort: word.nullish() }).nullish().catch(null),
	last_run_timestamp: z.iso.datetime({ offset: true }).nullish().catch(null),
});
const Entry = z.discriminatedUnion('source', [Analysis, Battles, Test]);
const Envelope = z.object({
	data: z.array(z.unknown()).min(1),
	meta: z.object({ as_of: z.iso.datetime({ offset: true }).or(z.iso.date()) }),
});

/**
 * Scores that OpenRouter serves beside its models: the indices of Artificial Analysis, the battles of Design Arena, its
 * own runs. Indices are re-based without notice: never joined over a level shift. The prices inside are those of
 * openrouter-models and are not read twice.
 */
export const source = {
	id,
	title: 'OpenRouter benchmarks',
	kind: 'score',
	lineage: 'aggregator',
	homepage: 'https://openrouter.ai/rankings',
	terms: {
		licence: 'scores may be shown with their citation; the index is not offered as a bulk download',
		attribution: 'Source: Artificial Analysis (artificialanalysis.ai) via OpenRouter (openrouter.ai/rankings).',
		redistribute: false,
	},
	cadence: 'weekly',
	// point in time, no history: a week not collected is lost
	forgets_after_days: 7,
	needs: { key: 'OPENROUTER_API_KEY' },
	manners: { interval_ms: 2_500 },
	requests: () =>
		[
			'source=artificial-analysis',
			'source=design-arena&arena=models',
			'source=design-arena&arena=builders',
			'source=design-arena&arena=agents',
			'source=openrouter&include_run_config=true',
		].map(query => ({ url: `${address}?${query}&max_results=100`, bearer: true as const })),
	read(body, reject) {
		const { data, meta } = jsonOf(id, Envelope, body);
		const scored_on = meta.as_of.slice(0, 10);
		const places = data.map((entry, i) => ({ where: `data.${i}`, entry }));
		return rowsOf(
			id,
			Entry,
			places,
			entry => {
				if (entry.source === 'artificial-analysis') return analysisRows(entry, scored_on);
				return entry.source === 'design-arena' ? battleRows(entry, scored_on) : testRows(entry, scored_on);
			},
			reject,
		);
	},
} satisfies Source<ScoreInput>;

/** Index names as sources.md has them; a row of a model without the score is no row. */
function analysisRows(entry: z.infer<typeof Analysis>, scored_on: string): ScoreInput[] {
	return (['intelligence_index', 'coding_index', 'agentic_index'] as const).flatMap(field => {
		const score = entry[field];
		if (score === null || score === undefined) return [];
		return [
			{
				record: 'score' as const,
				benchmark: `artificial-analysis-${field.replace('_', '-')}`,
				model: entry.model_permaslug,
				effort: effortOf(entry.display_name),
				score: decimalText(score),
				unit: 'points' as const,
				scored_on,
			},
		];
	});
}

function battleRows(entry: z.infer<typeof Battles>, scored_on: string): ScoreInput[] {
	const { arena, category, elo, win_rate } = entry;
	const row = {
		record: 'score' as const,
		model: entry.model_permaslug,
		effort: effortOf(entry.display_name),
		tasks: entry.tournament_stats?.total,
		scored_on,
	};
	const benchmark = `design-arena/${arena}/${category}`;
	return [
		{ ...row, benchmark, score: decimalText(elo), unit: 'elo' as const },
		...(win_rate == null
			? []
			: [{ ...row, benchmark: `${benchmark}/win-rate`, score: decimalText(win_rate), unit: 'percent' as const }]),
	];
}

function testRows(entry: z.infer<typeof Test>, scored_on: string): ScoreInput[] {
	const score = entry.primary_score ?? entry.accuracy;
	if (score == null) return [];
	const { avg_cost_per_task: cost, total_tasks } = entry;
	return [
		{
			record: 'score',
			benchmark: `openrouter/${entry.benchmark_type}`,
			model: entry.model_permaslug,
			effort: entry.run_config?.reasoning_effort ?? effortOf(entry.display_name),
			scaffold: [entry.search_engine, entry.search_surface].filter(Boolean).join(' ') || null,
			score: decimalText(score),
			unit: 'fraction',
			stderr: entry.accuracy_stddev == null ? null : decimalText(entry.accuracy_stddev),
			tasks: total_tasks,
			// 0 is a bill that was not kept, never a free run
			run_cost_usd: cost && total_tasks ? new Decimal(cost).times(total_tasks).toFixed() : null,
			scored_on: entry.last_run_timestamp?.slice(0, 10) ?? scored_on,
		},
	];
}
