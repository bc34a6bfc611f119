/** Where a value stands on an axis, and the values that are printed there. */
export type Scale = { place(value: number): number; ticks: { value: number; text: string }[] };

/** A linear or log axis over `values` from `from` to `to` px. Log takes values above 0 only. */
export function scaleOf(
	values: readonly number[],
	[from, to]: readonly [number, number],
	kind: 'linear' | 'log' | 'day',
): Scale {
	let low = Infinity;
	let high = -Infinity;
	for (const value of values) {
		low = Math.min(low, value);
		high = Math.max(high, value);
	}
	if (low === high) [low, high] = kind === 'log' ? [low / 2, high * 2] : [low - 1, high + 1];
	const by = kind === 'log' ? Math.log10 : (value: number) => value;
	const [first, last] = [by(low), by(high)];
	const place = (value: number): number => from + ((by(value) - first) / (last - first)) * (to - from);
	const ticks = kind === 'day' ? dayTicks(low, high) : kind === 'log' ? logTicks(low, high) : linearTicks(low, high);
	return { place, ticks };
}

function linearTicks(low: number, high: number): Scale['ticks'] {
	const rough = (high - low) / 5;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = ([1, 2, 5, 10].find(factor => factor * power >= rough) ?? 10) * power;
	const ticks: Scale['ticks'] = [];
	for (let at = Math.ceil(low / step); at * step <= high + step * 1e-9; at += 1)
		ticks.push({ value: at * step, text: short(at * step) });
	return ticks;
}

function logTicks(low: number, high: number): Scale['ticks'] {
	const tens: number[] = [];
	for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power += 1) tens.push(10 ** power);
	const all = tens.length > 3 ? tens : tens.flatMap(ten => [ten, 2 * ten, 5 * ten]);
	return all
		.filter(value => value >= low * 0.999 && value <= high * 1.001)
		.map(value => ({ value, text: short(value) }));
}

/** Years, else quarters, months or single days: at most six. */
function dayTicks(low: number, high: number): Scale['ticks'] {
	const months: number[] = [];
	const start = new Date(low);
	for (let month = 0; month < 1200; month += 1) {
		const at = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 1);
		if (at > high) break;
		if (at >= low) months.push(at);
	}
	for (const step of [1, 3, 6, 12, 24, 60]) {
		const kept = months.filter(at => (new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth()) % step === 0);
		if (kept.length <= 6 && kept.length > 1)
			return kept.map(at => ({ value: at, text: new Date(at).toISOString().slice(0, step < 12 ? 7 : 4) }));
	}
	return [low, high].map(value => ({ value, text: new Date(value).toISOString().slice(0, 10) }));
}

/** `0.0028`, `1.5M`: an axis has no room for more. */
function short(value: number): string {
	for (const [size, sign] of [
		[1e12, 'T'],
		[1e9, 'B'],
		[1e6, 'M'],
		[1e4, 'k'],
	] as const)
		if (Math.abs(value) >= size) return `${Number((value / (sign === 'k' ? 1e3 : size)).toPrecision(3))}${sign}`;
	return String(Number(value.toPrecision(6)));
}
