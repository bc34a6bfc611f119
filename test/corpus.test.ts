import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { readBody } from '../pipelines/reading.ts';
import { discover } from '../scrapers/discover.ts';
import type { AnyRow, PriceRow } from '../scrapers/source.ts';

// real bodies, one level above the project: they teach shape and are never copied into it
const captures = new URL('../../shared/captures/', import.meta.url);
const isPresent = existsSync(captures);
const sources = new Map((await discover()).map(source => [source.id, source]));

// some 600,000 rows in all, on a machine that may be busy
vi.setConfig({ testTimeout: 60_000 });

type Capture = { folder: string; file: string; models: number };

if (!isPresent) {
	console.log('corpus: ../shared/captures is absent, nothing replayed');
	describe('without the captures', () => {
		it('says that there are none', () => {
			expect(existsSync(captures)).toBe(false);
		});
	});
}

describe.runIf(isPresent)('the captured price sheets', () => {
	const manifest = isPresent ? manifestOf(readFileSync(new URL('prices/MANIFEST.csv', captures), 'utf8')) : [];

	it.each([
		['openrouter-models', 'openrouter-v1-models', 62, 0],
		// eight cells of seven sheets stand in dollars per token or per image step: gpt-5.4-mini, flux-1-schnell, resnet-50
		['models-dev', 'models-dev', 38, 56],
		['genai-prices', 'genai-prices', 27, 0],
	])('%s reads every file to the models that the manifest counts', (id, folder, files, outOfBounds) => {
		let beyond = 0;
		const sheets = manifest.filter(capture => capture.folder === folder && capture.models > 0);
		expect(sheets).toHaveLength(files);
		const found = sheets.map(({ file }) => {
			const { rows, rejected, reasons } = replay(id, `prices/${file}`);
			expect(reasons.filter(reason => !reason.startsWith('bounds: '))).toEqual([]);
			beyond += rejected;
			expect(repeatedCells(rows)).toEqual([]);
			return { file, models: modelsOf(rows) };
		});
		expect(beyond).toBe(outOfBounds);
		expect(found).toEqual(sheets.map(({ file, models }) => ({ file, models })));
	});

	it('openrouter-models publishes no sentinel and calls nothing free but what says so', () => {
		for (const { file } of manifest.filter(({ folder }) => folder === 'openrouter-v1-models')) {
			for (const row of pricesOf(replay('openrouter-models', `prices/${file}`).rows)) {
				if (row.amount?.startsWith('-')) throw new Error(`corpus: a sentinel became an amount: ${file} ${row.model}`);
				if (row.status === 'listed' && Number(row.amount) === 0)
					throw new Error(`corpus: a zero became a price: ${file} ${row.model} ${row.meter}`);
				if (row.status === 'free' && !row.model.endsWith(':free'))
					throw new Error(`corpus: a model without :free became free: ${file} ${row.model}`);
			}
		}
	});

	it('openrouter-models leaves out a foreign row and says which', () => {
		const { rows, rejected, reasons } = replay(
			'openrouter-models',
			'prices/openrouter-v1-models-odd/2026-05-31.foreign-row.json.gz',
		);
		expect(rejected).toBe(1);
		expect(reasons[0]).toMatch(/^openrouter-models: unexpected shape at models\.364\.id: /);
		expect(modelsOf(rows)).toBe(364);
	});

	it('openrouter-models refuses look-alikes and genai-prices its own schema', () => {
		const odd = readdirSync(new URL('prices/openrouter-v1-models-odd/', captures)).filter(
			file => !file.includes('foreign-row'),
		);
		expect(odd).toHaveLength(3);
		for (const file of odd)
			expect(() => replay('openrouter-models', `prices/openrouter-v1-models-odd/${file}`)).toThrow(
				/^openrouter-models: unexpected shape at /,
			);
		expect(() => replay('genai-prices', 'prices/genai-prices/2026-08-21.data.schema.json.gz')).toThrow(
			/^genai-prices: unexpected shape at the top/,
		);
	});

	it('the cut of MiMo-V2.5 shows in the sheets of OpenRouter', () => {
		const price = (day: string, meter: string) =>
			pricesOf(replay('openrouter-models', `prices/openrouter-v1-models/${day}.json.gz`).rows).find(
				row => row.model === 'xiaomi/mimo-v2.5' && row.meter === meter,
			)?.amount;
		expect([price('2026-05-16', 'input'), price('2026-05-16', 'output')]).toEqual(['0.0000004', '0.000002']);
		expect([price('2026-05-30', 'input'), price('2026-05-30', 'output')]).toEqual(['0.00000014', '0.00000028']);
	});
});

describe.runIf(isPresent)('the captured usage and scores', () => {
	it('openrouter-rankings-daily reads the 51 rows of 2026-02-11', () => {
		const { rows } = replay('openrouter-rankings-daily', 'usage/openrouter-data-api/rankings-daily_2026-02-11.json');
		const usage = rows.filter(row => row.record === 'usage');
		expect(usage).toHaveLength(51);
		expect(usage.filter(({ subject }) => subject === 'other').map(({ amount }) => amount)).toEqual(['119244995983']);
		expect(usage.find(({ name }) => name === 'moonshotai/kimi-k2.5-0127')?.amount).toBe('195820888528');
		expect(new Set(usage.map(({ day }) => day))).toEqual(new Set(['2026-02-11']));
	});

	it('vercel-ai-gateway reads 23 shares that add up to the whole of each metric', () => {
		const { rows } = replay('vercel-ai-gateway', 'usage/vercel-ai-gateway/2026-06-01.json');
		const usage = rows.filter(row => row.record === 'usage');
		expect(usage).toHaveLength(23);
		for (const metric of ['requests', 'spend', 'tokens']) {
			const shares = usage.filter(row => row.metric === metric).map(({ amount }) => Number(amount));
			expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(100, 2);
		}
	});

	it('aider-polyglot reads every run, and takes no unknown bill for a free one', () => {
		const folder = 'benchmarks/aider/';
		const history = readdirSync(new URL(`${folder}history/`, captures)).map(file => `${folder}history/${file}`);
		for (const file of [...history, `${folder}polyglot_leaderboard.yml`]) {
			const runs = readFileSync(new URL(file, captures), 'utf8').match(/^- dirname:/gm)?.length;
			const scores = replay('aider-polyglot', file).rows.filter(row => row.record === 'score');
			expect(scores).toHaveLength(runs ?? 0);
			expect(scores.filter(({ run_cost_usd }) => run_cost_usd !== null && Number(run_cost_usd) <= 0)).toEqual([]);
		}
		expect(history).toHaveLength(16);
	});
});

function replay(id: string, file: string): { rows: AnyRow[]; rejected: number; reasons: string[] } {
	const source = sources.get(id);
	if (!source) throw new Error(`corpus: unknown source: ${id}`);
	const { rows, ...rest } = readBody(source, readFileSync(new URL(file, captures)), file);
	return { rows: rows.map(({ row }) => row), ...rest };
}

const pricesOf = (rows: AnyRow[]): PriceRow[] => rows.filter(row => row.record === 'price');

/** Distinct providers and models over rows of either kind. */
const modelsOf = (rows: AnyRow[]): number =>
	new Set(rows.flatMap(row => ('provider' in row ? [`${row.provider} ${row.model}`] : []))).size;

/** Cells that a sheet would price twice: each must be told apart by meter, tier, hours, band or day. */
function repeatedCells(rows: AnyRow[]): string[] {
	const seen = new Set<string>();
	return pricesOf(rows)
		.map(row =>
			[
				row.provider,
				row.model,
				row.meter,
				row.service_tier,
				row.time_window,
				row.start_local,
				row.min_input_tokens,
				row.valid_from,
			].join(' '),
		)
		.filter(cell => seen.size === seen.add(cell).size);
}

/** The columns of the manifest that are used; only its last, the note, may hold a comma. */
function manifestOf(csv: string): Capture[] {
	return csv
		.trim()
		.split('\n')
		.slice(1)
		.map(line => {
			const [folder = '', file = '', , models = '0'] = line.split(',');
			return { folder, file, models: Number(models) };
		});
}
