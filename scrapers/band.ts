import { ShapeError } from './error.ts';
import type { PriceInput } from './source.ts';

/** Lengths of prompt and answer for which a row of a sheet holds, half-open. */
export type Band = Required<
	Pick<PriceInput, 'min_input_tokens' | 'max_input_tokens' | 'min_output_tokens' | 'max_output_tokens'>
>;
export const anyLength: Band = {
	min_input_tokens: 0,
	max_input_tokens: null,
	min_output_tokens: 0,
	max_output_tokens: null,
};

const number = String.raw`(\d+(?:\.\d+)?)\s*([kKmM]?)`;
const interval = new RegExp(String.raw`^([[(])\s*${number}\s*,\s*(?:${number}|\+?∞)\s*([\])])$`);
const open = new RegExp(String.raw`^([[(]?)\s*${number}\s*\+\)?$`);
const between = new RegExp(String.raw`^${number}\s*<\s*(?:tokens?|input|prompts?)?\s*<=\s*${number}$`, 'i');
const span = new RegExp(String.raw`^${number}\s*[-~–]\s*${number}$`);
const compared = new RegExp(String.raw`^(<=|<|>|>=)\s*${number}$`);

/**
 * A length band as sheets print it: "[0, 32)", "(32, 128]", "[32+)", "32k+", "(0.2,+∞)", "0<Token≤128K", "≤ 512K",
 * "512K ~ 1M", "> 200K", prompts before answers. `scale` is what a bare number counts (1,000 where the heading says
 * thousands). An end that belongs to the band ends one token later. Throws `ShapeError` on any other text.
 */
export function bandOf(source: string, text: string, scale = 1): Band {
	const plain = text
		.replace(/[（]/g, '(')
		.replace(/[）]/g, ')')
		.replace(/[，]/g, ',')
		.replace(/≤|⩽/g, '<=')
		.replace(/≥/g, '>=')
		.replace(/[～]/g, '~')
		.replace(/\s+/g, ' ');
	const [input = '', output] = plain.split(/(?:且|and|,)?\s*(?:输出长度|output(?: length)?|completion length)/i);
	const prompt = edgesOf(
		source,
		text,
		input.replace(/^\s*(输入长度|上下文|input|prompts?|context)( length)?/i, ''),
		scale,
	);
	const answer = output === undefined ? { min: 0, max: null } : edgesOf(source, text, output, scale);
	return {
		min_input_tokens: prompt.min,
		max_input_tokens: prompt.max,
		min_output_tokens: answer.min,
		max_output_tokens: answer.max,
	};
}

function edgesOf(source: string, whole: string, part: string, scale: number): { min: number; max: number | null } {
	const text = part.replace(/ tokens?$/i, '').trim();
	const at = (digits: string, letter: string) =>
		Math.round(Number(digits) * (/m/i.test(letter) ? 1e6 : /k/i.test(letter) ? 1e3 : scale));
	const edges = (min: number, is_min_in: boolean, max: number | null, is_max_in: boolean) => {
		const half_open = { min: min === 0 || is_min_in ? min : min + 1, max: max === null || !is_max_in ? max : max + 1 };
		if (half_open.max !== null && half_open.max <= half_open.min) throw new ShapeError(source, 'empty band', whole);
		if (!Number.isSafeInteger(half_open.min + (half_open.max ?? 0)))
			throw new ShapeError(source, 'invalid band', whole);
		return half_open;
	};
	const [, left = '', low = '', k = '', high, m = '', right] = interval.exec(text) ?? [];
	if (right) return edges(at(low, k), left === '[', high === undefined ? null : at(high, m), right === ']');
	const [, bracket, from, letter = ''] = open.exec(text) ?? [];
	// "32k+" goes on where "(0, 32k]" ended, "[32+)" where "[0, 32)" did
	if (from !== undefined) return edges(at(from, letter), bracket === '[', null, false);
	const [, least, lk = '', most, mk = ''] = between.exec(text) ?? span.exec(text) ?? [];
	if (least !== undefined && most !== undefined) return edges(at(least, lk), false, at(most, mk), true);
	const [, sign, edge = '', ek = ''] = compared.exec(text) ?? [];
	if (sign?.startsWith('<')) return edges(0, true, at(edge, ek), sign === '<=');
	if (sign?.startsWith('>')) return edges(at(edge, ek), sign === '>=', null, false);
	throw new ShapeError(source, 'unexpected band', whole);
}
