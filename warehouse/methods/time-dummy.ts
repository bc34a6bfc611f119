/** One price of one model in one period, with what it is like; `weight` is 1 where none is given. */
export type Priced = { period: string; price: number; features: readonly number[]; weight?: number };
export type TimeDummy = {
	intercept: number;
	/** One for each feature, in their order. */
	betas: number[];
	/** In order of period: `exp(d_t)`, its standard error in logs, and `exp(d_t - se^2 / 2)`; 1 in the first. */
	index: { period: string; index: number; se: number; unbiased: number }[];
	n: number;
	/** Prices less coefficients. */
	freedom: number;
};

/**
 * Time-dummy hedonic index (methods.md 4): `ln p = b0 + sum_k b_k x_k + sum_t d_t D_t + e`, by least squares, weighted
 * where weights are given. Null where a coefficient is not determined or no freedom is left for an error. Throws on a price
 * that is not above 0.
 */
export function timeDummy(rows: readonly Priced[]): TimeDummy | null {
	const periods = [...new Set(rows.map(({ period }) => period))].sort();
	const features = rows[0]?.features.length ?? 0;
	const columns = 1 + features + periods.length - 1;
	const freedom = rows.length - columns;
	if (freedom < 1) return null;
	const sorted = [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
	const matrix = sorted.map(row => {
		if (!(row.price > 0)) throw new RangeError(`time dummy: invalid price: ${row.price}`);
		const scale = Math.sqrt(row.weight ?? 1);
		const place = periods.indexOf(row.period);
		const line = [1, ...row.features, ...periods.slice(1).map((_, at) => (at + 1 === place ? 1 : 0))];
		return [...line, Math.log(row.price)].map(value => value * scale);
	});
	const solved = leastSquares(matrix, columns);
	if (!solved) return null;
	const [intercept = 0, ...rest] = solved.coefficients;
	const variance = solved.residual / freedom;
	return {
		intercept,
		betas: rest.slice(0, features),
		index: periods.map((period, place) => {
			if (place === 0) return { period, index: 1, se: 0, unbiased: 1 };
			const at = features + place;
			const log = solved.coefficients[at]!;
			const se = Math.sqrt(variance * solved.unscaled[at]!);
			return { period, index: Math.exp(log), se, unbiased: Math.exp(log - (se * se) / 2) };
		}),
		n: rows.length,
		freedom,
	};
}

const keyOf = ({ period, features, price }: Priced): string => [period, ...features, price].join('\n');

type Solved = { coefficients: number[]; residual: number; unscaled: number[] };

/** Householder's QR of `[X | y]`; `unscaled` is the diagonal of `(X'X)^-1`. Null where a column depends on the others. */
function leastSquares(matrix: number[][], columns: number): Solved | null {
	const rows = matrix.length;
	for (let k = 0; k < columns; k++) {
		const norm = Math.hypot(...matrix.slice(k).map(row => row[k]!));
		if (norm < 1e-10 * Math.hypot(...matrix.map(row => row[k]!)) || norm === 0) return null;
		const alpha = matrix[k]![k]! > 0 ? -norm : norm;
		const v = matrix.slice(k).map((row, place) => row[k]! - (place === 0 ? alpha : 0));
		const square = v.reduce((sum, value) => sum + value * value, 0);
		for (let column = k; column <= columns; column++) {
			const dot = v.reduce((sum, value, place) => sum + value * matrix[k + place]![column]!, 0);
			for (let row = k; row < rows; row++) matrix[row]![column]! -= (2 * dot * v[row - k]!) / square;
		}
	}
	const back = (target: number[]): number[] => {
		const x = new Array<number>(columns).fill(0);
		for (let row = columns - 1; row >= 0; row--) {
			const known = x.reduce((sum, value, at) => (at > row ? sum + matrix[row]![at]! * value : sum), 0);
			x[row] = (target[row]! - known) / matrix[row]![row]!;
		}
		return x;
	};
	const coefficients = back(matrix.map(row => row[columns]!));
	const residual = matrix.slice(columns).reduce((sum, row) => sum + row[columns]! ** 2, 0);
	const unscaled = new Array<number>(columns).fill(0);
	for (let unit = 0; unit < columns; unit++) {
		const inverse = back(Array.from({ length: columns }, (_, at) => (at === unit ? 1 : 0)));
		for (const [row, value] of inverse.entries()) unscaled[row]! += value * value;
	}
	return { coefficients, residual, unscaled };
}
