import { backSubstitute, sum, triangulate } from './least-squares.ts';

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
	const lambda = options.lambda ?? 0;
	const placed = cells.map(({ model, benchmark, score }) => ({
		c: models.indexOf(model),
		d: benchmark === anchor ? -1 : models.length + free.indexOf(benchmark),
		a: benchmark === anchor ? -1 : models.length + free.length + free.indexOf(benchmark),
		score: Math.min(0.999, Math.max(0.001, score)),
	}));

	/** Derivatives and misfit of each cell; a parameter that is held has place -1 and derivative 0. */
	const slopesAt = (theta: readonly number[]): Slopes[] =>
		placed.map(({ c, d, a, score }) => {
			const slope = a < 0 ? 1 : Math.exp(theta[a]!);
			const gap = theta[c]! - (d < 0 ? 0 : theta[d]!);
			const expected = 1 / (1 + Math.exp(-slope * gap));
			const steep = expected * (1 - expected) * slope;
			return {
				c,
				by_c: steep,
				others:
					d < 0
						? []
						: [
								[d, -steep],
								[a, steep * gap],
							],
				misfit: expected - score,
			};
		});
	const lossOf = (slopes: readonly Slopes[], theta: readonly number[]): number =>
		slopes.reduce((loss, { misfit }) => loss + misfit ** 2, 0) +
		lambda * theta.reduce((total, value) => total + value ** 2, 0);

	let theta = Array.from({ length: width }, () => 0);
	let slopes = slopesAt(theta);
	let loss = lossOf(slopes, theta);
	let damping = 1e-3;
	let steps = 0;
	while (steps < 500 && damping < 1e12) {
		steps += 1;
		const step = stepOf(slopes, theta, { lambda, damping, models: models.length });
		const moved = theta.map((value, place) => value + step[place]!);
		const tried = slopesAt(moved);
		const better = lossOf(tried, moved);
		if (better < loss) {
			[theta, slopes, loss] = [moved, tried, better];
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

type Slopes = { c: number; by_c: number; others: [number, number][]; misfit: number };

/**
 * The damped step. A score knows one model only, so each model is put in terms of the benchmarks first, and what is left
 * to be solved at once is as wide as the benchmarks: hundreds of models cost no more than their scores.
 */
function stepOf(
	slopes: readonly Slopes[],
	theta: readonly number[],
	{ lambda, damping, models }: { lambda: number; damping: number; models: number },
): number[] {
	const rest = theta.length - models;
	const held = lambda + damping;
	const down = theta.map(value => -lambda * value);
	const own = Array.from({ length: models }, () => held);
	const shared = Array.from({ length: models }, () => new Map<number, number>());
	const system = Array.from({ length: rest }, (_, row) =>
		Array.from({ length: rest + 1 }, (_, column) => (row === column ? held : 0)),
	);
	for (const { c, by_c, others, misfit } of slopes) {
		own[c]! += by_c ** 2;
		down[c]! -= by_c * misfit;
		for (const [place, by] of others) {
			down[place]! -= by * misfit;
			shared[c]!.set(place, (shared[c]!.get(place) ?? 0) + by_c * by);
			for (const [other, by_other] of others) system[place - models]![other - models]! += by * by_other;
		}
	}
	for (let row = 0; row < rest; row += 1) system[row]![rest] = down[models + row]!;
	for (const [c, places] of shared.entries()) {
		for (const [place, value] of places) {
			system[place - models]![rest]! -= (value * down[c]!) / own[c]!;
			for (const [other, by_other] of places) system[place - models]![other - models]! -= (value * by_other) / own[c]!;
		}
	}
	triangulate(system, rest);
	const benchmarks = backSubstitute(system, rest, row => system[row]![rest]!);
	const capabilities = shared.map((places, c) => {
		const known = sum([...places].map(([place, value]) => value * benchmarks[place - models]!));
		return (down[c]! - known) / own[c]!;
	});
	return [...capabilities, ...benchmarks];
}
