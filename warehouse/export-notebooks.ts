import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { factsOf, type FileFacts } from './export-files.ts';
import { titleOf } from './notebook.ts';

/** An essay with queries and their results, in English and in Chinese. */
export type Notebook = { id: string; title: string; title_zh: string; text: string; text_zh: string };
export type PublishedNotebook = Omit<Notebook, 'text' | 'text_zh'> & { files: { en: FileFacts; zh: FileFacts } };

/** Every notebook of `folder`, in order of id. Throws when one lacks its Chinese twin in `zh/`. */
export function notebooksOf(folder: string): Notebook[] {
	const ids = readdirSync(folder).filter(file => file.endsWith('.md'));
	return ids.sort().map(file => {
		const [text, twin] = [readFileSync(join(folder, file), 'utf8'), join(folder, 'zh', file)];
		if (!existsSync(twin)) throw new Error(`notebooks/${file}: missing twin: zh/${file}`);
		const text_zh = readFileSync(twin, 'utf8');
		return {
			id: basename(file, '.md'),
			title: titleOf(file, text),
			title_zh: titleOf(`zh/${file}`, text_zh),
			text,
			text_zh,
		};
	});
}

/** Write `notebooks/ID.md` and `notebooks/zh/ID.md` into the folder `out`, as they are. */
export async function exportNotebooks(out: string, notebooks: Notebook[]): Promise<PublishedNotebook[]> {
	const published: PublishedNotebook[] = [];
	for (const { text, text_zh, ...notebook } of notebooks) {
		const [en, zh] = [join('notebooks', `${notebook.id}.md`), join('notebooks', 'zh', `${notebook.id}.md`)];
		await mkdir(dirname(join(out, zh)), { recursive: true });
		await writeFile(join(out, en), text);
		await writeFile(join(out, zh), text_zh);
		published.push({ ...notebook, files: { en: await factsOf(out, en), zh: await factsOf(out, zh) } });
	}
	return published;
}
