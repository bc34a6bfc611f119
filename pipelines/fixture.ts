import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { discover, type Found } from '../scrapers/discover.ts';
import { Row, type AnyRow } from '../scrapers/source.ts';

const fixtures = new URL('../test/fixtures/', import.meta.url);

/** The body committed beside a source's expected rows; its bytes, its name, and where the rows belong. */
export function fixtureOf(source: Pick<Found, 'id' | 'folder'>): { bytes: Uint8Array; name: string; rows: URL } {
	const folder = new URL(`${source.folder}/`, fixtures);
	const name = readdirSync(folder).find(file => file.startsWith(`${source.id}.`) && !file.endsWith('.rows.ndjson'));
	if (!name) throw new Error(`fixture: missing body: test/fixtures/${source.folder}/${source.id}.*`);
	return { bytes: readFileSync(new URL(name, folder)), name, rows: new URL(`${source.id}.rows.ndjson`, folder) };
}

/** The rows of a fixture with their defaults filled in. Throws when the reader or a row's schema refuses. */
export function fixtureRows(source: Found): AnyRow[] {
	const { bytes, name } = fixtureOf(source);
	return source.read({ url: `fixture:${name}`, bytes, media_type: '' }).map(row => Row.parse(row));
}

/** Read a source's fixture again and write what is expected of it, one row a line. Returns the number of rows. */
export async function writeExpected(id: string): Promise<number> {
	const source = (await discover()).find(source => source.id === basename(id));
	if (!source) throw new Error(`fixture: unknown source: ${id}`);
	const rows = fixtureRows(source);
	writeFileSync(fixtureOf(source).rows, rows.map(row => `${JSON.stringify(row)}\n`).join(''));
	return rows.length;
}
