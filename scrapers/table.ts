/** A table of a page as a grid: merged cells repeat their text in every place they cover. */
export type Table = {
	rows: string[][];
	/** The headings above it, outermost first. */
	headings: string[];
	/** The last texts between it and the table before it, nearest last: pages style headings as plain text. */
	before: string[];
	element: Element;
};

const kept_texts = 12;
// what some editors pad cells with: zero-width characters, soft hyphens, byte-order marks
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Every table of a document (or part of one) in order, tables inside tables included. */
export function tablesOf(root: Element): Table[] {
	const tables: Table[] = [];
	let headings: { level: number; text: string }[] = [];
	let before: string[] = [];
	const walk = (element: Element): void => {
		const name = element.tagName.toUpperCase();
		if (isHidden(name)) return;
		const level = Number(/^H([1-6])$/.exec(name)?.[1] ?? 0);
		if (level > 0) headings = [...headings.filter(above => above.level < level), { level, text: cellText(element) }];
		if (name === 'TABLE') {
			tables.push({ rows: gridOf(element), headings: headings.map(({ text }) => text), before, element });
			for (const inner of element.querySelectorAll('table'))
				tables.push({ rows: gridOf(inner), headings: headings.map(({ text }) => text), before, element: inner });
			before = [];
			return;
		}
		for (const node of element.childNodes) {
			if (node.nodeType === 1) walk(node as Element);
			const text = node.nodeType === 3 ? squeezed(node.textContent ?? '') : '';
			if (text !== '') before = [...before, text].slice(-kept_texts);
		}
	};
	walk(root);
	return tables;
}

/**
 * The text of a cell: blocks and breaks on lines of their own, what is struck through between `~~`, superscripts
 * (footnote digits stick to prices) left out.
 */
export function cellText(element: Element): string {
	return textIn(element)
		.split('\n')
		.map(squeezed)
		.filter(line => line !== '')
		.join('\n');
}

function textIn(element: Element): string {
	let text = '';
	for (const node of element.childNodes) {
		if (node.nodeType === 3) text += (node.textContent ?? '').replace(/\s+/g, ' ');
		if (node.nodeType !== 1) continue;
		const child = node as Element;
		const name = child.tagName.toUpperCase();
		if (isHidden(name) || name === 'SUP') continue;
		const inner = textIn(child);
		if (/^(DEL|S|STRIKE)$/.test(name) || isStruck(child)) text += inner.trim() === '' ? '' : ` ~~${inner.trim()}~~ `;
		else text += /^(P|DIV|BR|LI|UL|OL|TR|H[1-6])$/.test(name) ? `\n${inner}\n` : inner;
	}
	return text;
}

const isHidden = (name: string): boolean => /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT|SVG)$/.test(name);
const isStruck = (element: Element): boolean =>
	/(^|\s)line-through(\s|$)/.test(element.getAttribute('class') ?? '') ||
	/line-through/.test(element.getAttribute('style') ?? '');
const squeezed = (text: string): string => text.replace(invisible, '').replace(/\s+/g, ' ').trim();

/** At most this many places for one cell: a span beyond it is a slip, not a sheet. */
const widest = 200;

function gridOf(table: Element): string[][] {
	const grid: string[][] = [];
	const lines = [...table.querySelectorAll('tr')].filter(line => line.closest('table') === table);
	for (const [y, line] of lines.entries()) {
		const row = (grid[y] ??= []);
		let x = 0;
		for (const cell of line.children) {
			if (!/^T[DH]$/i.test(cell.tagName)) continue;
			const [down, across] = [spanOf(cell, 'rowspan'), spanOf(cell, 'colspan')];
			// editors print the places that a merged cell covers as cells of span 0
			if (down === 0 || across === 0) continue;
			while (row[x] !== undefined) x++;
			const text = cellText(cell);
			for (let dy = 0; dy < Math.min(down, lines.length - y); dy++)
				for (let dx = 0; dx < across; dx++) (grid[y + dy] ??= [])[x + dx] ??= text;
			x += across;
		}
	}
	return grid.map(row => Array.from(row, text => text ?? ''));
}

function spanOf(cell: Element, name: string): number {
	const value = [...cell.attributes].find(attribute => attribute.name.toLowerCase() === name)?.value ?? '1';
	return /^\d{1,3}$/.test(value) ? Math.min(Number(value), widest) : 1;
}
