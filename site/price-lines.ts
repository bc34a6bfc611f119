import type { Document } from './chart.ts';
import { fixed, mark } from './frame.ts';
import { endLabels, logAxis, utc, type Axis, type Panel } from './panel.ts';
import { endOf, type Spell } from './price-steps.ts';
import { stopAt } from './stops.ts';
import { group, paint } from './style/colours.ts';
import { element } from './svg.ts';

/** The spells of one series of one cell on one channel, in order: never joined with another. */
export type Line = { readonly id: string; readonly line: readonly Spell[] };

export function seriesOf(points: readonly Spell[]): Line[] {
	const lines = new Map<string, Spell[]>();
	for (const point of points) {
		const id = [point.cell, point.series, point['channel'], point.currency].join(' ');
		const line = lines.get(id);
		if (line) line.push(point);
		else lines.set(id, [point]);
	}
	return [...lines].map(([id, line]) => ({ id, line }));
}

const isDisputed = (spell: Spell) => spell.agreement === 'disputed';
const isPriced = (spell: Spell) => Number(spell.usd_per_mtok) > 0;
const isConverted = (spell: Spell) => spell.currency !== 'USD';

/** A log axis of at least a factor of four, so that a price that never moved has ticks above and below. */
export function priceAxis(spells: readonly Spell[]): Axis {
	const values = spells
		.flatMap(spell =>
			isDisputed(spell)
				? [Number(spell.low_usd_per_mtok ?? spell.usd_per_mtok), Number(spell.high_usd_per_mtok ?? spell.usd_per_mtok)]
				: [Number(spell.usd_per_mtok)],
		)
		.filter(value => value > 0);
	const [low, high] = [Math.min(...values), Math.max(...values)];
	const axis = logAxis(high / low < 4 ? [low / 1.6, high * 1.6] : [low, high]);
	// Four labels are all that a small panel has room for.
	const every = Math.ceil(axis.ticks.length / 4);
	return { ...axis, ticks: axis.ticks.filter((_, index) => index % every === 0) };
}

/** Steps, the interval of each change, disputed ranges, and the mark at the end: list heavy, host light and hollow. */
export function drawLine(document: Document, { svg, x, y }: Panel, { line }: Line, few: boolean): void {
	const { stroke, symbol } = group(line[0]?.country ?? 'unknown');
	const isHost = line[0]?.series === 'cheapest_host';
	const at = (iso: string) => fixed(x(utc(iso)));
	const usd = (spell: Spell) => fixed(y(Number(spell.usd_per_mtok)));
	let path = '';
	let before: Spell | null = null;
	for (const spell of line) {
		if (!isPriced(spell)) {
			before = null;
			continue;
		}
		if (isDisputed(spell)) {
			const [low, high] = [spell.low_usd_per_mtok, spell.high_usd_per_mtok].map(end =>
				Number(end ?? spell.usd_per_mtok),
			);
			if (low && high)
				svg.append(
					element(document, 'path', {
						d: `M${at(spell.from_day)},${fixed(y(low))}H${at(endOf(spell))}V${fixed(y(high))}H${at(spell.from_day)}Z`,
						fill: 'none',
						stroke,
					}),
				);
			before = null;
			continue;
		}
		stopAt(svg, spell, at(spell.from_day), usd(spell));
		const follows = before !== null && before.to_day === spell.from_day;
		if (
			before &&
			follows &&
			spell.changed_after !== null &&
			Number(before.usd_per_mtok) !== Number(spell.usd_per_mtok)
		) {
			const [from, to] = [at(spell.changed_after), at(spell.from_day)];
			const [top, bottom] = [usd(before), usd(spell)].sort((a, b) => a - b) as [number, number];
			if (to > from)
				svg.append(
					element(document, 'rect', {
						x: from,
						y: top,
						width: fixed(to - from),
						height: fixed(bottom - top),
						fill: stroke,
						'fill-opacity': 0.24,
					}),
				);
		}
		path += follows ? `V${usd(spell)}H${at(endOf(spell))}` : `M${at(spell.from_day)},${usd(spell)}H${at(endOf(spell))}`;
		before = spell;
	}
	if (path && !few)
		svg.append(
			element(document, 'path', {
				d: path,
				fill: 'none',
				stroke,
				'stroke-width': isHost ? 1 : 2.25,
				'stroke-linejoin': 'round',
			}),
		);
	const last = line.filter(spell => isPriced(spell) && !isDisputed(spell)).at(-1);
	if (!last || last !== line.at(-1)) return;
	const hollow = isHost || isConverted(last);
	svg.append(
		element(document, 'path', {
			d: mark(symbol, at(endOf(last)), usd(last), 3.5),
			stroke,
			'stroke-width': 1.25,
			fill: hollow ? paint('page') : stroke,
		}),
	);
}

/** Names and newest prices at the ends of the lines. */
export function lineLabels(
	document: Document,
	drawn: Panel,
	lines: readonly { line: Line; name: string }[],
	frame: { top: number; bottom: number; right: number; width: number },
): void {
	const labels = lines.flatMap(({ line: { id, line }, name }) => {
		const last = line.at(-1) as Spell;
		const value = isDisputed(last)
			? Math.sqrt(Number(last.low_usd_per_mtok) * Number(last.high_usd_per_mtok))
			: Number(last.usd_per_mtok);
		return value > 0 ? [{ id, text: name, colour: group(last.country).text, at: utc(endOf(last)), value }] : [];
	});
	endLabels(document, drawn, labels, { ...frame, pitch: 14 });
}
