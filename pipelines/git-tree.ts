import { posix } from 'node:path';

/** One line of a tree: a file, a link or another repository's commit. */
export type Entry = { mode: string; oid: string; path: string };
/** A file and the object that holds its bytes. */
export type TreeFile = { path: string; oid: string };

const link_mode = '120000';
const longest_chain = 8;

/** The lines of `git ls-tree -r -z`. */
export function entriesOf(listing: Buffer): Entry[] {
	return listing
		.toString('utf8')
		.split('\0')
		.flatMap(line => {
			const [, mode, oid, path] = /^(\d{6}) \w+ ([0-9a-f]{40,64})\t(.+)$/s.exec(line) ?? [];
			return mode && oid && path ? [{ mode, oid, path }] : [];
		});
}

export const isFile = ({ mode }: Entry): boolean => mode.startsWith('100');
export const isLink = ({ mode }: Entry): boolean => mode === link_mode;

/**
 * The files of a listing whose name has this ending, in the order of their paths, links followed: a link to a file is that
 * file, one to a folder is all in it, one that leads out of the listing or in circles is nothing. `targetOf` gives what a
 * link says.
 */
export function filesOf(entries: readonly Entry[], ending: string, targetOf: (oid: string) => string): TreeFile[] {
	const files = new Map(entries.filter(isFile).map(({ path, oid }) => [path, oid]));
	const links = new Map(
		entries.filter(isLink).map(({ path, oid }) => [path, posix.join(posix.dirname(path), targetOf(oid))]),
	);
	const found = new Map(files);
	for (const path of links.keys()) {
		const target = endOf(path, links);
		if (target === undefined) continue;
		const oid = files.get(target);
		if (oid !== undefined) found.set(path, oid);
		for (const [file, oid] of files) {
			if (file.startsWith(`${target}/`)) found.set(`${path}${file.slice(target.length)}`, oid);
		}
	}
	return [...found]
		.map(([path, oid]) => ({ path, oid }))
		.filter(({ path }) => path.endsWith(ending))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function endOf(path: string, links: ReadonlyMap<string, string>): string | undefined {
	let at = path;
	for (let step = 0; step <= longest_chain; step++) {
		const next = links.get(at);
		if (next === undefined) return at;
		at = next;
	}
	return undefined;
}
