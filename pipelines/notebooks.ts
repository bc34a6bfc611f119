import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { connect } from '../warehouse/duckdb.ts';
import { notebooksOf } from '../warehouse/export-notebooks.ts';
import { blocksOf, withResults, type Block } from '../warehouse/notebook.ts';
import { textOf } from './query.ts';

export const notebookFolder = fileURLToPath(new URL('../notebooks', import.meta.url));

/** A block whose result is another than the one printed. */
export type Apart = { id: string; place: number; printed: string; result: string };

/**
 * Run every notebook of `folder` on the published file in `data`, and give the blocks whose results are not those printed;
 * with `write`, print them into both languages. Throws when the twins of a notebook differ in code.
 */
export async function runNotebooks(data: string, options: { folder?: string; write?: boolean } = {}): Promise<Apart[]> {
	const folder = options.folder ?? notebookFolder;
	const apart: Apart[] = [];
	for (const { id, text, text_zh } of notebooksOf(folder)) {
		const [blocks, twins] = [blocksOf(id, text), blocksOf(`zh/${id}`, text_zh)];
		if (JSON.stringify(blocks.map(codeOf)) !== JSON.stringify(twins.map(codeOf)))
			throw new Error(`notebooks/zh/${id}.md: code differs from that of its twin: ${firstApart(blocks, twins)}`);
		const results = await resultsOf(data, id, blocks);
		for (const [place, result] of results.entries()) {
			for (const [name, { result: printed }] of [[id, blocks[place]!] as const, [`zh/${id}`, twins[place]!] as const])
				if (printed !== result) apart.push({ id: name, place: place + 1, printed, result });
		}
		if (!options.write) continue;
		writeFileSync(join(folder, `${id}.md`), withResults(text, results));
		writeFileSync(join(folder, 'zh', `${id}.md`), withResults(text_zh, results));
	}
	return apart;
}

const codeOf = ({ language, name, code }: Block): unknown => [language, name, code];
const firstApart = (blocks: Block[], twins: Block[]): string =>
	`block ${1 + blocks.findIndex((block, place) => JSON.stringify(codeOf(block)) !== JSON.stringify(twins[place] && codeOf(twins[place])))}`;

/** The results of blocks in order: of `sql` the rows as a table, of `ts` what it prints, given the rows of the named blocks above it. */
export async function resultsOf(data: string, id: string, blocks: Block[]): Promise<string[]> {
	const file = join(data, 'tokens.duckdb');
	if (!existsSync(file)) throw new Error(`notebooks: nothing published yet, run \`tokens build\` first: ${file}`);
	const connection = await connect(file, { readonly: true });
	const results: string[] = [];
	const named: Record<string, unknown> = {};
	try {
		for (const [place, { language, name, code }] of blocks.entries()) {
			try {
				if (language === 'ts') results.push(await printed(code, named));
				else {
					const reader = await connection.runAndReadAll(code);
					if (name) named[name] = reader.getRowObjectsJson();
					results.push(textOf(reader.columnNames(), reader.getRowsJson(), 'table'));
				}
			} catch (error) {
				throw new Error(`notebooks/${id}.md: block ${place + 1}: ${(error as Error).message.trim()}`);
			}
		}
	} finally {
		connection.closeSync();
	}
	return results;
}

const typescript = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** What a block prints, in a process of its own that is given rows and nothing else. */
async function printed(code: string, named: Record<string, unknown>): Promise<string> {
	if (/^\s*import\b|\bimport\s*\(|\brequire\s*\(/m.test(code)) throw new Error('unsupported: import');
	const folder = mkdtempSync(join(tmpdir(), 'notebook-'));
	const rows = Object.entries(named).map(([name, rows]) => `const ${name}: any[] = ${JSON.stringify(rows)};\n`);
	try {
		const file = join(folder, 'block.mts');
		writeFileSync(file, `${rows.join('')}${code}`);
		const run = promisify(execFile);
		const { stdout } = await run(process.execPath, ['--import', typescript, file], { env: { TZ: 'UTC', LANG: 'C' } });
		return stdout;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
