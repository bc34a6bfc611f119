import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type Revision = {
	built_at: string;
	release: string;
	compared_with: string;
	mart: string;
	added: number;
	changed: number;
	gone: number;
};

/** What each publication changed in each table, newest first; none before a second publication. */
export async function revisions(folder = process.env['TOKENS_DATA'] ?? 'dist/data'): Promise<Revision[]> {
	const text = await readFile(join(folder, 'revisions.csv'), 'utf8').catch(() => '');
	return text
		.trim()
		.split('\n')
		.slice(1)
		.map(line => {
			const [built_at = '', release = '', compared_with = '', mart = '', ...counts] = line.split(',');
			const [added = 0, changed = 0, gone = 0] = counts.map(Number);
			return { built_at, release, compared_with, mart, added, changed, gone };
		})
		.sort((a, b) => b.built_at.localeCompare(a.built_at) || a.mart.localeCompare(b.mart, 'en'));
}
