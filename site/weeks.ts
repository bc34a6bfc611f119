import { utc } from './panel.ts';

const day = 86_400_000;

/** The day `weeks` weeks before a week. */
export const weeksBefore = (week: string, weeks: number): string =>
	new Date(utc(week).getTime() - weeks * 7 * day).toISOString().slice(0, 10);

/** The second week follows the first, with none missing between them. */
export const isNextWeek = (before: string, week: string): boolean =>
	utc(week).getTime() - utc(before).getTime() <= 7 * day;

/** Unbroken runs of points: where the next one does not follow, the line breaks. */
export function runsOf<P>(line: readonly P[], follows: (before: P, point: P) => boolean): P[][] {
	const pieces: P[][] = [];
	for (const point of line) {
		const before = pieces.at(-1)?.at(-1);
		if (before && follows(before, point)) pieces.at(-1)?.push(point);
		else pieces.push([point]);
	}
	return pieces;
}

/** Unbroken runs of weekly points: a missing week breaks the line. */
export const weekRuns = <P extends { week: string }>(line: readonly P[]): P[][] =>
	runsOf(line, (before, point) => isNextWeek(before.week, point.week));

/** The points of the last year before the newest week, or all of them. */
export function lastYear<P extends { week: string }>(points: readonly P[], isWhole: boolean): P[] {
	const newest = points.reduce((last, point) => (point.week > last ? point.week : last), '');
	const first = isWhole || newest === '' ? '' : weeksBefore(newest, 52);
	return points.filter(point => point.week >= first);
}
