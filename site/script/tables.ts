import type { Texts } from './site.ts';

const scale: Readonly<Record<string, number>> = {
	k: 1e3,
	M: 1e6,
	B: 1e9,
	T: 1e12,
	万: 1e4,
	亿: 1e8,
	万亿: 1e12,
};

/** What a cell sorts by: its number with its scale, else its text. Cells without a number stand last. */
function keyOf(row: HTMLTableRowElement, column: number, isNumber: boolean): number | string {
	const text = row.cells[column]?.innerText.trim() ?? '';
	if (!isNumber) return text.toLowerCase();
	const found = /([−+-]?)[^\d−+-]*([\d,]*\.?\d+)\s*(万亿|[kMBT万亿])?/.exec(text);
	if (!found) return Number.NEGATIVE_INFINITY;
	const size = Number(found[2]?.replaceAll(',', '')) * (scale[found[3] ?? ''] ?? 1);
	return found[1] === '−' || found[1] === '-' ? -size : size;
}

/** Heads of a table as buttons that sort it: largest first for numbers, then the other way, then as it was. */
export function sortable(table: HTMLTableElement, texts: Texts): void {
	const body = table.tBodies[0];
	const heads = [...(table.tHead?.rows[0]?.cells ?? [])];
	if (!body) return;
	const rows = [...body.rows];
	const order = ['none', 'descending', 'ascending'] as const;
	for (const [column, head] of heads.entries()) {
		const isNumber = head.classList.contains('number');
		const turns = isNumber ? order : (['none', 'ascending', 'descending'] as const);
		const button = document.createElement('button');
		button.type = 'button';
		button.title = texts['sort'] ?? '';
		button.append(...head.childNodes);
		head.append(button);
		button.addEventListener('click', () => {
			const now = (head.getAttribute('aria-sort') ?? 'none') as (typeof order)[number];
			const next = turns[(turns.indexOf(now) + 1) % 3] ?? 'none';
			for (const other of heads) other.removeAttribute('aria-sort');
			if (next !== 'none') head.setAttribute('aria-sort', next);
			const keyed = rows.map((row, index) => ({ row, index, key: keyOf(row, column, isNumber) }));
			const sign = next === 'descending' ? -1 : 1;
			if (next !== 'none') keyed.sort((a, b) => sign * compare(a.key, b.key) || a.index - b.index);
			body.append(...keyed.map(one => one.row));
		});
	}
}

const compare = (a: number | string, b: number | string): number =>
	typeof a === 'string' || typeof b === 'string' ? String(a).localeCompare(String(b)) : a === b ? 0 : a < b ? -1 : 1;
