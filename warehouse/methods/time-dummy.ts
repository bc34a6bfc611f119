import { leastSquares } from './least-squares.ts';

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
 * where weights are given. Null where no freedom is left for an error. Throws on a price that is not above 0 and where a
 * feature depends on the others.
 */
export function timeDummy(rows: readonly Priced[]): TimeDummy | null {
	const periods = [...new Set(rows.map(({ period }) => period))].sort();
	const features = rows[0]?.features.length ?? 0;
	const columns = 1 + features + periods.length - 1;
	const freedom = rows.length - columns;
	if (freedom < 1) return null;
	const sorted = [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
	const roots = sorted.map(({ weight = 1 }) => Math.sqrt(weight));
	const x = sorted.map(({ period, features: own }, at) => {
		const dummies = periods.slice(1).map(other => (other === period ? 1 : 0));
		return [1, ...own, ...dummies].map(value => value * roots[at]!);
	});
	const y = sorted.map(({ price }, at) => {
		if (!(price > 0)) throw new RangeError(`time dummy: invalid price: ${price}`);
		return Math.log(price) * roots[at]!;
	});
	const fit = leastSquares(x, y);
	const [intercept = 0, ...rest] = fit.coefficients;
	return {
		intercept,
		betas: rest.slice(0, features),
		index: periods.map((period, place) => {
			if (place === 0) return { period, index: 1, se: 0, unbiased: 1 };
			const at = features + place;
			const log = fit.coefficients[at]!;
			const se = fit.standard_errors[at]!;
			return { period, index: Math.exp(log), se, unbiased: Math.exp(log - (se * se) / 2) };
		}),
		n: rows.length,
		freedom,
	};
}

const keyOf = ({ period, features, price }: Priced): string => [period, ...features, price].join('\n');
