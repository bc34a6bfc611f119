import type { Variant } from './resolve.ts';

/** `name` without the mode or effort in which the model was asked; both null where none is printed. */
export type Mode = { name: string; effort: string | null; variant: Variant | null };

/** Models that think or not as they are asked: the mode is no part of the model. */
const hybrids =
	/^(?:nvidia-|zai-org-|qwen-|deepseek-)?(deepseek-v(?:3\.[12]|4)|kimi-k(?:2\.[5-9]|3)|glm-(?:4\.[5-9]|5)|mimo-v2|gemini-(?:2\.5|3)|qwen3\.[5-9]|qwen3-32b|minimax-m[3-9]|step-3\.|gemma-4-|hermes-4|mistral-(?:medium-3\.5|small-4)|grok-4|nemotron-3-(?:super|ultra)|nova-2)/;

const modes =
	/-(?:(non|no|none|not)-?)?(thinking-mode|thinking|think|thought|reasoning|reasoner|instant)(?:-(low|medium|high|xhigh|max|\d{4,5}))?(?=-fast$|$)/;

/** Names behind which `high` is how hard it thinks; `gpt-5.1-codex-max` and `qwen-max` are products. */
const levelled =
	/^((?:[a-z]+-)?(?:claude-(?:opus|sonnet|haiku|fable|mythos)-[\d.]+|claude-[\d.]+-(?:opus|sonnet|haiku|fable)|gpt-[56][\w.-]*?|grok-[34][\w.-]*?|kimi-k3|glm-5[\w.]*|gpt-oss-\d+b|o\d(?:-mini|-pro)?|gemini-\d[\w.-]*?|sonar[\w-]*?))-(?:thinking-)?(none|minimal|low|medium|high|xhigh|max|extra-high|extra)(?=-fast$|$)/;

/**
 * The mode a hyphenated, dotted name ends in: `deepseek-v3.2-thinking-mode`, `claude-opus-4.7-high-fast`,
 * `qwen3.5-27b-thinking`, `gpt-5.6-sol-max`.
 */
export function modeOf(name: string): Mode {
	const level = levelled.exec(name);
	if (level?.[1] && level[2] && !(level[2] === 'max' && /codex$/.test(level[1])))
		return {
			name: level[1] + name.slice(level[0].length),
			effort: level[2].replace(/^extra.*/, 'xhigh'),
			variant: /-thinking-/.test(level[0]) ? 'thinking' : null,
		};
	const budget = /^(claude-.+?)-thinking-(\d{4,5})$/.exec(name);
	if (budget?.[1] && budget[2]) return { name: budget[1], effort: budget[2], variant: 'thinking' };
	// LiveBench names what did not think `base`: `claude-4-sonnet-20250514-base`
	const base = /^(claude-(?=.*(?:opus|sonnet|haiku)).+)-base$/.exec(name);
	if (base?.[1]) return { name: base[1], effort: 'none', variant: null };
	const mode = modes.exec(name);
	if (!mode?.[2]) return { name, effort: null, variant: null };
	const not = mode[1] !== undefined || (mode[2] === 'instant' && hybrids.test(name));
	const isClaude = /^claude-/.test(name) && mode[2] !== 'instant';
	const isNot = not && mode[2] !== 'instant' && /^(gpt-5|grok|qwen3-\d)/.test(name);
	if (!hybrids.test(name) && !isClaude && !isNot) return { name, effort: null, variant: null };
	return {
		name: name.slice(0, mode.index) + name.slice(mode.index + mode[0].length),
		effort: not ? 'none' : (mode[3] ?? null),
		variant: not ? null : 'thinking',
	};
}
