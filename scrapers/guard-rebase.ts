import type { AnyRow } from './source.ts';

/** So far the scores of the models of two editions lie apart at the median, and so many it takes to have one. */
export const rebaseBounds = { level: 0.05, scores: 10 };

/**
 * Scores of one benchmark that moved together were re-based: they are another edition of the index and must not stand in
 * the series of the old one (sources.md 15, breakage 18). Released by hand once the edition has a name of its own.
 */
export function rebaseProblem(rows: readonly AnyRow[], before: readonly AnyRow[]): string | null {
	const was = scoresOf(before);
	for (const [benchmark, scores] of scoresOf(rows)) {
		const old = was.get(benchmark);
		const factors = [...scores].flatMap(([run, score]) => {
			const once = old?.get(run);
			return once === undefined ? [] : [score / once];
		});
		if (factors.length < rebaseBounds.scores) continue;
		const middle = factors.sort((a, b) => a - b)[factors.length >> 1]!;
		if (Math.abs(middle - 1) <= rebaseBounds.level) continue;
		return `rebase: ${factors.length} common scores of ${benchmark} moved by ${middle.toFixed(2)}x at the median`;
	}
	return null;
}

/** Scores above zero by benchmark, edition and run. */
function scoresOf(rows: readonly AnyRow[]): Map<string, Map<string, number>> {
	const benchmarks = new Map<string, Map<string, number>>();
	for (const row of rows) {
		if (row.record !== 'score' || !(Number(row.score) > 0)) continue;
		const benchmark = [row.benchmark, row.edition].filter(Boolean).join(' ');
		const scores = benchmarks.get(benchmark) ?? new Map<string, number>();
		benchmarks.set(benchmark, scores.set(JSON.stringify([row.model, row.effort, row.scaffold]), Number(row.score)));
	}
	return benchmarks;
}
