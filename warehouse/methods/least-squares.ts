import { studentQuantile } from './student-t.ts';

export type Fit = {
	/** One per regressor, in the order of the columns. */
	coefficients: number[];
	standard_errors: number[];
	/** Observations, and degrees of freedom that are left. */
	n: number;
	df: number;
	/** Against the mean of `y`; null where `y` does not vary. */
	r2: number | null;
};

/**
 * Ordinary least squares of `y` on the columns of `x`, one row an observation, an intercept being a column of ones.
 * By Householder reflections on scaled columns: day numbers and logarithms differ by orders of magnitude. Standard errors
 * are null-free only with a degree of freedom left; without one they are NaN. Throws when columns depend on one another.
 */
export function leastSquares(x: readonly (readonly number[])[], y: readonly number[]): Fit {
	const n = x.length;
	const k = x[0]?.length ?? 0;
	if (n !== y.length) throw new Error(`least squares: expected ${n} values got ${y.length}`);
	if (k === 0 || n < k) throw new Error(`least squares: expected at least ${Math.max(k, 1)} rows got ${n}`);
	for (const value of [...x.flat(), ...y]) {
		if (!Number.isFinite(value)) throw new Error(`least squares: invalid value: ${value}`);
	}
	const scale = Array.from({ length: k }, (_, j) => Math.sqrt(sum(x.map(row => row[j]! ** 2))) || 1);
	const a = x.map((row, i) => [...row.map((value, j) => value / scale[j]!), y[i]!]);
	triangulate(a, k);
	for (let j = 0; j < k; j += 1) {
		if (Math.abs(a[j]![j]!) < 1e-10) throw new Error(`least squares: dependent column: ${j}`);
	}
	const scaled = backSubstitute(a, k, j => a[j]![k]!);
	const coefficients = scaled.map((value, j) => value / scale[j]!);
	const df = n - k;
	const rss = sum(a.slice(k).map(row => row[k]! ** 2));
	const inverse = Array.from({ length: k }, (_, i) => backSubstitute(a, k, j => (j === i ? 1 : 0)));
	const standard_errors = scale.map((one, j) =>
		df > 0 ? Math.sqrt((rss / df) * sum(inverse.map(column => column[j]! ** 2))) / one : NaN,
	);
	const mean = sum(y) / n;
	const tss = sum(y.map(value => (value - mean) ** 2));
	return { coefficients, standard_errors, n, df, r2: tss > 0 ? 1 - rss / tss : null };
}

/** Half the width of the two-sided 90 % interval of a coefficient; null without a degree of freedom. */
export const margin90 = (fit: Fit, place: number): number | null =>
	fit.df > 0 ? studentQuantile(0.95, fit.df) * fit.standard_errors[place]! : null;

/** Reflect the first `k` columns of `a` to an upper triangle, in place; the last column goes along. */
export function triangulate(a: number[][], k: number): void {
	for (let j = 0; j < k; j += 1) {
		const norm = Math.sqrt(sum(a.slice(j).map(row => row[j]! ** 2)));
		if (norm === 0) continue;
		const head = a[j]![j]! > 0 ? -norm : norm;
		const v = a.slice(j).map((row, i) => (i === 0 ? row[j]! - head : row[j]!));
		const length2 = sum(v.map(value => value ** 2));
		for (let column = j; column < a[j]!.length; column += 1) {
			const along = (2 * sum(v.map((value, i) => value * a[i + j]![column]!))) / length2;
			for (const [i, value] of v.entries()) a[i + j]![column]! -= along * value;
		}
	}
}

/** Solve the upper triangle of `a` for the right side that `right` gives. */
export function backSubstitute(a: readonly number[][], k: number, right: (row: number) => number): number[] {
	const solved = Array.from({ length: k }, () => 0);
	for (let j = k - 1; j >= 0; j -= 1) {
		const known = sum(solved.map((value, i) => (i > j ? value * a[j]![i]! : 0)));
		solved[j] = (right(j) - known) / a[j]![j]!;
	}
	return solved;
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
