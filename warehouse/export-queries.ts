import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, literal } from './duckdb.ts';
import { columnsOf, factsOf, formulaSafe, type Column, type FileFacts } from './export-files.ts';
import type { Question } from './question.ts';

/** A question with the answer of this release: values as DuckDB's JSON mapping gives them, big integers and decimals as text. */
export type Answered = Omit<Question, 'text'> & {
	columns: Column[];
	rows: unknown[][];
	/** The query and its result. */
	files: { sql: FileFacts; csv: FileFacts };
};

/** An answer is read on a page: a longer one belongs into a mart. */
export const most_rows = 40;

/**
 * Ask every question of the published `tokens.duckdb` in the folder `out` as a reader would, and write `queries/NAME.sql`
 * and its formula-safe `queries/NAME.csv` there. Throws `queries/NAME.sql: ...` when one fails or answers at length.
 */
export async function exportQueries(out: string, questions: Question[]): Promise<Answered[]> {
	const answers: Answered[] = [];
	if (questions.length === 0) return answers;
	await mkdir(join(out, 'queries'), { recursive: true });
	const connection = await connect(join(out, 'tokens.duckdb'), { readonly: true });
	try {
		for (const { text, ...question } of questions) {
			const [sql, csv] = [join('queries', `${question.name}.sql`), join('queries', `${question.name}.csv`)];
			try {
				await connection.run(`create or replace temp table answer as ${question.sql}`);
			} catch (error) {
				throw new Error(`${sql}: ${(error as Error).message.split('\n')[0]}`);
			}
			const columns = await columnsOf(connection, 'answer');
			const rows = (await connection.runAndReadAll('from answer')).getRowsJson();
			if (rows.length > most_rows) throw new Error(`${sql}: expected at most ${most_rows} rows, got: ${rows.length}`);
			await writeFile(join(out, sql), text);
			await connection.run(
				`copy (select ${columns.map(formulaSafe).join(', ')} from answer) to ${literal(join(out, csv))} (format csv, header, delimiter ',', nullstr '')`,
			);
			answers.push({
				...question,
				columns,
				rows,
				files: { sql: await factsOf(out, sql), csv: await factsOf(out, csv) },
			});
		}
	} finally {
		connection.closeSync();
	}
	return answers;
}
