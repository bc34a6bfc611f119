import { parse } from 'yaml';
import type { z } from 'zod';
import { textOf, type Body } from './body.ts';
import { excerpt, ShapeError } from './error.ts';

/** A YAML body checked against its shape, dates left as text. Throws `ShapeError` for HTML, bad YAML or a changed shape. */
export function yamlOf<Shape extends z.ZodType>(source: string, shape: Shape, body: Body): z.output<Shape> {
	const text = textOf(body);
	if (text.trim() === '') throw new ShapeError(source, 'empty body', `${body.bytes.length} bytes`);
	if (/^\s*</.test(text)) throw new ShapeError(source, 'expected yaml got html', excerpt(text.trim()));
	const checked = shape.safeParse(valueOf(source, text));
	if (checked.success) return checked.data;
	const issue = checked.error.issues[0];
	throw new ShapeError(source, `unexpected shape at ${issue?.path.join('.') || 'the top'}`, issue?.message);
}

function valueOf(source: string, text: string): unknown {
	try {
		return parse(text, { logLevel: 'silent' });
	} catch (error) {
		throw new ShapeError(source, 'invalid yaml', error instanceof Error ? error.message : error);
	}
}
