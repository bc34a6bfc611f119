import { onState, setState, stateOf } from './address.ts';
import { picturesOf, type Picture, type Stop } from './picture.ts';
import type { Texts } from './site.ts';

/** How near a pointer must be to a point, in px of the screen. */
const reach = 28;

/**
 * A drawing that can be read point by point: one tab stop, arrows by point, Home and End, Enter marks the series, Esc closes;
 * a pointer finds the nearest point. The tip is a live region; it can be hovered and dismissed (WCAG 1.4.13).
 */
export function reader(drawing: HTMLElement, texts: Texts): void {
	const tips = (drawing.dataset['tips'] ?? '').split('\n').map(line => {
		const bar = line.indexOf('|');
		return { key: line.slice(0, bar), text: line.slice(bar + 1).replaceAll('\\u003c', '<') };
	});
	const pictures = picturesOf(drawing);
	const tip = document.createElement('div');
	tip.className = 'tip';
	tip.setAttribute('role', 'status');
	tip.hidden = true;
	drawing.append(tip);
	drawing.tabIndex = 0;
	drawing.setAttribute('role', 'application');
	drawing.setAttribute('aria-label', `${pictures[0]?.svg.getAttribute('aria-label') ?? ''}. ${texts['hint'] ?? ''}`);

	let at = -1;
	const seen = (): Picture | undefined => pictures.find(one => one.svg.getBoundingClientRect().width > 0);
	const close = () => {
		tip.hidden = true;
		for (const picture of pictures) picture.ring(null);
	};
	const show = (picture: Picture, index: number) => {
		const stop = picture.stops[index];
		if (!stop) return;
		at = index;
		picture.ring(stop);
		const text = tips[stop.tip]?.text ?? '';
		if (tip.textContent !== text) tip.textContent = text;
		tip.hidden = false;
		put(tip, drawing, picture, stop);
	};
	const mark = (picture: Picture | undefined) => {
		const key = tips[picture?.stops[at]?.tip ?? -1]?.key;
		if (!key) return;
		const marked = stateOf('mark');
		setState('mark', marked.includes(key) ? marked.filter(one => one !== key) : [...marked, key]);
	};

	drawing.addEventListener('focus', () => {
		const picture = seen();
		if (picture && drawing.matches(':focus-visible'))
			show(picture, Math.max(0, Math.min(at, picture.stops.length - 1)));
	});
	drawing.addEventListener('blur', close);
	drawing.addEventListener('keydown', event => {
		const picture = seen();
		if (!picture || event.metaKey || event.ctrlKey || event.altKey) return;
		const last = picture.stops.length - 1;
		const step: Record<string, number> = {
			ArrowRight: Math.min(at + 1, last),
			ArrowDown: Math.min(at + 1, last),
			ArrowLeft: Math.max(at - 1, 0),
			ArrowUp: Math.max(at - 1, 0),
			Home: 0,
			End: last,
		};
		const to = step[event.key];
		if (to !== undefined) show(picture, to);
		else if (event.key === 'Enter' || event.key === ' ') mark(picture);
		else return;
		event.preventDefault();
	});
	document.addEventListener('keydown', event => {
		if (event.key === 'Escape') close();
	});

	const near = (event: PointerEvent): [Picture, number] | null => {
		const picture = seen();
		if (!picture || tip.contains(event.target as Node)) return null;
		const index = picture.nearest(event.clientX, event.clientY, reach);
		return index < 0 ? null : [picture, index];
	};
	const follow = (event: PointerEvent) => {
		if (tip.contains(event.target as Node)) return;
		const found = near(event);
		if (found) show(...found);
		else if (document.activeElement !== drawing) close();
	};
	drawing.addEventListener('pointermove', follow);
	drawing.addEventListener('pointerdown', follow);
	drawing.addEventListener('pointerleave', event => {
		if (event.pointerType === 'mouse') close();
	});
	drawing.addEventListener('click', event => {
		const found = near(event as PointerEvent);
		if (found) mark(found[0]);
	});

	onState(() => {
		const marked = new Set(stateOf('mark'));
		for (const picture of pictures) picture.mark(stop => marked.has(tips[stop.tip]?.key ?? ''));
	});
}

/** The tip above its point, below where there is no room, always inside the drawing. */
function put(tip: HTMLElement, drawing: HTMLElement, picture: Picture, stop: Stop): void {
	const [frame, box] = [drawing.getBoundingClientRect(), picture.at(stop)];
	const [x, y] = [box.x - frame.left, box.y - frame.top];
	tip.style.left = `${Math.max(0, Math.min(x - tip.offsetWidth / 2, frame.width - tip.offsetWidth))}px`;
	const above = y - tip.offsetHeight - 9;
	tip.style.top = `${above + frame.top < 0 ? y + 9 : above}px`;
}
