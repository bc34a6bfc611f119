import { describe, expect, it } from 'vitest';
import type { Figure } from '../site/figure.ts';
import { draw, mapped, pathsOf, svgOf } from './drawn.ts';

describe('tokens by country', () => {
	it('never draws the open week, and breaks at a missing one', async () => {
		const figure = await draw('tokens-trend');
		expect(figure.csv).not.toContain('2026-01-05');
		// Three weeks, a hole, five weeks: the total has two pieces.
		expect(pathsOf(figure, '1.25').filter(path => path?.includes('L'))).toHaveLength(2);
	});

	it('stacks from zero to the total, country by country', async () => {
		const rows = (await draw('tokens-trend')).csv
			.trim()
			.split('\n')
			.slice(1)
			.map(line => line.split(','));
		const last = rows.filter(([week]) => week === '2025-12-29');
		expect(last.map(([, country]) => country)).toEqual(['US', 'CN', 'EU', 'other', 'unnamed', 'unlisted']);
		expect(last.reduce((sum, [, , tokens]) => sum + Number(tokens), 0)).toBeCloseTo(Number(last[0]?.[3]), -9);
	});

	it('says growth only against a week it has', async () => {
		const short = await draw('tokens-trend', rows => ({
			weeks: (rows['weeks'] ?? []).filter(row => String(row['week']) > '2025-12-10'),
		}));
		expect(short.state.name).toBe('few');
		expect(short.title).not.toContain('×');
	});
});

describe('bases and crossings', () => {
	it('compare two bases in one week only', async () => {
		expect((await draw('basis-coverage')).title).toBe('The top 9 hold 54% of all tokens, the top 50 91%');
		const apart = await draw('basis-coverage', rows => ({
			weeks: (rows['weeks'] ?? []).filter(
				row => (row['basis'] === 'top9_models') === String(row['week']) < '2025-12-01',
			),
		}));
		expect(apart.title).toBe('top 50: 89% of all tokens');
	});

	it('a rule that is not met has no mark, and one week alone is hollow', async () => {
		const marks = [...svgOf(await draw('crossings')).querySelectorAll('path[transform]')].filter(node =>
			(node.getAttribute('fill') ?? node.parentElement?.getAttribute('fill') ?? '').includes('var('),
		);
		const fills = marks.map(node => node.getAttribute('fill') ?? node.parentElement?.getAttribute('fill'));
		expect(fills.filter(fill => fill === 'var(--cn)')).toHaveLength(2);
		expect(fills.filter(fill => fill === 'var(--page)')).toHaveLength(2);
	});

	it('without spend on record nothing is said of spend', async () => {
		const tokens = await draw('crossings', rows => ({
			...rows,
			rules: (rows['rules'] ?? []).filter(row => row['measure'] === 'tokens'),
		}));
		expect(tokens.title).not.toContain('spend');
		expect((await draw('crossings')).title).toBe('China past half: 9 Feb 2026 to 27 Apr 2026; spend: no');
	});
});

describe('rates of decline', () => {
	it('print no factor that the rule forbids, and say why', async () => {
		const figure = await draw('decline-rate');
		const cells = figure.table.body.map(row => row.join('|'));
		expect(cells.find(row => row.startsWith('Aider Polyglot|50|'))).toBe(
			'Aider Polyglot|50|not printed|not printed|not printed|not printed|3|225|3.66×|none|fewer than 4 frontier steps: 3',
		);
		expect(cells.find(row => row.startsWith('OTIS Mock AIME|all scores|pooled'))).toContain(
			'interval wider than a factor of 100',
		);
		expect(figure.title).toBe('2 of 3 rates can be printed, 1 rule out no change');
		expect(figure.summary).not.toContain('356');
	});

	it('every rate names its estimator and its interval', async () => {
		expect((await draw('decline-rate')).summary).toContain('OTIS Mock AIME 37 · OLS: 6.69× a year (1.21–36.9, n = 5).');
	});
});

describe('cached input', () => {
	it('the floor of lists and of hosts are two series', async () => {
		const [before, after] = [
			await draw('cache-floor'),
			await draw(
				'cache-floor',
				mapped('host', row => (String(row['day']) > '2026-04-01' ? { ...row, min_usd_per_mtok: '0.0500000000' } : row)),
			),
		];
		expect(pathsOf(after, '2.25')).toEqual(pathsOf(before, '2.25'));
		const drawing = (figure: Figure) => figure.svg?.wide.replace(/<desc[\s\S]*?<\/desc>/, '');
		expect(drawing(after)).not.toBe(drawing(before));
	});

	it('a free price is no floor, and a gap of more than four weeks breaks the line', async () => {
		const figure = await draw('cache-floor');
		expect(figure.csv).not.toMatch(/,0(\.0+)?,/);
		// China: two stretches; the US: two; Europe: one look.
		expect(pathsOf(figure, '2.25').length).toBe(5);
	});

	it('a cache price that is not published is never drawn', async () => {
		const figure = await draw('cache-ratio');
		for (const model of ['none/a', 'free/a', 'disputed/a']) expect(figure.csv).not.toContain(model);
		expect(figure.note).toContain('3 of 9 listed models are left out');
		expect(figure.title).toBe('Cache read costs 25% of input in the US, 6% in China');
	});

	it('a Chinese drawing names a lab in Chinese, its table in both, its file in Latin', async () => {
		const [zh, en] = [await draw('cache-ratio', undefined, undefined, 'zh'), await draw('cache-ratio')];
		const labels = [...svgOf(zh).querySelectorAll('text[data-label]')].map(node => node.textContent);
		expect(labels).toContain('深度求索');
		expect(labels).toContain('OpenAI');
		expect(labels.join(' ')).not.toContain('DeepSeek');
		expect(zh.table.body.map(row => row.join(' ')).join(' ')).toContain('深度求索（DeepSeek）');
		expect(svgOf(en).textContent).not.toContain('深度求索');
		expect(zh.csv).toBe(en.csv);
	});

	it('without a cache price the effective price stays at the input price', async () => {
		const lines = (await draw('effective-price')).csv
			.trim()
			.split('\n')
			.filter(line => line.startsWith('openai/gpt-oss'));
		expect(new Set(lines.map(line => line.split(',')[3])).size).toBe(1);
		expect(lines).toHaveLength(6);
	});
});

describe('agents', () => {
	it('a model without a cache price has only its dot without cache', async () => {
		const figure = await draw('task-cost');
		expect(figure.csv.split('\n').filter(line => line.startsWith('deepseek/v4-flash'))).toHaveLength(1);
		expect(figure.note).toContain('1 of them publish no cache price');
		expect(figure.title).toBe('One agent task without cache: $2.86 to $108.00');
	});

	it('a day on two models says the ratio it needs, reachable or not', async () => {
		expect((await draw('mix-day', undefined, 'sonnet')).title).toBe('$50 a day: 2.1% premium; needs a ratio of 18.0×');
		const missed = await draw('mix-day', undefined, 'opus');
		expect(missed.title).toBe('$50 not reachable: all cheap $150.00, ratio needed 18.0×');
		expect(missed.summary).toContain('needs a price ratio of 18.0×; it is 6.0×');
	});

	it('the bars of a day stand on zero and reach the sum of both models', async () => {
		const rows = (await draw('mix-day')).csv
			.trim()
			.split('\n')
			.slice(1)
			.map(line => line.split(','));
		for (const [, , premium, , cheap, day] of rows) expect(Number(premium) + Number(cheap)).toBeCloseTo(Number(day), 9);
		expect(Number(rows.at(-1)?.[5])).toBeCloseTo(900, 6);
	});
});

describe('energy and scope', () => {
	it('the bound is that of the worked example, drawn from zero', async () => {
		const figure = await draw('power-bound');
		expect(figure.table.body[0]?.slice(4, 7)).toEqual(['0.03%', '0.68%', '1.37%']);
		expect(figure.subtitle).toContain('a tariff $0.04 per kWh apart');
		const bars = [...svgOf(figure).querySelectorAll('rect')].map(bar => Number(bar.getAttribute('x')));
		expect(new Set(bars).size).toBe(1);
	});

	it('what nobody said is no point', async () => {
		for (const id of ['platform-scope', 'tokens-a-day']) expect((await draw(id)).csv).not.toContain('Silent');
		expect((await draw('platform-scope')).title).toBe('This router carries at most 5.9% of disclosed tokens');
		expect((await draw('tokens-a-day')).note).toContain('2 without a month are left out');
	});

	it('an end long past is called so, and no line is drawn beyond it', async () => {
		const figure = await draw('electricity');
		expect(figure.subtitle).toContain('Stale: last seen 2005');
		expect((await draw('electricity', rows => ({ ...rows, built: [{ year: 2006 }] }))).subtitle).not.toContain('Stale');
		expect(figure.csv.trim().split('\n').at(-1)).toMatch(/^2005,/);
	});
});
