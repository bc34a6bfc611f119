import { csv, type Value } from '../../csv.ts';

/** The first rows as a table that scrolls. */
export function tableOf(
	columns: readonly { name: string; numeric: boolean }[],
	rows: readonly Readonly<Record<string, Value>>[],
	caption: string,
): HTMLElement {
	const box = document.createElement('div');
	box.className = 'scroll';
	box.tabIndex = 0;
	box.setAttribute('role', 'region');
	box.setAttribute('aria-label', caption);
	const table = document.createElement('table');
	table.createCaption().textContent = caption;
	const head = table.createTHead().insertRow();
	for (const { name, numeric } of columns) {
		const cell = document.createElement('th');
		cell.scope = 'col';
		cell.textContent = name;
		if (numeric) cell.className = 'number';
		head.append(cell);
	}
	const body = table.createTBody();
	for (const row of rows) {
		const line = body.insertRow();
		for (const { name, numeric } of columns) {
			const cell = line.insertCell();
			cell.textContent = row[name] === null || row[name] === undefined ? '' : String(row[name]);
			if (numeric) cell.className = 'number';
		}
	}
	box.append(table);
	return box;
}

/** A link to the rows as CSV, made when it is asked for. */
export function downloadOf(
	name: string,
	columns: readonly string[],
	rows: readonly Readonly<Record<string, Value>>[],
	text: string,
): HTMLElement {
	const line = document.createElement('p');
	const link = document.createElement('a');
	link.download = name;
	link.href = '#';
	link.textContent = text;
	link.addEventListener('click', () => {
		if (link.href.startsWith('blob:')) URL.revokeObjectURL(link.href);
		link.href = URL.createObjectURL(new Blob([csv(columns, rows)], { type: 'text/csv;charset=utf-8' }));
	});
	line.append(link);
	return line;
}
