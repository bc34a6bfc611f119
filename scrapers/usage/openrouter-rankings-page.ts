import { z } from 'zod';
import { textOf, type Body } from '../body.ts';
import { addDays } from '../day.ts';
import { decimalText } from '../decimal.ts';
import { effortOf } from '../effort.ts';
import { ShapeError } from '../error.ts';
import { flightOf, listsOf } from '../flight.ts';
import { jsonOf } from '../json.ts';
import { pageOf } from '../page.ts';
import { mondayOf } from '../period.ts';
import type { ScoreInput, Source, UsageInput } from '../source.ts';

const id = 'openrouter-rankings-page';

const name = z.string().min(1).max(300);
const day = z
	.string()
	.transform(text => text.slice(0, 10))
	.pipe(z.iso.date());
/** The bars of a chart: the first day of each, and a value by name. */
const Bars = z.array(z.object({ x: day, ys: z.record(name, z.number().nonnegative()) })).min(2);
const Scores = z.array(z.object({ openrouter_slug: name, aa_name: z.string(), score: z.number() }));
/** The page as a collector stored it until May 2026; of the empty days after that not even the scores are left. */
const Stored = z.object({
	meta: z.object({ fetched_at: day }),
	benchmarks: z.array(z.object({ model_id: name, name: z.string(), score: z.number() })).min(1),
});

/**
 * Tokens a week of the largest models and the Artificial Analysis index, as the public page shows them. A bar is a week to
 * date until the next one stands beside it: the last bar of a chart is left out, and so are the bars that a collector
 * stored one a day, each of them open. A fallback that a user turns on: the data API is the licensed way.
 */
export const source = {
	id,
	title: 'OpenRouter rankings page',
	kind: 'usage',
	lineage: 'aggregator',
	homepage: 'https://openrouter.ai/rankings',
	terms: {
		licence: 'none stated; the terms of the site are reported to forbid scraping',
		attribution: 'Source: OpenRouter (openrouter.ai/rankings), {fetched_at}.',
		redistribute: false,
	},
	cadence: 'weekly',
	opt_in: true,
	requests: () => [{ url: 'https://openrouter.ai/rankings', page: true }],
	read(body) {
		return textOf(body).trimStart().startsWith('<') ? pageRows(body) : storedRows(body);
	},
} satisfies Source<UsageInput | ScoreInput>;

function pageRows(body: Body): (UsageInput | ScoreInput)[] {
	const text = flightOf(id, pageOf(id, body));
	const charts = listsOf(text, 'data').flatMap(list => {
		const bars = Bars.safeParse(list).data;
		return bars && isWeeklyByModel(bars) ? [bars] : [];
	});
	// other charts of the page show a category, or requests, over fewer weeks
	const [chart] = charts.sort((a, b) => b.length - a.length);
	if (!chart) throw new ShapeError(id, 'missing chart of models by week', `${charts.length} charts`);
	const [scores = []] = listsOf(text, 'intelligence').flatMap(list => {
		const scores = Scores.safeParse(list).data;
		return scores ? [scores] : [];
	});
	return [
		...chart.slice(0, -1).flatMap(({ x, ys }) =>
			Object.entries(ys).map(([model, tokens]) => ({
				record: 'usage' as const,
				day: x,
				period: 'week' as const,
				subject: model === 'Others' ? ('other' as const) : ('model' as const),
				name: model,
				metric: 'tokens' as const,
				amount: decimalText(tokens),
				unit: 'tokens' as const,
			})),
		),
		...scores.map(({ openrouter_slug, aa_name, score }) => indexRow(openrouter_slug, aa_name, score, null)),
	];
}

function storedRows(body: Body): ScoreInput[] {
	const { meta, benchmarks } = jsonOf(id, Stored, body);
	return benchmarks.map(({ model_id, name, score }) => indexRow(model_id, name, score, meta.fetched_at));
}

const indexRow = (model: string, name: string, score: number, scored_on: string | null): ScoreInput => ({
	record: 'score',
	benchmark: 'artificial-analysis-intelligence-index',
	model,
	effort: effortOf(name),
	score: decimalText(score),
	unit: 'points',
	scored_on,
});

/** In order, a week apart, each bar from a Monday, the newest naming models: a chart that starts on Sundays is another. */
function isWeeklyByModel(bars: z.infer<typeof Bars>): boolean {
	const isWeekly = bars.every(({ x }, i) => mondayOf(x) === x && (i === 0 || x === addDays(bars[i - 1]?.x ?? x, 7)));
	return isWeekly && Object.keys(bars.at(-1)?.ys ?? {}).some(name => name.includes('/'));
}
