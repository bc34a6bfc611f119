import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parts } from '../words.ts';
import { cutFile } from './faces.ts';

const home = homedir();
/** Where systems keep their faces: those of fontconfig, of macOS, of Windows. */
const folders = [
	'/usr/share/fonts',
	'/usr/local/share/fonts',
	join(home, '.fonts'),
	join(home, '.local', 'share', 'fonts'),
	'/System/Library/Fonts',
	'/Library/Fonts',
	'C:\\Windows\\Fonts',
];
const chinese =
	/^(noto ?(sans|serif)[-_ ]?(cjk|sc)|sourcehansans|source han sans|pingfang|hiragino sans gb|msyh|wqy|droidsansfallback)/i;
const unwanted = /black|thin|light|mono|extra|italic|serif/i;

let found: readonly string[] | undefined;

/** Files of Chinese faces of this machine, sorted by name; none = pictures in Chinese are not made (site.md L7). */
export const chineseFaces = (): readonly string[] => (found ??= folders.flatMap(filesOf).sort().slice(0, 4));

function filesOf(folder: string): string[] {
	try {
		return readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter(name => {
				const base = name.split(/[\\/]/).at(-1) ?? '';
				return /\.(ttf|ttc|otf)$/i.test(base) && chinese.test(base) && !unwanted.test(base);
			})
			.map(name => join(folder, name));
	} catch {
		return [];
	}
}

const isChinese = /[\u2e80-\uffef]/;
/** Chinese signs of the word list. */
const spoken = new Set(
	Object.values(parts).flatMap(part =>
		Object.values(part).flatMap(([, zh]) => [...zh].filter(sign => isChinese.test(sign))),
	),
);
let cut: Promise<string[]> | undefined;

/**
 * Face files for a text: none where it has no Chinese, those cut to the word list where that is enough (a whole face is ten
 * megabytes, read for every picture), else the whole ones.
 */
export async function chineseFacesFor(text: string): Promise<readonly string[]> {
	const own = [...text].filter(sign => isChinese.test(sign));
	if (own.length === 0) return [];
	if (!own.every(sign => spoken.has(sign))) return chineseFaces();
	const signs = [...spoken].sort().join('');
	return (cut ??= Promise.all(
		// A collection of faces cannot be cut; it is used whole.
		chineseFaces().map(file => cutFile(file, signs, { targetFormat: 'truetype', noHinting: true }).catch(() => file)),
	));
}
