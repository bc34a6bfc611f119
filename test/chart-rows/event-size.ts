import { madeCuts } from '../made-cuts.ts';

const cut = madeCuts[0];
/** Enough changes of output for bars and a median; few of the others, drawn as dots. */
export const rows = {
	cuts: [
		...madeCuts,
		...Array.from({ length: 24 }, (_, index) => ({
			...cut,
			event_id: `made-${index}`,
			change: -0.04 * (index + 1),
			changed_by: '2026-02-12',
		})),
	],
};
