import type { Words } from './words.ts';

/** Whether the sources of a price agree; a series without that question has no word for it. */
export function agreementText(agreement: string | null, words: Words): string {
	const known = (['agree', 'single', 'explained', 'disputed'] as const).find(name => name === agreement);
	return known ? words(`accord.${known}`) : (agreement ?? words('value.none'));
}

/** Whether the total of a week was published or estimated. */
export const totalBasis = ({ total_basis }: { total_basis: string | null }, words: Words): string =>
	total_basis === null ? words('value.none') : words(total_basis === 'exact' ? 'total.exact' : 'total.estimate');
