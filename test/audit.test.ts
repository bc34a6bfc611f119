import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DuckDBConnection } from '@duckdb/node-api';
import { audit, auditText, verdictOf, type Audit, type AuditLine } from '../pipelines/audit.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { published } from './publication.ts';

const data = join(published(), '..');
let connection: DuckDBConnection;
beforeAll(async () => void (connection = await connect(published(), { readonly: true })));
afterAll(() => connection.closeSync());

// methods.md 1: item, before, after, change in per cent to 0.01 points; dollars, then yuan
const mimo = {
	'cache_read.over_256k': [0.4, 0.0036, -99.1, 2.8, 0.025, -99.11],
	cache_read: [0.2, 0.0036, -98.2, 1.4, 0.025, -98.21],
	'input.over_256k': [2, 0.435, -78.25, 14, 3, -78.57],
	input: [1, 0.435, -56.5, 7, 3, -57.14],
	'output.over_256k': [6, 0.87, -85.5, 42, 6, -85.71],
	output: [3, 0.87, -71, 21, 6, -71.43],
	blend_3to1: [1.5, 0.54375, -63.75, 10.5, 3.75, -64.29],
	agent: [0.31088, 0.050522, -83.7487, 2.17616, 0.348585, -83.98],
	'agent.over_256k': [0.62176, 0.050522, -91.8744, 4.35232, 0.348585, -91.99],
} as const;

describe('the headline "MiMo-V2.5 prices -99 %"', () => {
	let found: Audit;
	beforeAll(async () => void (found = await audit(data, 'mimo-v2.5-pro', { claim: -99, day: '2026-05-26' })));
	const line = (cell: string, currency: string): AuditLine =>
		found.lines.find(line => line.cell === cell && line.currency === currency)!;

	it.each(Object.entries(mimo))(
		'%s fell as the worked example says',
		(cell, [usd, usd_to, fall, cny, cny_to, cny_fall]) => {
			for (const [currency, before, after, change] of [
				['USD', usd, usd_to, fall],
				['CNY', cny, cny_to, cny_fall],
			] as const) {
				const { native_before, native_after, change: found } = line(cell, currency);
				expect(Number(native_before)).toBeCloseTo(before, 6);
				expect(Number(native_after)).toBeCloseTo(after, 6);
				expect(Math.abs(100 * found! - change), `${cell} ${currency}`).toBeLessThan(0.01);
			}
		},
	);

	it('is true of one cell on each of the two lists: the cache above 256K', () => {
		const hits = found.lines.filter(({ is_hit }) => is_hit).map(({ cell, currency }) => `${cell} ${currency}`);
		expect(hits.sort()).toEqual(['cache_read.over_256k CNY', 'cache_read.over_256k USD']);
		expect(found.lines.filter(({ item }) => item === 'cell')).toHaveLength(12);
		expect(found.verdict).toBe('true of 2 cells of 12; blend -63.8 %; chat -62.7 %; agent -83.7 %');
	});

	it('is printed cell by cell, and as one object', () => {
		const text = auditText(found, false);
		expect(text).toMatch(/^xiaomi\/mimo-v2\.5-pro on 2026-05-26, claimed -99\.0 %\n/);
		expect(text).toMatch(/lab-cn CNY +cell +cache_read\.over_256k +2\.8 +0\.025 .* -99\.11 % +true/);
		expect(JSON.parse(auditText(found, true))).toEqual(found);
	});

	it('finds its day by its claim', async () => {
		const alone = await audit(data, 'Xiaomi/MiMo-V2.5-Pro', { claim: -99 });
		expect(alone).toMatchObject({ day: '2026-05-27', verdict: found.verdict, events: found.events });
	});
});

describe('an audit', () => {
	it('of a price that fell in every cell says so', async () => {
		const { verdict } = await audit(data, 'o3', { claim: -80 });
		expect(verdict).toBe('true of 3 cells of 3; blend -80.0 %; chat -80.0 %; agent -80.0 %');
	});

	it('keeps the cells that did not move: a cut of the cache alone leaves the blend', async () => {
		const { lines, verdict } = await audit(data, 'deepseek-v4-flash', { claim: -90, day: '2026-04-26' });
		const moved = lines.filter(({ item, is_moved }) => item === 'cell' && is_moved).map(({ cell }) => cell);
		expect(moved).toEqual(['cache_read']);
		expect(verdict).toBe('true of 1 cell of 3; blend +0.0 %; chat +0.0 %; agent -56.4 %');
	});

	it('without a claim counts the cells that moved; of two unlike events a day finds its own', async () => {
		const cut = await audit(data, 'deepseek-v4-flash', { day: '2026-05-01' });
		expect(cut.verdict).toMatch(/^1 of 3 cells moved; /);
		const rise = await audit(data, 'deepseek-v4-flash', {});
		expect(rise.events[0]! > cut.events[0]!).toBe(true);
		expect(rise.lines.some(({ change }) => (change ?? 0) > 1)).toBe(true);
	});

	it('of what no sheet shows gives the reason', async () => {
		const found = await audit(data, 'qwen-turbo', { claim: -85 });
		expect(found).toMatchObject({ day: null, lines: [] });
		expect(found.verdict).toBe('2024-09-qwen-turbo-price-cut: no sheet of the lab shows the model');
	});

	it('of a day far from any move names the days on which the price moved', async () => {
		const { lines, verdict } = await audit(data, 'o3', { day: '2024-01-01' });
		expect(lines).toEqual([]);
		expect(verdict).toBe('no price of the model moved within 45 days of that day; it moved on 2025-06-10');
	});

	it('of an unknown model, or before anything is published, is refused', async () => {
		await expect(audit(data, 'no such model', {})).rejects.toThrow('audit: unknown model: no such model');
		const empty = mkdtempSync(join(tmpdir(), 'audit-'));
		await expect(audit(empty, 'o3', {})).rejects.toThrow('audit: nothing published yet');
		rmSync(empty, { recursive: true });
	});

	it('says of a claim how many cells it is true of', () => {
		const of = (...hits: boolean[]): string =>
			verdictOf(
				hits.map(is_hit => ({ item: 'cell', cell: 'input', currency: 'USD', is_hit, is_moved: true }) as AuditLine),
				-0.5,
			);
		expect([of(false), of(true, false), of(true, true)]).toEqual([
			'true of no cell of 1',
			'true of 1 cell of 2',
			'true of 2 cells of 2',
		]);
	});

	it('is a verb of the command line', () => {
		const tokens = (...args: string[]) =>
			spawnSync(process.execPath, ['pipelines/tokens.js', 'audit', ...args], {
				env: { ...process.env, TOKENS_DIST: join(data, '..') },
				encoding: 'utf8',
			});
		const json = tokens('gpt-5.6-luna', '--claim', '-80', '--json');
		expect(JSON.parse(json.stdout)).toMatchObject({ model: 'openai/gpt-5.6-luna', claim: -0.8 });
		expect(json.status).toBe(0);
		expect(tokens('o3', '--claim', 'much').status).not.toBe(0);
		const unknown = tokens('no-such-model');
		expect([unknown.status, unknown.stderr]).toEqual([2, 'audit: unknown model: no-such-model\n']);
	});
});

describe('the twelve largest headline cuts', () => {
	it('are each audited, or have a reason why not', async () => {
		const twelve = await rowsOf(
			connection,
			`select event_id, round(headline_change, 3) as headline, coalesce(hits || ' of ' || cells, reason) as found
			from mart_headline_audit__event where headline_rank <= 12 order by headline_rank`,
		);
		expect(twelve.map(row => Object.values(row).join(' | '))).toEqual([
			'2026-05-27-mimo-v2.5-price-cut | -0.99 | 0 of 12',
			'2026-05-27-mimo-v2.5-pro-price-cut | -0.99 | 2 of 12',
			'2024-05-21-qwen-long-price-cut | -0.97 | 1 of 1',
			'2026-04-26-deepseek-price-cut | -0.9 | 1 of 3',
			'2026-06-29-mimo-v2-omni-price-cut | -0.86 | 1 of 3',
			'2024-09-qwen-turbo-price-cut | -0.85 | no sheet of the lab shows the model',
			'2025-06-o3-price-cut | -0.8 | 3 of 3',
			'2026-07-30-gpt-5.6-luna-price-cut | -0.8 | 8 of 8',
			'2024-05-11-zhipu-ai-z.ai-price-cut | -0.8 | 1 of 1',
			'2024-12-31-alibaba-qwen-price-cut | -0.8 | the event names no model',
			'2025-02-26-deepseek-r1-price-cut | -0.75 | an off-peak price came beside the standing one: no cell moved',
			'2026-04-27-deepseek-v4-pro-price-cut | -0.75 | 2 of 3',
		]);
	});

	it('have one headline cell each, the one nearest to the headline', async () => {
		const marked = await rowsOf(
			connection,
			`select event_id, count(*) filter (is_headline)::integer as marked, bool_or(is_hit) as has_hit
			from mart_headline_audit__event_cell group by event_id having marked <> has_hit::integer`,
		);
		expect(marked).toEqual([]);
	});

	it('get the same verdict from the mart and from the command', async () => {
		const rows = await rowsOf<{ event_id: string; model: string; day: string; headline: number; verdict: string }>(
			connection,
			`select event_id, model, stated_day as day, headline_change as headline, verdict from mart_headline_audit__event
			where headline_rank <= 12 and verdict is not null and length(stated_day) = 10 order by event_id`,
		);
		expect(rows.length).toBeGreaterThanOrEqual(8);
		for (const { event_id, model, day, headline, verdict } of rows) {
			expect((await audit(data, model, { claim: headline * 100, day })).verdict, event_id).toBe(verdict);
		}
	});
});
