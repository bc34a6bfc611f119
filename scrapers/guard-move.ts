import { roughUsdPerMtok } from './guard-row.ts';
import type { AnyRow } from './source.ts';

/**
 * Moves of prices that are no news (sources.md 14 and 15, breakages 9 and 10). `shift`: so many common cells moved by more
 * than `shift_factor` at once. A factor within `near` of a thousand or a million is another unit: up it is held at once,
 * down only over a share of `unit` of the cells, as a large catalogue puts a single wrong price right that way (three times
 * in 165 steps of captured sheets). All cells of a model moved by one factor between `yuan.low` and `yuan.high` are another
 * currency (never in 228 versions of pi-ai and 165 such steps).
 */
export const moveBounds = {
	shift: 0.2,
	shift_factor: 5,
	shift_cells: 10,
	near: 0.06,
	unit: 0.01,
	yuan: { low: 6.2, high: 7.8, cells: 2 },
};

type Move = { model: string; cell: string; factor: number };

/** Why the prices of a body cannot be those of the sheet before it; null when they can. */
export function moveProblem(rows: readonly AnyRow[], before: readonly AnyRow[]): string | null {
	const moves = movesOf(rows, before);
	return shiftProblem(moves) ?? unitProblem(moves) ?? currencyProblem(moves);
}

/** Prices that moved together moved in unit or currency, not in the market. */
function shiftProblem(moves: Move[]): string | null {
	const { shift, shift_factor, shift_cells } = moveBounds;
	const moved = moves.filter(({ factor }) => Math.max(factor, 1 / factor) > shift_factor).length;
	if (moves.length < shift_cells || moved <= moves.length * shift) return null;
	return `shift: ${moved} of ${moves.length} prices moved more than ${shift_factor}x at once`;
}

function unitProblem(moves: Move[]): string | null {
	const up = moves.filter(({ factor }) => [1e3, 1e6].some(unit => isNear(factor / unit)));
	const down = moves.filter(({ factor }) => [1e3, 1e6].some(unit => isNear(factor * unit)));
	const wrong = up[0] ?? (down.length > moves.length * moveBounds.unit ? down[0] : undefined);
	return wrong ? `unit: ${wrong.cell} moved by ${Number(wrong.factor.toPrecision(3))}x` : null;
}

/** One price may well fall to a seventh; all of a model, by one factor, are dollars that were yuan or the reverse. */
function currencyProblem(moves: Move[]): string | null {
	const { low, high, cells } = moveBounds.yuan;
	const models = new Map<string, number[]>();
	for (const { model, factor } of moves) models.set(model, [...(models.get(model) ?? []), factor]);
	for (const [model, factors] of models) {
		const least = Math.min(...factors);
		const most = Math.max(...factors);
		if (factors.length < cells || !isNear(most / least)) continue;
		if ((least >= low && most <= high) || (least >= 1 / high && most <= 1 / low))
			return `currency: all ${factors.length} prices of ${model} moved by ${most.toFixed(2)}x`;
	}
	return null;
}

const isNear = (ratio: number): boolean => Math.abs(ratio - 1) <= moveBounds.near;

/** The cells that both bodies price, and by how much each moved. */
function movesOf(rows: readonly AnyRow[], before: readonly AnyRow[]): Move[] {
	const was = pricesOf(before);
	return [...pricesOf(rows)].flatMap(([key, { price, model, cell }]) => {
		const old = was.get(key);
		return old === undefined ? [] : [{ model, cell, factor: price / old.price }];
	});
}

/** Prices above zero by cell, in rough dollars: a sheet that swaps its currency and not its numbers has moved. */
function pricesOf(rows: readonly AnyRow[]): Map<string, { price: number; model: string; cell: string }> {
	const cells = new Map<string, { price: number; model: string; cell: string }>();
	for (const row of rows) {
		if (row.record !== 'price') continue;
		const price = roughUsdPerMtok(row);
		if (price === null || price <= 0) continue;
		const { provider, model, meter, service_tier, time_window, list_or_effective, valid_from, region } = row;
		const band = [row.min_input_tokens, row.min_output_tokens, row.weekdays, row.start_local];
		const key = [provider, model, meter, service_tier, time_window, list_or_effective, valid_from, region, ...band];
		const of = `${provider}/${model}`;
		cells.set(JSON.stringify(key), { price, model: of, cell: `${of} ${meter}` });
	}
	return cells;
}
