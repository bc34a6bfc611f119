import { readdirSync, readFileSync } from 'node:fs';

/** An English text with its Chinese. In the first `{}` is any text and `{#}` a number; in the second `{}` is the next of them, `{2}` the second. */
type Twin = readonly [en: string, zh: string];

const folder = new URL('./chinese/', import.meta.url);

/** Every line of `chinese/*.tsv` (English, tab, Chinese), in order of file and line. Throws on a line of another shape. */
export const twins: readonly Twin[] = readdirSync(folder)
	.filter(file => file.endsWith('.tsv'))
	.sort()
	.flatMap(file =>
		readFileSync(new URL(file, folder), 'utf8')
			.trimEnd()
			.split('\n')
			.map(line => {
				const [en, zh, ...more] = line.split('\t');
				if (!en || !zh || more.length > 0) throw new Error(`chinese/${file}: expected two fields: ${line}`);
				return [en, zh] as const;
			}),
	);

const exact = new Map(twins);
const patterns = twins
	.filter(([en]) => /\{#?\}/.test(en))
	.map(
		([en, zh]) =>
			[new RegExp(`^${escaped(en).replaceAll('\\{#\\}', '(-?[\\d.,]+)').replaceAll('\\{\\}', '(.+?)')}$`), zh] as const,
	);

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The Chinese of a whole text as it stands in a header, a seed or the codebook; null where it has no line. */
export const chineseOf = (text: string): string | null => exact.get(text) ?? null;

/** By the whole text, else by the first pattern that fits. */
function composedOf(text: string): string | null {
	const whole = chineseOf(text);
	if (whole !== null) return whole;
	for (const [pattern, zh] of patterns) {
		const found = pattern.exec(text);
		if (!found) continue;
		let place = 0;
		return zh.replace(/\{(\d?)\}/g, (_, number: string) => inside(found[number ? Number(number) : ++place] ?? ''));
	}
	return null;
}

/** A name or number inside a text stays as it is; what has a line of its own is spoken. */
const inside = (text: string): string => composedOf(text) ?? text;

/** One word, or no English word of small letters: a name or a number, which reads the same in both languages. */
const isNeutral = (text: string): boolean => !text.includes(' ') || !/(?:^| )[a-z]{2,}(?=$|[ ,;:])/.test(text);

/** The Chinese of a text that a query puts together: by its line or pattern, a mere name or number as it is, texts joined by `; ` one by one. */
export function spokenOf(text: string): string | null {
	const whole = composedOf(text) ?? (isNeutral(text) ? text : null);
	const parts = text.split('; ');
	if (whole !== null || parts.length === 1) return whole;
	const spoken = parts.map(spokenOf);
	return spoken.includes(null) ? null : spoken.join('；');
}
