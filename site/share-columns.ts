import { share, type Num } from './format.ts';
import type { Key, Words } from './words.ts';

/** A share, or that it is not stated. */
export const maybeShare = (value: Num | null, words: Words): string =>
	value === null ? words('value.not_stated') : share(value);

/** Columns that tables of shares have alike: what is named, over what, between which bounds, how sure. */
export const shareColumns = {
	week: { key: 'week', label: 'column.week' },
	country: {
		key: 'country',
		label: 'column.country',
		show: (point: { country: string }, words: Words) => words(`country.${point.country}` as Key),
	},
	measure: {
		key: 'measure',
		label: 'column.measure',
		show: (point: { measure: 'tokens' | 'spend' | 'tokens_same_models' | 'spend_published' }, words: Words) =>
			words(`measure.${point.measure}`),
	},
	basis: {
		key: 'basis',
		label: 'column.basis',
		show: (point: { basis: string }, words: Words) => words(`basis.${point.basis}` as Key),
	},
	denominator: {
		key: 'denominator',
		label: 'column.denominator',
		show: (point: { denominator: string }, words: Words) => words(`denominator.${point.denominator}` as Key),
	},
	share: { key: 'share', label: 'column.share', numeric: true, show: (point: { share: Num }) => share(point.share) },
	low: {
		key: 'low',
		label: 'column.low',
		numeric: true,
		show: (point: { low: Num | null }, words: Words) => maybeShare(point.low, words),
	},
	high: {
		key: 'high',
		label: 'column.high',
		numeric: true,
		show: (point: { high: Num | null }, words: Words) => maybeShare(point.high, words),
	},
	coverage: {
		key: 'coverage',
		label: 'column.coverage',
		numeric: true,
		show: (point: { coverage: Num | null }, words: Words) => maybeShare(point.coverage, words),
	},
	provisional: {
		key: 'is_provisional',
		label: 'column.provisional',
		show: (point: { is_provisional: boolean }, words: Words) =>
			words(point.is_provisional ? 'value.provisional' : 'value.final'),
	},
	as_of: { key: 'as_of', label: 'column.as_of' },
} as const;
