import { cellName } from './cell.ts';
import { day } from './format.ts';
import type { Key, Words } from './words.ts';

/** A reason as a mart words it, its key, and the names of its values in order: a `day` is printed as a day. */
const known: readonly (readonly [RegExp, Key, ...string[]])[] = [
	[/^the event names no model$/, 'reason.no-model'],
	[/^no sheet of the lab shows the model$/, 'reason.no-sheet'],
	[/^an off-peak price came beside the standing one/, 'reason.off-peak'],
	[/^before the archive: first list price (\d{4}-\d\d-\d\d)$/, 'reason.before-archive', 'day'],
	[/^no price of before: first list price (\d{4}-\d\d-\d\d)$/, 'reason.no-before', 'day'],
	[/^no sheet moved within (\d+) days$/, 'reason.no-move', 'days'],
	[/^shown under a moving name alone/, 'reason.moving-name'],
	[/^fewer than (\d+) frontier steps: (\d+)$/, 'reason.few-steps', 'least', 'found'],
	[/^frontier spans fewer than (\d+) days: (\d+)$/, 'reason.short-span', 'least', 'found'],
	[/^interval wider than a factor of (\d+): (.+)$/, 'reason.wide', 'most', 'found'],
	[/^steps dated by the first sighting of a price: (\d+)$/, 'reason.late-steps', 'found'],
	[/^not distinguishable from no change$/, 'reason.no-change'],
	[/^no run states its bill$/, 'reason.no-bill'],
	[/^no run has a price$/, 'reason.no-run-price'],
	[/^fewer than (\d+) priced models on one side$/, 'reason.few-models', 'least'],
	[/^not every source of the series was looked at by then: (\S+) ends on (\S+)$/, 'reason.unlooked', 'source', 'day'],
	[/^coverage break: the router rows of (\S+) lack the US labs$/, 'reason.break', 'source'],
	[/^no row of the month$/, 'reason.no-row'],
	[/^rows fell by half$/, 'reason.halved'],
	[/^silent zero: no rows$/, 'reason.silent-zero'],
	[/^zeros: all (\d+) values are 0$/, 'reason.zeros', 'found'],
	[/^drop: (\S+) prices above zero after (\S+)$/, 'reason.drop-prices', 'found', 'before'],
	[/^drop: (\S+) (?:\w+) rows after (\S+)$/, 'reason.drop-rows', 'found', 'before'],
	[/^offline; no good look yet$/, 'reason.offline-never'],
	[/^offline$/, 'reason.offline'],
];

/** Why something is missing, held or not audited, in the language of the page; a reason without a translation as it is worded. */
export function reasonText(reason: string | null, words: Words): string {
	if (reason === null) return '';
	for (const [pattern, key, ...names] of known) {
		const found = pattern.exec(reason);
		if (!found) continue;
		const values = names.map((name, place) => {
			const value = found[place + 1] ?? '';
			return [name, name === 'day' ? day(value, words) : value] as const;
		});
		return words(key, Object.fromEntries(values));
	}
	return reason;
}

/** `cache_read in USD` of a mart as `cache read, USD`, `缓存读取，USD`. */
export function cellInMoney(text: string, words: Words): string {
	const [, cell, money] = /^(\S+) in ([A-Z]{3})$/.exec(text) ?? [];
	return cell && money ? words('value.cell-money', { cell: cellName(cell, words), money }) : text;
}
