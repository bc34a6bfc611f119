import { cellName, channelName } from './cell.ts';
import { intervalText } from './cuts.ts';
import { publication } from './data.ts';
import { change, native, type Num } from './format.ts';
import type { Key, Words } from './words.ts';

/** One change of one cell; the same cell seen by several sources is one row, its sources counted. */
export type Change = {
	event_id: string;
	model: string | null;
	title: string | null;
	lab: string | null;
	country: string | null;
	channel: string;
	provider: string;
	cell: string;
	currency: string;
	native_before: Num;
	native_after: Num;
	change: Num;
	kind: string;
	changed_after: string | null;
	changed_by: string;
	is_provisional: boolean;
	evidence: Num;
	source: string;
	snapshot_after: string | null;
};

const changes = `select event_id, model, title, lab, country, channel, provider, cell, currency, native_before, native_after, change, kind,
    changed_after, changed_by, is_provisional, source, snapshot_after,
    count(*) over (partition by coalesce(model, provider || '/' || source_model), channel, currency, cell, event_id) as evidence
from mart_price_cut__model_meter_day
qualify row_number() over (
    partition by coalesce(model, provider || '/' || source_model), channel, currency, cell, event_id order by changed_by, source
) = 1`;

const newestFirst = 'order by changed_by desc, event_id, channel, currency, cell, provider';

/** Changes on the labs' own sheets, newest first. */
export async function labChanges(): Promise<Change[]> {
	const { rows } = await publication();
	return rows<Change>(`from (${changes}) where channel in ('lab-direct', 'lab-cn') ${newestFirst}`);
}

/** Changes at hosts and routers, newest first. */
export async function hostChanges(limit: number): Promise<{ rows: Change[]; all: number }> {
	const { rows } = await publication();
	const [total] = await rows<{ all: Num }>(
		`select count(*) as "all" from (${changes}) where channel not in ('lab-direct', 'lab-cn')`,
	);
	return {
		rows: await rows<Change>(
			`from (${changes}) where channel not in ('lab-direct', 'lab-cn') ${newestFirst} limit ${limit}`,
		),
		all: Number(total?.all ?? 0),
	};
}

export const ledgerHead = (words: Words) => [
	{ text: words('column.model') },
	{ text: words('column.cell') },
	{ text: words('column.kind') },
	{ text: words('column.price_before'), numeric: true },
	{ text: words('column.price_after'), numeric: true },
	{ text: words('column.change'), numeric: true },
	{ text: words('column.interval') },
	{ text: words('column.channel') },
	{ text: words('column.country') },
	{ text: words('column.evidence'), numeric: true },
	{ text: words('column.provisional') },
];

export const ledgerRow = (row: Change, words: Words): string[] => [
	row.title ?? row.model ?? row.provider,
	cellName(row.cell, words),
	words(`kind.${row.kind}` as Key),
	native(row.native_before, row.currency),
	native(row.native_after, row.currency),
	change(row.change, 1),
	intervalText(row, words),
	channelName(row.channel, words),
	row.country === null ? words('country.unknown') : words(`country.${row.country}` as Key),
	String(row.evidence),
	words(row.is_provisional ? 'value.provisional' : 'value.final'),
];
