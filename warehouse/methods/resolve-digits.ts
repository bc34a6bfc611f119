/**
 * Versions printed without their dot, as keys that allow no dot have them: `gemini-25-flash`, `kimi-k27-code`, `glm-52`.
 * Only lines whose makers print one digit, a dot and one digit; a size (`-14b`) or a date never stands there.
 */
export const digits: [RegExp, string][] = [
	[/^gemini-([1-4])(\d)(?=-(?:flash|pro|ultra|nano))/, 'gemini-$1.$2'],
	[/^glm-([4-9])([1-9])(?=-|v|$)/, 'glm-$1.$2'],
	[/^granite-([34])(\d)(?=-(?:h-|micro|tiny|small|medium|large|\db))/, 'granite-$1.$2'],
	[/^kimi-k2([1-9])(?=-|$)/, 'kimi-k2.$1'],
	[/^minimax-m?2([1-9])(?=-|$)/, 'minimax-m2.$1'],
	[/^mistral-medium-3([1-9])(?=-|$)/, 'mistral-medium-3.$1'],
	[/^mistral-small-3([12])(?=-|$)/, 'mistral-small-3.$1'],
	[/^claude-(opus|sonnet|haiku)-([34])([1-9])(?=-|$)/, 'claude-$1-$2.$3'],
	[/^grok-420(?=-|$)/, 'grok-4.20'],
	[/^grok-build-01$/, 'grok-build-0.1'],
	[/^qwen-([23])([5-9])(?=-)/, 'qwen$1.$2'],
	[/^voyage-(multimodal-)?35(?=-|$)/, 'voyage-$13.5'],
	[/^(?:voyage-)?rerank-25(?=-|$)/, 'rerank-2.5'],
	[/^longcat-2$/, 'longcat-2.0'],
];
