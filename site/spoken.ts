import type { Catalog } from './data.ts';
import type { Words } from './words.ts';

/** A text of the data in the language of the page: its `_zh` column in Chinese, the English where that has none yet. */
export function spoken<Name extends string>(
	row: { readonly [Column in Name | `${Name}_zh`]?: string | null },
	name: Name,
	{ lang }: Pick<Words, 'lang'>,
): string {
	return (lang === 'zh' ? row[`${name}_zh`] : null) ?? row[name] ?? '';
}

/** A text of the catalogue in the language of the page, the English where it has none yet. */
export const catalogText = (
	text: string,
	{ chinese }: Pick<Catalog, 'chinese'>,
	{ lang }: Pick<Words, 'lang'>,
): string => (lang === 'zh' ? chinese[text] : undefined) ?? text;
