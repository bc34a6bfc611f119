/** Words the makers themselves and their hosts put behind the names of freely tuned weights. */
const words =
	/^([va]?\d[\d.]*[a-z]{0,3}|e\d+b?|\d+x\d+b?|\d+b|instruct|it|chat|base|pt|hf|vision|guard|scout|maverick|behemoth|turbo|lite|free|fast|fp8|fp16|bf16|fp4|nvfp4|mxfp4|awq|gptq|int4|int8|q\d.*|gguf|quantized|dynamic|versatile|instant|preview|latest|online|text|prompt|large|small|medium|tiny|nemo|saba|nano|ocr|embed|code|moderation|classifier|creative|reasoning|speculative|decoding|spec[dt]ec|hb|swa|qat|n|w\da\d+|tput|reference|function|calling|tool|use|8192|cs|exp|maas|\d{4})$/;

/**
 * Whether a bare name adds a word of its own to weights that anybody may tune (`llama-3.3-70b-ignition-v0.1`): its maker
 * is not the maker of the base, and is unknown as long as no author is printed.
 */
export function isStrangeDerivative(name: string, slug: string): boolean {
	const base = /^(llama|gemma|mistral-nemo|mistral-7b|mistral-small|mixtral)-(.+)$/.exec(name);
	const maker = { llama: 'meta', gemma: 'google' }[base?.[1] ?? ''] ?? 'mistralai';
	return base?.[2] !== undefined && maker === slug && !base[2].split('-').every(word => words.test(word));
}
