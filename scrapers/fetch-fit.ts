import { FetchError } from './fetch-error.ts';

/**
 * An error page under status 200, or half an answer, is no snapshot: kept, it would answer for its address for good
 * (a dated address is asked once; validators of a torn body would confirm it for ever).
 */
export function mustFit(host: string, bytes: Uint8Array, media_type: string, is_page: boolean): void {
	if (bytes.length === 0) throw new FetchError(host, 'empty body', '0 bytes', { http_status: 200 });
	if (is_page) return;
	const start = new TextDecoder()
		.decode(bytes.subarray(0, 256))
		.replace(/^\ufeff/, '')
		.trimStart();
	if (/^<(!doctype html|html|head|body)\b/i.test(start)) {
		throw new FetchError(host, 'expected data got html', `${bytes.length} bytes`, { http_status: 200 });
	}
	if (/^application\/(json|[\w.+-]*\+json)$/.test(media_type)) {
		try {
			JSON.parse(new TextDecoder().decode(bytes));
		} catch {
			throw new FetchError(host, 'invalid json', `${bytes.length} bytes`, { http_status: 200 });
		}
	}
}
