import { change } from './format.ts';
import type { Axis } from './panel.ts';

/** Price after over before, on a log scale and labelled as the change: a halving and a doubling are equally far from none. */
export function factorAxis(factors: readonly number[]): Axis {
	const marks = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 10, 20, 50];
	const [low, high] = [Math.min(...factors, 0.5) / 1.25, Math.max(...factors, 2) * 1.25];
	const ticks = marks.filter(tick => tick >= low && tick <= high);
	return { type: 'log', domain: [low, high], ticks, format: tick => (tick === 1 ? '0%' : change(Number(tick) - 1)) };
}
