import { readFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DuckDBConnection } from '@duckdb/node-api';
import { literal } from './duckdb.ts';
import { columnsOf, factsOf, formulaSafe, type FileFacts } from './export-files.ts';

/** A list beside the marts: what one line is, and the file. */
export type PublishedList = FileFacts & { sentence: string; sentence_zh: string };

type List = { path: string; sentence: string; sentence_zh: string; reads: string[]; sql: string };

const root = fileURLToPath(new URL('..', import.meta.url));

/** Permanent ids of charts, one a line of `site/ids.lock`; `old new` where one was renamed. */
const charts = (): string =>
	readFileSync(join(root, 'site', 'ids.lock'), 'utf8')
		.trim()
		.split('\n')
		.map(line => line.split(' '))
		.map(([id = '', replaced_by]) => `(${literal(id)}, ${replaced_by ? literal(replaced_by) : 'null'})`)
		.join(', ');

/** Lists of a release (site.md 4.1); each is written when the marts it reads are there. */
const lists = (): List[] => [
	{
		path: 'snapshots.csv',
		sentence: 'One look at a source: address, time, bytes, hash of the body. Bodies are kept, not published.',
		sentence_zh: '一行是对某来源的一次采集：地址、时间、字节数与正文哈希。正文仅存档，不发布。',
		reads: ['mart_snapshot__snapshot'],
		sql: `select snapshot, source, url as address, fetched_at as looked_at, bytes, reader, rows, licence, state
			from mart_snapshot__snapshot order by source, url, fetched_at`,
	},
	{
		path: 'quarantine.csv',
		sentence: 'One snapshot that is held back, with the reason and what a person decided.',
		sentence_zh: '一行是一份被隔离的快照，附原因与人工决定。',
		reads: ['mart_quarantine__snapshot'],
		sql: 'from mart_quarantine__snapshot order by snapshot',
	},
	{
		path: 'corrections.csv',
		sentence: 'One published value that was wrong by our fault, what it was and what it is.',
		sentence_zh: '一行是一个因本站失误而出错的已发布数值：原值与现值。',
		reads: ['mart_correction__correction'],
		sql: 'from mart_correction__correction order by correction_id',
	},
	{
		path: 'restatements.csv',
		sentence: 'One published value that its source has changed since, what it was and what it is.',
		sentence_zh: '一行是一个由来源自行修改的已发布数值：原值与现值。',
		reads: ['mart_restatement__restatement'],
		sql: 'from mart_restatement__restatement order by all',
	},
	{
		path: 'ids.csv',
		sentence: 'One permanent id: a model, lab, chart, event or claim, with its names and the day it speaks of.',
		sentence_zh: '一行是一个永久标识：模型、实验室、图表、事件或说法，附名称及其所指的日期。',
		reads: ['mart_model__model', 'mart_lab__lab', 'mart_event__day', 'mart_price_event__event', 'mart_claim__claim'],
		sql: `
			select 'chart' as kind, id, null::varchar as name, null::varchar as name_zh, null::varchar as since, replaced_by
			from (values ${charts()}) as chart(id, replaced_by)
			union all
			select 'claim', claim_id, claim, claim_zh, claim_date, null from mart_claim__claim
			union all
			select 'event', event_id, what, what_zh, stated_day, null from mart_event__day
			union all
			select 'event', event, title, null, first_seen_on::varchar, null from mart_price_event__event
			where event not in (select event_id from mart_event__day)
			union all
			select 'lab', lab_slug, lab, name_zh, null, null from mart_lab__lab
			union all
			select 'model', model, title, null, released_on, null from mart_model__model
			order by all`,
	},
];

/** Write the lists whose marts are among `marts` into `out`, and the changelog as it is. */
export async function exportLists(
	connection: DuckDBConnection,
	marts: string[],
	out: string,
): Promise<{ lists: PublishedList[]; changelog: FileFacts }> {
	const written: PublishedList[] = [];
	for (const { path, sentence, sentence_zh, reads, sql } of lists()) {
		if (!reads.every(name => marts.includes(name))) continue;
		await connection.run(`create or replace temp table list as ${sql}`);
		const columns = (await columnsOf(connection, 'list')).map(formulaSafe).join(', ');
		const file = literal(join(out, path));
		await connection.run(
			`copy (select ${columns} from list) to ${file} (format csv, header, delimiter ',', nullstr '')`,
		);
		written.push({ sentence, sentence_zh, ...(await factsOf(out, path)) });
	}
	await connection.run('drop table if exists list');
	await copyFile(join(root, 'CHANGELOG.md'), join(out, 'CHANGELOG.md'));
	return { lists: written, changelog: await factsOf(out, 'CHANGELOG.md') };
}
