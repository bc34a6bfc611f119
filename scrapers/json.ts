import type { z } from 'zod';
import { textOf, type Body } from './body.ts';
import { excerpt, ShapeError } from './error.ts';

/** A JSON body checked against its shape. Throws `ShapeError` for HTML, truncated JSON or a changed shape. */
export function jsonOf<Shape extends z.ZodType>(source: string, shape: Shape, body: Body): z.output<Shape> {
	const text = textOf(body);
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		const kind = /^\s*</.test(text) ? 'expected json got html' : text.trim() === '' ? 'empty body' : 'invalid json';
		throw new ShapeError(source, kind, `${body.bytes.length} bytes ${excerpt(text.trim())}`);
	}
	const checked = shape.safeParse(value);
	if (!checked.success) {
		const issue = checked.error.issues[0];
		throw new ShapeError(source, `unexpected shape at ${issue?.path.join('.') || 'the top'}`, issue?.message);
	}
	return checked.data;
}
