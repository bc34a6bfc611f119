import { Marked } from 'marked';

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const reader = new Marked({
	renderer: {
		// Markup in a text is text; a wide block scrolls, so it takes the focus.
		html: ({ text }) => escaped(text),
		code: ({ text }) => `<pre tabindex="0">${escaped(text)}</pre>\n`,
		image: ({ text }) => escaped(text),
		link({ href, tokens }) {
			const inner = this.parser.parseInline(tokens);
			return /^(https?:|[.#/]|[\w-]+(\.|\/|$))/i.test(href) && !/^\w+:(?!\/\/)/.test(href)
				? `<a href="${escaped(href)}">${inner}</a>`
				: inner;
		},
	},
});

/** A Markdown text without its heading as HTML in which nothing but its own Markdown is markup, and its first sentence. */
export function markup(text: string): { html: string; lead: string } {
	const body = text.replace(/^# .*\n+/, '');
	const lead = (body.split(/\n\n/, 1)[0] ?? '').replace(/\s+/g, ' ').replace(/[`*_<>]/g, '');
	return { html: reader.parse(body, { async: false }), lead };
}
