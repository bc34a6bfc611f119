import { parseHTML } from 'linkedom';
import { textOf, type Body } from './body.ts';
import { excerpt, ShapeError } from './error.ts';

/** A page as a document. Throws `ShapeError` for anything that is no HTML and for a page that ends before its end. */
export function pageOf(source: string, body: Body): Document {
	const text = textOf(body).trim();
	if (text === '') throw new ShapeError(source, 'empty body', '0 bytes');
	if (!text.startsWith('<')) throw new ShapeError(source, 'expected html got something else', excerpt(text));
	if (!/<\/html>/i.test(text)) throw new ShapeError(source, 'truncated page', `${body.bytes.length} bytes`);
	return parseHTML(text).document;
}
