/** A block of code in a notebook, with the result that stands printed below it. */
export type Block = {
	language: 'sql' | 'ts';
	/** By which `ts` blocks below know the rows of a `sql` block. */
	name: string | null;
	code: string;
	result: string;
};

const block = /```(sql|ts)(?: (\w+))?\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g;

/**
 * The blocks of a notebook in order: each ```` ```sql NAME ```` or ```` ```ts ```` fence is followed by a ```` ```text ````
 * fence, its result. Throws `ID: ...` when one has none, or a name stands twice. Pure.
 */
export function blocksOf(id: string, text: string): Block[] {
	const blocks = [...text.matchAll(block)].map(([, language, name, code, result]) => ({
		language: language as Block['language'],
		name: name ?? null,
		code: code ?? '',
		result: result ?? '',
	}));
	const fences = text.match(/^```(sql|ts)\b/gm) ?? [];
	if (fences.length !== blocks.length || blocks.length === 0)
		throw new Error(`${id}: expected a result below each of ${fences.length} blocks, got: ${blocks.length}`);
	const names = blocks.flatMap(({ name }) => name ?? []);
	const twice = names.find((name, place) => names.indexOf(name) !== place);
	if (twice) throw new Error(`${id}: name of two blocks: ${twice}`);
	return blocks;
}

/** The text with `results` in place of those printed, in order of its blocks. */
export function withResults(text: string, results: string[]): string {
	let place = 0;
	return text.replace(block, (whole, ...[, , , printed]: string[]) => {
		const head = whole.slice(0, whole.length - (printed ?? '').length - '```'.length);
		return `${head}${results[place++] ?? ''}\`\`\``;
	});
}

/** What stands between the blocks, and in no other code. */
export const proseOf = (text: string): string => text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');

/** The heading of a notebook. */
export function titleOf(id: string, text: string): string {
	const [, title] = /^# (.+)$/m.exec(text) ?? [];
	if (!title) throw new Error(`${id}: missing heading`);
	return title;
}
