import { describe, expect, it } from 'vitest';
import { ledgersOf, snapshotAddress, type Look } from '../site/looks.ts';
import { keysOf, tracesOf } from '../site/trace.ts';
import type { Figure } from '../site/figure.ts';
import type { Point } from '../site/chart.ts';

const hash = (start: string) => start.padEnd(64, '0');
const look = (
	source: string,
	fetched_at: string,
	snapshot: string | null,
	observed_on: string | null = null,
): Look => ({
	...{ source, fetched_at, snapshot, observed_on },
	...{ url: 'https://example.org/', bytes: 10, rows: 3, rejected: 0, reader: 'r 1', state: 'good', reason: null },
	...{ licence: 'CC BY 4.0', redistribute: true },
});
const looks = [
	look('one', '2026-01-05T03:00:00', hash('aaaaaaaa1')),
	look('one', '2026-01-06T03:00:00', hash('aaaaaaaa2')),
	look('one', '2026-01-07T03:00:00', hash('aaaaaaaa2')),
	look('one', '2026-02-01T03:00:00', hash('bb')),
	look('two', '2026-01-09T03:00:00', hash('cc'), '2026-01-02'),
	look('two', '2026-01-10T03:00:00', null),
];
const figure = (points: Point[]) =>
	({ points, table: { head: [], body: points.map(point => Object.values(point).map(String)) } }) as unknown as Figure;

describe('the log of looks', () => {
	it('has a page for each source and month, and an entry of its own for each body, whose address tells bodies apart', () => {
		const ledgers = ledgersOf(looks);
		expect(ledgers.map(({ source, month, looks }) => [source, month, looks.length])).toEqual([
			['one', '2026-01', 3],
			['one', '2026-02', 1],
			['two', '2026-01', 2],
		]);
		expect(ledgers[0]?.anchors).toEqual(['aaaaaaaa1000', 'aaaaaaaa2000', null]);
		const addressOf = snapshotAddress(ledgers);
		expect(addressOf(hash('aaaaaaaa2'))).toBe('/snapshots/one/2026-01/#aaaaaaaa2000');
		expect(addressOf(hash('cc'))).toBe('/snapshots/two/2026-01/#cc000000');
		expect(addressOf(hash('dd'))).toBeNull();
	});
});

describe('a trace', () => {
	it('names the bodies that a row names, and else of each source the newest look that its day could know', () => {
		const rows = [
			{ model: 'a', day: '2026-01-06', share: 0.5, snapshot: hash('bb') },
			{ model: 'b', day: '2026-01-06', share: 0.5 },
			{ model: 'c', day: '2025-12-01', share: 0.5 },
			{ model: 'd', week: '2026-01-26', share: 0.5, source: 'one' },
			{ model: 'e', share: 0.5, snapshot: hash('dd'), citation: 'https://example.org/e' },
		] as unknown as Point[];
		const found = tracesOf(figure(rows), ['one', 'two'], looks);
		expect(found.map(({ kind, snapshots }) => [kind, ...snapshots.map(text => text.slice(0, 9))])).toEqual([
			['row', 'bb0000000'],
			['sources', 'aaaaaaaa2', 'cc0000000'],
			['sources', 'aaaaaaaa1', 'cc0000000'],
			['sources', 'bb0000000'],
			['sources', 'bb0000000', 'cc0000000'],
		]);
		expect(found.at(-1)?.citations).toEqual(['https://example.org/e']);
	});

	it('dangles nowhere: each of its hashes has an entry', () => {
		const rows = [{ model: 'a', day: '2026-01-06', snapshot: hash('dd') }] as unknown as Point[];
		const addressOf = snapshotAddress(ledgersOf(looks));
		for (const { snapshots } of tracesOf(figure(rows), ['one', 'two', 'three'], looks)) {
			expect(snapshots.length).toBe(2);
			for (const snapshot of snapshots) expect(addressOf(snapshot), snapshot).not.toBeNull();
		}
	});

	it('has a key for each row, fit for an address, none twice', () => {
		const hostile = { model: '<script>"x" y', day: '2026-01-06', value: 1 };
		const keys = keysOf(figure([hostile, { ...hostile }, { model: '模型', day: '', value: 2 }] as unknown as Point[]));
		expect(new Set(keys).size).toBe(3);
		for (const key of keys) expect(key).toMatch(/^[a-z0-9._-]+$/);
	});
});
