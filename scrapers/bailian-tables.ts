import type { Known } from './columns.ts';
import type { Table } from './table.ts';

const per = String.raw`单价 ?[(（]每百万 ?Token[)）]( 思维链[+和]回答)?`;
const under = (side: string, words: string) => new RegExp(`^${side}${per}(${words})$`, 'i');

/** Headings of Alibaba's tables of token prices, the second line behind the first. */
export const bailianColumns: Known = [
	[/^模型 ?(ID)?\s*([(（]Model ID[)）])?$/i, 'model'],
	[/^(单次请求的)?输入Token(数|范围|数量)$/i, 'band'],
	[/^服务部署范围$/, 'region'],
	[/^(模式|免费额度.*)$/, 'ignored'],
	[under('输入', '| (输入：)?文本(\\/图片)?(\\/视频)?'), 'input'],
	[under('输入', ' (输入：)?音频'), 'input_audio'],
	[under('输入', ' (输入：)?图片(\\/视频)?'), 'input_image'],
	[under('输出', ' 文本\\+音频 仅音频计费| (输出：)?音频'), 'output_audio'],
	[under('输出', '| (非)?思考模式.*| (输出：)?文本( 仅纯文本输入| 多模态输入)?'), 'output'],
];

/** One table, or what it says of a variant of its models: `suffix` is added to their names. */
export type Part = { rows: string[][]; suffix: string };

/** Two prices of the same answer, the second for a variant (sources.md 10.3): thinking, or text after pictures or sound. */
const pairs = [
	{ base: / (非思考模式|non-thinking mode)$/i, other: / (思考模式|thinking mode)/i, suffix: ':thinking' },
	{ base: / 仅纯文本输入$/, other: / 多模态输入$/, suffix: ':multimodal' },
];

/**
 * A table whose headings fill one line, in parts that price each meter once. A model without the first price (it only
 * thinks) has the second as its own; a second price equal to the first says nothing new.
 */
export function partsOf({ rows }: Table): Part[] {
	const [head = [], ...lines] = oneHeader(rows);
	const places = pairs
		.map(({ base, other, suffix }) => ({
			suffix,
			base: head.findIndex(text => base.test(text)),
			other: head.findIndex(text => other.test(text)),
		}))
		.filter(({ base, other }) => base >= 0 && other >= 0);
	const others = new Set(places.map(({ other }) => other));
	const isStated = (cell: string | undefined) => cell !== undefined && !/^-?$/.test(cell);
	// a line that says nothing of a pair, or is of another length, is left to the reader of lines
	const isOnlyOther = (line: string[]) =>
		places.find(({ base, other }) => !isStated(line[base]) && isStated(line[other]));
	const narrow = (line: string[]) => (line.length === head.length ? line.filter((_, x) => !others.has(x)) : line);
	const swapped = (kept: string[][], base: number, other: number) =>
		[head, ...kept].map(line => narrow(line.map((cell, x) => (x === base ? (line[other] ?? '') : cell))));
	return [
		{ suffix: '', rows: [head, ...lines.filter(line => !isOnlyOther(line))].map(narrow) },
		...places.flatMap(place => {
			const { base, other, suffix } = place;
			const only = lines.filter(line => isOnlyOther(line) === place);
			const both = lines.filter(line => [base, other].every(x => isStated(line[x])) && line[base] !== line[other]);
			return [
				{ suffix: '', rows: swapped(only, base, other) },
				{ suffix, rows: swapped(both, base, other) },
			];
		}),
	].filter(({ rows }) => rows.length > 1);
}

function oneHeader(rows: string[][]): string[][] {
	const [first = [], second = [], ...lines] = rows.map(row => row.map(cell => cell.replace(/^\s+|\s+$/g, '')));
	const flat = (text = '') => text.replace(/\s+/g, ' ');
	if (first[0] === undefined || second[0] !== first[0]) return [first.map(flat), second, ...lines];
	return [first.map((text, x) => (second[x] === text ? flat(text) : `${flat(text)} ${flat(second[x])}`)), ...lines];
}
