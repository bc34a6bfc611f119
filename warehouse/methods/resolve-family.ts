/** The product line of a canonical name: its words before the version, and its kind (`claude-opus`, `gemini-flash-lite`). */
export function familyOf(model: string): string | null {
	const name = model.slice(model.indexOf('/') + 1);
	const words = name.split('-');
	const kinds =
		/^(opus|sonnet|haiku|fable|flash|lite|pro|mini|nano|plus|max|air|turbo|codex|coder|vl|luna|sol|terra|astra)$/;
	const head = words[0]?.replace(/[vkm]?\d.*$/, '');
	const kind = words.slice(1).filter(word => kinds.test(word));
	const family = [head || words[0], ...kind].join('-');
	return family || null;
}

export type Tuning = 'base' | 'instruct' | 'thinking';

/** Parameters as a canonical name prints them, total and active: `235b-a22b`, `8x7b`, `e4b`; null where none stands there. */
export function sizeOf(model: string): string | null {
	const words = model.slice(model.indexOf('/') + 1).split('-');
	const total = words.findIndex(word => /^(e?\d+(\.\d+)?[bmt]|\d+x\d+b)$/.test(word));
	if (total < 0) return null;
	const active = words[total + 1];
	return [words[total], ...(active && /^a\d+(\.\d+)?[bm]$/.test(active) ? [active] : [])].join('-');
}

/** What weights were tuned for, by name alone; `chat` counts behind a size, where it is not a product's name. */
export function tuningOf(model: string): Tuning | null {
	const words = model.slice(model.indexOf('/') + 1).split('-');
	if (words.some(word => /^(thinking|think|thinker)$/.test(word))) return 'thinking';
	if (words.some(word => /^(instruct|it)$/.test(word))) return 'instruct';
	if (words.includes('chat') && sizeOf(model)) return 'instruct';
	return words.some(word => /^(base|pt)$/.test(word)) ? 'base' : null;
}
