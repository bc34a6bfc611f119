import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Row } from '../scrapers/source.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { load } from '../warehouse/load.ts';
import { noFiles, writeParquet } from '../warehouse/parquet.ts';
import { ask, price } from './made.ts';

it('the calendar of a window reaches the published cell, as the newest look states it', async () => {
	const peak = { time_window: 'peak' as const, weekdays: '12345' };
	const looks = [
		{ source: 'sheet', on: '2026-01-01', rows: [price('acme', 'acme-1', 'input', '2', peak)] },
		{
			source: 'sheet',
			on: '2026-01-02',
			rows: [price('acme', 'acme-1', 'input', '2', { ...peak, holiday_calendar: 'CN' })],
		},
	];
	const rows = await ask({ looks }, 'select time_window, holiday_calendar, looks from mart_price__cell_spell');
	expect(rows).toEqual([{ time_window: 'peak', holiday_calendar: 'CN', looks: 2 }]);
});

it('rows archived before the calendar was kept state none', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'holidays-'));
	symlinkSync(join(import.meta.dirname, '..', 'warehouse', 'schema.sql'), join(folder, 'schema.sql'));
	mkdirSync(join(folder, 'seeds'));
	mkdirSync(join(folder, 'archive', 'price'), { recursive: true });
	for (const empty of ['looks.ndjson', 'sources.ndjson']) writeFileSync(join(folder, empty), '');
	const { record, ...row } = Row.parse(price('acme', 'acme-1', 'input', '2'));
	const seen = { source: 'sheet', url: 'made:up', snapshot: '0', fetched_at: '2026-01-01T00:00:00', position: 0 };
	const observed = { observed_on: '2026-01-01', observed_on_basis: 'fetched', observed_on_quality: 'exact' };
	const whole = join(folder, 'whole.parquet');
	await writeParquet(record, [{ ...seen, ...observed, ...row }], whole);
	const connection = await connect();
	await connection.run(
		`copy (select * exclude (holiday_calendar) from read_parquet('${whole}')) to '${join(folder, 'archive/price/sheet.parquet')}'`,
	);
	const release = { release: 'made', built_at: '2026-01-01T00:00:00.000Z', built_on: '2026-01-01', code: 'made' };
	const [looks, sources] = [join(folder, 'looks.ndjson'), join(folder, 'sources.ndjson')];
	await load(connection, { folder, files: noFiles(), looks, sources, release });
	expect(await rowsOf(connection, 'select amount, holiday_calendar from raw.price')).toEqual([
		{ amount: '2', holiday_calendar: null },
	]);
	connection.closeSync();
	rmSync(folder, { recursive: true, force: true });
});
