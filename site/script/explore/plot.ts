import { cut, spread, textWidth } from '../../label.ts';
import { group, paint } from '../../style/colours.ts';
import { scaleOf } from './scale.ts';

export type Dot = { x: number; y: number; series: string };
export type Axis = { name: string; kind: 'linear' | 'log' | 'day' };

type Mark = { stroke: string; text: string; symbol: Symbol; dash?: string };
type Symbol = 'circle' | 'diamond' | 'triangle' | 'square';

/** Series that are told apart; the others are grey. */
const most_series = 7;
const room = { height: 420, top: 22, bottom: 30, left: 56 };
const isGroup = (name: string): boolean => ['US', 'CN', 'EU', 'other'].includes(name);
const symbols: readonly Symbol[] = ['circle', 'diamond', 'triangle', 'square'];

/** Dots or lines of series: country groups in their colours, other series by marker and dash, named at their newest point. */
export function plot(
	dots: readonly Dot[],
	x: Axis,
	y: Axis,
	as: 'dots' | 'line',
	{ title, width }: { title: string; width: number },
): { svg: SVGSVGElement; rest: number } {
	const frame = { ...room, width };
	const series = new Map<string, Dot[]>();
	for (const dot of dots) series.set(dot.series, [...(series.get(dot.series) ?? []), dot]);
	const order = [...series].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
	const named = new Map(order.slice(0, most_series).map(([name], place) => [name, markOf(name, place)]));
	const isNamed = named.size > 1 || [...named.keys()].some(name => name !== '');
	const right = isNamed
		? Math.min(180, Math.max(...[...named.keys()].map(name => textWidth(cut(name, 150))))) + 16
		: 12;
	const across = scaleOf(
		dots.map(dot => dot.x),
		[frame.left, frame.width - right],
		x.kind,
	);
	const up = scaleOf(
		dots.map(dot => dot.y),
		[frame.height - frame.bottom, frame.top],
		y.kind,
	);
	const svg = node('svg', {
		viewBox: `0 0 ${frame.width} ${frame.height}`,
		width: frame.width,
		height: frame.height,
		role: 'img',
		'aria-label': title,
		'font-size': 12,
		fill: paint('ink'),
	});
	for (const tick of up.ticks) {
		const at = up.place(tick.value);
		svg.append(
			node('path', { d: `M${frame.left},${at.toFixed(1)}H${frame.width - right}`, stroke: paint('rule') }),
			label(tick.text, frame.left - 6, at + 4, 'end'),
		);
	}
	for (const tick of across.ticks) svg.append(label(tick.text, across.place(tick.value), frame.height - 10, 'middle'));
	svg.append(label(y.name, 0, 12, 'start'));
	const ends: { name: string; at: number; x: number; mark: Mark }[] = [];
	for (const [name, own] of [...order].reverse()) {
		const mark = named.get(name) ?? { stroke: paint('rest'), text: paint('muted'), symbol: 'square' as const };
		const inOrder = [...own].sort((a, b) => a.x - b.x || a.y - b.y);
		const places = inOrder.map(dot => [across.place(dot.x), up.place(dot.y)] as const);
		if (as === 'line')
			svg.append(
				node('path', {
					d: `M${places.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join('L')}`,
					fill: 'none',
					stroke: mark.stroke,
					'stroke-width': named.has(name) ? 1.75 : 1,
					...(mark.dash ? { 'stroke-dasharray': mark.dash } : {}),
				}),
			);
		if (as === 'dots' || places.length === 1)
			svg.append(
				node('path', {
					d: places.map(([px, py]) => shape(mark.symbol, px, py)).join(''),
					fill: mark.stroke,
					'fill-opacity': 0.7,
				}),
			);
		const last = places.at(-1);
		if (isNamed && named.has(name) && last) ends.push({ name, at: last[1], x: last[0], mark });
	}
	ends.sort((a, b) => a.at - b.at);
	spread(
		ends.map(end => end.at),
		14,
		frame.top,
		frame.height - frame.bottom,
	).forEach((at, place) => {
		const end = ends[place];
		if (!end) return;
		const text = label(
			cut(end.name === '' ? '–' : end.name, 150),
			frame.width - right + 12,
			at + 4,
			'start',
			end.mark.text,
		);
		svg.append(node('path', { d: shape(end.mark.symbol, frame.width - right + 4, at), fill: end.mark.stroke }), text);
	});
	return { svg, rest: Math.max(0, series.size - most_series) };
}

const markOf = (name: string, place: number): Mark =>
	isGroup(name)
		? group(name)
		: {
				stroke: paint(place < 4 ? 'ink' : 'muted'),
				text: paint(place < 4 ? 'ink' : 'muted'),
				symbol: symbols[place % 4] ?? 'circle',
				dash: ['', '6 3', '2 3', '8 2 2 2'][place % 4] ?? '',
			};

function shape(symbol: Symbol, x: number, y: number): string {
	const [px, py] = [x.toFixed(1), y.toFixed(1)];
	if (symbol === 'diamond') return `M${px},${py}m0,-4l4,4l-4,4l-4,-4z`;
	if (symbol === 'triangle') return `M${px},${py}m0,-4l4,7h-8z`;
	if (symbol === 'square') return `M${px},${py}m-3,-3h6v6h-6z`;
	return `M${px},${py}m-3,0a3,3 0 1,0 6,0a3,3 0 1,0 -6,0z`;
}

function label(
	text: string,
	x: number,
	y: number,
	anchor: 'start' | 'middle' | 'end',
	fill = paint('muted'),
): SVGElement {
	const found = node('text', { x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': anchor, fill });
	found.textContent = text;
	return found;
}

function node<Name extends keyof SVGElementTagNameMap>(
	name: Name,
	attributes: Record<string, string | number>,
): SVGElementTagNameMap[Name] {
	const made = document.createElementNS('http://www.w3.org/2000/svg', name);
	for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
	return made;
}
