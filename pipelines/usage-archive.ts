import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mergeLooks, type NewLook } from './archive-looks.ts';
import { UsageRow } from '../scrapers/source.ts';
import { writeParquet } from '../warehouse/parquet.ts';

const source = 'openrouter-rankings-daily';

/** Where the public copies came from: `owner/repo:path @ commit`, and the vintage each states. */
const byLab = {
	url: 'halcyonic-systems/facets:assets/data/openrouter-routed-by-lab-vintage-2026-10-10.csv @ f2983f5',
	file: 'by_lab_daily_vintage_2026-10-10.csv',
	as_of: '2026-10-10',
};
const byModel = (day: string) => `Kadentato/Compute-and-LLM-Dashboard:data/raw/openrouter/${day}.json @ c560ff4`;

type Look = { url: string; body: Buffer; fetched_at: string; observed_on: string; rows: UsageRow[] };

/**
 * Read the CC BY 4.0 series of OpenRouter's data API (daily by lab; 73 days by model) from a folder of public copies and
 * write `usage/openrouter-rankings-daily.parquet` and its lines of `looks.csv` under `archive`. Each row of a day
 * belongs to one breakdown: `snapshot` tells the `other` of the labs from the `other` of the models.
 */
export async function writeUsageArchive(options: {
	folder: string;
	archive: string;
}): Promise<{ rows: number; looks: number }> {
	const looks = [await labLook(options.folder), ...(await modelLooks(options.folder))];
	const rows: object[] = [];
	const lines: NewLook[] = [];
	for (const look of looks) {
		const snapshot = createHash('sha256').update(look.body).digest('hex');
		const provenance = { source, url: look.url, snapshot, fetched_at: look.fetched_at, ...observed(look.observed_on) };
		const written = look.rows.map((row, position) => ({ ...provenance, position, ...row }));
		rows.push(...written);
		lines.push({
			source,
			url: look.url,
			snapshot,
			integrity: `sha512-${createHash('sha512').update(look.body).digest('base64')}`,
			fetched_at: look.fetched_at,
			...observed(look.observed_on),
			bytes: look.body.length,
			rows: written.length,
			rows_sha256: createHash('sha256')
				.update(look.rows.map(row => JSON.stringify(row)).join('\n'))
				.digest('hex'),
		});
	}
	await mkdir(join(options.archive, 'usage'), { recursive: true });
	await writeParquet('usage', rows, join(options.archive, 'usage', `${source}.parquet`), {
		order: 'subject, name, day, snapshot',
	});
	await mergeLooks(join(options.archive, 'looks.csv'), source, lines);
	return { rows: rows.length, looks: lines.length };
}

const observed = (day: string) => ({ observed_on: day, observed_on_basis: 'content', observed_on_quality: 'exact' });

async function labLook(folder: string): Promise<Look> {
	const body = await readFile(join(folder, byLab.file));
	const rows = recordsOf(body, ['date', 'lab', 'tokens']).map(([day, name, amount]) =>
		usage(day, name, name === 'other' ? 'other' : 'lab', amount, byLab.as_of),
	);
	// the vintage states its day and no hour: midnight UTC stands for it
	return { url: byLab.url, body, fetched_at: `${byLab.as_of} 00:00:00`, observed_on: byLab.as_of, rows };
}

async function modelLooks(folder: string): Promise<Look[]> {
	const days = join(folder, 'model_days');
	const fetched = new Map(
		recordsOf(await readFile(join(days, 'fetched_at.csv')), ['date', 'fetched_at']).map(([day, at]) => [day, at]),
	);
	const files = (await readdir(days)).filter(file => /^\d{4}-\d\d-\d\d\.csv$/.test(file)).sort();
	const looks: Look[] = [];
	for (const file of files) {
		const day = file.slice(0, 10);
		const at = fetched.get(day);
		if (!at) throw new Error(`${source}: missing fetched_at: ${day}`);
		const body = await readFile(join(days, file));
		const rows = recordsOf(body, ['date', 'model_permaslug', 'total_tokens']).map(([on, name, amount]) =>
			usage(on, name, name === 'other' ? 'other' : 'model', amount, at.slice(0, 10)),
		);
		looks.push({ url: byModel(day), body, fetched_at: at.slice(0, 19).replace('T', ' '), observed_on: day, rows });
	}
	return looks;
}

function usage(day = '', name = '', subject: UsageRow['subject'], amount = '', as_of: string): UsageRow {
	const row = { record: 'usage', day, period: 'day', subject, name, metric: 'tokens', amount, unit: 'tokens', as_of };
	return UsageRow.parse(row);
}

/** Records of a CSV without quotes whose header is exactly `columns`. */
function recordsOf(body: Buffer, columns: string[]): string[][] {
	const [header, ...lines] = body.toString('utf8').trimEnd().split(/\r?\n/);
	if (header !== columns.join(',')) throw new Error(`${source}: expected ${columns.join(',')} got ${header}`);
	return lines.map(line => {
		const fields = line.split(',');
		if (fields.length !== columns.length || line.includes('"')) throw new Error(`${source}: invalid line: ${line}`);
		return fields;
	});
}
