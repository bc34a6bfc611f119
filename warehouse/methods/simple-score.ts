import type { Cell } from './item-response.ts';

export type SimpleScore = { n: number; raw_mean: number; mean_z: number | null; mean_percentile: number };

/**
 * Three plain means over the benchmarks that a model took: of the scores, of z within each benchmark (population standard
 * deviation) and of the percentile (middle rank over number of models). Checks beside a fitted score, never a score: they
 * favour models that skipped hard benchmarks (methods.md 3.3). A benchmark on which all are equal has no z.
 */
export function simpleScores(cells: readonly Cell[]): Map<string, SimpleScore> {
	const columns = new Map<string, number[]>();
	for (const { benchmark, score } of cells) {
		if (!(score >= 0 && score <= 1)) throw new Error(`simple score: expected a share solved got ${score}`);
		columns.set(benchmark, [...(columns.get(benchmark) ?? []), score]);
	}
	const rows = new Map<string, Cell[]>();
	for (const cell of cells) rows.set(cell.model, [...(rows.get(cell.model) ?? []), cell]);
	return new Map(
		[...rows].map(([model, taken]) => {
			const z = taken.flatMap(({ benchmark, score }) => zOf(score, columns.get(benchmark)!) ?? []);
			return [
				model,
				{
					n: taken.length,
					raw_mean: mean(taken.map(({ score }) => score)),
					mean_z: z.length > 0 ? mean(z) : null,
					mean_percentile: mean(taken.map(({ benchmark, score }) => percentileOf(score, columns.get(benchmark)!))),
				},
			];
		}),
	);
}

function zOf(score: number, column: readonly number[]): number | null {
	const middle = mean(column);
	const sd = Math.sqrt(mean(column.map(other => (other - middle) ** 2)));
	return sd > 0 ? (score - middle) / sd : null;
}

/** Share of the models below, and half of those that are equal, the model itself among them. */
function percentileOf(score: number, column: readonly number[]): number {
	const below = column.filter(other => other < score).length;
	const equal = column.filter(other => other === score).length;
	return (below + equal / 2) / column.length;
}

const mean = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0) / values.length;
