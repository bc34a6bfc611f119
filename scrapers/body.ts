/** What was seen: the bytes of one answer and the address that gave them. */
export type Body = {
	url: string;
	bytes: Uint8Array;
	/** Media type as served, without parameters; empty when none was stated. */
	media_type: string;
};

const utf8 = new TextDecoder('utf-8', { fatal: false });

/** The body as text: UTF-8, byte-order mark removed. */
export function textOf(body: Body): string {
	return utf8.decode(body.bytes).replace(/^\ufeff/, '');
}
