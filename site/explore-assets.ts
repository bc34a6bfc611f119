import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';
import { hashed, type Asset } from './assets.ts';
import { scriptOf } from './script.ts';

const require = createRequire(import.meta.url);
const engine = (file: string): Uint8Array<ArrayBuffer> =>
	new Uint8Array(readFileSync(require.resolve(`@duckdb/duckdb-wasm/dist/${file}`)));

/** What the explore pages fetch after a click, each named by its content. */
export const exploreAssets = {
	reader: hashed(
		'explore',
		'js',
		'text/javascript',
		scriptOf('explore/main.ts', { hysnappy: './site/script/explore/no-snappy.ts' }),
	),
	sql: hashed('sql', 'js', 'text/javascript', scriptOf('explore/sql.ts')),
	worker: hashed('duckdb', 'js', 'text/javascript', engine('duckdb-browser-eh.worker.js')),
	wasm: hashed('duckdb', 'wasm', 'application/wasm', engine('duckdb-eh.wasm')),
} as const satisfies Record<string, Asset>;

/** Bytes of files together, as they are and as a host that compresses sends them. */
export function sizeOf(...files: Asset[]): { raw: number; sent: number } {
	const sizes = files.map(({ name, body }) => {
		const known = measured.get(name);
		if (known) return known;
		const raw = typeof body === 'string' ? Buffer.from(body) : body;
		const sent = brotliCompressSync(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length;
		measured.set(name, { raw: raw.length, sent });
		return { raw: raw.length, sent };
	});
	return { raw: sizes.reduce((sum, one) => sum + one.raw, 0), sent: sizes.reduce((sum, one) => sum + one.sent, 0) };
}

const measured = new Map<string, { raw: number; sent: number }>();
