/** A benchmark with published parameters: difficulty in index points, slope per point, share that guessing solves. */
export type Item = { difficulty: number; slope: number; guess: number };
/** A model's share solved on one benchmark, 0 to 1. */
export type Solved = { item: Item; score: number };
/** Index points; `half_width` describes how flat the fit is and is no confidence interval. */
export type Anchored = { capability: number; n: number; rmse: number; half_width: number | null };

const grid = Array.from({ length: 1401 }, (_, step) => (600 + step) / 10);
const clip = (score: number): number => Math.min(0.999, Math.max(0.001, score));
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Benchmarks below which no score is stated. */
export const fewest_benchmarks = 3;

/**
 * A model's capability by item parameters that are held fixed, so that adding a model never moves another (methods.md 3.1):
 * the point of the grid 60.0, 60.1 .. 200.0 with the least sum of squared differences between expected and clipped scores.
 * With `guess`, a score above chance is brought to 0..1 first. Throws on a score outside 0..1.
 */
export function anchoredCapability(solved: readonly Solved[], options: { guess?: boolean } = {}): Anchored {
	if (solved.length === 0) throw new Error('anchored capability: expected scores got none');
	const scores = solved.map(({ item, score }) => {
		if (!(score >= 0 && score <= 1)) throw new Error(`anchored capability: expected a share solved got ${score}`);
		return clip(options.guess ? (score - item.guess) / (1 - item.guess) : score);
	});
	const losses = grid.map(point =>
		solved.reduce((loss, { item }, place) => {
			const expected = sigmoid(item.slope * (point - item.difficulty));
			return loss + (expected - scores[place]!) ** 2;
		}, 0),
	);
	const least = Math.min(...losses);
	const near = losses.filter(loss => loss <= 1.5 * least).length;
	const rmse = Math.sqrt(least / solved.length);
	return {
		capability: grid[losses.indexOf(least)]!,
		n: solved.length,
		rmse,
		// where the fit is all but exact the set is a point and says nothing
		half_width: rmse < 0.01 ? null : (near - 1) / 20,
	};
}

/** Why no capability is stated of these scores; null where one is. */
export function unanchored(solved: readonly Solved[]): string | null {
	if (solved.length < fewest_benchmarks) return `fewer than ${fewest_benchmarks} benchmarks: ${solved.length}`;
	if (solved.every(({ score }) => clip(score) <= 0.001)) return 'all scores are at the floor';
	if (solved.every(({ score }) => clip(score) >= 0.999)) return 'all scores are at the ceiling';
	return null;
}
