import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../pipelines/build.ts';
import { warehouseFolder, type Place } from '../pipelines/place.ts';
import { silent } from '../pipelines/report.ts';
import { status } from '../pipelines/status.ts';
import { openStore } from '../pipelines/store.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { day, keep, kimi, list, ranking, scratch, steady } from './breakages-bodies.ts';

// One night with several of the breakages, through the whole build.

afterAll(() => rmSync(scratch, { recursive: true, force: true }));
let place: Place;
const now = new Date('2026-01-30T05:00:00Z');

beforeAll(async () => {
	const warehouse = join(scratch, 'warehouse');
	mkdirSync(join(warehouse, 'archive'), { recursive: true });
	for (const part of readdirSync(warehouseFolder)) {
		if (part !== 'archive') symlinkSync(join(warehouseFolder, part), join(warehouse, part));
	}
	place = { home: join(scratch, 'night'), dist: join(scratch, 'dist'), data: join(scratch, 'dist', 'data'), warehouse };
	const store = openStore(place.home);
	keep(store, 'openrouter-rankings-daily', [ranking(steady), { data: [], meta: { as_of: day(30) } }]);
	const good = list(60, { [kimi]: ['0.000003', '0.000015'] });
	keep(store, 'openrouter-models', [good, good, list(60, { [kimi]: ['0.00002', '0.0001'] })]);
	await build(place, silent, now);
}, 60_000);

async function published<Row>(sql: string): Promise<Row[]> {
	const connection = await connect(join(place.data, 'tokens.duckdb'), { readonly: true });
	try {
		return await rowsOf<Row>(connection, sql);
	} finally {
		connection.closeSync();
	}
}

test('what breaks at night is in quarantine with its reason, and the last good value stays in use', async () => {
	expect(await published('select source, reason from mart_quarantine__snapshot order by source')).toEqual([
		{ source: 'openrouter-models', reason: `currency: all 2 prices of openrouter/${kimi} moved by 6.67x` },
		{ source: 'openrouter-rankings-daily', reason: 'silent zero: no rows' },
	]);
	expect(
		await published(
			`select distinct usd_per_mtok::double as usd, last_seen_on from mart_price__cell_spell
			 where source_model = '${kimi}' and meter = 'input'`,
		),
	).toEqual([{ usd: 3, last_seen_on: day(29) }]);
	expect(
		await published(
			'select max(day) as day, count(*)::integer as days from (select distinct day from mart_tokens__model_day)',
		),
	).toEqual([{ day: day(29), days: 20 }]);
});

test('the health page and the status say so, and nothing held counts as lost', async () => {
	const states = await published(
		`select source, state, newest_at::date::varchar as newest, forgets_in_days::integer as forgets
		 from mart_source_health__source_day where source like 'openrouter-%' and day = '${day(30)}' and newest_at is not null order by source`,
	);
	expect(states).toEqual([
		{ source: 'openrouter-models', state: 'held', newest: day(29), forgets: 1 },
		{ source: 'openrouter-rankings-daily', state: 'silent zero', newest: day(29), forgets: null },
	]);
	const text = await status(place, { now, env: {} });
	expect(text).toMatch(
		/held back:\n {2}openrouter-models \w{8}: currency: all 2 prices of .*; in use: the look of 2026-01-29\n {2}openrouter-rankings-daily \w{8}: silent zero: no rows; in use: the look of 2026-01-29\n/,
	);
	expect(text).toContain('nothing is about to be lost');
});
