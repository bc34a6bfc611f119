/** On paper every table is open; afterwards each is as it was. Browsers that know `::details-content` need only the style. */
export function openTables(): void {
	const closed: HTMLDetailsElement[] = [];
	addEventListener('beforeprint', () => {
		for (const one of document.querySelectorAll<HTMLDetailsElement>('details:not([open])')) {
			closed.push(one);
			one.open = true;
		}
	});
	addEventListener('afterprint', () => {
		for (const one of closed.splice(0)) one.open = false;
	});
}
