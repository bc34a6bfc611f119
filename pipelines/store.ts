import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { Observed } from '../scrapers/source.ts';
import { sweep, writeDurably } from './durable.ts';

/**
 * One look at one address. `new` and `unchanged` name the snapshot that was seen (`unchanged`: the same bytes as at the
 * last look, or the server's word for it); an index, whose body is not kept, is `unchanged` without one; `failed` and `skipped` name none and give a reason.
 */
export const Look = z.strictObject({
	source: z.string().min(1),
	/** As asked, without any key. */
	url: z.string().min(1),
	/** UTC, ISO 8601 with milliseconds. */
	fetched_at: z.iso.datetime(),
	status: z.enum(['new', 'unchanged', 'failed', 'skipped']),
	/** sha256 of the body, decoded from its transfer encoding. */
	snapshot: z
		.string()
		.regex(/^[0-9a-f]{64}$/)
		.nullable(),
	/** Length of the body. */
	bytes: z.int().nonnegative().nullable(),
	media_type: z.string(),
	http_status: z.int().nullable(),
	etag: z.string().nullish(),
	last_modified: z.string().nullish(),
	/** The day the body speaks of where the request states it; null = the day of the look. */
	observed: Observed.nullable(),
	reason: z.string().nullable(),
});
export type Look = z.infer<typeof Look>;

/** A look whose body is kept. */
export type Kept = Look & { snapshot: string; bytes: number };

/** A body that cannot be read back as it was written: half of it, other bytes, or none. */
export class DamagedBody extends Error {
	override name = 'DamagedBody';
}

/**
 * What was seen, unedited: the only state. Under `home`: `bodies/ab/<sha256>.gz` and one small file a look,
 * `looks/<source>/<YYYY-MM>/<time>-<first 8 of its own sha256>.json`. Append-only; several processes may write at once.
 */
export type Store = {
	home: string;
	/** Keep a body, then its look. Snapshot, length and `new` or `unchanged` are filled in here. */
	keep(look: Omit<Look, 'snapshot' | 'bytes' | 'status'>, bytes: Uint8Array): Kept;
	/** Keep a look that brought no body: failed, skipped, or unchanged by the server's word. */
	note(look: Look): Look;
	/** All looks, or those of one source, oldest first. */
	looks(source?: string): Look[];
	/** The bytes of a snapshot, verified. Throws `DamagedBody`; what is damaged is set aside and will be asked for again. */
	body(sha256: string): Uint8Array;
	/** Whether a body of this address is kept here or its rows are in the archive (of this source, where one is named). */
	has(url: string, source?: string): boolean;
	/** The newest look at this address whose body is still here. */
	last(source: string, url: string): Kept | undefined;
};

export function openStore(home: string, options: { archived?: Iterable<{ source: string; url: string }> } = {}): Store {
	const partials = join(home, 'partials');
	sweep(partials);
	const looks = readLooks(join(home, 'looks'));
	const archived = new Map<string, Set<string>>();
	for (const { source, url } of options.archived ?? []) add(archived, url, source);
	const kept = new Map<string, Kept[]>();
	for (const look of looks) remember(look);

	function remember(look: Look): void {
		if (!isKept(look)) return;
		const list = kept.get(look.url);
		if (list) list.push(look);
		else kept.set(look.url, [look]);
	}

	function note(look: Look): Look {
		const text = JSON.stringify(Look.parse(look));
		const compact = look.fetched_at.replace(/[-:.]/g, '');
		const file = join(
			home,
			'looks',
			look.source,
			look.fetched_at.slice(0, 7),
			`${compact}-${sha256(text).slice(0, 8)}.json`,
		);
		writeDurably(partials, file, Buffer.from(`${text}\n`));
		looks.push(look);
		remember(look);
		return look;
	}

	const store: Store = {
		home,
		keep(look, bytes) {
			const snapshot = sha256(bytes);
			const file = bodyFile(home, snapshot);
			// a body that is there is read back first: a damaged one is replaced by this one
			if (!existsSync(file) || !isSound(file, snapshot)) writeDurably(partials, file, gzipSync(bytes));
			const status = store.last(look.source, look.url)?.snapshot === snapshot ? 'unchanged' : 'new';
			return note({ ...look, status, snapshot, bytes: bytes.length }) as Kept;
		},
		note,
		looks(source) {
			const wanted = source === undefined ? [...looks] : looks.filter(look => look.source === source);
			return wanted.sort((a, b) => (a.fetched_at < b.fetched_at ? -1 : a.fetched_at > b.fetched_at ? 1 : 0));
		},
		body(snapshot) {
			const file = bodyFile(home, snapshot);
			const bytes = readBody(file);
			if (bytes && sha256(bytes) === snapshot) return bytes;
			if (existsSync(file)) renameSync(file, `${file}.damaged`);
			throw new DamagedBody(`store: damaged body: ${snapshot}`);
		},
		has(url, source) {
			const shipped = archived.get(url);
			if (shipped && (source === undefined || shipped.has(source))) return true;
			return (kept.get(url) ?? []).some(
				look => (source === undefined || look.source === source) && existsSync(bodyFile(home, look.snapshot)),
			);
		},
		last(source, url) {
			const list = (kept.get(url) ?? []).filter(look => look.source === source);
			list.sort((a, b) => (a.fetched_at < b.fetched_at ? 1 : -1));
			return list.find(look => existsSync(bodyFile(home, look.snapshot)));
		},
	};
	return store;
}

/** Where a snapshot lies under `home`, gzip. */
export const bodyFile = (home: string, snapshot: string): string =>
	join(home, 'bodies', snapshot.slice(0, 2), `${snapshot}.gz`);

/** A look at an address that only leads to others: its body is not kept. */
export const isIndex = (look: Look): boolean => look.status === 'unchanged' && look.snapshot === null;

/** Whether a look has a body. */
export const isKept = (look: Look): look is Kept =>
	(look.status === 'new' || look.status === 'unchanged') && look.snapshot !== null;

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const isSound = (file: string, snapshot: string): boolean => {
	const bytes = readBody(file);
	return bytes !== undefined && sha256(bytes) === snapshot;
};

function readBody(file: string): Uint8Array | undefined {
	try {
		return gunzipSync(readFileSync(file));
	} catch {
		return undefined;
	}
}

/** Looks that are whole: the name carries the hash of the text, so half a file, or a changed one, is never read. */
function readLooks(folder: string): Look[] {
	if (!existsSync(folder)) return [];
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.json'));
	return files.sort().flatMap(file => {
		const look = parsed(readFileSync(join(folder, file), 'utf8'));
		if (look === undefined || !file.endsWith(`-${sha256(JSON.stringify(look)).slice(0, 8)}.json`)) return [];
		const checked = Look.safeParse(look);
		return checked.success ? [checked.data] : [];
	});
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
	const set = map.get(key);
	if (set) set.add(value);
	else map.set(key, new Set([value]));
}
