import { textWidth } from './label.ts';

type Place = { readonly x: number; readonly y: number };
type Box = Place & { readonly width: number };
/** A text beside its dot: where it stands, and which end of it. */
export type Placed<Label> = Place & { readonly label: Label; readonly anchor: 'start' | 'end' };

/** Texts beside their dots, the first wanted first; one that finds no free place is left out: the table has it. */
export function besideDots<Label extends Place & { text: string }>(
	labels: readonly Label[],
	dots: readonly Place[],
	frame: { left: number; right: number; top: number; bottom: number },
): Placed<Label>[] {
	const taken: Box[] = dots.map(({ x, y }) => ({ x: x - 5, y, width: 10 }));
	const overlaps = (box: Box) =>
		taken.some(other => box.x < other.x + other.width && other.x < box.x + box.width && Math.abs(box.y - other.y) < 13);
	return labels.flatMap(label => {
		const width = textWidth(label.text);
		const { x, y } = label;
		const tries = [
			{ x: x - 8 - width, y: y - 7, anchor: 'end' as const },
			{ x: x + 8, y: y + 9, anchor: 'start' as const },
			{ x: x - 8 - width, y: y - 20, anchor: 'end' as const },
			{ x: x + 8, y: y + 22, anchor: 'start' as const },
			{ x: x - 8 - width, y: y - 33, anchor: 'end' as const },
			{ x: x + 8, y: y - 20, anchor: 'start' as const },
		];
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
