import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { decisionsOf } from '../pipelines/quarantine.ts';
import { readBody } from '../pipelines/reading.ts';
import { readStore } from '../pipelines/rows.ts';
import { bodyFile, openStore, type Kept, type Look } from '../pipelines/store.ts';
import type { Found } from '../scrapers/discover.ts';
import { connect, literal, rowsOf } from '../warehouse/duckdb.ts';
import { columnsOf } from '../warehouse/parquet.ts';
import { madeSource, sheet } from './made-source.ts';

const homes: string[] = [];
afterAll(() => {
	for (const home of homes) rmSync(home, { recursive: true, force: true });
});

/** A store with one look a day of one sheet, and how often the source was asked to read. */
function setUp(bodies: unknown[], over: Partial<Look> = {}) {
	const home = mkdtempSync(join(tmpdir(), 'tokens-rows-'));
	homes.push(home);
	const store = openStore(home);
	const made = madeSource('made');
	let reads = 0;
	const source: Found = { ...made, read: (...given) => (reads++, made.read(...given)) };
	const add = (body: unknown, day: number): Kept =>
		store.keep(
			{
				source: 'made',
				url: 'https://made.example.com/models',
				fetched_at: new Date(Date.UTC(2026, 10, day, 4)).toISOString(),
				media_type: 'application/json',
				http_status: 200,
				observed: null,
				reason: null,
				...over,
			},
			new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
		);
	const kept = bodies.map((body, place) => add(body, place + 1));
	const read = (decisions: Map<string, 'hold' | 'release'> = new Map(), sources = [source]) =>
		readStore({ store: openStore(home), sources, home, decisions });
	return { home, store, source, kept, add, read, reads: () => reads };
}

async function rowsIn(files: string[]): Promise<Record<string, unknown>[]> {
	const connection = await connect();
	const rows = await rowsOf(
		connection,
		`select * from read_parquet([${files.map(literal).join(', ')}]) order by fetched_at, position`,
	);
	connection.closeSync();
	return rows;
}

test('rows carry their provenance, in the columns of the raw table', async () => {
	const { kept, read } = setUp([sheet(2)]);
	const { files } = await read();
	expect(files.price).toHaveLength(1);
	expect([files.model, files.usage, files.score]).toEqual([[], [], []]);
	const rows = await rowsIn(files.price);
	expect(Object.keys(rows[0]!)).toEqual(Object.keys(await columnsOf('price')));
	expect(rows[1]).toMatchObject({
		source: 'made',
		url: 'https://made.example.com/models',
		snapshot: kept[0]!.snapshot,
		fetched_at: '2026-11-01 04:00:00',
		observed_on: '2026-11-01',
		observed_on_basis: 'fetched',
		position: 1,
		model: 'model-1',
		amount: '3',
		status: 'listed',
		max_input_tokens: null,
	});
});

test('the day that a request states is the day of its rows', async () => {
	const { read } = setUp([sheet(1)], { observed: { on: '2025-07-14', basis: 'changelog', quality: 'exact' } });
	const { files, looks } = await read();
	expect((await rowsIn(files.price))[0]).toMatchObject({ observed_on: '2025-07-14', observed_on_basis: 'changelog' });
	expect(looks[0]).toMatchObject({ observed_on: '2025-07-14', fetched_at: '2026-11-01T04:00:00.000' });
});

test('a look has exactly the columns of raw.look, whatever became of it', async () => {
	const { store, read } = setUp([sheet(3), sheet(3), '{"data":{}}']);
	store.note({
		...store.looks()[0]!,
		fetched_at: '2026-11-09T00:00:00.000Z',
		status: 'failed',
		snapshot: null,
		bytes: null,
		reason: 'made: gone',
	});
	const { looks } = await read();
	const columns = Object.keys(await columnsOf('look')).sort();
	for (const look of looks) expect(Object.keys(look).sort()).toEqual(columns);
	expect(looks.map(look => [look.state, look.rows])).toEqual([
		['good', 3],
		['unchanged', 3],
		['held', 0],
		['failed', null],
	]);
	expect(looks[2]?.reason).toBe(
		'shape: made: unexpected shape at data: Invalid input: expected array, received object',
	);
});

test('a second run reads nothing and says the same', async () => {
	const { read, reads, add } = setUp([sheet(10), sheet(12), sheet(3), sheet(13)]);
	const first = await read();
	expect([first.read, reads()]).toEqual([4, 4]);
	expect(first.looks.map(look => look.state)).toEqual(['good', 'good', 'held', 'good']);
	const second = await read();
	expect([second.read, reads()]).toEqual([0, 4]);
	expect({ ...second, read: 4 }).toEqual(first);
	add(sheet(14), 5);
	// the new body, and the one it is judged against
	expect((await read()).read).toBe(1);
	expect(reads()).toBe(6);
});

test('another version of the reader reads everything again, and the old rows go', async () => {
	const { read, source } = setUp([sheet(4), sheet(5)]);
	const old = await read();
	const renewed = await read(new Map(), [{ ...source, reader: 'reader2' }]);
	expect(renewed.read).toBe(2);
	expect(renewed.files.price[0]).toContain('reader2');
	await expect(rowsIn(old.files.price)).rejects.toThrow();
});

test('a held snapshot publishes nothing and the last good one is what the next is judged by', async () => {
	const { read } = setUp([sheet(100), sheet(40), sheet(45), sheet(90)]);
	const { files, looks } = await read();
	expect(looks.map(look => [look.state, look.reason])).toEqual([
		['good', null],
		['held', 'drop: 40 prices above zero after 100'],
		['held', 'drop: 45 prices above zero after 100'],
		['good', null],
	]);
	expect(await rowsIn(files.price)).toHaveLength(190);
});

test('98 empty days are never green', async () => {
	const { read } = setUp([sheet(30), ...Array.from({ length: 98 }, (_, day) => ({ data: [], day }))]);
	const { looks } = await read();
	expect(looks.slice(1).every(look => look.state === 'held' && look.reason === 'silent zero: no rows')).toBe(true);
	expect(looks).toHaveLength(99);
});

test('the look after a release is judged by the released one', async () => {
	const { read, kept } = setUp([sheet(100), sheet(40), sheet(45)]);
	const { looks, files } = await read(new Map([[kept[1]!.snapshot, 'release']]));
	expect(looks.map(look => look.state)).toEqual(['good', 'good', 'good']);
	expect(files.price).toHaveLength(3);
	const held = await read(new Map([[kept[0]!.snapshot, 'hold']]));
	expect(held.looks.map(look => look.state)).toEqual(['held', 'good', 'good']);
	expect(held.looks[0]?.reason).toBe('by hand: see quarantine.csv');
	expect(held.read).toBe(0);
});

test('an odd row is refused and counted, the others are used', async () => {
	const odd = sheet(200);
	odd.data[7]!.price = '-1';
	odd.data[9]!.price = '30000';
	const { files, looks } = await setUp([odd]).read();
	expect(looks[0]).toMatchObject({ state: 'good', rows: 198, rejected: 2 });
	const rows = await rowsIn(files.price);
	expect(rows).toHaveLength(198);
	expect(rows.map(row => row.position)).not.toContain(7);
	expect(rows[8]?.position).toBe(10);
});

test('a damaged body is a failed look and stops nothing', async () => {
	const { home, kept, read } = setUp([sheet(10), sheet(11), sheet(12)]);
	truncateSync(bodyFile(home, kept[1]!.snapshot), 20);
	const { looks, files } = await read();
	expect(looks.map(look => look.state)).toEqual(['good', 'failed', 'good']);
	expect(looks[1]?.reason).toBe(`damaged: store: damaged body: ${kept[1]!.snapshot}`);
	expect(files.price).toHaveLength(2);
});

test('versions of a package are judged in order of their day, not of their arrival', async () => {
	const { store, read } = setUp([]);
	const version = (number: string, on: string, count: number, minute: number) =>
		store.keep(
			{
				source: 'made',
				url: `npm:made@${number}`,
				fetched_at: `2026-11-01T04:0${minute}:00.000Z`,
				media_type: 'application/gzip',
				http_status: null,
				observed: { on, basis: 'changelog', quality: 'exact' },
				reason: null,
			},
			new TextEncoder().encode(JSON.stringify(sheet(count))),
		);
	version('0.10.0', '2026-03-01', 30, 1);
	version('0.2.0', '2026-01-01', 8, 2);
	version('0.9.0', '2026-03-01', 16, 3);
	const { looks } = await read();
	expect(looks.map(look => look.state)).toEqual(['good', 'good', 'good']);
});

test('a body of the command line is unpacked by its name and read to the same rows', () => {
	const body = new TextEncoder().encode(JSON.stringify(sheet(2)));
	const source = madeSource('made');
	const plain = readBody(source, body, 'sheet.json');
	expect(plain.rows.map(({ row }) => 'model' in row && row.model)).toEqual(['model-0', 'model-1']);
	expect(readBody(source, gzipSync(body), 'sheet.json.gz')).toEqual(plain);
	expect(() => readBody(source, body, 'sheet.json.gz')).toThrow(/^made: invalid gzip: /);
	expect(() => readBody(source, new TextEncoder().encode('<html>'), 'x.json')).toThrow(
		/^made: expected json got html: /,
	);
	expect(() => readBody({ id: 'made', read: () => [].at(0)!['x'] }, body, 'x')).toThrow(/^made: reader failed: /);
});

test('the decisions shipped with the code are each a hold or a release', () => {
	for (const [snapshot, decision] of decisionsOf()) {
		expect(snapshot).toMatch(/^[0-9a-f]{64}$/);
		expect(['hold', 'release']).toContain(decision);
	}
	expect(decisionsOf('/nowhere.csv').size).toBe(0);
});
