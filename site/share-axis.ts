import { share } from './format.ts';
import type { Axis } from './panel.ts';

/** The least of four round ends that holds every share: small ones could not be read on 100%. */
export const shareTop = (shares: readonly number[]): number => {
	const most = Math.max(...shares);
	return [0.1, 0.25, 0.5, 1].find(end => most <= end) ?? 1;
};

/** Shares from 0 to a round end; the unit stands on the top tick. */
export const shareScale = (top: number): Axis => ({
	type: 'linear',
	domain: [0, top],
	ticks: [0, top / 5, (2 * top) / 5, (3 * top) / 5, (4 * top) / 5, top],
	format: tick => (Number(tick) === top ? share(top, 0) : String(Math.round(Number(tick) * 100))),
});
