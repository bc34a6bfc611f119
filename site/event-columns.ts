import { cellName, channelName } from './cell.ts';
import type { Column } from './chart.ts';
import { type Cut } from './cuts.ts';
import { change, native } from './format.ts';
import type { Key } from './words.ts';

/** Columns of a table of cell changes: never a change without its cell, native amounts, interval and snapshots. */
export const cutColumns: readonly Column<Cut>[] = [
	{ key: 'changed_by', label: 'column.changed_by' },
	{
		key: 'changed_after',
		label: 'column.changed_after',
		show: (point, words) => point.changed_after ?? words('value.first_look'),
	},
	{ key: 'title', label: 'column.model' },
	{ key: 'country', label: 'column.country', show: (point, words) => words(`country.${point.country}` as Key) },
	{ key: 'channel', label: 'column.channel', show: (point, words) => channelName(point.channel, words) },
	{ key: 'currency', label: 'column.currency' },
	{ key: 'cell', label: 'column.cell', show: (point, words) => cellName(point.cell, words) },
	{ key: 'kind', label: 'column.kind', show: (point, words) => words(`kind.${point.kind}` as Key) },
	{
		key: 'native_before',
		label: 'column.price_before',
		numeric: true,
		show: point => native(point.native_before, point.currency),
	},
	{
		key: 'native_after',
		label: 'column.price_after',
		numeric: true,
		show: point => native(point.native_after, point.currency),
	},
	{ key: 'change', label: 'column.change', numeric: true, show: point => change(point.change, 1) },
	{
		key: 'is_provisional',
		label: 'column.provisional',
		show: (point, words) => words(point.is_provisional ? 'value.provisional' : 'value.final'),
	},
	{ key: 'source', label: 'column.source' },
	{ key: 'snapshot_before', label: 'column.snapshot_before', show: point => point.snapshot_before?.slice(0, 12) ?? '' },
	{ key: 'snapshot_after', label: 'column.snapshot_after', show: point => point.snapshot_after?.slice(0, 12) ?? '' },
	{ key: 'event_id', label: 'column.event' },
];
