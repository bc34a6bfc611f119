import type { Point } from './chart.ts';
import { change, day, dayOfYear, native, type Num } from './format.ts';
import type { Words } from './words.ts';

/** One change of one cell on a lab's own sheet; the same cell seen by several sources is one row. */
export type Cut = Point & {
	event_id: string;
	model: string;
	title: string;
	lab: string | null;
	country: string;
	channel: string;
	currency: string;
	cell: string;
	meter: string;
	native_before: Num;
	native_after: Num;
	usd_before: Num | null;
	usd_after: Num | null;
	change: Num;
	kind: string;
	changed_after: string | null;
	changed_by: string;
	is_provisional: boolean;
	source: string;
	snapshot_before: string | null;
	snapshot_after: string | null;
};

/** Cuts and rises of the labs' own sheets, each cell of an event once, by the source that saw it first. */
export const cutsQuery = `select event_id, model, coalesce(title, model) as title, lab, coalesce(country, 'unknown') as country, channel, currency, cell, meter,
    native_before, native_after, usd_before, usd_after, change, kind, changed_after, changed_by, is_provisional, source,
    snapshot_before, snapshot_after
from mart_price_cut__model_meter_day
where kind in ('cut', 'rise') and channel in ('lab-direct', 'lab-cn') and model is not null
qualify row_number() over (partition by model, channel, currency, cell, event_id order by changed_by, source) = 1
order by changed_by, event_id, channel, currency, cell`;

/** Last day on which any lab's sheet was seen: what `now` means for list prices. */
export const lastLookQuery = `select max(last_seen_on) as day from mart_list_price__cell_spell where channel in ('lab-direct', 'lab-cn')`;

/** `$3.00 to $0.87, −71.0%`, in the currency of the sheet. */
export const moveText = (
	row: { native_before: Num | null; native_after: Num | null; currency: string; change: Num | null },
	words: Words,
): string => {
	const [before, after] = [row.native_before, row.native_after].map(amount =>
		amount === null
			? words('value.not_listed')
			: Number(amount) === 0
				? words('value.free')
				: native(amount, row.currency),
	);
	const prices = words('value.from-to', { before: before ?? '', after: after ?? '' });
	return row.change === null ? prices : words('value.move', { prices, change: change(row.change, 1) });
};

/** `after 16 May, by 29 May 2026`; the year of the first day only where it differs. */
export function intervalText(row: { changed_after: string | null; changed_by: string }, words: Words): string {
	if (row.changed_after === null) return words('value.by', { by: day(row.changed_by, words) });
	const sameYear = row.changed_after.slice(0, 4) === row.changed_by.slice(0, 4);
	return words('value.interval', {
		after: sameYear ? dayOfYear(row.changed_after, words) : day(row.changed_after, words),
		by: day(row.changed_by, words),
	});
}
