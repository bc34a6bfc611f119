/**
 * A look that brought nothing: `<host>: <what>: <value>`, one line, never with a key. `wait_ms` is what the server asked
 * for; `is_passing` says that asking again may help, `is_unreachable` that nothing at this host will answer for now.
 */
export class FetchError extends Error {
	override name = 'FetchError';
	readonly host: string;
	readonly http_status: number | null;
	readonly is_passing: boolean;
	readonly is_unreachable: boolean;
	readonly wait_ms: number | null;

	constructor(
		host: string,
		what: string,
		value?: string | number,
		options: {
			http_status?: number | null;
			is_passing?: boolean;
			is_unreachable?: boolean;
			wait_ms?: number | null;
		} = {},
	) {
		super(value === undefined ? `${host}: ${what}` : `${host}: ${what}: ${value}`);
		this.host = host;
		this.http_status = options.http_status ?? null;
		this.is_passing = options.is_passing ?? false;
		this.is_unreachable = options.is_unreachable ?? false;
		this.wait_ms = options.wait_ms ?? null;
	}
}

/** Name what undici, the sockets and zlib throw. */
export function fetchErrorOf(
	host: string,
	error: unknown,
	limits: { headers_ms: number; total_ms: number },
): FetchError {
	if (error instanceof FetchError) return error;
	const code = codeOf(error);
	const passing = { is_passing: true };
	if (code === 'TimeoutError') return new FetchError(host, 'time limit', `${limits.total_ms} ms`, passing);
	if (/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(code))
		return new FetchError(host, 'no answer within', `${limits.headers_ms} ms`, passing);
	if (code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH')
		return new FetchError(host, 'wrong content length', code, passing);
	if (/^(ECONNRESET|EPIPE|UND_ERR_SOCKET|HPE_.*)$/.test(code))
		return new FetchError(host, 'connection broken', code, passing);
	if (code === 'UND_ERR_CONNECT_TIMEOUT' || code === 'ETIMEDOUT')
		return new FetchError(host, 'no connection', code, { ...passing, is_unreachable: true });
	if (/^(Z_|ERR_BROTLI|ERR__ERROR_FORMAT)/.test(code)) {
		return new FetchError(host, code === 'Z_BUF_ERROR' ? 'truncated body' : 'invalid compression', code, passing);
	}
	if (code === 'EPRIVATE') return new FetchError(host, 'private address', host);
	// a host that is not there, or not allowed, will not be there a second later
	return new FetchError(host, 'no connection', code, { is_unreachable: true });
}

function codeOf(error: unknown): string {
	const { code, name, cause } = error as { code?: unknown; name?: unknown; cause?: unknown };
	if (name === 'TimeoutError') return 'TimeoutError';
	if (typeof code === 'string') return code;
	return cause ? codeOf(cause) : String(name ?? 'unknown');
}
