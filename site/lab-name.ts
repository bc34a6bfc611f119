import type { Point } from './chart.ts';
import type { Lang, Words } from './words.ts';

/** A lab's name: in Chinese the accepted one with the Latin one behind it, so that both can be searched. */
export function labName({ lab, name_zh }: { lab: string; name_zh: string | null }, lang: Lang): string {
	if (lang === 'en' || !name_zh || name_zh === lab) return lab;
	return name_zh.includes(lab) ? name_zh : `${name_zh}（${lab}）`;
}

/** The column that gives a chart the Chinese name of a lab; `lab` is the column of the Latin one with its table. */
export const labZh = (lab: string): string =>
	`(select name_zh from mart_lab__lab as named where named.lab = ${lab}) as lab_zh`;

const namesOf = ({ lab, lab_zh }: Point) => ({ lab: String(lab ?? ''), name_zh: lab_zh ? String(lab_zh) : null });

/** A lab as a drawing names it: short, in the language of the page. */
export const labText = (point: Point, { lang }: Pick<Words, 'lang'>): string => {
	const { lab, name_zh } = namesOf(point);
	return lang === 'zh' && name_zh ? name_zh.replace(/（.*）$/, '') : lab;
};

/** The lab in a table: on Chinese pages both names stand side by side. */
export const labColumn = {
	key: 'lab',
	label: 'column.lab',
	show: (point: Point, words: Words) => labName(namesOf(point), words.lang) || words('value.not_stated'),
} as const;
