import type { Book } from './book.ts';
import { reasonText } from './reason.ts';
import { spoken } from './spoken.ts';
import { cellName, channelName } from './cell.ts';
import { verdictText } from './claims.ts';
import { change, computedUsd, count, day, dayOfYear, native, sheetUsd, type Num } from './format.ts';
import type { Here } from './here.ts';
import type { Audit, ClaimOf, Evidence, NameSpell, PriceEvent, Rate } from './model-facts.ts';
import type { Model } from './entities.ts';
import type { Key, Words } from './words.ts';

/** Rows that a page of a thing has room for; its files hold them all. */
const most = 26;
export const top = <Row>(rows: readonly Row[]): readonly Row[] => rows.slice(0, most);
export const shown = (rows: readonly unknown[]) => ({ shown: Math.min(rows.length, most), rows: rows.length });

type Head = { text: string; numeric?: boolean };
const text = (words: Words, ...keys: string[]): Head[] =>
	keys.map(key =>
		key.startsWith('#')
			? { text: words(`column.${key.slice(1)}` as Key), numeric: true }
			: { text: words(`column.${key}` as Key) },
	);

/** `671B parameters, 37B of them at work for a token`; empty where neither is published. */
export function sizeText(model: Pick<Model, 'total_parameters_b' | 'active_parameters_b'>, words: Words): string {
	const { total_parameters_b: total, active_parameters_b: active } = model;
	if (total === null) return '';
	const size = (billions: Num) => (words.lang === 'zh' ? `${count(Number(billions) * 10)}亿` : `${Number(billions)}B`);
	return active === null || Number(active) === Number(total)
		? words('model.size', { total: size(total) })
		: words('model.size-active', { total: size(total), active: size(active) });
}

export const rateHead = (words: Words) =>
	text(
		words,
		'cell',
		'series',
		'channel',
		'#native',
		'#usd_per_mtok',
		'window',
		'valid_from',
		'interval',
		'until',
		'last_seen',
		'#evidence',
	);
export function rateRow(row: Rate, words: Words): string[] {
	const isDisputed = row.agreement === 'disputed' && row.low_usd_per_mtok !== null && row.high_usd_per_mtok !== null;
	const usd = (value: Num | null) =>
		value === null
			? words('value.not_stated')
			: Number(value) === 0
				? words('value.free')
				: row.currency === 'USD'
					? sheetUsd(value)
					: computedUsd(value);
	return [
		cellName(row.cell, words),
		words(`series.${row.series}`),
		channelName(row.channel, words),
		row.native_per_mtok === null
			? words('value.not_stated')
			: Number(row.native_per_mtok) === 0
				? words('value.free')
				: native(row.native_per_mtok, row.currency),
		isDisputed
			? words('rates.disputed', { low: usd(row.low_usd_per_mtok), high: usd(row.high_usd_per_mtok) })
			: usd(row.usd_per_mtok),
		row.time_window === null || row.time_window === 'always' ? words('rates.always') : row.time_window,
		row.from_day,
		interval(row.changed_after, row.from_day, words),
		row.to_day ?? words('rates.stands'),
		row.last_seen_on,
		row.hosts !== null
			? words(Number(row.hosts) === 1 ? 'rates.seller' : 'rates.sellers', { hosts: Number(row.hosts) })
			: row.sources === null
				? ''
				: String(row.sources),
	];
}

/** Both clocks: after the last look at the old price, by the first at the new one; a first price was not a change. */
const interval = (after: string | null, by: string, words: Words): string => {
	if (after === null) return words('value.by', { by: day(by, words) });
	return words('value.interval', {
		after: after.slice(0, 4) === by.slice(0, 4) ? dayOfYear(after, words) : day(after, words),
		by: day(by, words),
	});
};

export const eventHead = (words: Words) =>
	text(words, 'day', 'kind', 'channel', 'currency', 'interval', '#cells', 'largest_move', 'smallest_move', 'shown');
export function eventRow(row: PriceEvent, { words, to }: Here) {
	const move = (size: Num | null, cell: string | null) =>
		size === null
			? words('value.not_stated')
			: words('changes.move', { change: change(size, 1), cell: cellName(cell ?? '', words) });
	return [
		{ text: row.first_seen_on, href: to(`/events/${row.event}/`) },
		words(`kind.${row.kind}` as Key),
		channelName(row.channel, words),
		row.currency ?? words('value.not_stated'),
		interval(row.changed_after, row.first_seen_on, words),
		row.cells === null ? words('value.not_stated') : String(row.cells),
		move(row.largest_change, row.largest_cell),
		move(row.smallest_change, row.smallest_cell),
		row.status === null ? words('value.not_stated') : words(`event-status.${row.status}` as Key),
	];
}

export const auditHead = (words: Words) =>
	text(words, 'headline', 'day', '#headline_change', 'true_of', '#blend_change');
export const auditRow = (row: Audit, { words, to }: Here) => [
	{ text: spoken(row, 'what', words), href: to(`/events/${row.event_id}/`) },
	row.stated_day,
	change(row.headline_change, 1),
	row.cells === null || row.hits === null
		? words('audits.unaudited', { reason: reasonText(row.reason, words) })
		: words('headlines.true-of', { hits: Number(row.hits), cells: Number(row.cells) }),
	row.blend_change === null ? words('value.none') : change(row.blend_change, 1),
];

export const claimHead = (words: Words) => text(words, 'claim', 'verdict');
export const claimRow = (row: ClaimOf, { words, to }: Here) => [
	{ text: spoken(row, 'claim', words), href: to(`/claims/${row.claim_id}/`) },
	verdictText(row.verdict, words),
];

export const nameHead = (words: Words) =>
	text(words, 'name', 'meant_from', 'meant_to', 'first_day', 'last_day', '#evidence', 'read_by');
export const nameRow = (row: NameSpell, words: Words): string[] => [
	row.name,
	row.valid_from <= '1970-01-01' ? words('names.ever') : row.valid_from,
	row.valid_to ?? words('names.still'),
	row.first_day,
	row.last_day,
	String(row.sources),
	row.rule,
];

export const evidenceHead = (words: Words) => text(words, 'source', '#rows', 'last_day', 'hash');
export const evidenceRow = (row: Evidence, { to }: Here, { addressOf }: Pick<Book, 'addressOf'>) => [
	row.title,
	count(row.rows),
	row.last_day ?? '',
	entry(row.snapshot, to, addressOf),
];

/** A hash with the way to its entry, where it has one. */
function entry(snapshot: string | null, to: Here['to'], addressOf: Book['addressOf']) {
	const address = snapshot === null ? null : addressOf(snapshot);
	return { text: snapshot ?? '', hash: true, ...(address === null ? {} : { href: to(address) }) };
}
