import { createTar } from 'nanotar';

const long_link = '././@LongLink';
const name_bytes = 100;
const block = 512;
const attrs = { mode: '644', uid: 0, gid: 0, mtime: 0, user: '', group: '' };

/** A plain tar, the same bytes for the same files on any machine: no clock, no owner, not packed (the store packs it). */
export function tarOf(files: { path: string; bytes: Uint8Array }[]): Uint8Array {
	const inputs = files.flatMap(({ path, bytes }) => {
		const file = { name: path, data: bytes };
		if (Buffer.byteLength(path) <= name_bytes) return [file];
		return [
			{ name: long_link, data: `${path}\0` },
			{ ...file, name: path.slice(0, 60) },
		];
	});
	const made = createTar(inputs, { attrs });
	// nanotar ends where the last file does: two empty blocks say that it is the end
	const tar = new Uint8Array(made.length + 2 * block);
	tar.set(made);
	for (let at = 0; tar[at]; at += block + Math.ceil(sizeAt(tar, at) / block) * block) {
		if (textAt(tar, at, name_bytes) === long_link) markLong(tar, at);
	}
	return tar;
}

/** nanotar writes no long names, and reads those of GNU: the entry before the file is of type `L` and holds its name. */
function markLong(tar: Uint8Array, at: number): void {
	const sum = parseInt(textAt(tar, at + 148, 8), 8) + 'L'.charCodeAt(0) - '0'.charCodeAt(0);
	tar[at + 156] = 'L'.charCodeAt(0);
	tar.set(new TextEncoder().encode(sum.toString(8).padEnd(8, '\0')), at + 148);
}

const sizeAt = (tar: Uint8Array, at: number): number => parseInt(textAt(tar, at + 124, 12), 8);

function textAt(tar: Uint8Array, at: number, length: number): string {
	const field = tar.subarray(at, at + length);
	const end = field.indexOf(0);
	return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end));
}
