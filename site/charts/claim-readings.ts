import type { Chart, Document, Point } from '../chart.ts';
import { inUnit, toleranceText, unitText } from '../claims.ts';
import type { Num } from '../format.ts';
import { cut, textWidth } from '../label.ts';
import { clauses } from '../sentence.ts';
import { spoken } from '../spoken.ts';
import { stopAt } from '../stops.ts';
import { paint } from '../style/colours.ts';
import { element, sheet } from '../svg.ts';
import type { Words } from '../words.ts';

type Reading = Point & {
	claim_id: string;
	place: number;
	reading: string;
	reading_zh: string | null;
	measured: Num | null;
	is_within: boolean | null;
	claimed: string | null;
	unit: string | null;
	tolerance: string | null;
	accepts_from: Num | null;
	accepts_to: Num | null;
	detail: string | null;
	detail_zh: string | null;
	reason: string | null;
	reason_zh: string | null;
};
type Rows = { readings: Reading[] };
type Scale = { at: (value: number) => number; low: number; high: number; isLog: boolean };

/** What is measured for one claim by each way to read it, with the claimed value as a rule and the tolerance as a band. */
export const claimReadings = {
	id: 'claim-readings',
	of: 'claim',
	marts: ['mart_claim__reading', 'mart_claim__claim'],
	views: ['readings'],
	query: {
		readings: `select claim_id, reading.place::integer as place, reading.reading, reading.reading_zh, reading.measured, reading.is_within,
    claim.claimed, claim.unit, claim.tolerance, claim.accepts_from, claim.accepts_to, reading.detail, reading.detail_zh,
    reading.reason, reading.reason_zh, reading.marts
from mart_claim__reading as reading join mart_claim__claim as claim using (claim_id)
where claim_id = $id and claim.measured is not null
order by reading.place`,
	},
	width: 720,
	points: ({ readings }) => (readings.some(row => row.measured !== null) ? readings : []),
	columns: () => [
		{ key: 'reading', label: 'column.reading', show: (row, words) => spoken(row, 'reading', words) },
		{
			key: 'measured',
			label: 'column.measured',
			numeric: true,
			show: measuredOf,
		},
		{ key: 'unit', label: 'column.unit', show: (row, words) => unitText(row.unit, words) },
		{
			key: 'is_within',
			label: 'column.is_within',
			show: (row, words) => (row.is_within === null ? '' : words(row.is_within ? 'value.yes' : 'value.no')),
		},
		{
			key: 'detail',
			label: 'column.detail',
			show: (row, words) => spoken(row, 'detail', words) || spoken(row, 'reason', words),
		},
	],
	few: ({ points, words }) => (valued(points).length === 1 ? words('claim-readings.few') : null),
	title({ points, words }) {
		const own = valued(points);
		const hits = own.filter(row => row.is_within).length;
		if (own.length === 1) return words(hits ? 'claim-readings.title-one' : 'claim-readings.title-one-off');
		return words('claim-readings.title', { hits, all: own.length });
	},
	subtitle: ({ points, words }) =>
		words('claim-readings.subtitle', {
			unit: unitText(points[0]?.unit ?? null, words) || words('claim-readings.unit'),
			tolerance: toleranceText(points[0]?.tolerance ?? null, words),
			scale: scaleOf(points, 0, 1).isLog ? words('claim-readings.log') : '',
		}),
	summary: ({ points, words }) =>
		words('claim-readings.summary', {
			list: clauses(
				points.map(row =>
					words('claim-readings.part', {
						reading: spoken(row, 'reading', words),
						measured: measuredOf(row, words),
					}),
				),
				words,
			),
		}),
	draw(document, { points, words }, width) {
		const isNarrow = width < 500;
		const pitch = isNarrow ? 40 : 24;
		const names = isNarrow
			? 0
			: Math.min(300, Math.max(...points.map(row => textWidth(spoken(row, 'reading', words)))) + 16);
		const lines = points.map((_, index) => 24 + index * pitch + (isNarrow ? 28 : pitch / 2));
		const bottom = 24 + points.length * pitch;
		const root = sheet(document, width, bottom + 24);
		const scale = scaleOf(points, names + 12, width - 76);
		const write = (text: string, attributes: Record<string, string | number | undefined>) =>
			root.append(element(document, 'text', { dy: '0.35em', 'data-label': '', ...attributes }, text));
		frame(document, root, points, scale, { lines, reach: isNarrow ? 9 : pitch / 2, bottom, width }, words);
		points.forEach((row, index) => {
			const y = lines[index] ?? 0;
			const place = isNarrow ? { x: 4, y: y - 19 } : { x: names, y, 'text-anchor': 'end' };
			write(cut(spoken(row, 'reading', words), isNarrow ? width - 8 : names - 4), { ...place, fill: paint('ink') });
			const x = scale.at(row.measured === null ? scale.low : Number(row.measured));
			if (row.measured !== null) {
				const look = { fill: paint(row.is_within ? 'ink' : 'page'), stroke: paint('ink'), 'stroke-width': 1.5 };
				root.append(element(document, 'circle', { cx: x, cy: y, r: 4.5, ...look }));
			}
			stopAt(root, row, x, y);
			write(measuredOf(row, words), { x: width - 8, y, 'text-anchor': 'end', fill: paint('ink') });
		});
		return root;
	},
} satisfies Chart<Rows, Reading>;

/** In the unit that the page prints: billions are hundred-millions in Chinese. */
const measuredOf = (row: Reading, words: Words): string =>
	row.measured === null ? words('claim-readings.missing') : inUnit(row.measured, row.unit, words);

const valued = (points: readonly Reading[]) => points.filter(row => row.measured !== null);

/** On each line the band of the tolerance and the claimed value as a rule; below, the ticks. */
function frame(
	document: Document,
	root: SVGSVGElement,
	points: readonly Reading[],
	scale: Scale,
	{ lines, reach, bottom, width }: { lines: readonly number[]; reach: number; bottom: number; width: number },
	words: Words,
): void {
	const [first] = points;
	const end = (value: Num | null | undefined, open: number) =>
		scale.at(value === null || value === undefined ? open : Math.min(scale.high, Math.max(scale.low, Number(value))));
	const [from, to] = [end(first?.accepts_from, scale.low), end(first?.accepts_to, scale.high)];
	const claimed = claimedOf(first);
	for (const y of lines) {
		const box = { x: from, y: y - reach, width: Math.max(3, to - from), height: 2 * reach };
		root.append(element(document, 'rect', { ...box, fill: paint('rest'), 'fill-opacity': 0.24 }));
		const rules = claimed.map(value => `M${scale.at(value)},${y - reach}v${2 * reach}`).join('');
		if (rules) root.append(element(document, 'path', { d: rules, stroke: paint('ink'), 'stroke-width': 1 }));
	}
	root.append(
		element(document, 'path', {
			d: `M${scale.at(scale.low)},${bottom}H${scale.at(scale.high)}`,
			stroke: paint('rule'),
		}),
	);
	if (claimed.length > 0) {
		const text = words('claim-readings.claimed', {
			number: claimed.map(value => inUnit(value, first?.unit ?? null, words)).join('–'),
		});
		const half = textWidth(text) / 2;
		const middle = scale.at((Math.min(...claimed) + Math.max(...claimed)) / 2);
		const x = Math.min(width - half - 2, Math.max(half + 2, middle)) - half;
		root.append(element(document, 'text', { x, y: 12, fill: paint('ink'), 'data-label': '' }, text));
	}
	for (const tick of ticksOf(scale))
		root.append(
			element(
				document,
				'text',
				{ x: scale.at(tick), y: bottom + 16, 'text-anchor': 'middle', fill: paint('muted') },
				inUnit(tick, first?.unit ?? null, words),
			),
		);
}

/** Round numbers inside the scale: powers of ten, or three to six steps of 1, 2 or 5. */
function ticksOf({ low, high, isLog }: Scale): number[] {
	if (isLog) {
		const powers = [...Array(24).keys()].map(power => Number(`1e${power - 9}`));
		return powers.filter(tick => tick >= low && tick <= high);
	}
	const rough = (high - low) / 4;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 5, 10].map(digit => digit * power).find(size => size >= rough) ?? rough;
	const first = Math.ceil(low / step);
	return [...Array(6).keys()]
		.map(index => Number(((first + index) * step).toPrecision(12)))
		.filter(tick => tick <= high);
}

const claimedOf = (row: Reading | undefined): number[] => (row?.claimed ?? '').split('..').filter(Boolean).map(Number);

/** Every reading, the claimed value and the ends of the tolerance fit; a span of thirty times and more is logarithmic. */
function scaleOf(points: readonly Reading[], left: number, right: number): Scale {
	const [first] = points;
	const ends = [first?.accepts_from, first?.accepts_to].flatMap(end =>
		end === null || end === undefined ? [] : [Number(end)],
	);
	const values = [...valued(points).map(row => Number(row.measured)), ...claimedOf(first), ...ends];
	const [least, most] = [Math.min(...values), Math.max(...values)];
	const isLog = least > 0 && most / least >= 30;
	const room = least === most ? Math.abs(most) * 0.2 || 1 : (most - least) * 0.06;
	const low = isLog ? least / 1.3 : least >= 0 ? Math.max(0, least - room) : least - room;
	const high = isLog ? most * 1.3 : most + room;
	const part = (value: number) => (isLog ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low));
	return { at: value => left + part(value) * (right - left), low, high, isLog };
}
