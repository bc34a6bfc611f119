import { digits } from './resolve-digits.ts';
import { mistral, spellings } from './resolve-spelling.ts';

/**
 * Labs and routers order the words of one name differently (`claude-4.6-opus`, `claude-opus-4.6`; `gemini-flash-1.5`,
 * `gemini-1.5-flash`; `qwen-2.5-72b`, `qwen2.5-72b`). One order a family, exact rewrites only.
 */
export function wordOrder(name: string): string {
	let text = name;
	for (const { pattern, replacement, first } of rules)
		if (first === null || text.startsWith(first)) text = text.replace(pattern, replacement);
	const claude =
		/^claude-(?:(\d+(?:\.\d+)?)-(opus|sonnet|haiku|fable)|(opus|sonnet|haiku|fable)-(\d+(?:\.\d+)?))(-.+)?$/.exec(text);
	if (claude) {
		const number = (claude[1] ?? claude[4] ?? '').replace(/\.0$/, '');
		const kind = claude[2] ?? claude[3];
		// since version 4 the lab prints the kind first
		text = Number(number) < 4 ? `claude-${number}-${kind}` : `claude-${kind}-${number}`;
		text += (claude[5] ?? '').replace(Number(number) < 4 ? /^-(?:v[12]|june|old)$/ : /^-v1$/, '');
	}
	return text;
}

const rewrites: [RegExp, string][] = [
	[/^gemini-(flash|pro)-(8b-)?(\d+(?:\.\d+)?)(?=-|$)/, 'gemini-$3-$1-$2'],
	[/^(gemini-[\d.]+-(?:flash|pro))-$|^(gemini-[\d.]+-flash-8b)-$/, '$1$2'],
	[/--/, '-'],
	[/^qwen-(\d(?:\.\d+)?)(?=-|$)/, 'qwen$1'],
	[/^qwen-?(vl|coder|math)-?(\d)/, 'qwen$2-$1'],
	[/^(?:meta-)?llama-?v?(?=\d)/, 'llama-'],
	[/^llama-3-(?=[123]-)/, 'llama-3.'],
	[/^deepseek-chat-v/, 'deepseek-v'],
	[
		/^(anthropic|openai|google|moonshotai|zai-org|nvidia|mistralai|xai|minimaxai)-(?=claude|gpt|gemini|kimi|glm|nemotron|mistral|grok|minimax)/,
		'',
	],
	[/^nvidia-nemotron/, 'nemotron'],
	[/^(gemma|phi|hermes|granite)(?=\d)/, '$1-'],
	[/^(?:c4ai-)?command-r\+?-?plus|^(?:c4ai-)?command-r\+/, 'command-r-plus'],
	[/^c4ai-/, ''],
	[/^chatgpt-4o-(\d\d-\d\d-20\d\d|\d{4})$/, 'chatgpt-4o-latest'],
	[/^qwen([23])([5-9])(?=-)/, 'qwen$1.$2'],
	[/^minimax-m(\d)(\d)(?=-|$)/, 'minimax-m$1.$2'],
	[/^(nova-(?:lite|micro|pro|premier))-1\.0$/, '$1'],
	[/^grok-4-20(?=-|$)/, 'grok-4.20'],
	[/^gpt-?35-/, 'gpt-3.5-'],
	[/^gpt(?=\d)/, 'gpt-'],
	[/^mimo(?=v?\d)/, 'mimo-'],
	[/^(nova-[a-z\d-]*?(?:lite|micro|pro|premier|canvas|sonic|reel)(?:-preview)?)-v1(?:\.0)?$/, '$1'],
	[/^doubao-seed-/, 'seed-'],
	[/^doubao-(?=\d)/, 'doubao-'],
	[/^kimi-k2-0711(-preview)?$/, 'kimi-k2'],
	[/^(kimi-k2-0905)-preview$/, '$1'],
	[/^kimi-k2-instruct(?=-|$)/, 'kimi-k2'],
	[/^(kimi-k\d\.\d)-0\d{3}$/, '$1'],
	[/^minimax-?text-01$/, 'minimax-01'],
	[/^(step)-?(\d)/, '$1-$2'],
	[/^llama-4-(maverick|scout)-17b(?:-\d+e)?(-instruct)?/, 'llama-4-$1'],
	[/^llama-4-(maverick|scout)-instruct/, 'llama-4-$1'],
];

/** Rules with the letter their names begin with, where they all begin with one: most names meet few rules. */
const rules = [...rewrites, ...digits, ...spellings, ...mistral].map(([pattern, replacement]) => {
	const literal = /^\^\(?([a-z])/.exec(pattern.source)?.[1] ?? null;
	const isOne = !pattern.source.includes('|') || (/^\^[a-z]/.test(pattern.source) && !pattern.source.includes('|^'));
	// `x?` may be absent
	return { pattern, replacement, first: isOne && !/^\^\(?[a-z]\?/.test(pattern.source) ? literal : null };
});
