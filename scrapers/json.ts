import type { z } from 'zod';
import { textOf, type Body } from './body.ts';
import { excerpt, ShapeError } from './error.ts';

/** A JSON body checked against its shape. Throws `ShapeError` for HTML, truncated JSON, a changed shape or a key `__proto__`. */
export function jsonOf<Shape extends z.ZodType>(source: string, shape: Shape, body: Body): z.output<Shape> {
	const text = textOf(body);
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		const kind = /^\s*</.test(text) ? 'expected json got html' : text.trim() === '' ? 'empty body' : 'invalid json';
		throw new ShapeError(source, kind, `${body.bytes.length} bytes ${excerpt(text.trim())}`);
	}
	// a shape drops this one key without a word: a model that is named so would be lost
	if (/"__proto__"\s*:/.test(text)) throw new ShapeError(source, 'unexpected key', '__proto__');
	const checked = shape.safeParse(value);
	if (!checked.success) {
		const issue = checked.error.issues[0];
		throw new ShapeError(source, `unexpected shape at ${issue?.path.join('.') || 'the top'}`, issue?.message);
	}
	return checked.data;
}
