import type { Column, Point } from './chart.ts';
import { tokens, type Num } from './format.ts';
import type { Key, Words } from './words.ts';

/** What an organisation, a government or somebody about it said of its tokens a day. */
export type Said = Point & {
	month: string | null;
	org: string;
	scope: string;
	country_group: string | null;
	tokens_per_day: Num;
	bound: string;
	voice: string;
	unit_check: string;
	citation: string | null;
};

export const saidColumns: readonly Column<Said>[] = [
	{ key: 'month', label: 'column.stated', show: (point, words) => point.month ?? words('value.not_stated') },
	{ key: 'org', label: 'column.org' },
	{ key: 'scope', label: 'column.scope' },
	{
		key: 'tokens_per_day',
		label: 'column.tokens_per_day',
		numeric: true,
		show: (point, words) => tokens(point.tokens_per_day, words),
	},
	{ key: 'bound', label: 'column.bound', show: (point, words) => words(`bound.${point.bound}` as Key) },
	{ key: 'voice', label: 'column.voice', show: (point, words) => words(`voice.${point.voice}` as Key) },
	{
		key: 'unit_check',
		label: 'column.unit_check',
		show: (point, words) => words(`unit-check.${point.unit_check}` as Key),
	},
	{ key: 'citation', label: 'column.citation' },
];

/** `over 105T`, `180T`. */
export const amountOf = ({ bound, tokens_per_day }: Said, words: Words): string =>
	`${bound === 'exact' ? '' : words(`bound-short.${bound}` as Key)}${tokens(tokens_per_day, words)}`;
