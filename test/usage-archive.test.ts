import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { writeUsageArchive } from '../pipelines/usage-archive.ts';
import { connect, literal, rowsOf } from '../warehouse/duckdb.ts';

const archive = fileURLToPath(new URL('../warehouse/archive', import.meta.url));
const table = (folder: string) => `read_parquet(${literal(join(folder, 'usage/openrouter-rankings-daily.parquet'))})`;

/** Tokens a month as the vintage of 2026-10-10 prints them: the sum of its four columns. CC BY 4.0, OpenRouter. */
const months: Record<string, bigint> = {
	'2025-01': 2_230_133_956_091n,
	'2025-02': 3_496_567_426_903n,
	'2025-03': 6_360_879_821_765n,
	'2025-04': 8_294_859_661_204n,
	'2025-05': 9_861_178_031_695n,
	'2025-06': 9_411_636_910_043n,
	'2025-07': 11_388_650_142_014n,
	'2025-08': 14_972_246_670_487n,
	'2025-09': 21_420_165_808_436n,
	'2025-10': 22_346_458_789_698n,
	'2025-11': 26_560_571_438_251n,
	'2025-12': 26_014_738_422_454n,
	'2026-01': 31_693_294_583_108n,
	'2026-02': 49_787_155_474_465n,
	'2026-03': 83_787_133_376_597n,
	'2026-04': 97_142_542_677_421n,
	'2026-05': 122_904_718_413_415n,
	'2026-06': 188_352_374_374_430n,
	'2026-07': 248_392_250_919_283n,
	'2026-08': 379_379_208_259_751n,
	'2026-09': 575_897_453_150_323n,
	'2026-10': 216_804_920_922_464n,
};

describe('the shipped usage archive', () => {
	let connection: DuckDBConnection;
	beforeAll(async () => {
		connection = await connect();
	});
	afterAll(() => connection.closeSync());

	test('holds every day by lab from 2025-01-01 to 2026-10-09 but two, and 73 days by model', async () => {
		const [found] = await rowsOf(
			connection,
			`select count(*) filter (url like 'halcyonic%')::integer as lab_rows,
			        count(distinct day) filter (url like 'halcyonic%')::integer as lab_days,
			        count(distinct day) filter (url like 'Kadentato%')::integer as model_days,
			        min(day)::varchar as first_day, max(day)::varchar as last_day
			 from ${table(archive)}`,
		);
		expect(found).toEqual({
			lab_rows: 11_939,
			lab_days: 645,
			model_days: 73,
			first_day: '2025-01-01',
			last_day: '2026-10-09',
		});
	});

	test('adds up to the printed total of every month, to the token', async () => {
		const rows = await rowsOf<{ month: string; tokens: string }>(
			connection,
			`select strftime(day, '%Y-%m') as month, sum(amount::hugeint)::varchar as tokens
			 from ${table(archive)} where url like 'halcyonic%' group by month order by month`,
		);
		expect(Object.fromEntries(rows.map(row => [row.month, BigInt(row.tokens)]))).toEqual(months);
	});

	test('67 of the 73 days by model equal the day by lab to the token, the other six within 0.001 %', async () => {
		const rows = await rowsOf<{ day: string; by_model: string; by_lab: string }>(
			connection,
			`select day::varchar as day, sum(amount::hugeint) filter (url like 'Kadentato%')::varchar as by_model,
			        sum(amount::hugeint) filter (url like 'halcyonic%')::varchar as by_lab
			 from ${table(archive)} group by day having count(*) filter (url like 'Kadentato%') > 0 order by day`,
		);
		const restated = rows.filter(row => row.by_model !== row.by_lab);
		expect(rows.length).toBe(73);
		expect(restated.map(row => row.day)).toEqual([
			'2026-08-26',
			'2026-09-02',
			'2026-09-09',
			'2026-09-16',
			'2026-09-23',
			'2026-09-30',
		]);
		for (const row of restated) expect(Math.abs(Number(row.by_model) / Number(row.by_lab) - 1)).toBeLessThan(1e-5);
	});

	test('has a line of looks.csv for each snapshot, with as many rows', async () => {
		const counted = await rowsOf<{ snapshot: string; rows: number }>(
			connection,
			`select snapshot, count(*)::integer as rows from ${table(archive)} group by snapshot order by snapshot`,
		);
		const listed = await rowsOf<{ snapshot: string; rows: number }>(
			connection,
			`select snapshot, rows::integer as rows from read_csv(${literal(join(archive, 'looks.csv'))}, header = true, all_varchar = true)
			 where source = 'openrouter-rankings-daily' order by snapshot`,
		);
		expect(listed.length).toBe(74);
		expect(listed).toEqual(counted);
	});

	test('no tracked file of the archive passes 2 MB', async () => {
		expect((await readFile(join(archive, 'usage/openrouter-rankings-daily.parquet'))).length).toBeLessThan(2_000_000);
	});
});

describe('building it', () => {
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'usage-archive-'));
		await mkdir(join(folder, 'model_days'));
		await writeFile(
			join(folder, 'by_lab_daily_vintage_2026-10-10.csv'),
			'date,lab,tokens\n2026-01-07,Z.ai,7\n2026-01-07,z-ai,3\n2026-01-07,other,5\n',
		);
		await writeFile(
			join(folder, 'model_days/fetched_at.csv'),
			'date,fetched_at\n2026-01-07,2026-08-26T07:21:17+00:00\n',
		);
		await writeFile(
			join(folder, 'model_days/2026-01-07.csv'),
			'date,model_permaslug,total_tokens\n2026-01-07,z-ai/glm-4.7-20251222,10\n2026-01-07,other,5\n',
		);
		await mkdir(join(folder, 'archive'));
		await writeFile(join(folder, 'archive/looks.csv'), 'source,url\nzz-other-source,kept\n');
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	test('gives the same bytes twice and leaves the lines of other sources alone', async () => {
		const digests: string[] = [];
		for (let run = 0; run < 2; run += 1) {
			const built = await writeUsageArchive({ folder, archive: join(folder, 'archive') });
			expect(built).toEqual({ rows: 5, looks: 2 });
			const bytes = await readFile(join(folder, 'archive/usage/openrouter-rankings-daily.parquet'));
			digests.push(createHash('sha256').update(bytes).digest('hex'));
		}
		expect(digests[0]).toBe(digests[1]);
		const looks = (await readFile(join(folder, 'archive/looks.csv'), 'utf8')).trim().split('\n');
		expect(looks.length).toBe(4);
		expect(looks.at(-1)).toBe('zz-other-source,kept');
	});

	test('keeps both spellings of a lab and tells the rest from the named', async () => {
		const connection = await connect();
		const rows = await rowsOf(
			connection,
			`select subject, name, amount, as_of, observed_on::varchar as observed_on, fetched_at::varchar as fetched_at
			 from ${table(join(folder, 'archive'))} where url like 'halcyonic%' order by position`,
		);
		connection.closeSync();
		const seen = { as_of: '2026-10-10', observed_on: '2026-10-10', fetched_at: '2026-10-10 00:00:00' };
		expect(rows).toEqual([
			{ subject: 'lab', name: 'Z.ai', amount: '7', ...seen },
			{ subject: 'lab', name: 'z-ai', amount: '3', ...seen },
			{ subject: 'other', name: 'other', amount: '5', ...seen },
		]);
	});

	test('refuses a file whose columns changed', async () => {
		await writeFile(join(folder, 'model_days/2026-01-14.csv'), 'day,model,tokens\n');
		await writeFile(
			join(folder, 'model_days/fetched_at.csv'),
			'date,fetched_at\n2026-01-07,2026-08-26T07:21:17+00:00\n2026-01-14,2026-08-26T07:21:17+00:00\n',
		);
		await expect(writeUsageArchive({ folder, archive: join(folder, 'archive') })).rejects.toThrow(
			'openrouter-rankings-daily: expected date,model_permaslug,total_tokens got day,model,tokens',
		);
	});
});
