import { existsSync, readFileSync } from 'node:fs';
import { csvOf, type CsvRecord } from '../scrapers/csv.ts';

/** Whether ../shared/reference is there. */
export const hasReference = existsSync(new URL('../../shared/reference', import.meta.url));

/** Records of a file of ../shared/reference, read in place; null, and said so, where the folder is absent. */
export function referenceOf(file: string): CsvRecord[] | null {
	const place = new URL(`../../shared/reference/${file}`, import.meta.url);
	if (!existsSync(place)) {
		console.log(`../shared/reference/${file} is absent: only the figures written out in the test are compared`);
		return null;
	}
	const bytes = new Uint8Array(readFileSync(place));
	return [...csvOf('reference', { url: place.href, bytes, media_type: 'text/csv' }, [])];
}

/** Days since 1970-01-01 UTC. */
export const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;

/** Whether a figure equals one that is printed with so many digits: by the relative tolerance, or to half of its last digit. */
export function isPrinted(value: number, printed: string, tolerance: number): boolean {
	const decimals = (/\.(\d+)$/.exec(printed) ?? ['', ''])[1]!.length;
	const difference = Math.abs(value - Number(printed));
	return difference <= tolerance * Math.abs(value) || difference <= 0.5 * 10 ** -decimals * 1.000001;
}
