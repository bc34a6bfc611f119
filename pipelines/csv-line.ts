import { readFileSync } from 'node:fs';

/** The lines of a small CSV file as objects of text by its header; none when there is no such file. Cells hold no line break. */
export function linesOf(file: string): Record<string, string>[] {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return [];
	}
	const [header, ...lines] = text.split(/\r?\n/).filter(line => line !== '');
	const names = cellsOf(header ?? '');
	return lines.map(line => {
		const cells = cellsOf(line);
		return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
	});
}

function cellsOf(line: string): string[] {
	if (!line.includes('"')) return line.split(',');
	return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
		([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
	);
}
