import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { charts } from '../site/charts.ts';
import { labRank } from '../site/charts/lab-rank.ts';
import { priceAndShare } from '../site/charts/price-and-share.ts';
import { openPublication, type Publication } from '../site/data.ts';
import type { Figure } from '../site/figure.ts';
import { figureFrom } from '../site/gallery.ts';
import { languages } from '../site/words.ts';
import { draw, mapped, pathsOf, svgOf, type Row } from './drawn.ts';
import { emptied, madeRows, makePublication, type MadeRows } from './made-publication.ts';

const cells = (figure: Figure) =>
	figure.csv
		.trim()
		.split('\n')
		.slice(1)
		.map(line => line.split(','));
/** Panels of a drawing, left to right. */
const panelsOf = (figure: Figure) =>
	[...svgOf(figure).children].filter(node => node.tagName.toLowerCase() === 'svg') as Element[];
const bandsOf = (panel: Element | undefined) => [...(panel?.querySelectorAll('[fill-opacity="0.24"]') ?? [])];
/** Labels of the y axis with their heights. */
const ticksOf = (panel: Element | undefined) =>
	[...(panel?.querySelectorAll('text') ?? [])]
		.filter(node => /^[\d,]+%?$/.test(node.textContent ?? ''))
		.map(node => [
			node.textContent,
			node.getAttribute('y') ?? /,(.+)\)/.exec(node.getAttribute('transform') ?? '')?.[1],
		]);

describe('usage', () => {
	it('every chart of it says that it is one router’s, wherever it stands', () => {
		const usage =
			/^mart_(token|spend|free)_share__|^mart_tokens__|^mart_spend__|^mart_concentration|^mart_jevons|^mart_price_(index|move)__/;
		// These read usage only to choose the models that they show.
		const choosers = ['effective-price', 'power-bound', 'task-cost', 'task-cost-history'];
		const told = charts.filter(chart => chart.marts.some(mart => usage.test(mart)) && !choosers.includes(chart.id));
		expect(told.length).toBeGreaterThan(12);
		for (const chart of told) expect(chart.scope, chart.id).toBe('share.scope');
	});
});

describe('rank of labs', () => {
	it('says how many led and since when the newest leads', async () => {
		expect((await draw('lab-rank')).title).toBe('2 leaders in 7 weeks; Beta since 1 Dec 2025');
	});

	it('at most seven lines have a hue, and no line spans a missing week', async () => {
		const figure = await draw('lab-rank');
		const hued = pathsOf(figure, '2');
		expect(hued).toHaveLength(7);
		for (const path of hued) expect(path?.match(/M/g)).toHaveLength(2);
	});

	it('a lab that is not among the ranks leaves the frame', async () => {
		const figure = await draw('lab-rank');
		const grey = pathsOf(figure, '1').filter(path => path?.includes('L'));
		const bottom = Math.max(
			...grey.flatMap(path => [...(path ?? '').matchAll(/,([\d.]+)/g)].map(one => Number(one[1]))),
		);
		// Kappa and Lambda take turns at the tenth place: each line reaches the edge below it.
		expect(grey.filter(path => path?.includes(`,${bottom}`))).toHaveLength(2);
		expect(cells(figure).every(([, rank]) => Number(rank) <= 10)).toBe(true);
	});

	it('a rank that unattributed tokens could move is hollow', async () => {
		const marks = async (change?: Parameters<typeof draw>[1]) =>
			[...svgOf(await draw('lab-rank', change)).querySelectorAll('path[stroke-width="1.25"]')].map(node =>
				node.getAttribute('fill'),
			);
		const final = mapped('weeks', row => ({ ...row, is_provisional: false }));
		const open = mapped('weeks', row => ({ ...row, is_provisional: false, worst_rank: Number(row['rank']) + 1 }));
		const hollow = (fills: (string | null)[]) => fills.filter(fill => fill === 'var(--page)').length;
		expect(hollow(await marks(final))).toBe(2);
		// Nothing is certain: only the ten marks at the end remain.
		expect(await marks(open)).toEqual(Array<string>(10).fill('var(--page)'));
	});
});

describe('concentration', () => {
	it('compares tokens and spend over the same models only', async () => {
		expect((await draw('concentration')).title).toBe('Ten models: tokens as if split by 4.4 labs, spend by 2.0');
		const alone = await draw('concentration', rows => ({
			weeks: (rows['weeks'] ?? []).filter(row => row['basis'] !== 'top10_models' || row['measure'] === 'spend'),
		}));
		expect(alone.title).toBe('Top 50: tokens as if split by 5.4–8.8 labs');
	});

	it('both panels have one scale from zero, and only what is not listed has a band', async () => {
		const [tokens, spend] = panelsOf(await draw('concentration'));
		expect(ticksOf(tokens).length).toBeGreaterThan(2);
		expect(ticksOf(tokens)[0]?.[0]).toBe('0');
		expect(ticksOf(spend)).toEqual(ticksOf(tokens));
		expect(bandsOf(tokens)).toHaveLength(2);
		expect(bandsOf(spend)).toHaveLength(0);
	});

	it('each row names its basis, and the same models are a measure of their own', async () => {
		const rows = cells(await draw('concentration'));
		for (const [, measure, basis] of rows) expect(basis).toBe(measure === 'tokens' ? 'top50_daily' : 'top10_models');
		expect(new Set(rows.map(([, measure]) => measure))).toEqual(new Set(['tokens', 'spend', 'tokens_same_models']));
	});
});

describe('free share', () => {
	it('bars stand on zero, and what has no known price is a piece of its own on top', async () => {
		const [us] = panelsOf(await draw('free-share'));
		const bars = [...(us?.querySelectorAll('rect') ?? [])].map(bar => ({
			at: bar.getAttribute('x'),
			top: Number(bar.getAttribute('y')),
			bottom: Number(bar.getAttribute('y')) + Number(bar.getAttribute('height')),
			isHatched: bar.getAttribute('fill')?.startsWith('url(') ?? false,
		}));
		const free = bars.filter(bar => !bar.isHatched);
		const [zero] = free;
		for (const bar of free) expect(bar.bottom).toBeCloseTo(zero?.bottom ?? 0, 1);
		const unknown = bars.filter(bar => bar.isHatched);
		expect(unknown).toHaveLength(6);
		for (const bar of unknown) expect(free.find(one => one.at === bar.at)?.top).toBeCloseTo(bar.bottom, 1);
	});

	it('a week with nothing free is a hollow mark, and a missing one is nothing', async () => {
		const figure = await draw('free-share');
		const [, cn] = panelsOf(figure);
		const rects = cn?.querySelectorAll('rect').length ?? 0;
		const hollow = [...(cn?.querySelectorAll('path[fill="var(--page)"]') ?? [])];
		// Thirty weeks, one missing, one free of free tokens; one bar of unknown price.
		expect([rects, hollow.length]).toEqual([29, 1]);
		expect(figure.title).toBe('Free tokens: US 7–8% to 16%, China 32% to 17–18%');
	});

	it('no view mixes bases, and too much of unknown price is not compared', async () => {
		const top10 = await draw('free-share', undefined, 'top10');
		expect(new Set(cells(top10).map(([, , basis]) => basis))).toEqual(new Set(['top10_models']));
		expect(top10.state).toEqual({ name: 'few', sentence: '3 weeks only: bars, no trend.' });
		const open = await draw(
			'free-share',
			mapped('weeks', row => ({ ...row, unpriced_tokens: '300000000000', high: Number(row['low']) + 0.3 })),
		);
		expect(open.title).toBe('Free tokens, week of 22 Dec 2025: US 19–49%, China 11–41%');
	});
});

describe('price and share', () => {
	const lines = (panel: Element | undefined) =>
		[...(panel?.querySelectorAll('[stroke-width="1.25"] path, path[stroke-width="1.25"]') ?? [])].filter(node =>
			node.getAttribute('d')?.includes('L'),
		);

	it('joins months only from six on, and never across a missing one', async () => {
		const [tokens, spend] = panelsOf(await draw('price-and-share'));
		// Four months, a hole, three months, of two countries.
		expect(lines(tokens)).toHaveLength(4);
		expect(lines(spend)).toHaveLength(0);
		expect(spend?.textContent).toContain('needs 2 more months for a path');
		const few = await draw('price-and-share', undefined, 'top9');
		expect(few.state.sentence).toBe('4 months with both a price and a share: dots, no path; 2 more are needed.');
		expect(panelsOf(few).flatMap(lines)).toHaveLength(0);
	});

	it('reads its title from months of enough priced models, and says what it does not claim', async () => {
		const figure = await draw('price-and-share');
		expect(figure.title).toBe('China: output $1.90 to $2.70, tokens 30% to 50%');
		expect(figure.note).toContain('Descriptive, not causal');
		const thin = await draw(
			'price-and-share',
			mapped('prices', row => ({ ...row, models: 12 })),
		);
		expect(thin.title).toBe('China: 50% of tokens; 12 prices are too few');
		expect(svgOf(thin).querySelectorAll('[fill="var(--cn)"]')).toHaveLength(0);
	});

	it('holds no free price and no month without one, and keeps spend on its own basis', async () => {
		const figure = await draw('price-and-share');
		const rows = cells(figure);
		expect(rows.filter(([month]) => String(month) >= '2026-04')).toEqual([]);
		for (const [, , measure, basis] of rows) expect(basis).toBe(measure === 'tokens' ? 'all_tokens' : 'top10_models');
		expect(figure.subtitle).toContain('log scale');
	});
});

describe('asked of the published file', () => {
	let folder: string;
	let made: Publication;
	const weeks = ['2026-01-05', '2026-01-12', '2026-01-19'];
	const token = (lab: string, country: string, tokens: number) =>
		weeks.map(week => ({
			week,
			lab,
			country,
			tokens,
			total_tokens: 100,
			share: tokens / 100,
			days: 7,
			as_of: '2026-02-01',
		}));
	const shareRow = (country: string, tokens: number) =>
		weeks.map(week => ({
			...{ basis: 'top50_daily', denominator: 'cn_plus_us', week, country, tokens, total_tokens: 100 },
			...{ coverage: 0.95, is_complete: true, is_provisional: false, as_of: '2026-02-01' },
		}));
	const spendRow = (country: string, usd_spend: number, usd_spend_cache_at_input: number, tokens: number) =>
		weeks.map(week => ({
			...{ basis: 'top10_models', week, country, usd_spend, usd_spend_cache_at_input, tokens, coverage: 0.5 },
			is_missing: false,
		}));

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'share-charts-'));
		const rows: MadeRows = {
			...emptied(madeRows()),
			mart_tokens__lab_week: [
				...token('A', 'US', 40),
				...token('B', 'CN', 30),
				...token('C', 'CN', 15),
				...token('unnamed', 'unknown', 11),
				...token('unlisted', 'unknown', 4),
			],
			mart_token_share__country_week: [
				...shareRow('US', 40),
				...shareRow('CN', 45),
				...shareRow('unnamed', 11),
				...shareRow('unlisted', 4),
			],
			mart_spend_share__country_week: [...spendRow('US', 9, 9, 20), ...spendRow('CN', 1, 3, 20)],
		};
		await makePublication(folder, rows);
		made = await openPublication(folder);
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	it('a spend share that a gateway publishes is a mark of its own, joined to nothing', async () => {
		const own = join(folder, 'gateway');
		const rows = madeRows();
		const spend = rows.mart_spend_share__country_week ?? [];
		const published = spend.map(row => ({ ...row, basis: 'vercel_models', share: 0.11, low: 0.1, high: 0.2 }));
		await makePublication(own, { ...rows, mart_spend_share__country_week: [...spend, ...published] });
		const gateway = await openPublication(own);
		for (const lang of languages) {
			const figure = await figureFrom(gateway, { id: 'share-trend' }, lang);
			const apart = cells(figure).filter(([, , basis]) => basis === 'vercel_models');
			expect(new Set(apart.map(([, measure]) => measure))).toEqual(new Set(['spend_published']));
			expect(figure.summary).toContain('11.0%');
			const [, panel] = panelsOf(figure);
			const marks = [...(panel?.querySelectorAll('[fill="var(--page)"] path, path[fill="var(--page)"]') ?? [])];
			expect(marks.length).toBeGreaterThanOrEqual(apart.length);
		}
		const title = async (id: string) => (await figureFrom(gateway, { id }, 'en')).title;
		expect(await title('share-trend')).toBe('China: 52–66% of tokens, 34% of spend');
		const { csv } = await figureFrom(gateway, { id: 'week-numbers' }, 'en');
		expect(csv).not.toContain('vercel_models');
	});

	it('a rank is as open as the unattributed tokens make it', async () => {
		const rows = (await made.rows(labRank.query.weeks)).filter(row => (row as Row)['week'] === weeks[0]) as Row[];
		const told = rows.map(row => [row['lab'], row['rank'], row['best_rank'], row['worst_rank']].map(String));
		// 15 open tokens carry B past A, C level with B, and nobody past two.
		expect(told).toEqual([
			['A', '1', '1', '2'],
			['B', '2', '1', '3'],
			['C', '3', '2', '3'],
		]);
	});

	it('a month sums its whole weeks, with a band at which its two sides meet', async () => {
		const rows = (await made.rows(priceAndShare.query.tokens)) as Row[];
		const [cn, us] = ['CN', 'US'].map(country => rows.find(row => row['country'] === country));
		expect(Number(cn?.['share'])).toBeCloseTo(45 / 85, 12);
		expect([cn?.['low'], cn?.['high']].map(Number)).toEqual([0.45, 0.6]);
		expect(Number(us?.['low'])).toBeCloseTo(1 - Number(cn?.['high']), 12);
		const [spent] = ((await made.rows(priceAndShare.query.spend)) as Row[]).filter(row => row['country'] === 'CN');
		expect([spent?.['share'], spent?.['low'], spent?.['high'], spent?.['same_share']].map(Number)).toEqual([
			0.1, 0.1, 0.25, 0.5,
		]);
	});
});
