import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { citationOf } from '../site/citation.ts';
import { canDraw, lines, plateSvg, png } from '../site/picture.ts';
import { indexedPng } from '../site/png.ts';
import { textWidth } from '../site/label.ts';
import { chineseFaces } from '../site/type/chinese.ts';
import { face, signs } from '../site/type/faces.ts';

/** An indexed PNG without filters, as we write it, back to colours. */
function read(body: Uint8Array) {
	const file = Buffer.from(body);
	const chunks = new Map<string, Buffer>();
	for (let at = 8; at < file.length;) {
		const size = file.readUInt32BE(at);
		chunks.set(file.toString('latin1', at + 4, at + 8), file.subarray(at + 8, at + 8 + size));
		at += size + 12;
	}
	const head = chunks.get('IHDR') ?? expect.fail('no head');
	const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
	const palette = chunks.get('PLTE') ?? expect.fail('no palette');
	const rows = inflateSync(chunks.get('IDAT') ?? expect.fail('no pixels'));
	const colour = (x: number, y: number) => {
		const index = rows[y * (width + 1) + 1 + x] ?? 0;
		return [...palette.subarray(index * 3, index * 3 + 3)];
	};
	return { width, height, colours: palette.length / 3, colour };
}

/** Share of dark px in a box of the picture. */
function inkOf(body: Uint8Array, box: { left: number; top: number; right: number; bottom: number }): number {
	const picture = read(body);
	let [dark, all] = [0, 0];
	for (let y = box.top; y < box.bottom; y += 1)
		for (let x = box.left; x < box.right; x += 1) {
			all += 1;
			if (picture.colour(x, y).reduce((sum, value) => sum + value, 0) < 300) dark += 1;
		}
	return dark / all;
}

const drawing =
	'<svg viewBox="0 0 720 100" width="720" height="100" fill="currentColor"><desc id="a">told</desc><circle cx="20" cy="50" r="8" fill="var(--us)"/><text x="40" y="54">US 5.0×</text></svg>';
const plate = (title: string) => ({
	title,
	subtitle: 'Median list price, $ per million tokens, log scale',
	svg: drawing,
	source: 'Source: made & <here>',
	stamp: 'data-2026.03.10 · 1f3a9c0',
});
const drawn = async (title: string) => {
	const { svg, width } = plateSvg(plate(title));
	return png(svg, width);
};

describe('pictures', () => {
	it('a PNG shows its title, its drawing and its source line, two px a unit, in light colours', async () => {
		const { svg, width, height } = plateSvg(plate('China: 52–66% of tokens'));
		expect(svg).not.toMatch(/var\(|currentColor(?!")|<desc|<style/);
		expect(svg).toContain('made &amp; &lt;here&gt;');
		const body = await png(svg, width);
		const picture = read(body);
		expect([picture.width, picture.height]).toEqual([width * 2, height * 2]);
		expect(picture.colour(2, 2)).toEqual([0xff, 0xfd, 0xf9]);
		const title = {
			left: 48,
			top: 64,
			right: 48 + Math.round(textWidth('China: 52–66%', 22, 'serif') * 2),
			bottom: 120,
		};
		expect(inkOf(body, title)).toBeGreaterThan(0.05);
		// The same box without a title is empty: what was counted is the title.
		expect(inkOf(await drawn(' '), { ...title, top: 64, bottom: 70 })).toBe(0);
		const source = { left: 48, top: picture.height - 90, right: 200, bottom: picture.height - 40 };
		expect(inkOf(body, source)).toBeGreaterThan(0.01);
		expect(picture.colours).toBeLessThanOrEqual(256);
	});

	it('the same plate is the same file', async () => {
		expect(await drawn('Twice')).toEqual(await drawn('Twice'));
	});

	it('no PNG with empty boxes: Chinese is drawn only where a Chinese face is found', async () => {
		expect(canDraw('en')).toBe(true);
		expect(canDraw('zh')).toBe(chineseFaces().length > 0);
		if (!canDraw('zh')) return;
		// Two signs differ in ink; two empty boxes would not.
		const [one, other] = [await drawn('一一一一'), await drawn('龘龘龘龘')];
		const box = { left: 48, top: 64, right: 220, bottom: 124 };
		expect(inkOf(one, box)).toBeGreaterThan(0.005);
		expect(inkOf(other, box)).toBeGreaterThan(inkOf(one, box) * 2);
	});

	it('a text is broken at spaces and between Chinese signs, and nothing of it is lost', () => {
		for (const text of [
			'Median list price, $ per million tokens, on the newest day of the ledger',
			'按口径计的中国份额，截至2026年3月23日当周。前九、前五十、前十：占中美之和',
		]) {
			const broken = lines(text, 200, 15);
			expect(broken.length).toBeGreaterThan(1);
			for (const line of broken) expect(textWidth(line, 15)).toBeLessThanOrEqual(200);
			expect(broken.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
		}
	});

	it('few colours are kept as they are, many are brought together', async () => {
		const rgba = (colours: readonly number[]) => {
			const bytes = Buffer.alloc(colours.length * 4);
			colours.forEach((colour, index) => bytes.writeUInt32LE((0xff000000 + colour) >>> 0, index * 4));
			return new Uint8Array(
				new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)).buffer,
			);
		};
		const few = read(await indexedPng(rgba([0x112233, 0x112233, 0xf9fdff, 0x0000ff]), 2, 2));
		expect([few.colour(0, 0), few.colour(1, 0), few.colour(0, 1), few.colour(1, 1)]).toEqual([
			[0x33, 0x22, 0x11],
			[0x33, 0x22, 0x11],
			[0xff, 0xfd, 0xf9],
			[0xff, 0, 0],
		]);
		const many = Array.from({ length: 4096 }, (_, index) => (index * 4099) & 0xffffff);
		const all = read(await indexedPng(rgba(many), 64, 64));
		expect(all.colours).toBeLessThanOrEqual(256);
	});
});

describe('faces', () => {
	it('both together are at most 50 KB and hold every sign whose width is known', async () => {
		const [sans, serif] = [
			await face('sans', 'woff2', { min: 400, max: 600, default: 400 }),
			await face('serif', 'woff2', 600),
		];
		expect(sans.length + serif.length).toBeLessThanOrEqual(50_000);
		expect(Buffer.from(sans).toString('latin1', 0, 4)).toBe('wOF2');
		expect(signs).toContain('×');
	});
});

describe('citations', () => {
	it('a citation names its release, its view and its address in three forms', () => {
		const cited = citationOf(
			{
				id: 'share-trend',
				view: 'top9',
				title: 'China: 52% & {more}',
				address: 'https://a.test/charts/share-trend/top9/',
				site: 'Token Observatory',
			},
			{ release: 'data-2026.03.10', built_at: '2026-03-10T06:00:00Z' },
		);
		for (const text of [cited.text, cited.bibtex, cited.csl]) {
			expect(text).toContain('data-2026.03.10');
			expect(text).toContain('https://a.test/charts/share-trend/top9/');
			expect(text).toContain('top9');
		}
		expect(cited.bibtex).toContain('title = {{China: 52\\% \\& more}}');
		expect(cited.bibtex.match(/[{]/g)).toHaveLength((cited.bibtex.match(/[}]/g) ?? []).length);
		const [csl] = JSON.parse(cited.csl) as { issued: { 'date-parts': number[][] } }[];
		expect(csl?.issued['date-parts']).toEqual([[2026, 3, 10]]);
	});
});
