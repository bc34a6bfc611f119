import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { textOf, type Body } from './body.ts';
import { jsonOf } from './json.ts';
import { pageOf } from './page.ts';

/** A page as Alibaba's help desk sends it to its own script. */
const Help = z.object({ data: z.object({ content: z.string().min(1) }) });

/** A page of Alibaba's help desk: the page itself, or its text as the desk's own interface sends it. */
export function helpPageOf(source: string, body: Body): Element {
	if (!/^\s*[[{]/.test(textOf(body))) return pageOf(source, body).documentElement;
	const { content } = jsonOf(source, Help, body).data;
	return parseHTML(`<html><body>${content}</body></html>`).document.documentElement;
}
