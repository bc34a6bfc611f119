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
