import { clockOf } from './hours.ts';
import type { PriceInput } from './source.ts';

/** Hours of some days of the week: Sunday = 0, minutes of the day, end exclusive, both on the same day. */
export type Window = { weekdays: number[]; startMinute: number; endMinute: number };
/** When a price holds, as rows state it; no hours = all day, no weekdays = every day. */
export type When = Pick<PriceInput, 'weekdays' | 'start_local' | 'end_local'>;

const week = [0, 1, 2, 3, 4, 5, 6];
const dayMinutes = 24 * 60;

/** The windows as rows state them. */
export const statedOf = (windows: Window[]): When[] =>
	windows.map(({ weekdays, startMinute, endMinute }) => when(weekdays, startMinute, endMinute));

/** The hours of the week that no window covers, days of the same hours together. */
export function restOf(windows: Window[]): When[] {
	const days = new Map<string, { weekdays: number[]; gaps: [number, number][] }>();
	for (const day of week) {
		const gaps = gapsOf(windows.filter(({ weekdays }) => weekdays.includes(day)));
		const key = JSON.stringify(gaps);
		const alike = days.get(key) ?? { weekdays: [], gaps };
		days.set(key, { ...alike, weekdays: [...alike.weekdays, day] });
	}
	return [...days.values()].flatMap(({ weekdays, gaps }) => gaps.map(([start, end]) => when(weekdays, start, end)));
}

function gapsOf(windows: Window[]): [number, number][] {
	const gaps: [number, number][] = [];
	let from = 0;
	for (const { startMinute, endMinute } of [...windows].sort((a, b) => a.startMinute - b.startMinute)) {
		if (startMinute > from) gaps.push([from, startMinute]);
		from = Math.max(from, endMinute);
	}
	return from < dayMinutes ? [...gaps, [from, dayMinutes]] : gaps;
}

/** An end at midnight is written `00:00`: it runs up to the next day. */
function when(weekdays: number[], start: number, end: number): When {
	const isAllDay = start === 0 && end === dayMinutes;
	return {
		weekdays: week.every(day => weekdays.includes(day)) ? null : week.filter(day => weekdays.includes(day)).join(''),
		start_local: isAllDay ? null : clock(start),
		end_local: isAllDay ? null : clock(end),
	};
}

const clock = (minutes: number): string => clockOf(Math.floor(minutes / 60) * 100 + (minutes % 60));
