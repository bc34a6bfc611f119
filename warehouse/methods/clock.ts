/** Hours in which a price holds, as a sheet prints them; null `start` is every hour that no other price names. */
export type Stretch = {
	/** Days of the week on which the hours begin, Sunday = 0; null is every day. */
	weekdays: string | null;
	/** `09:00`, local; `end` is exclusive, and not after `start` where the hours pass midnight. */
	start: string | null;
	end: string | null;
	/** IANA name; null is UTC. */
	zone: string | null;
	/** The calendar whose days off the hours leave out. */
	calendar: string | null;
};
/** One of the prices that share a day. Any unit, the same for all. */
export type Hourly = { native: number; is_peak: boolean; stretches: Stretch[] };
/** Official days off by calendar: `CN 2026-10-01`. */
export type DaysOff = ReadonlySet<string>;
/** One stretch of time at one price; instants in milliseconds, `end` exclusive. */
export type Piece = { begin: number; end: number; native: number; is_peak: boolean };

const day_ms = 86_400_000;
// formatting a moment in a zone is slow, and the prices of a day ask for the same few
const formats = new Map<string, Intl.DateTimeFormat>();
const instants = new Map<string, number>();

/** Milliseconds by which a zone's clocks are ahead of UTC at an instant. */
function aheadOf(zone: string, instant: number): number {
	let format = formats.get(zone);
	if (!format) {
		const two = '2-digit' as const;
		const parts = { year: 'numeric' as const, month: two, day: two, hour: two, minute: two, second: two };
		format = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', ...parts });
		formats.set(zone, format);
	}
	const at = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = at;
	return Date.UTC(year, month - 1, day, hour, minute, second) - instant;
}

/** The instant at which clocks of a zone show a time of a day; one that they leap over is as much later. */
export function instantOf(day: string, time: string, zone: string): number {
	const key = `${zone} ${day} ${time}`;
	const known = instants.get(key) ?? shownAt(day, time, zone);
	instants.set(key, known);
	return known;
}

function shownAt(day: string, time: string, zone: string): number {
	const shown = Date.parse(`${day}T${time}:00Z`);
	const before = shown - aheadOf(zone, shown - day_ms);
	const after = shown - aheadOf(zone, shown + day_ms);
	// of a time shown twice the first counts
	if (before + aheadOf(zone, before) === shown) return before;
	return after + aheadOf(zone, after) === shown ? after : before;
}

/** What clocks of a zone show at an instant: `09:00`. */
export const clockAt = (instant: number, zone: string): string =>
	new Date(instant + aheadOf(zone, instant)).toISOString().slice(11, 16);

export const dayAfter = (day: string, days = 1): string =>
	new Date(Date.parse(`${day}T00:00:00Z`) + days * day_ms).toISOString().slice(0, 10);

/** The Monday on or before a day. */
export const mondayOf = (day: string): string => dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** When the hours of a stretch that begin on a day run, or null on a day that they leave out. */
function runOf({ weekdays, start, end, zone, calendar }: Stretch, day: string, off: DaysOff) {
	if (start === null || end === null) return null;
	if (weekdays !== null && !weekdays.includes(`${new Date(`${day}T00:00:00Z`).getUTCDay()}`)) return null;
	if (calendar !== null && off.has(`${calendar} ${day}`)) return null;
	const at = zone ?? 'UTC';
	return { begin: instantOf(day, start, at), end: instantOf(end > start ? day : dayAfter(day), end, at) };
}

/**
 * What each moment of a local day costs, in order. Where printed hours overlap the dearer price counts. Hours that none
 * prints have the price that prints no hours; where all print theirs, the cheapest off-peak price.
 */
export function piecesOf(prices: Hourly[], day: string, zone: string, off: DaysOff): Piece[] {
	const [midnight, next] = [instantOf(day, '00:00', zone), instantOf(dayAfter(day), '00:00', zone)];
	const runs = prices.flatMap(({ native, is_peak, stretches }) =>
		stretches.flatMap(stretch =>
			[-1, 0, 1].flatMap(away => {
				const run = runOf(stretch, dayAfter(day, away), off);
				return run && run.begin < next && run.end > midnight ? [{ ...run, native, is_peak }] : [];
			}),
		),
	);
	const rest = restOf(prices);
	const inside = runs.flatMap(({ begin, end }) => [begin, end]).filter(edge => edge > midnight && edge < next);
	const edges = [...new Set([midnight, ...inside, next])].sort((a, b) => a - b);
	const pieces: Piece[] = [];
	for (const [i, end] of edges.slice(1).entries()) {
		const begin = edges[i] ?? midnight;
		const held = runs.filter(run => run.begin <= begin && run.end >= end);
		const { native, is_peak } = held.sort((a, b) => b.native - a.native)[0] ?? rest;
		const last = pieces.at(-1);
		if (last && last.native === native && last.is_peak === is_peak) last.end = end;
		else pieces.push({ begin, end, native, is_peak });
	}
	return pieces;
}

function restOf(prices: Hourly[]): Hourly {
	const cheapest = (some: Hourly[]) => [...some].sort((a, b) => a.native - b.native)[0];
	const bare = prices.filter(({ stretches }) => stretches.every(({ start }) => start === null));
	const rest = cheapest(bare) ?? cheapest(prices.filter(({ is_peak }) => !is_peak)) ?? cheapest(prices);
	if (!rest) throw new Error('clock: no price: 0 hours');
	return rest;
}

/** The mean by time of a day's or a week's pieces, its hours in all and at peak. */
export function meanOf(pieces: Piece[]): { native: number; hours: number; peak_hours: number } {
	let [sum, all, peak] = [0, 0, 0];
	for (const { begin, end, native, is_peak } of pieces) {
		sum += native * (end - begin);
		all += end - begin;
		if (is_peak) peak += end - begin;
	}
	// the product of a price and its hours, divided again, can be off in the last digit
	const amounts = pieces.map(({ native }) => native);
	const native = Math.min(Math.max(sum / all, Math.min(...amounts)), Math.max(...amounts));
	return { native, hours: all / 3_600_000, peak_hours: peak / 3_600_000 };
}

/** The pieces of the seven days from the Monday of a day's week. */
export const weekOf = (prices: Hourly[], day: string, zone: string, off: DaysOff): Piece[] =>
	[0, 1, 2, 3, 4, 5, 6].flatMap(days => piecesOf(prices, dayAfter(mondayOf(day), days), zone, off));
