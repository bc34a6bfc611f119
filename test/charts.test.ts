import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { charts } from '../site/charts.ts';
import { openPublication, type Publication } from '../site/data.ts';
import type { Figure, RowSets } from '../site/figure.ts';
import { figureFrom } from '../site/gallery.ts';
import { textWidth } from '../site/label.ts';
import { languages, wordsOf, type Key, type Lang } from '../site/words.ts';
import { emptied, hostile, madeRows, makePublication, type MadeRows } from './made-publication.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
let folder: string;
let made: Publication;
let empty: Publication;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'charts-'));
	made = await opened(madeRows());
	empty = await opened(emptied(madeRows()));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Made rows as a publication of their own. */
async function opened(rows: MadeRows): Promise<Publication> {
	const own = await mkdtemp(join(folder, 'data-'));
	await makePublication(own, rows);
	return openPublication(own);
}

/** The made rows with one mart replaced. */
const withMart = (mart: string, change: (rows: MadeRows[string]) => MadeRows[string]): MadeRows => {
	const rows = madeRows();
	return { ...rows, [mart]: change(rows[mart] ?? []) };
};

const chartOf = (id: string) => charts.find(chart => chart.id === id) ?? expect.fail(`no chart ${id}`);
const drawn = new Map<Publication, Map<string, Promise<Figure>>>();
async function draw(publication: Publication, id: string, view: string, lang: Lang): Promise<Figure> {
	const own = await ownRows(id);
	if (publication === empty) return chartOf(id).figure(document, rowless(id), view, wordsOf(lang));
	return own && publication === made
		? chartOf(id).figure(document, own, view, wordsOf(lang))
		: figureFrom(publication, { id, view }, lang);
}
const rowless = (id: string): RowSets => Object.fromEntries(Object.keys(chartOf(id).query).map(name => [name, []]));
/** Row sets written for one chart in `test/chart-rows/ID.ts`; a chart without them is drawn from the made publication. */
async function ownRows(id: string): Promise<RowSets | null> {
	const { href } = new URL(`chart-rows/${id}.ts`, import.meta.url);
	return existsSync(fileURLToPath(href)) ? ((await import(href)) as { rows: RowSets }).rows : null;
}
/** Each view of each publication is drawn once a language: drawing is most of the time of this file. */
function figure(publication: Publication, id: string, view = chartOf(id).views[0], lang: Lang = 'en'): Promise<Figure> {
	const own = drawn.get(publication) ?? new Map<string, Promise<Figure>>();
	drawn.set(publication, own);
	const key = `${id}/${view}/${lang}`;
	const one = own.get(key) ?? draw(publication, id, view, lang);
	own.set(key, one);
	return one;
}
const views = charts.flatMap(chart => chart.views.map(view => ({ id: chart.id, view })));
const spoken = languages.flatMap(lang => views.map(one => ({ ...one, lang })));
const svgOf = (text: string | undefined) =>
	parseHTML(`<!doctype html><html><body>${text ?? ''}</body></html>`).document.querySelector('svg') ??
	expect.fail('no svg');
/** The drawing alone: without the texts that name and describe it. */
const drawingOf = (one: Figure) =>
	(one.svg?.wide ?? '').replace(/<desc[\s\S]*?<\/desc>/, '').replace(/aria-label="[^"]*"/, '');

/** Every drawing of a view. */
const drawingsOf = (one: Figure) => [one.svg?.wide, one.svg?.narrow].filter(text => typeof text === 'string');
/** Numbers of a title: their digits, dates and units of a language left out. */
const numbersOf = (title: string) =>
	[...title.replace(/\d+ [A-Z][a-z]{2} \d{4}|\d{4}年\d+月\d+日/g, '').matchAll(/\d(?:[\d.,]*\d)?/g)]
		.map(match => match[0])
		.sort();

describe('charts', () => {
	it('every chart of the folder is listed and keeps its id in the lock file', async () => {
		const files = (await readdir('site/charts')).map(name => name.replace(/\.ts$/, ''));
		const lock = (await readFile('site/ids.lock', 'utf8')).trim().split('\n');
		expect(charts.map(chart => chart.id).sort()).toEqual(files.sort());
		expect([...lock].sort()).toEqual(files.sort());
	});

	it('every chart has its texts in both languages, and a name, a question and a sentence for no rows', async () => {
		for (const { id, view, lang } of spoken) {
			const one = await figure(made, id, view, lang);
			for (const text of [one.title, one.subtitle, one.summary]) expect(text, `${id}/${view}`).toMatch(/\S/);
			for (const part of ['name', 'question', 'none'])
				expect(wordsOf(lang)(`${id}.${part}` as Key), `${id}.${part}`).toMatch(/\S/);
		}
	});

	it('titles fit one line of 720 px, 60 Latin or 28 Chinese signs', async () => {
		for (const { id, view, lang } of spoken) {
			const { title } = await figure(made, id, view, lang);
			// A Chinese sign is as wide as two Latin ones.
			const signs = [...title].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 1 : 0.5), 0);
			expect(lang === 'en' ? title.length : signs, title).toBeLessThanOrEqual(lang === 'en' ? 60 : 28);
			expect(textWidth(title, 22, 'serif'), title).toBeLessThanOrEqual(720);
		}
	});

	it('both titles carry the same numbers', async () => {
		for (const { id, view } of views) {
			const [en, zh] = [await figure(made, id, view), await figure(made, id, view, 'zh')];
			expect(numbersOf(zh.title), `${id}/${view}: ${zh.title}`).toEqual(numbersOf(en.title));
			expect(zh.csv).toBe(en.csv);
		}
	});

	it('a change that one source shows is counted apart, as provisional', async () => {
		const { note } = await figure(made, 'price-history');
		expect(note).toContain('1 more are seen by one source only and are provisional');
	});

	it('each number of a title equals its mart value', async () => {
		const titles = async (id: string) => (await figure(made, id)).title;
		expect(await titles('share-trend')).toBe('China: 52–66% of tokens, 34% of spend');
		expect(await titles('price-gap')).toBe('Median US list output price is 5.5× China’s');
		expect(await titles('price-history')).toBe('List price, output: 2 cut, 0 raised in 52 weeks');
		expect(await titles('cheapest-at')).toBe('Score 120, list price: US $3.00, China $1.50');
		expect(await titles('frontier')).toBe('List-price frontier: 4 of 8 are Chinese (4 scored)');
		expect(await titles('sources-now')).toBe('Fresh sources: 1 of 9; 4 held back');
	});

	it('an empty mart gives a sentence and no axes', async () => {
		for (const { id, view } of views) {
			const one = await figure(empty, id, view);
			expect(one.state, `${id}/${view}`).toEqual({ name: 'none', sentence: wordsOf('en')(`${id}.none` as Key) });
			expect(one.svg).toBeNull();
			expect(one.csv.trim().split('\n')).toHaveLength(1);
		}
	});

	it('every figure is named by its title and described by its summary', async () => {
		for (const { id, view } of views) {
			const one = await figure(made, id, view);
			for (const text of drawingsOf(one)) {
				const svg = svgOf(text);
				expect(svg.getAttribute('role')).toBe('img');
				expect(svg.getAttribute('aria-label')).toBe(one.title);
				expect(svg.querySelector(`#${svg.getAttribute('aria-describedby')}`)?.textContent).toBe(one.summary);
			}
		}
	});

	it('the CSV is what is drawn: a line for each row of the table', async () => {
		for (const { id, view } of views) {
			const one = await figure(made, id, view);
			expect(one.csv.trim().split('\n')).toHaveLength(one.table.body.length + 1);
			expect(one.csv.split('\n', 1)[0]?.split(',')).toHaveLength(one.table.head.length);
		}
	});

	it('drawing twice gives one file, and it stands alone', async () => {
		for (const { id, view } of views) {
			const [first, second] = [await figure(made, id, view), await draw(made, id, view, 'en')];
			expect(second.svg).toEqual(first.svg);
			// A chart that is its table has no drawing.
			if (first.svg === null) continue;
			expect(first.svg.alone).toContain('xmlns="http://www.w3.org/2000/svg"');
			expect(first.svg.alone).toContain('prefers-color-scheme');
			expect(first.svg.alone).not.toMatch(/(href|src)=|url\(\s*http|NaN|Infinity/);
			expect(first.svg.wide).not.toMatch(/<style|style=|class=|NaN|undefined/);
		}
	});

	it('a log axis is announced in the subtitle', async () => {
		for (const id of ['price-history', 'price-gap', 'frontier', 'cheapest-at', 'rows-by-source']) {
			expect((await figure(made, id)).subtitle).toContain('log scale');
		}
	});

	it('a hostile name stays a text', async () => {
		for (const view of chartOf('price-history').views) {
			expect((await figure(made, 'price-history', view)).svg?.alone).not.toContain('<script');
		}
		const rows = (await figure(made, 'price-history')).table.body;
		expect(rows.some(cells => cells.includes(hostile))).toBe(true);
	});

	it('each picture is the picture on record', async () => {
		for (const chart of charts) {
			const { svg } = await figure(made, chart.id);
			if (svg === null) continue;
			await expect(svg.alone).toMatchFileSnapshot(`site-pictures/${chart.id}.svg`);
		}
	});
});

describe('labels', () => {
	it('no two boxes overlap and none leaves its panel', async () => {
		let labels = 0;
		for (const { id, view, lang } of spoken) {
			const one = await figure(made, id, view, lang);
			for (const text of drawingsOf(one)) {
				const boxes = boxesOf(svgOf(text));
				labels += boxes.length;
				for (const [index, a] of boxes.entries()) {
					expect(a.left, `${id}/${view}: ${a.text}`).toBeGreaterThanOrEqual(a.frame.left - 0.5);
					expect(a.right, `${id}/${view}: ${a.text}`).toBeLessThanOrEqual(a.frame.right + 0.5);
					for (const b of boxes.slice(index + 1)) {
						const touch = a.left < b.right - 0.5 && b.left < a.right - 0.5 && Math.abs(a.y - b.y) < 12;
						expect(touch, `${id}/${view}: ${a.text} and ${b.text}`).toBe(false);
					}
				}
			}
		}
		expect(labels).toBeGreaterThan(50);
	});
});

type Box = { text: string; left: number; right: number; y: number; frame: { left: number; right: number } };

/** Boxes of the labels of a drawing, in its own coordinates, by the widths of the shipped face. */
function boxesOf(svg: Element): Box[] {
	return [...svg.querySelectorAll('text[data-label]')].map(node => {
		const panel = node.closest('svg') as Element;
		const [dx, dy] = panel === svg ? [0, 0] : [Number(panel.getAttribute('x')), Number(panel.getAttribute('y'))];
		const size = Number(node.getAttribute('font-size') ?? 12);
		const width = textWidth(node.textContent ?? '', size);
		const x = dx + Number(node.getAttribute('x'));
		const left = node.getAttribute('text-anchor') === 'end' ? x - width : x;
		const frame = { left: dx, right: dx + Number(panel.getAttribute('width')) };
		return { text: node.textContent ?? '', left, right: left + width, y: dy + Number(node.getAttribute('y')), frame };
	});
}

describe('shares', () => {
	it('a share always has a basis, a denominator, a coverage and a band', async () => {
		for (const view of chartOf('share-trend').views) {
			const one = await figure(made, 'share-trend', view);
			expect(one.csv.split('\n', 1)[0]).toMatch(/basis,denominator,share,low,high,coverage/);
			expect(one.subtitle).toMatch(/of China \+ US.*of all tokens.*Band/);
			expect(svgOf(one.svg?.wide).querySelectorAll('[fill-opacity="0.24"]').length).toBeGreaterThan(0);
		}
	});

	it('tokens and spend share one scale', async () => {
		const svg = svgOf((await figure(made, 'share-trend')).svg?.wide);
		const panels = [...svg.children].filter(node => node.tagName.toLowerCase() === 'svg');
		expect(panels).toHaveLength(2);
		const ticks = panels.map(panel =>
			[...panel.querySelectorAll('text')]
				.filter(node => /^(0|25|50|75|100%)$/.test(node.textContent ?? ''))
				.map(node => [node.textContent, /,(.+)\)/.exec(node.getAttribute('transform') ?? '')?.[1]]),
		);
		expect(ticks[0]).toHaveLength(5);
		expect(ticks[1]).toEqual(ticks[0]);
	});

	it('no line crosses bases: the rows of one basis do not move another', async () => {
		const halved = await opened(
			withMart('mart_token_share__country_week', rows =>
				rows.map(row =>
					row.basis === 'top50_daily' ? { ...row, share: Number(row.share) / 2, low: Number(row.low) / 2 } : row,
				),
			),
		);
		for (const [view, moves] of [
			['top9', false],
			['all', false],
			['top50', true],
		] as const) {
			const [before, after] = [await figure(made, 'share-trend', view), await figure(halved, 'share-trend', view)];
			expect(drawingOf(after) !== drawingOf(before), view).toBe(moves);
		}
	});

	it('the open week is never drawn, nor a week with a missing day', async () => {
		const one = await figure(made, 'share-trend', 'whole-series');
		expect(one.csv).not.toContain('2026-03-02');
		expect(one.csv).toMatch(/2025-12-22,tokens,top9_models/);
		expect(one.csv).not.toMatch(/2025-12-22,tokens,(top50_daily|all_tokens)/);
	});

	it('spend without its token mix is missing, not zero', async () => {
		const one = await figure(made, 'share-trend', 'whole-series');
		expect(one.csv).not.toMatch(/2025-12-22,spend/);
		expect(one.csv).toMatch(/2025-12-15,spend,top10_models/);
	});

	it('fewer than four weeks are dots without a line', async () => {
		const short = await opened({
			...withMart('mart_token_share__country_week', rows => rows.filter(row => String(row.week) < '2025-11-24')),
			mart_spend_share__country_week:
				madeRows().mart_spend_share__country_week?.filter(row => String(row.week) < '2025-11-24') ?? [],
		});
		const one = await figure(short, 'share-trend');
		expect(one.state).toEqual({ name: 'few', sentence: '3 weeks: dots, no line.' });
		expect(one.svg?.wide).not.toContain('fill-opacity="0.24"');
	});
});

describe('prices', () => {
	it('list and host are never one series', async () => {
		const dearer = await opened(
			withMart('mart_cheapest_host__cell_spell', rows =>
				rows.map(row => ({ ...row, min_usd_per_mtok: '99', median_usd_per_mtok: '99' })),
			),
		);
		for (const [view, moves] of [
			['output', false],
			['input', false],
			['host-output', true],
		] as const) {
			const [before, after] = [await figure(made, 'price-history', view), await figure(dearer, 'price-history', view)];
			expect(drawingOf(after) !== drawingOf(before), view).toBe(moves);
			const series = new Set(
				after.csv
					.trim()
					.split('\n')
					.slice(1)
					.map(line => (line.includes(',cheapest_host,') ? 'cheapest_host' : 'list')),
			);
			expect([...series]).toEqual([view.startsWith('host') ? 'cheapest_host' : 'list']);
		}
	});

	it('a change draws the interval of its looks', async () => {
		const svg = svgOf((await figure(made, 'price-history')).svg?.wide);
		const bars = [...svg.querySelectorAll('rect[width]')].filter(
			node =>
				node.parentElement?.getAttribute('fill-opacity') === '0.24' || node.getAttribute('fill-opacity') === '0.24',
		);
		// Two models changed on 20 January as two sources show, last seen unchanged on the 12th: 8 of 364 days of the panel.
		expect(bars).toHaveLength(2);
		const panel = svg.querySelector('svg line');
		const span = Number(panel?.getAttribute('x2')) - Number(panel?.getAttribute('x1'));
		for (const bar of bars) expect(Number(bar.getAttribute('width')) / span).toBeCloseTo(8 / 364, 2);
	});

	it('a step is a step: no line of a price is slanted', async () => {
		const svg = svgOf((await figure(made, 'price-history')).svg?.wide);
		const lines = [...svg.querySelectorAll('path')]
			.map(node => node.getAttribute('d') ?? '')
			.filter(d => /^M[\d.,-]+L[\d.,L-]+$/.test(d) && d.split('L').length > 3);
		expect(lines.length).toBeGreaterThan(2);
		for (const d of lines) {
			const corners = d
				.slice(1)
				.split('L')
				.map(corner => corner.split(',').map(Number));
			for (const [index, [x, y]] of corners.slice(1).entries()) {
				const [px, py] = corners[index] ?? [];
				expect(Math.abs(Number(x) - Number(px)) < 0.02 || Math.abs(Number(y) - Number(py)) < 0.02, d).toBe(true);
			}
		}
	});

	it('unknown is not zero and free stays off log axes', async () => {
		const without = await opened(
			withMart('mart_list_price__cell_spell', rows =>
				rows.filter(row => !['free/one', 'unknown/one'].includes(String(row.model))),
			),
		);
		expect(drawingOf(await figure(without, 'price-history'))).toBe(drawingOf(await figure(made, 'price-history')));
		const cells = (await figure(made, 'price-history')).table.body.map(row => row.join('|'));
		expect(cells.find(row => row.startsWith('Free|'))).toContain('|free|');
		expect(cells.find(row => row.startsWith('Unknown|'))).toContain('|not stated|');
	});

	it('a ratio of countries needs twenty models a side', async () => {
		const few = await opened(
			withMart('mart_price_gap__country_day', rows =>
				rows.map(row => ({ ...row, ratio: null, reason: 'too few', cn_models: 12 })),
			),
		);
		const one = await figure(few, 'price-gap');
		expect(one.state.name).toBe('few');
		expect(one.title).toBe('List output prices: too few models for a ratio');
		expect(boxesOf(svgOf(one.svg?.wide)).filter(box => box.text.includes('×'))).toEqual([]);
		expect(
			boxesOf(svgOf((await figure(made, 'price-gap')).svg?.wide)).filter(box => box.text.includes('×')),
		).toHaveLength(1);
	});

	it('fewer than five scored models have no frontier', async () => {
		const few = await opened(
			withMart('mart_price_per_capability__model_day', rows =>
				rows.filter(row => ['lab/m0', 'lab/m1'].includes(String(row.model))),
			),
		);
		const one = await figure(few, 'frontier');
		expect(one.state).toEqual({
			name: 'few',
			sentence: '2 scored models on the newest day: no frontier is drawn with fewer than 5.',
		});
	});
});

/** Rows of a chart changed one by one, then drawn: what a mart may hold on a bad day. */
async function bent(
	id: string,
	view: string,
	bend: (row: Record<string, unknown>, index: number) => Record<string, unknown> | null,
) {
	const chart = chartOf(id);
	const sets: Record<string, unknown[]> = {};
	const own = await ownRows(id);
	for (const [name, sql] of Object.entries(chart.query)) {
		const rows = (own?.[name] ?? (await made.rows(sql))) as Record<string, unknown>[];
		sets[name] = rows.map(bend).filter(row => row !== null);
	}
	return chart.figure(document, sets, view, wordsOf('en'));
}

describe('states', () => {
	const bends: Record<string, (row: Record<string, unknown>, index: number) => Record<string, unknown> | null> = {
		'only one row of each mart': (row, index) => (index === 0 ? row : null),
		'gaps: every third row missing': (row, index) => (index % 3 === 1 ? null : row),
		'no share, price or median known': row => ({
			...row,
			share: null,
			low: null,
			high: null,
			usd_per_mtok: null,
			us_median_usd_per_mtok: null,
			cn_median_usd_per_mtok: null,
			ratio: null,
			token_share: null,
		}),
		'no bounds and no dates of a change': row => ({
			...row,
			low: null,
			high: null,
			low_usd_per_mtok: null,
			high_usd_per_mtok: null,
			changed_after: null,
			coverage: null,
			as_of: null,
		}),
		'true zeros': row => ({ ...row, share: 0, usd_per_mtok: '0', run_cost_usd: 0, rows: 0, looks: 0, good: 0 }),
		'all provisional': row => ({ ...row, is_provisional: true, lead_certain: false, lead: 'open' }),
		'all estimates': row => ({ ...row, total_basis: 'estimate' }),
		'all disputed': row => ({ ...row, agreement: 'disputed' }),
		'nothing seen since the spring': row => ({ ...row, last_seen_on: '2025-12-01', to_day: row.to_day ?? null }),
		'all held': row => ({ ...row, state: 'held' }),
		'no models on a side': row => ({ ...row, cn_models: 0, ratio: null, reason: 'fewer than 20' }),
	};
	for (const [name, bend] of Object.entries(bends)) {
		it(`every chart is drawn or says why not: ${name}`, async () => {
			for (const { id, view } of views) {
				const one = await bent(id, view, bend);
				const texts = [one.title, one.subtitle, one.summary, one.state.sentence ?? ''].join(' ');
				expect(texts, `${id}/${view}`).not.toMatch(/NaN|undefined|null|Infinity|Invalid/);
				if (one.state.name !== 'drawn') expect(one.state.sentence, `${id}/${view}`).toMatch(/\S/);
				if (one.state.name === 'none') expect(one.svg, `${id}/${view}`).toBeNull();
				else
					expect((one.svg?.wide ?? '').replace(/<desc[\s\S]*?<\/desc>/, ''), `${id}/${view}`).not.toMatch(
						/NaN|undefined|Infinity/,
					);
			}
		});
	}

	it('a disputed price is a range without a point', async () => {
		const disputed = await bent('price-history', 'output', row => ({
			...row,
			agreement: 'disputed',
			low_usd_per_mtok: '1',
			high_usd_per_mtok: '3',
		}));
		const svg = svgOf(disputed.svg?.wide);
		expect(svg.querySelectorAll('[stroke-width="4"] line, line[stroke-width="4"]').length).toBeGreaterThan(0);
		expect(svg.querySelectorAll('[stroke-width="2.25"] path, path[stroke-width="2.25"]').length).toBe(0);
	});

	it('every state of a source is drawn as a glyph and a word', async () => {
		const one = await figure(made, 'sources-now');
		for (const state of ['fresh', 'late', 'stale', 'held', 'silent zero', 'shape', 'drop', 'archive']) {
			expect(one.svg?.wide).toContain(`>${state}</text>`);
		}
		expect(svgOf(one.svg?.wide).querySelectorAll('path').length).toBeGreaterThanOrEqual(9);
	});

	it('a source that never gave a row is written, not drawn as zero', async () => {
		const one = await figure(made, 'rows-by-source');
		expect(one.svg?.wide).toContain('never succeeded');
		expect(svgOf(one.svg?.wide).querySelectorAll('rect')).toHaveLength(8);
	});
});
