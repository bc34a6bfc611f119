/** The effort that a display name ends in: "(xhigh)", "(Adaptive Reasoning, Max Effort)"; a date or an edition is none. */
export function effortOf(display_name: string | null | undefined): string | null {
	const last = /\(([^()]+)\)$/.exec(display_name?.trim() ?? '')?.[1] ?? '';
	return /\b(minimal|low|medium|high|xhigh|max|none|effort|(non-)?(reasoning|thinking))\b/i.test(last) ? last : null;
}
