import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { discover } from '../scrapers/discover.ts';
import { connect } from '../warehouse/duckdb.ts';
import { modelsOf } from '../warehouse/model.ts';
import { inOrder, mermaidOf } from '../warehouse/order.ts';
import { warehouseFolder } from './place.ts';
import { query } from './query.ts';

const readme = fileURLToPath(new URL('../README.md', import.meta.url));

/** The README with its generated parts made anew: the table of sources, the map of the warehouse, and the answers to its queries. */
export async function docsOf(text: string, data: string): Promise<string> {
	const answered = await withAnswers(text, data);
	return between(between(answered, 'sources', await sourcesTable()), 'map', await map());
}

/** Write the generated parts into place. Gives the files written. */
export async function writeDocs(data: string): Promise<string[]> {
	writeFileSync(readme, await docsOf(readFileSync(readme, 'utf8'), data));
	return ['README.md'];
}

/** Replace what stands between `<!-- name -->` and `<!-- /name -->`. */
function between(text: string, name: string, content: string): string {
	const place = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- /${name} -->)`);
	if (!place.test(text)) throw new Error(`README.md: missing place: ${name}`);
	return text.replace(place, (_, start: string, end: string) => `${start}${content}\n${end}`);
}

/** Each ```sh block with `tokens query "..."` is followed by a ```text block: its answer on the publication. */
async function withAnswers(text: string, data: string): Promise<string> {
	const block = /(```sh\nnpx tokens query "([^"]+)"\n```\n\n```text\n)[\s\S]*?(```)/g;
	const answers: string[] = [];
	for (const [, , sql = ''] of text.matchAll(block))
		answers.push(await query(data, sql.replace(/\\\n/g, '\n'), 'table'));
	if (answers.length === 0) throw new Error('README.md: missing query blocks');
	return text.replace(block, (_, start: string, _sql, end: string) => `${start}${answers.shift()}${end}`);
}

async function sourcesTable(): Promise<string> {
	const rows = (await discover()).map(source => {
		const named = source.needs?.key ?? source.needs?.address;
		const key = named ? `\`${named}\`` : 'none';
		const cells = [
			`\`${source.folder}/${source.id}\``,
			source.title,
			source.lineage,
			source.cadence,
			key,
			source.terms.licence,
		];
		return `| ${cells.join(' | ')} |`;
	});
	return [
		'| source | what | lineage | looked at | key | licence or terms |',
		'|---|---|---|---|---|---|',
		...rows,
	].join('\n');
}

async function map(): Promise<string> {
	const connection = await connect();
	const ordered = await inOrder(connection, await modelsOf(warehouseFolder));
	connection.closeSync();
	return ['```mermaid', mermaidOf(ordered), '```'].join('\n');
}
