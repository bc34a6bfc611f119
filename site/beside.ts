import { textWidth } from './label.ts';

type Place = { readonly x: number; readonly y: number };
type Box = Place & { readonly width: number };
/** A text beside its dot: where it stands, and which end of it. */
export type Placed<Label> = Place & { readonly label: Label; readonly anchor: 'start' | 'end' };

/** Places tried beside a dot, best first: which end of the text stands at it, and by how many px higher. */
const ups = {
	end: [
		['end', 7],
		['start', -9],
		['end', 20],
		['start', -22],
		['end', 33],
		['start', 20],
	],
	start: [
		['start', 0],
		['end', 0],
		['start', 13],
		['start', -13],
		['end', 13],
		['end', -13],
	],
} as const;

/** Texts beside their dots, the first wanted first; one that finds no free place is left out: the table has it. */
export function besideDots<Label extends Place & { text: string }>(
	labels: readonly Label[],
	dots: readonly Place[],
	frame: { left: number; right: number; top: number; bottom: number },
	side: keyof typeof ups = 'end',
): Placed<Label>[] {
	const taken: Box[] = dots.map(({ x, y }) => ({ x: x - 5, y, width: 10 }));
	const overlaps = (box: Box) =>
		taken.some(other => box.x < other.x + other.width && other.x < box.x + box.width && Math.abs(box.y - other.y) < 13);
	return labels.flatMap(label => {
		const width = textWidth(label.text);
		const at = (anchor: 'start' | 'end', up: number) =>
			({ x: label.x + (anchor === 'start' ? 8 : -8 - width), y: label.y - up, anchor }) as const;
		const tries = ups[side].map(([anchor, up]) => at(anchor, up));
		const free = tries.find(
			box =>
				box.x >= frame.left &&
				box.x + width <= frame.right &&
				box.y >= frame.top &&
				box.y <= frame.bottom &&
				!overlaps({ x: box.x, y: box.y, width }),
		);
		if (!free) return [];
		taken.push({ x: free.x, y: free.y, width });
		return [{ label, anchor: free.anchor, x: free.anchor === 'end' ? free.x + width : free.x, y: free.y + 4 }];
	});
}
