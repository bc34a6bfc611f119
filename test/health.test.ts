import { describe, expect, it } from 'vitest';
import { ask, price, type MadeLook } from './made.ts';

// The made build speaks from 2026-01-31; sources are looked at daily.
const look = (on: string, more: Partial<MadeLook> = {}): MadeLook => ({
	source: 'sheet',
	on,
	rows: [price('acme', 'acme-1', 'input', '2')],
	...more,
});
const state = async (...looks: MadeLook[]): Promise<unknown> =>
	(
		await ask<{ state: string }>(
			{ looks },
			"select state, reason from mart_source_health__source_day where day = '2026-01-31'",
		)
	)[0];

describe('the state of a source', () => {
	it('is fresh on the day of a good look, late after one cadence, stale after two', async () => {
		expect(await state(look('2026-01-31'))).toMatchObject({ state: 'fresh' });
		expect(await state(look('2026-01-29'))).toMatchObject({ state: 'late' });
		expect(await state(look('2026-01-10'))).toMatchObject({ state: 'stale' });
	});

	it.each([
		['silent zero: 0 rows after 1', 'silent zero'],
		['zeros: every amount is 0', 'silent zero'],
		['shape: sheet: unexpected shape at data', 'shape'],
		['drop: 40 rows after 100', 'drop'],
		['shift: 60% of cells moved by more than 5x', 'held'],
	])('of a held look whose reason is "%s" is %s, never fresh, and says why', async (reason, expected) => {
		expect(await state(look('2026-01-30'), look('2026-01-31', { state: 'held', reason }))).toEqual({
			state: expected,
			reason,
		});
	});

	it('whose newest look failed goes by its age, with the reason beside it', async () => {
		const failed = look('2026-01-31', { state: 'failed', reason: 'example.org: no connection: ENOTFOUND', rows: [] });
		expect(await state(look('2026-01-29'), failed)).toEqual({
			state: 'late',
			reason: 'example.org: no connection: ENOTFOUND',
		});
		expect(await state(failed)).toMatchObject({ state: 'never' });
	});

	it('stays held until a good body follows, through later looks that fail and days without any', async () => {
		const held = look('2026-01-20', { state: 'held', reason: 'shift: most cells moved' });
		const failed = look('2026-01-25', { state: 'failed', reason: 'example.org: 503', rows: [] });
		expect(await state(look('2026-01-19'), held)).toEqual({ state: 'held', reason: 'shift: most cells moved' });
		expect(await state(look('2026-01-19'), held, failed)).toEqual({ state: 'held', reason: 'example.org: 503' });
		expect(await state(held, look('2026-01-31'))).toMatchObject({ state: 'fresh' });
	});

	it('of a list short by more than 30% is drop', async () => {
		const many = (on: string, count: number) =>
			look(on, { rows: Array.from({ length: count }, (_, n) => price('acme', `acme-${n}`, 'input', '2')) });
		expect(
			await state(many('2026-01-28', 10), many('2026-01-29', 10), many('2026-01-30', 10), many('2026-01-31', 6)),
		).toMatchObject({ state: 'drop' });
		expect(
			await state(many('2026-01-28', 10), many('2026-01-29', 10), many('2026-01-30', 10), many('2026-01-31', 8)),
		).toMatchObject({ state: 'fresh' });
	});

	it('that has never been seen is never, not zero', async () => {
		const missing = look('2026-01-31', { state: 'skipped', reason: 'no key: OPENROUTER_API_KEY', rows: [] });
		expect(await state(missing)).toEqual({ state: 'never', reason: 'no key: OPENROUTER_API_KEY' });
	});
});

describe('98 empty days', () => {
	it('are never green', async () => {
		const days = Array.from({ length: 98 }, (_, at) => new Date(Date.UTC(2025, 9, 26 + at)).toISOString().slice(0, 10));
		const looks = [
			look('2025-10-20'),
			...days.map(on => look(on, { state: 'held', reason: 'silent zero: 0 rows after 1', rows: [] })),
		];
		const green = await ask(
			{ looks },
			"select day from mart_source_health__source_day where day > '2025-10-20' and state in ('fresh', 'late')",
		);
		expect(green).toEqual([]);
	});
});
