import type { Catalog } from '../export.ts';

/** A row for every column of every mart: type, unit, meaning, what null means, the sources behind it, and both meanings in Chinese. */
export function codebookOf(catalog: Pick<Catalog, 'marts' | 'chinese'>): string {
	const head = [
		'table',
		'column',
		'type',
		'unit',
		'meaning',
		'when_null',
		'is_key',
		'sources',
		'meaning_zh',
		'when_null_zh',
	];
	const rows = catalog.marts.flatMap(mart =>
		mart.columns.map(({ name, type, unit, meaning, when_null }) => [
			mart.name,
			name,
			type,
			unit,
			meaning,
			when_null,
			String(mart.grain.includes(name)),
			mart.sources.join(';'),
			catalog.chinese[meaning] ?? '',
			catalog.chinese[when_null] ?? '',
		]),
	);
	return [head, ...rows].map(row => `${row.map(cell).join(',')}\n`).join('');
}

const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
