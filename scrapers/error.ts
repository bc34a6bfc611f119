/** A body that no longer fits its reader: `<source>: <what>: <value>`. Not retried; fails that source only. */
export class ShapeError extends Error {
	override name = 'ShapeError';

	constructor(where: string, what: string, value?: unknown) {
		super(value === undefined ? `${where}: ${what}` : `${where}: ${what}: ${excerpt(value)}`);
	}
}

/** At most 120 characters of a value on one line, control characters escaped. */
export function excerpt(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
	return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
