/**
 * Quantile of Student's t with a whole number of degrees of freedom: the t with P(T <= t) = p, to machine precision.
 * The distribution has a finite form for whole degrees of freedom (Abramowitz and Stegun 26.7.3, 26.7.4), so that nothing
 * is read from a table. `studentQuantile(0.95, 1)` = 6.313751514675.
 */
export function studentQuantile(p: number, df: number): number {
	if (!(p > 0 && p < 1)) throw new Error(`student t: expected a probability between 0 and 1 got ${p}`);
	if (!Number.isInteger(df) || df < 1) throw new Error(`student t: expected whole degrees of freedom got ${df}`);
	if (p < 0.5) return -studentQuantile(1 - p, df);
	let low = 0;
	let high = 1;
	while (studentProbability(high, df) < p) high *= 2;
	// halving alone ends at two neighbouring numbers, whatever the machine's arithmetic
	for (;;) {
		const middle = (low + high) / 2;
		if (middle <= low || middle >= high) return middle;
		if (studentProbability(middle, df) < p) low = middle;
		else high = middle;
	}
}

/** P(T <= t) of Student's t, t >= 0. */
function studentProbability(t: number, df: number): number {
	const root = Math.sqrt(df);
	const reach = Math.hypot(root, t);
	const sine = t / reach;
	const cosine2 = (root / reach) ** 2;
	let term = 1;
	let sum = df > 1 ? 1 : 0;
	const first = df % 2 === 0 ? 1 : 2;
	for (let step = first; step <= df - 3; step += 2) {
		term *= (step / (step + 1)) * cosine2;
		sum += term;
	}
	if (df % 2 === 0) return 0.5 + (sine * sum) / 2;
	return 0.5 + (Math.atan2(t, root) + sine * (root / reach) * sum) / Math.PI;
}
