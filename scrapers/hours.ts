/** `1030` as `10:30`: hours and minutes of a day written as one number. */
export const clockOf = (hhmm: number): string =>
	`${String(Math.floor(hhmm / 100) % 24).padStart(2, '0')}:${String(hhmm % 100).padStart(2, '0')}`;

/** The hours that no window covers, midnight to midnight joined up. */
export function gapsOf(windows: { start: string; end: string }[]): [start: string, end: string][] {
	const sorted = [...windows].sort((a, b) => (a.start < b.start ? -1 : 1));
	return sorted.flatMap(({ end }, i): [string, string][] => {
		const next = sorted[i + 1]?.start;
		if (next !== undefined) return next > end ? [[end, next]] : [];
		const first = sorted[0]?.start ?? end;
		return first === end ? [] : [[end, first]];
	});
}

/** Whether a text names a time zone whose clocks are known here. */
export function isZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch {
		return false;
	}
}
