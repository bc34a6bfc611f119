/**
 * Whether a canonical name is too close to a known one to be a model of its own, and no rule makes the two one.
 * `isFirstHand`: who lists the name sells it by contract, so its words are no misprint; a line without its size still is.
 */
export type NearMiss = (model: string, isFirstHand?: boolean) => boolean;

/** Words a name may have more, or lack, and be another model all the same: numbers, sizes, precision, tuning. */
const more =
	/^(v?\d[\d.]*[a-z]?|[ae]?\d[\d.]*[bmt]|\d+x\d+b|\d+k|fp\d+|bf16|nvfp4|mxfp4?|int\d|awq|gptq|gguf|mlx|i?q\d.*|s|m|k|l|xs|\dbit|turbo|fast|lite|instruct|it|chat|base|reference|dynamic|draft|search|reasoning|python)$/;
const fewer = /^(instruct|it|chat|base|hf)$/;
/** A model that has one of these beside its name has a sibling without it. */
const kin = /^(instruct|it|chat|base|hf|fp\d+|bf16|nvfp4|mxfp4|int\d|awq|gptq|gguf|mlx|\dbit|i?q\d.*|k|l|m|s|xs)$/;
/** Without one of these a name is a line, of which there are several models. */
const size = /^(v?\d+\.\d+|[ae]?\d[\d.]*[bmt]|\d+x\d+b|large|medium|small|mini|nano|micro|tiny|ultra)$/;

/**
 * A seller's misprint or label leaves a name that says more or less than the maker's (`mythomax-13b`,
 * `gemini-pro-dev-api`): to take it for the known model would be to guess, to take it for a new one would split it.
 * Names with words of another set (`grok-voice-3.0`) are new, and words a maker uses elsewhere (`-pro`) are its own.
 */
export function nearMisses(known: Iterable<string>): NearMiss {
	const exact = new Set(known);
	const names = new Map<string, Set<string>[]>();
	const vocabulary = new Map<string, Set<string>>();
	for (const model of exact) {
		const [slug, words] = split(model);
		names.set(slug, [...(names.get(slug) ?? []), words]);
		const own = vocabulary.get(slug) ?? new Set();
		for (const word of words) own.add(word);
		vocabulary.set(slug, own);
	}
	return (model, isFirstHand = false) => {
		if (exact.has(model)) return false;
		const [slug, words] = split(model);
		const own = vocabulary.get(slug) ?? new Set();
		let isNear = false;
		for (const other of names.get(slug) ?? []) {
			const extra = [...words].filter(word => !other.has(word));
			const missing = [...other].filter(word => !words.has(word));
			if (extra.length > 0 && missing.length > 0) continue;
			if ([...extra, ...missing].every(word => kin.test(word))) return false;
			if (missing.length === 0) isNear ||= !isFirstHand && extra.some(word => !more.test(word) && !own.has(word));
			else isNear ||= missing.some(word => !fewer.test(word) && (!isFirstHand || size.test(word)));
		}
		return isNear;
	};
}

function split(model: string): [string, Set<string>] {
	const slash = model.indexOf('/');
	return [model.slice(0, slash), new Set(model.slice(slash + 1).split('-'))];
}
