import type { Words } from './words.ts';

const joined =
	(english: string, chinese: string) =>
	(parts: readonly string[], { lang }: Pick<Words, 'lang'>): string =>
		parts.filter(Boolean).join(lang === 'zh' ? chinese : english);

/** Names one after the other: `a, b`, `a、b`. */
export const listed = joined(', ', '、');
/** Clauses of one sentence: `a; b`, `a；b`. */
export const clauses = joined('; ', '；');
/** Whole sentences; Chinese puts no space after a full stop. */
export const sentences = joined(' ', '');
