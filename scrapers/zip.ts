import { crc32, inflateRawSync } from 'node:zlib';
import { ShapeError } from './error.ts';

/** No archive read here unpacks to a quarter of this: more is a bomb. */
const maxUnpackedBytes = 256 * 2 ** 20;
const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const endBytes = 22;

/**
 * The files of a zip archive by path, as its central directory lists them; `wanted` picks them before they are unpacked.
 * Stored and deflated files only, each checked by size and CRC-32. Throws `ShapeError` with `where` in front.
 */
export function zipOf(where: string, bytes: Uint8Array, wanted: (path: string) => boolean): Map<string, Uint8Array> {
	if (bytes.length === 0) throw new ShapeError(where, 'empty body');
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		return filesOf(where, bytes, view, wanted);
	} catch (error) {
		// what points outside the bytes, and what does not unpack
		if (error instanceof ShapeError) throw error;
		throw new ShapeError(where, 'invalid zip', error instanceof Error ? error.message : error);
	}
}

function filesOf(where: string, bytes: Uint8Array, view: DataView, wanted: (path: string) => boolean) {
	const end = endOf(where, bytes, view);
	const files = new Map<string, Uint8Array>();
	let at = view.getUint32(end + 16, true);
	let left = maxUnpackedBytes;
	for (let entry = view.getUint16(end + 10, true); entry > 0; entry--) {
		if (view.getUint32(at, true) !== entryMark) throw new ShapeError(where, 'invalid zip directory', `at byte ${at}`);
		const size = { packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true) };
		const length = {
			name: view.getUint16(at + 28, true),
			rest: view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
		};
		const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length.name));
		if (!path.endsWith('/') && wanted(path)) {
			left -= size.unpacked;
			if (left < 0) throw new ShapeError(where, 'zip unpacks to too much', path);
			if ((view.getUint16(at + 8, true) & 1) === 1) throw new ShapeError(where, 'encrypted file in zip', path);
			const packed = packedOf(bytes, view, view.getUint32(at + 42, true), size.packed);
			const file = unpackedOf(where, path, packed, view.getUint16(at + 10, true), size.unpacked);
			if (crc32(file) !== view.getUint32(at + 16, true)) throw new ShapeError(where, 'damaged file in zip', path);
			files.set(path, file);
		}
		at += 46 + length.name + length.rest;
	}
	return files;
}

/** The record at the end of every zip; a comment of any length may stand behind it. */
function endOf(where: string, bytes: Uint8Array, view: DataView): number {
	for (let at = bytes.length - endBytes; at >= Math.max(0, bytes.length - endBytes - 0xffff); at--) {
		if (view.getUint32(at, true) === endMark) return at;
	}
	throw new ShapeError(where, 'expected a zip', new TextDecoder().decode(bytes.subarray(0, 120)));
}

/** Names and extras of the local header may differ in length from those of the directory. */
function packedOf(bytes: Uint8Array, view: DataView, local: number, length: number): Uint8Array {
	if (view.getUint32(local, true) !== localMark) throw new RangeError(`no file at byte ${local}`);
	const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
	if (start + length > bytes.length) throw new RangeError(`a file ends at byte ${start + length}`);
	return bytes.subarray(start, start + length);
}

function unpackedOf(where: string, path: string, packed: Uint8Array, method: number, length: number): Uint8Array {
	if (method !== 0 && method !== 8) throw new ShapeError(where, `unsupported zip method ${method}`, path);
	const file = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, length) });
	if (file.length !== length) throw new ShapeError(where, 'damaged file in zip', path);
	return file;
}
