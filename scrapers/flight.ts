import { ShapeError } from './error.ts';

/** What a Next.js page hands to its components: the strings pushed to `__next_f`, joined in order. */
export function flightOf(source: string, page: Document): string {
	const pushed = [...page.querySelectorAll('script')].flatMap(script => {
		const found = /^\s*self\.__next_f\.push\(\[\d+,("[\s\S]*")\]\)\s*;?\s*$/.exec(script.textContent);
		return found?.[1] === undefined ? [] : [stringOf(source, found[1])];
	});
	if (pushed.length === 0) throw new ShapeError(source, 'missing data in the page');
	return pushed.join('');
}

/** Every JSON list in a text that stands behind `"key":` and is complete. */
export function listsOf(text: string, key: string): unknown[][] {
	const lists: unknown[][] = [];
	const mark = `"${key}":[`;
	for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
		const list = listAt(text, at + mark.length - 1);
		if (list) lists.push(list);
	}
	return lists;
}

function stringOf(source: string, literal: string): string {
	try {
		return String(JSON.parse(literal));
	} catch {
		throw new ShapeError(source, 'invalid data in the page', literal);
	}
}

function listAt(text: string, start: number): unknown[] | undefined {
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		const sign = text[at];
		if (sign === '"') at = endOfString(text, at);
		else if (sign === '[' || sign === '{') depth++;
		else if ((sign === ']' || sign === '}') && --depth === 0) {
			try {
				return JSON.parse(text.slice(start, at + 1)) as unknown[];
			} catch {
				return undefined;
			}
		}
	}
	return undefined;
}

function endOfString(text: string, start: number): number {
	let at = start + 1;
	while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
	return at;
}
