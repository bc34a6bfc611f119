import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { Decimal } from 'decimal.js';
import { connect, literal, rowsOf } from '../warehouse/duckdb.ts';
import { WrongUse } from './exit.ts';
import { textOf } from './query.ts';

/** A cell or a mix before and after: amounts per million tokens in the list's currency; `change` a fraction, null where one side is missing. */
export type AuditLine = {
	price_event_id: string;
	channel: string;
	currency: string;
	item: string;
	cell: string;
	native_before: string | null;
	native_after: string | null;
	usd_before: string | null;
	usd_after: string | null;
	change: number | null;
	is_moved: boolean;
	is_hit: boolean;
};
export type Audit = {
	model: string;
	day: string | null;
	claim: number | null;
	verdict: string;
	events: string[];
	lines: AuditLine[];
};
type Asked = { claim?: number; day?: string };

/**
 * The headline auditor over the published file: every cell of a model around a day, before and after, beside a claimed
 * change in per cent. Without a day: the event with the cell nearest to the claim, or the newest. Throws `audit: ...`.
 */
export async function audit(data: string, name: string, asked: Asked): Promise<Audit> {
	const file = join(data, 'tokens.duckdb');
	if (!existsSync(file)) throw new Error(`audit: nothing published yet, run \`tokens build\` first: ${file}`);
	const connection = await connect(file, { readonly: true });
	try {
		const model = await modelOf(connection, name);
		const claim = asked.claim === undefined ? null : asked.claim / 100;
		const day = asked.day ?? (await dayOf(connection, model, claim));
		const lines = day === null ? [] : await linesOf(connection, model, day, claim);
		const verdict = lines.length > 0 ? verdictOf(lines, claim) : await silence(connection, model);
		const events = [...new Set(lines.map(line => line.price_event_id))];
		return { model, day, claim, verdict, events, lines };
	} finally {
		connection.closeSync();
	}
}

/** The audit as a table of cells, then of mixes, and the verdict; or as one JSON object. */
export function auditText(found: Audit, json: boolean): string {
	if (json) return `${JSON.stringify(found)}\n`;
	const columns = ['list', 'item', 'cell', 'before', 'after', 'usd before', 'usd after', 'change', 'claim'];
	const rows = found.lines.map(line => [
		`${line.channel} ${line.currency}`,
		line.item,
		line.cell,
		...[line.native_before, line.native_after, line.usd_before, line.usd_after].map(short),
		line.change === null ? null : percent(line.change, 2),
		line.is_hit ? 'true' : '',
	]);
	const head = `${found.model}${found.day ? ` on ${found.day}` : ''}${found.claim === null ? '' : `, claimed ${percent(found.claim, 1)}`}\n`;
	return `${head}${rows.length > 0 ? textOf(columns, rows, 'table') : ''}${found.verdict}\n`;
}

/** `true of 1 cell of 12`, then what the mixes of the headline band do, on the list in dollars where there is one. */
export function verdictOf(lines: AuditLine[], claim: number | null): string {
	const cells = lines.filter(({ item }) => item === 'cell');
	const hits = cells.filter(({ is_hit }) => is_hit).length;
	const list = cells.some(({ currency }) => currency === 'USD') ? 'USD' : cells[0]?.currency;
	const mixes = ['blend_3to1', 'chat', 'agent'].flatMap(mix => {
		const change = lines.find(line => line.cell === mix && line.currency === list)?.change;
		return change == null ? [] : [`${mix === 'blend_3to1' ? 'blend' : mix} ${percent(change, 1)}`];
	});
	const moved = cells.filter(({ is_moved }) => is_moved).length;
	const truth =
		claim === null
			? `${moved} of ${cells.length} cells moved`
			: `true of ${hits === 0 ? 'no cell' : hits === 1 ? '1 cell' : `${hits} cells`} of ${cells.length}`;
	return [truth, ...mixes].join('; ');
}

async function modelOf(connection: DuckDBConnection, name: string): Promise<string> {
	const found = await rowsOf<{ model: string }>(
		connection,
		`select model from (from mart_model__model select model, title union from mart_price_event__event select model, title)
		where ${literal(name.toLowerCase())} in (lower(model), lower(split_part(model, '/', 2)), lower(title))
		group by model order by lower(model) <> ${literal(name.toLowerCase())}, model`,
	);
	const [first, second] = found;
	if (!first) throw new WrongUse(`audit: unknown model: ${name}`);
	if (second && first.model.toLowerCase() !== name.toLowerCase())
		throw new WrongUse(`audit: ambiguous model: ${name}: ${found.map(({ model }) => model).join(', ')}`);
	return first.model;
}

/** The first day of the event that a claim without a day is about. */
async function dayOf(connection: DuckDBConnection, model: string, claim: number | null): Promise<string | null> {
	const nearest = claim === null ? '' : `min(abs(change - ${claim})) filter (item = 'cell') nulls last,`;
	const [row] = await rowsOf<{ day: string }>(
		connection,
		`select first_seen_on::varchar as day from mart_price_event__cell where model = ${literal(model)}
		group by price_event_id, first_seen_on order by ${nearest} first_seen_on desc limit 1`,
	);
	return row?.day ?? null;
}

const linesOf = (
	connection: DuckDBConnection,
	model: string,
	day: string,
	claim: number | null,
): Promise<AuditLine[]> =>
	rowsOf<AuditLine>(
		connection,
		`select price_event_id, channel, currency, item, cell, native_before::varchar as native_before, native_after::varchar as native_after,
			usd_before::varchar as usd_before, usd_after::varchar as usd_after, change, is_moved, is_hit
		from headline_audit(${literal(model)}, ${literal(day)}, ${claim ?? 'null'})
		order by channel = 'lab-cn', currency, item <> 'cell', service_tier, time_window, min_input_tokens, cell`,
	);

/** Why nothing can be audited, in the words of the event ledger. */
async function silence(connection: DuckDBConnection, model: string): Promise<string> {
	const rows = await rowsOf<{ event_id: string; reason: string }>(
		connection,
		`select event_id, reason from mart_headline_audit__event where model = ${literal(model)} and reason is not null order by event_id`,
	);
	if (rows.length > 0) return rows.map(({ event_id, reason }) => `${event_id}: ${reason}`).join('\n');
	const [moved] = await rowsOf<{ days: string | null }>(
		connection,
		`select string_agg(distinct first_seen_on::varchar, ', ' order by first_seen_on::varchar) as days from mart_price_event__cell
		where model = ${literal(model)}`,
	);
	if (!moved?.days) return 'no price of the model moved on any sheet of its lab';
	return `no price of the model moved within 45 days of that day; it moved on ${moved.days}`;
}

const short = (amount: string | null): string | null => amount && amount.replace(/\.?0+$/, '');
/** Rounded half up from the digits of the number, as the pages round. */
const percent = (change: number, digits: number): string => {
	const shown = new Decimal(change).times(100).toFixed(digits, Decimal.ROUND_HALF_UP);
	return `${shown.startsWith('-') ? '' : '+'}${shown} %`;
};
