import type { Value } from '../../csv.ts';

export const tests = ['is', 'has', 'from', 'to'] as const;
export type Filter = { column: string; test: (typeof tests)[number]; value: string };

/** Whether a row passes every filter; an unstated value passes none. A filter without a value asks nothing. */
export const passes = (row: Readonly<Record<string, Value>>, filters: readonly Filter[]): boolean =>
	filters.every(filter => filter.value === '' || one(row[filter.column] ?? null, filter));

function one(value: Value, { test, value: wanted }: Filter): boolean {
	if (value === null) return false;
	if (test === 'has') return String(value).toLowerCase().includes(wanted.toLowerCase());
	const [number, bound] = [Number(value), Number(wanted)];
	const isNumber =
		typeof value !== 'boolean' && String(value).trim() !== '' && !Number.isNaN(number) && !Number.isNaN(bound);
	if (test === 'is') return String(value) === wanted || (isNumber && number === bound);
	if (isNumber) return test === 'from' ? number >= bound : number <= bound;
	return test === 'from' ? String(value) >= wanted : String(value).slice(0, wanted.length) <= wanted;
}

/** `country.is.CN`: as a filter stands in the address. */
export const written = ({ column, test, value }: Filter): string => `${column}.${test}.${value}`;

export function parsed(text: string): Filter | null {
	const [, column, test, value] = /^(\w+)\.(is|has|from|to)\.([\s\S]*)$/.exec(text) ?? [];
	return column && test ? { column, test: test as Filter['test'], value: value ?? '' } : null;
}
