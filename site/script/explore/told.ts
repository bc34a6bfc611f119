/** What a page tells its script: a data block by its id. */
export function toldBy<Told>(id: string): Told {
	const block = document.getElementById(id);
	if (!block) throw new Error(`explore: missing data block: ${id}`);
	return JSON.parse(block.textContent ?? '') as Told;
}

/** A sentence with its `{places}` filled. */
export const filled = (text: string, args: Readonly<Record<string, string | number>>): string =>
	text.replace(/\{(\w+)\}/g, (whole, name: string) => String(args[name] ?? whole));

/** `21104` as `21,104`. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** An element of the page, which the page's own markup promises. */
export function the<Found extends Element>(selector: string, within: ParentNode = document): Found {
	const found = within.querySelector<Found>(selector);
	if (!found) throw new Error(`explore: missing element: ${selector}`);
	return found;
}
