import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A question that readers ask, with the query that answers it on the published DuckDB file. */
export type Question = {
	/** `NN-name`: the number is its place. */
	name: string;
	/** In one sentence. */
	question: string;
	question_zh: string;
	/** What the answer must not be mistaken for. */
	caution: string;
	caution_zh: string;
	sql: string;
	/** The whole file: header and query. */
	text: string;
};

/** Every question of the folder `queries`, in order of number. Throws when a header is not whole. */
export function questionsOf(folder: string): Question[] {
	return readdirSync(join(folder, 'queries'))
		.filter(file => file.endsWith('.sql'))
		.sort()
		.map(file => parseQuestion(basename(file, '.sql'), readFileSync(join(folder, 'queries', file), 'utf8')));
}

const isChinese = (line: string): boolean => /\p{Script=Han}/u.test(line);

/** The header has four lines, each beginning with `--`: question, question in Chinese, `- ` caution, `- ` caution in Chinese. */
export function parseQuestion(name: string, text: string): Question {
	const lines = text.trim().split('\n');
	const end = lines.findIndex(line => !line.startsWith('--'));
	const header = lines.slice(0, end).map(line => line.replace(/^-- ?/, ''));
	const [asked, cautions] = [
		header.filter(line => !line.startsWith('- ')),
		header.filter(line => line.startsWith('- ')).map(line => line.slice(2)),
	];
	const found = {
		question: asked.find(line => !isChinese(line)),
		question_zh: asked.find(isChinese),
		caution: cautions.find(line => !isChinese(line)),
		caution_zh: cautions.find(isChinese),
	};
	for (const [part, line] of Object.entries(found)) {
		if (!line) throw new Error(`queries/${name}.sql: missing ${part}`);
	}
	return { name, ...(found as Record<keyof typeof found, string>), sql: lines.slice(end).join('\n'), text };
}
