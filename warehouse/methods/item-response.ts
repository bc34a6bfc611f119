import { backSubstitute, triangulate } from './least-squares.ts';

/** One cell of a sparse matrix: a model's share solved on a benchmark, 0 to 1. */
export type Cell = { model: string; benchmark: string; score: number };
export type JointFit = {
	capability: Map<string, number>;
	difficulty: Map<string, number>;
	slope: Map<string, number>;
	steps: number;
	loss: number;
};

/** Models below which a benchmark is not fitted. */
export const fewest_models = 8;

/** The cells of benchmarks that enough models took; the others and why, by benchmark. */
export function fittable(cells: readonly Cell[]): { cells: Cell[]; left_out: Map<string, string> } {
	const models = new Map<string, Set<string>>();
	for (const { benchmark, model } of cells) models.set(benchmark, (models.get(benchmark) ?? new Set()).add(model));
	const left_out = new Map<string, string>();
	for (const [benchmark, taken] of models)
		if (taken.size < fewest_models) left_out.set(benchmark, `fewer than ${fewest_models} models: ${taken.size}`);
	return { cells: cells.filter(({ benchmark }) => !left_out.has(benchmark)), left_out };
}

/**
 * Capabilities of models, difficulties and slopes of benchmarks at once (two-parameter logistic, methods.md 3.2), in
 * logits, by Levenberg and Marquardt from zeros: least squares on clipped scores, the `anchor` (by default the first
 * benchmark by name) held at difficulty 0 and slope 1, and `lambda` times the square of each free parameter added.
 * The scale moves when a model is added: label a joint score with the day it was fitted.
 */
export function fitJointly(cells: readonly Cell[], options: { lambda?: number; anchor?: string } = {}): JointFit {
	for (const { score } of cells)
		if (!(score >= 0 && score <= 1)) throw new Error(`item response: expected a share solved got ${score}`);
	const models = [...new Set(cells.map(({ model }) => model))].sort();
	const benchmarks = [...new Set(cells.map(({ benchmark }) => benchmark))].sort();
	const anchor = options.anchor ?? benchmarks[0];
	if (anchor === undefined || !benchmarks.includes(anchor)) throw new Error(`item response: unknown anchor: ${anchor}`);
	const free = benchmarks.filter(benchmark => benchmark !== anchor);
	const width = models.length + 2 * free.length;
	const ridge = Math.sqrt(options.lambda ?? 0);
	const placed = cells.map(({ model, benchmark, score }) => ({
		c: models.indexOf(model),
		d: benchmark === anchor ? -1 : models.length + free.indexOf(benchmark),
		a: benchmark === anchor ? -1 : models.length + free.length + free.indexOf(benchmark),
		score: Math.min(0.999, Math.max(0.001, score)),
	}));

	/** Residuals with their derivatives: a row a cell, then a row a free parameter for the ridge; last column the residual. */
	const rowsAt = (theta: readonly number[]): number[][] => {
		const rows = placed.map(({ c, d, a, score }) => {
			const slope = a < 0 ? 1 : Math.exp(theta[a]!);
			const gap = theta[c]! - (d < 0 ? 0 : theta[d]!);
			const expected = 1 / (1 + Math.exp(-slope * gap));
			const steep = expected * (1 - expected) * slope;
			const row = Array.from({ length: width + 1 }, () => 0);
			row[c] = steep;
			if (d >= 0) row[d] = -steep;
			if (a >= 0) row[a] = steep * gap;
			row[width] = expected - score;
			return row;
		});
		if (ridge > 0)
			for (const [place, value] of theta.entries()) rows.push(diagonal(width, place, ridge, ridge * value));
		return rows;
	};
	const lossOf = (rows: readonly number[][]): number => rows.reduce((loss, row) => loss + row[width]! ** 2, 0);

	let theta = Array.from({ length: width }, () => 0);
	let rows = rowsAt(theta);
	let loss = lossOf(rows);
	let damping = 1e-3;
	let steps = 0;
	while (steps < 500 && damping < 1e12) {
		steps += 1;
		const a = rows.map(row => [...row]);
		for (let place = 0; place < width; place += 1) a.push(diagonal(width, place, Math.sqrt(damping), 0));
		triangulate(a, width);
		const step = backSubstitute(a, width, row => -a[row]![width]!);
		const moved = theta.map((value, place) => value + step[place]!);
		const tried = rowsAt(moved);
		const better = lossOf(tried);
		if (better < loss) {
			[theta, rows, loss] = [moved, tried, better];
			damping = Math.max(damping / 10, 1e-15);
		} else damping *= 10;
		if (Math.max(...step.map(Math.abs)) < 1e-12) break;
	}
	const at = (place: number): number => theta[place]!;
	return {
		capability: new Map(models.map((model, place) => [model, at(place)])),
		difficulty: new Map(benchmarks.map(name => [name, name === anchor ? 0 : at(models.length + free.indexOf(name))])),
		slope: new Map(
			benchmarks.map(name => [
				name,
				name === anchor ? 1 : Math.exp(at(models.length + free.length + free.indexOf(name))),
			]),
		),
		steps,
		loss,
	};
}

function diagonal(width: number, place: number, value: number, right: number): number[] {
	const row = Array.from({ length: width + 1 }, () => 0);
	row[place] = value;
	row[width] = right;
	return row;
}
