import type { Variant } from './resolve.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `rest` is the name without what was read from it; `version` is `YYYYMM` where a month stands in brackets. */
export type Printed = { rest: string; effort: string | null; variant: Variant | null; version: string | null };

const levels = 'none|minimal|low|medium|high|xhigh|max|auto';

/**
 * The reasoning effort a leaderboard prints beside a name: `GPT-5 (high)`, `gpt-5-2025-08-07_high`,
 * `claude-opus-4-20250514_16K`, `Claude Opus 4.7 (Adaptive Reasoning, Max Effort)`, `claude-opus-4-8-xhigh-effort`.
 */
export function effortOf(printed: string): Printed {
	let effort: string | null = null;
	let variant: Variant | null = null;
	let version: string | null = null;
	let rest = printed.replace(/\s*\(([^()]*)\)/g, (whole, inside: string) => {
		const word = inside.trim().toLowerCase();
		if (word === 'free') return ((variant = 'free'), '');
		if (word === 'batch') return ((variant = 'batch'), '');
		if (/^(latest|self-moderated|beta|extended|nitro|online|floor)$/.test(word)) return '';
		// how an answer was asked for or edited, as Aider and the Arena print it
		if (/^(u?diff(-fenced)?|whole|architect|.*-harness|default|old|new|legacy)$/.test(word)) return '';
		if (/^preview$/.test(word)) return '-preview';
		const older = /^older (v[\d.]+)$/.exec(word);
		if (older?.[1]) return `-${/^v\d{4}$/.test(older[1]) ? older[1].slice(1) : older[1]}`;
		if (/^(retired|deprecated|discontinued)\b/.test(word)) return '';
		const stated = /^([a-z]{3})[a-z]* (20\d\d)$/.exec(word);
		const month = months.indexOf(stated?.[1] ?? '-') + 1;
		if (stated && month > 0) return ((version = `${stated[2]}${String(month).padStart(2, '0')}`), '');
		const read = levelOf(word);
		if (read === 'thinking') return ((variant = 'thinking'), '');
		if (read) return ((effort = read), '');
		// `DeepSeek R1 (0528)`, `GPT-4o (2024-08-06)`, `Claude 3.5 Sonnet (Oct 2024)`: a version
		if (/^(\d{4}|\d{4}-\d\d(-\d\d)?|\d{8})$/.test(word)) return `-${word}`;
		return whole.replace(/[()]/g, ' ').trimEnd().replace(/\s+/g, '-').replace(/^-?/, '-');
	});
	rest = rest.replace(
		new RegExp(`_(${levels}|\\d+k)$`, 'i'),
		(_, level: string) => ((effort = level.toLowerCase()), ''),
	);
	rest = rest.replace(
		new RegExp(`-(?:thinking-)?(?:auto-)?(${levels})-effort$`, 'i'),
		(_, level: string) => ((effort = level.toLowerCase()), ''),
	);
	rest = rest.replace(/[-_](?:thinking-)?(\d{1,2}k)(?:-thinking)?$/i, (whole, budget: string) =>
		/claude|thinking/i.test(printed) ? ((effort = budget.toLowerCase()), '') : whole,
	);
	rest = rest.replace(/(claude\b.*?)[-_ ]thinking(?::\d+)?$/i, (_, name: string) => ((variant = 'thinking'), name));
	rest = rest.replace(
		/(grok\b.*?)[- ](non[- ])?reasoning(?=[- ]|$)/i,
		(_, name: string, not?: string) => ((effort = not ? 'none' : effort), name),
	);
	// `o4-mini-high` is o4-mini asked to think harder, not another model
	rest = rest.replace(
		/(\bo\d(?:-mini|-pro)?(?:-20\d\d-\d\d-\d\d)?)-(high|medium|low)\b/i,
		(_, name: string, level: string) => ((effort = level.toLowerCase()), name),
	);
	rest = rest.replace(/-(high|low|max)thinking$/i, (_, level: string) => ((effort = level.toLowerCase()), ''));
	if (/\b(gpt-5|gemini-(3|2\.5))/i.test(rest))
		rest = rest.replace(
			/-(minimal|low|medium|high|xhigh)$/i,
			(_, level: string) => ((effort = level.toLowerCase()), ''),
		);
	return { rest, effort, variant, version };
}

function levelOf(words: string): string | null {
	if (/\b(no[- ]think(ing)?|non[- ]?reasoning|nothink|non[- ]thinking)\b|^chat$/.test(words)) return 'none';
	const level = new RegExp(
		`^(?:adaptive reasoning, |reasoning, |thinking[-, ]+)?(${levels})(?: effort| reasoning| thinking)?$`,
	).exec(words);
	if (level?.[1]) return level[1];
	const budget = /^(\d+k)(?: (?:default )?think(?:ing)?(?: tokens)?)?$/.exec(words);
	if (budget?.[1]) return budget[1];
	return /^(adaptive )?(reasoning|reasoner|thinking|think)$/.test(words) ? 'thinking' : null;
}
