import { tokens } from './format.ts';
import { linearAxis, logAxis, type Axis } from './panel.ts';
import type { Words } from './words.ts';

// A tick is round: its trailing zeros say nothing.
const short = (count: number, words: Words) =>
	tokens(count, words)
		.replace(/(\.\d*?)0+(?=\D|$)/, '$1')
		.replace(/\.(?=\D|$)/, '');
const unit = (text: string) => text.replace(/^[\d.]+/, '');

/** Tokens from zero in one unit, which stands on the top tick. */
export function tokenAxis(counts: readonly number[], words: Words): Axis {
	const axis = linearAxis([0, ...counts]);
	const top = short(Number(axis.ticks.at(-1)), words);
	const format = (tick: number | Date) => {
		const text = short(Number(tick), words);
		return text !== top && unit(text) === unit(top) ? text.slice(0, text.length - unit(text).length) : text;
	};
	return { ...axis, format };
}

/** Tokens on a log axis, each tick with its unit. */
export const tokenLogAxis = (counts: readonly number[], words: Words): Axis =>
	logAxis(counts, count => short(count, words));
