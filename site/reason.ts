import { day } from './format.ts';
import type { Key, Words } from './words.ts';

const known: readonly (readonly [RegExp, Key])[] = [
	[/^the event names no model$/, 'reason.no-model'],
	[/^no sheet of the lab shows the model$/, 'reason.no-sheet'],
	[/^an off-peak price came beside the standing one/, 'reason.off-peak'],
	[/^before the archive: first list price (\d{4}-\d\d-\d\d)$/, 'reason.before-archive'],
	[/^no price of before: first list price (\d{4}-\d\d-\d\d)$/, 'reason.no-before'],
	[/^no sheet moved within (\d+) days$/, 'reason.no-move'],
	[/^shown under a moving name alone/, 'reason.moving-name'],
];

/** Why a headline could not be audited, in the language of the page; a reason without a translation as the mart words it. */
export function reasonText(reason: string | null, words: Words): string {
	if (reason === null) return '';
	for (const [pattern, key] of known) {
		const found = pattern.exec(reason);
		if (!found) continue;
		const value = found[1] ?? '';
		return words(key, { day: /-/.test(value) ? day(value, words) : value, days: value });
	}
	return reason;
}
