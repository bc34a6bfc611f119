import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = '../shared/reference';

/** Reference files lie beside a checkout of the project's makers; elsewhere the tests assert their own figures only. */
export const hasReference = existsSync(folder);
console.log(
	hasReference
		? `reference: ${folder} is compared`
		: `reference: ${folder} is absent, only the tests' own figures are compared`,
);

/** Rows of a reference file by column; null where it is not at hand. */
export function referenceOf(file: string): Readonly<Record<string, string>>[] | null {
	const path = join(folder, file);
	if (!existsSync(path)) return null;
	const [head = [], ...rows] = readFileSync(path, 'utf8').trim().split(/\r?\n/).map(fieldsOf);
	return rows.map(row => Object.fromEntries(head.map((name, place) => [name, row[place] ?? ''])));
}

function fieldsOf(line: string): string[] {
	return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
		quoted === undefined ? plain!.trim() : quoted.replaceAll('""', '"'),
	);
}

/** Days since 1970-01-01 UTC. */
export const dayNumber = (day: string): number => Math.round(Date.parse(day) / 86_400_000);

/** A value that agrees with a printed one: to a relative tolerance, or as far as its digits go. */
export function isPrinted(value: number, printed: string, tolerance: number): boolean {
	const expected = Number(printed);
	const decimals = /\.(\d+)$/.exec(printed)?.[1]?.length ?? 0;
	const half = decimals > 0 ? 0.5 * 10 ** -decimals * (1 + 1e-9) : 0;
	return Math.abs(value - expected) <= Math.max(tolerance * Math.abs(expected), half);
}
