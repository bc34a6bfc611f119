import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

/**
 * Opaque pixels (RGBA, as a drawer gives them) as a PNG of at most 256 colours. A drawing has a dozen colours and the shades
 * between them at its edges: shades nearer than a thirty-second of a channel become the commonest of them, fewer where that
 * is still too many. A third of the size of the same picture in full colour.
 */
export async function indexedPng(rgba: Uint8Array, width: number, height: number): Promise<Uint8Array<ArrayBuffer>> {
	// Signed words: larger numbers are slow keys.
	const pixels = new Int32Array(rgba.buffer, rgba.byteOffset, rgba.byteLength / 4);
	const counts = new Map<number, number>();
	// Most pixels are as the one before.
	for (let from = 0, at = 1; at <= pixels.length; at += 1) {
		const pixel = pixels[from] ?? 0;
		if (pixels[at] === pixel) continue;
		counts.set(pixel, (counts.get(pixel) ?? 0) + at - from);
		from = at;
	}
	const common = [...counts].sort(([a, x], [b, y]) => y - x || a - b).map(([colour]) => colour);
	const { palette, indexOf } = reduced(common);
	const rows = new Uint8Array(height * (width + 1));
	let [last, index] = [~(pixels[0] ?? 0), 0];
	for (let y = 0; y < height; y += 1) {
		for (let x = 0; x < width; x += 1) {
			const pixel = pixels[y * width + x] ?? 0;
			if (pixel !== last) [last, index] = [pixel, indexOf.get(pixel) ?? 0];
			rows[y * (width + 1) + 1 + x] = index;
		}
	}
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 3, 0, 0, 0], 8);
	return new Uint8Array(
		Buffer.concat([
			Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
			chunk('IHDR', head),
			chunk('PLTE', Buffer.from(palette.flatMap(channels))),
			chunk('IDAT', await promisify<Uint8Array, { level: number }, Buffer>(deflate)(rows, { level: 6 })),
			chunk('IEND', Buffer.alloc(0)),
		]),
	);
}

// Pixels are read as little-endian words: red lies lowest.
const channels = (colour: number) => [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255];

/** Colours, commonest first, brought together until they fit a palette. */
function reduced(colours: readonly number[]): { palette: number[]; indexOf: Map<number, number> } {
	for (let bits = 3; ; bits += 1) {
		const [palette, indexOf, buckets] = [[] as number[], new Map<number, number>(), new Map<number, number>()];
		for (const colour of colours) {
			const bucket = channels(colour).reduce((sum, value) => (sum << 8) | (value >> bits), 0);
			const known = buckets.get(bucket) ?? palette.push(colour) - 1;
			buckets.set(bucket, known);
			indexOf.set(colour, known);
		}
		if (palette.length <= 256) return { palette, indexOf };
	}
}

function chunk(name: string, body: Uint8Array): Buffer {
	const typed = Buffer.concat([Buffer.from(name, 'latin1'), body]);
	const framed = Buffer.alloc(typed.length + 8);
	framed.writeUInt32BE(body.length, 0);
	framed.set(typed, 4);
	framed.writeUInt32BE(crc32(typed), typed.length + 4);
	return framed;
}
