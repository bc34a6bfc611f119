import { asyncBufferFromUrl, parquetMetadataAsync, parquetReadObjects, type AsyncBuffer } from 'hyparquet';
import { decompressZstd } from 'hyparquet-compressors';
import type { Value } from '../../csv.ts';

export type Part = { address: string; bytes: number };
export type Column = { name: string; kind: 'number' | 'day' | 'text' };
export type Table = { columns: Column[]; rows: Readonly<Record<string, Value>>[] };

/** A small file is asked for whole: some hosts answer ranges wrongly, and one request is quicker than three. */
const whole_bytes = 2 ** 20;

const parsers = {
	dateFromDays: (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10),
	timestampFromMilliseconds: (ms: bigint) => timeOf(Number(ms)),
	timestampFromMicroseconds: (us: bigint) => timeOf(Number(us / 1000n)),
	timestampFromNanoseconds: (ns: bigint) => timeOf(Number(ns / 1_000_000n)),
	jsonFromBytes: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
	stringFromBytes: (bytes: Uint8Array) => bytes && new TextDecoder().decode(bytes),
};

/** The rows of a published table, of all its parts, with days as `YYYY-MM-DD` and decimals by the digits of their type. */
export async function readTable(parts: readonly Part[]): Promise<Table> {
	const table: Table = { columns: [], rows: [] };
	for (const part of parts) {
		const file = await bufferOf(part);
		const { schema } = await parquetMetadataAsync(file);
		const fields = schema.filter(({ num_children }) => num_children === undefined);
		table.columns = fields.map(({ name, type, converted_type }) => ({ name, kind: kindOf(type, converted_type) }));
		const scales = new Map(
			fields.map(({ name, scale, converted_type }) => [name, converted_type === 'DECIMAL' ? (scale ?? 0) : null]),
		);
		const compressors = { ZSTD: (input: Uint8Array, length: number) => decompressZstd(input, new Uint8Array(length)) };
		const rows = (await parquetReadObjects({ file, compressors, parsers: parsers as never })) as Record<
			string,
			unknown
		>[];
		for (const row of rows)
			table.rows.push(
				Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value, scales.get(name) ?? null)])),
			);
	}
	return table;
}

async function bufferOf({ address, bytes }: Part): Promise<AsyncBuffer> {
	const url = new URL(address, location.href).href;
	if (bytes > whole_bytes) return asyncBufferFromUrl({ url, byteLength: bytes });
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${response.status} ${address}`);
	return response.arrayBuffer();
}

function kindOf(type: string | undefined, converted: string | undefined): Column['kind'] {
	if (converted === 'DATE' || converted?.startsWith('TIMESTAMP')) return 'day';
	if (converted === 'DECIMAL' || (!converted && type !== 'BYTE_ARRAY' && type !== 'BOOLEAN')) return 'number';
	return converted?.includes('INT') ? 'number' : 'text';
}

/** A value as a CSV file has it: what is too large for a number stays text. */
function plain(value: unknown, scale: number | null): Value {
	if (value === null || value === undefined) return null;
	if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
	if (typeof value === 'number') return scale === null ? value : Number(value.toFixed(scale));
	if (typeof value === 'object') return JSON.stringify(value);
	return value as Value;
}

const timeOf = (ms: number): string =>
	new Date(ms)
		.toISOString()
		.replace('T', ' ')
		.replace(/(\.000)?Z$/, '');
