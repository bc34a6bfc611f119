/** A place where a reader can stop: px of the drawing, -1 for a row that has none, and the number of its tip. */
export type Stop = { readonly x: number; readonly y: number; readonly tip: number };

export type Picture = {
	readonly svg: SVGSVGElement;
	readonly stops: readonly Stop[];
	/** A stop in px of the window. */
	at(stop: Stop): { x: number; y: number };
	/** The nearest stop to a place of the window, -1 beyond `reach` px. */
	nearest(x: number, y: number, reach: number): number;
	/** Rings the stop the reader is at. */
	ring(stop: Stop | null): void;
	/** Rings every stop of the marked series. */
	mark(isMarked: (stop: Stop) => boolean): void;
};

export const picturesOf = (drawing: HTMLElement): Picture[] =>
	[...drawing.querySelectorAll<SVGSVGElement>('svg[data-points]')].map(pictureOf);

function pictureOf(svg: SVGSVGElement): Picture {
	const stops = (svg.dataset['points'] ?? '').split(' ').map(text => {
		const [x = 0, y = 0, tip = 0] = text.split(',').map(Number);
		return { x, y, tip };
	});
	const layer = svg.appendChild(make('g', {}));
	const cursor = make('circle', { r: 7, class: 'ring' });
	const scale = () => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
	const at = (stop: Stop) => {
		const frame = svg.getBoundingClientRect();
		if (stop.x < 0) return { x: frame.left + frame.width / 2, y: frame.top };
		return { x: frame.left + stop.x * scale(), y: frame.top + stop.y * scale() };
	};
	return {
		svg,
		stops,
		at,
		nearest(x, y, reach) {
			const [frame, size] = [svg.getBoundingClientRect(), scale()];
			let [best, least] = [-1, reach ** 2];
			stops.forEach((stop, index) => {
				if (stop.x < 0) return;
				const distance = (frame.left + stop.x * size - x) ** 2 + (frame.top + stop.y * size - y) ** 2;
				if (distance < least) [best, least] = [index, distance];
			});
			return best;
		},
		ring(stop) {
			if (!stop || stop.x < 0) return cursor.remove();
			cursor.setAttribute('cx', String(stop.x));
			cursor.setAttribute('cy', String(stop.y));
			svg.append(cursor);
		},
		mark(isMarked) {
			layer.replaceChildren(
				...stops
					.filter(stop => stop.x >= 0 && isMarked(stop))
					.map(stop => make('circle', { cx: stop.x, cy: stop.y, r: 6, class: 'marked' })),
			);
		},
	};
}

function make(name: 'g' | 'circle', attributes: Readonly<Record<string, string | number>>): SVGElement {
	const node = document.createElementNS('http://www.w3.org/2000/svg', name);
	for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
	return node;
}
