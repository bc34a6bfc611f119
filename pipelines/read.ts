import { readFileSync } from 'node:fs';
import { discover } from '../scrapers/discover.ts';
import { WrongUse } from './exit.ts';
import { readBody } from './reading.ts';

/** Rows of a captured body as NDJSON lines, read by `<kind>/<id>`; `notes` says what was rejected. A bad body is wrong use. */
export async function readFile(path: string, file: string): Promise<{ lines: Iterable<string>; notes: string[] }> {
	const sources = await discover();
	const source = sources.find(
		source => path === source.id || path === `${source.folder}/${source.id}` || path === `${source.kind}/${source.id}`,
	);
	if (!source)
		throw new WrongUse(
			`read: unknown source: ${path} (known: ${sources.map(one => `${one.folder}/${one.id}`).join(', ')})`,
		);
	let bytes: Buffer;
	try {
		bytes = readFileSync(file);
	} catch (error) {
		throw new WrongUse(`read: cannot open file: ${file} (${(error as NodeJS.ErrnoException).code})`);
	}
	let reading: ReturnType<typeof readBody>;
	try {
		reading = readBody(source, bytes, file);
	} catch (error) {
		throw new WrongUse((error as Error).message);
	}
	const { rows, rejected, reasons } = reading;
	return {
		lines: (function* () {
			for (const { row } of rows) yield `${JSON.stringify(row)}\n`;
		})(),
		notes: rejected > 0 ? [`${source.id}: ${rejected} rows rejected, such as ${reasons[0]}`] : [],
	};
}
