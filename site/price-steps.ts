import * as Plot from '@observablehq/plot';
import type { Point } from './chart.ts';
import type { Num } from './format.ts';
import { utc } from './panel.ts';
import { group, paint } from './style/colours.ts';

/** A stretch of days over which one series of one cell shows one price. */
export type Spell = Point & {
	series: 'list' | 'cheapest_host';
	model: string;
	title: string;
	lab: string;
	country: string;
	provider: string | null;
	cell: string;
	currency: string | null;
	native_per_mtok: Num | null;
	usd_per_mtok: Num | null;
	low_usd_per_mtok: Num | null;
	high_usd_per_mtok: Num | null;
	agreement: string | null;
	from_day: string;
	to_day: string | null;
	changed_after: string | null;
	last_seen_on: string;
};

/** The day a spell is drawn to: never beyond the day its price was last seen. */
export const endOf = (spell: Spell) =>
	spell.to_day !== null && spell.to_day < spell.last_seen_on ? spell.to_day : (spell.to_day ?? spell.last_seen_on);

/** A price as steps with the interval of each change; in colour with its mark where picked, else a grey thread. */
export function stepMarks(line: readonly Spell[], isPicked: boolean, first: string): Plot.Markish[] {
	const country = line[0]?.country ?? 'unknown';
	const stroke = isPicked ? group(country).stroke : paint('rest');
	const inside = (iso: string) => utc(iso < first ? first : iso);
	const corners = line.flatMap((spell, index) => {
		const gap =
			line[index + 1] !== undefined && line[index + 1]?.from_day !== spell.to_day
				? [{ at: inside(endOf(spell)), usd: Number.NaN }]
				: [];
		return [
			{ at: inside(spell.from_day), usd: amount(spell), point: spell },
			{ at: inside(endOf(spell)), usd: amount(spell) },
			...gap,
		];
	});
	const isHost = line[0]?.series === 'cheapest_host';
	const steps = Plot.line(corners, {
		x: 'at',
		y: 'usd',
		stroke,
		strokeWidth: isPicked ? (isHost ? 1 : 2.25) : 0.75,
		strokeOpacity: isPicked ? 1 : 0.45,
	});
	if (!isPicked) return [steps];
	const changed = line.flatMap((spell, index) => {
		const before = line[index - 1];
		return before && spell.changed_after !== null && spell.from_day >= first
			? [
					{
						from: inside(spell.changed_after),
						to: utc(spell.from_day),
						usd: Number(spell.usd_per_mtok),
						before: Number(before.usd_per_mtok),
					},
				]
			: [];
	});
	return [
		Plot.rect(changed, { x1: 'from', x2: 'to', y1: 'usd', y2: 'before', fill: stroke, fillOpacity: 0.24 }),
		steps,
		Plot.dot(line.slice(-1), {
			x: spell => utc(endOf(spell)),
			y: spell => Number(spell.usd_per_mtok),
			symbol: group(country).symbol,
			r: 3,
			stroke,
			fill: isHost ? paint('page') : stroke,
		}),
		Plot.ruleX(
			line.filter(spell => spell.agreement === 'disputed' && spell.from_day >= first),
			{
				x: spell => utc(spell.from_day),
				y1: spell => Number(spell.low_usd_per_mtok),
				y2: spell => Number(spell.high_usd_per_mtok),
				stroke,
				strokeWidth: 4,
				strokeOpacity: 0.5,
			},
		),
	];
}

// P12: a disputed cell is a range and no point.
const isDisputed = (spell: Spell) => spell.agreement === 'disputed';
const amount = (spell: Spell) => (isDisputed(spell) ? Number.NaN : Number(spell.usd_per_mtok));
