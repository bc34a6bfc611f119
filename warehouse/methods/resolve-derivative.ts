/** Words the makers themselves and their hosts put behind the names of freely tuned weights. */
const words =
	/^([va]?\d[\d.]*[a-z]{0,3}|e\d+b?|\d+x\d+b?|\d+b|a\d+b|instruct|it|chat|base|pt|hf|vision|guard|scout|maverick|behemoth|turbo|lite|free|fast|highspeed|ultra|fp8|fp16|bf16|fp4|nvfp4|mxfp4|awq|gptq|gguf|mlx|int4|int8|q\d.*|iq\d|xs|k|m|s|\d?bit|quantized|dynamic|instant|preview|latest|online|text|prompt|large|small|medium|tiny|nemo|saba|nano|ocr|embed|embedding|reranker|code|coder|moderation|classifier|creative|reasoning|thinking|captioner|dense|omni|vl|math|audio|next|max|plus|flash|pro|speculative|decoding|draft|hb|swa|qat|n|w\da\d+|reference|function|calling|tool|use|versatile|python|litert|experimental|8192|exp|maas|tee|\d{4})$/;

/** Weights that anybody may tune, by the name of their line up to the size, with the maker's slug. */
const tunable: [RegExp, string][] = [
	[/^(?:llama|codellama)-(.+)$/, 'meta'],
	[/^gemma-(.+)$/, 'google'],
	[/^(?:mistral-nemo|mistral-7b|mistral-small|mixtral)-(.+)$/, 'mistralai'],
	[/^(?:qwen[\d.]+(?:-coder|-vl|-math|-next|-omni)?-\d[\d.]*b|qwq-32b)-(.+)$/, 'qwen'],
];

/** What nobody does to weights of their own. */
const undone =
	/(^|-)(abliterated|ablated|obliterated|uncensored|derestricted|heretic|unshackled|unslop|rpmax|4all)(-|$)/;
const makers = new Set([
	'meta',
	'google',
	'mistralai',
	'qwen',
	'z-ai',
	'deepseek',
	'nvidia',
	'moonshotai',
	'openai',
	'xiaomi',
]);

/**
 * Whether a name adds a word of its own to weights that anybody may tune (`llama-3.3-70b-ignition-v0.1`,
 * `qwen3.5-27b-writer-derestricted`): its maker is not the maker of the base, and is unknown as long as no author is
 * printed. The base's own author in the path (`isSigned`) vouches for all but what undoes the maker's training.
 */
export function isStrangeDerivative(name: string, slug: string, isSigned = false): boolean {
	if (makers.has(slug) && undone.test(name)) return true;
	for (const [line, maker] of tunable) {
		if (maker !== slug) continue;
		const added = line.exec(name)?.[1];
		if (added === undefined) continue;
		if (isSigned && !/-\d+b(-|$)/.test(name)) continue;
		if (!added.split('-').every(word => words.test(word))) return true;
	}
	return false;
}
