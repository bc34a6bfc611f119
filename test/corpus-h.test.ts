import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { readBody } from '../pipelines/reading.ts';
import { discover } from '../scrapers/discover.ts';
import type { AnyRow, PriceRow } from '../scrapers/source.ts';

// real pages of the labs, one level above the project: they teach shape and are never copied into it
const pages = new URL('../../shared/captures/prices/provider-pages/', import.meta.url);
const isPresent = existsSync(pages);
const sources = new Map((await discover()).map(source => [source.id, source]));

vi.setConfig({ testTimeout: 60_000 });

if (!isPresent) {
	console.log('corpus: ../shared/captures is absent, no page of a lab replayed');
	describe('without the captures', () => {
		it('says that there are none', () => {
			expect(existsSync(pages)).toBe(false);
		});
	});
}

/** Source, page, models, prices, and the entries that are left out with a word. */
const captured = [
	['deepseek', '2026-07-17.deepseek-zh.html', 2, 6, 0],
	['zhipu', '2026-07-20.zhipu-bigmodel-cn.html', 53, 185, 0],
	['zai', '2026-08-18.zai-usd.html', 22, 78, 0],
	['anthropic', '2026-03-13.anthropic.html', 9, 44, 0],
	// speech priced by the million characters has no unit to stand in
	['openai', '2026-08-21.openai.html', 63, 477, 2],
	['volcengine-doubao', '2026-07-17.volcengine-doubao-cn.html', 27, 403, 0],
	['volcengine-doubao', '2026-08-18.byteplus-modelark-usd.html', 17, 132, 0],
	['minimax', '2026-07-20.minimax-cn.html', 3, 20, 0],
	['moonshot', '2026-07-17.moonshot-kimi-1.html', 1, 3, 0],
	['moonshot', '2026-07-17.moonshot-kimi-2.html', 1, 3, 0],
	['tencent', '2026-08-10.tencent-tokenhub-cn.html', 53, 209, 0],
	// seven voices are priced by the token below headings that name no region
	['alibaba-bailian', '2026-08-10.alibaba-bailian-cn.json', 583, 2150, 7],
] as const;

describe.runIf(isPresent)('the captured pages of labs', () => {
	it.each(captured)('%s reads %s to %i models and %i prices, %i left out', (id, page, models, prices, left_out) => {
		const { rows, rejected } = replay(id, `html/${page}.gz`);
		expect([new Set(rows.map(row => `${row.provider} ${row.model}`)).size, rows.length, rejected]).toEqual([
			models,
			prices,
			left_out,
		]);
	});

	it.each(captured)('%s prices each cell of %s once', (id, page) => {
		const cells = replay(id, `html/${page}.gz`).rows.map(row =>
			[groupOf(row), row.meter, row.valid_from, row.time_window].join(' '),
		);
		expect(cells.filter((cell, i) => cells.indexOf(cell) !== i)).toEqual([]);
	});

	it('every fact that was written down from a captured page is read from it', () => {
		const facts = isPresent ? factsOf(readFileSync(new URL('facts.csv', pages), 'utf8')) : [];
		const missed = facts.filter(fact => !isRead(fact));
		expect(missed.map(({ model, condition }) => `${model}: ${condition}`)).toEqual([]);
		expect(facts).toHaveLength(87);
	});

	it('no page of another source passes for its own', () => {
		for (const [id] of captured) {
			for (const [, page] of captured.filter(([other]) => other !== id))
				expect(() => replay(id, `html/${page}.gz`), `${id} ${page}`).toThrow(new RegExp(`^${id}: `));
		}
	});

	it('what Tencent, Volcengine and Alibaba host of others never stands among their own', () => {
		const own: Record<string, RegExp> = {
			'tencent-cn': /^(Hy|HY|YT)/,
			'volcengine-doubao-cn': /^doubao/,
			'volcengine-doubao': /^(seed|dola)/,
			'alibaba-bailian-cn': /^(qwen|qwq|qvq|tongyi|farui|gui|gte|text-|multi)/,
		};
		for (const [id, page] of captured) {
			for (const { provider, model } of replay(id, `html/${page}.gz`).rows)
				if (own[provider]) expect(model, provider).toMatch(own[provider]);
		}
	});
});

type Fact = { page: string; model: string; condition: string; prices: Partial<Record<PriceRow['meter'], string>> };
const read = new Map<string, { rows: PriceRow[]; rejected: number }>();

function replay(id: string, file: string): { rows: PriceRow[]; rejected: number } {
	const source = sources.get(id);
	if (!source) throw new Error(`corpus: unknown source: ${id}`);
	const known = read.get(`${id} ${file}`);
	if (known) return known;
	const { rows, rejected } = readBody(
		source,
		gunzipSync(readFileSync(new URL(file, pages))),
		file.replace(/\.gz$/, ''),
	);
	const prices = rows.map(({ row }: { row: AnyRow }) => row).filter(row => row.record === 'price');
	read.set(`${id} ${file}`, { rows: prices, rejected });
	return { rows: prices, rejected };
}

/** What the prices of one line of a sheet have in common. */
const groupOf = (row: PriceRow): string =>
	[
		row.provider,
		row.model,
		row.service_tier,
		row.list_or_effective,
		row.region,
		row.min_input_tokens,
		row.min_output_tokens,
	].join(' ');

/** Whether some line of the page has all the prices of a fact, for a model of its name. */
function isRead({ page, model, prices }: Fact): boolean {
	const id = captured.find(([, name]) => name === page)?.[0];
	if (id === undefined) return false;
	const lines = new Map<string, Map<string, string | null>>();
	for (const row of replay(id, `html/${page}.gz`).rows.filter(row => plain(row.model) === plain(model))) {
		const group = groupOf(row);
		lines.set(group, (lines.get(group) ?? new Map()).set(row.meter, row.amount));
	}
	return [...lines.values()].some(line =>
		Object.entries(prices).every(([meter, amount]) => Number(line.get(meter) ?? NaN) === Number(amount)),
	);
}

const plain = (model: string): string => model.replace(/ 正式版/, '').replace(/\s*\(.*\)$/, '');

/** The dated facts whose evidence is a captured page; the word for free is a price of nothing. */
function factsOf(csv: string): Fact[] {
	const lines = csv.trim().split(/\r?\n/).slice(1);
	return lines.flatMap(line => {
		const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
			cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
		);
		const [, , model = '', , , , condition = '', input, output, cache_read, cache_write] = cells;
		const page = /^capture html\/(.+)\.gz$/.exec(cells[13] ?? '')?.[1];
		if (page === undefined) return [];
		const prices = Object.entries({ input, output, cache_read, cache_write }).filter(([, amount]) => amount);
		return [
			{
				page,
				model,
				condition,
				prices: Object.fromEntries(prices.map(([meter, amount]) => [meter, amount === '免费' ? '0' : amount])),
			},
		];
	});
}
