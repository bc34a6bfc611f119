import { describe, expect, it } from 'vitest';
import type { Figure } from '../site/figure.ts';
import { draw, mapped, pathsOf, svgOf } from './drawn.ts';

const linesOf = ({ csv }: Figure) =>
	csv
		.trim()
		.split('\n')
		.slice(1)
		.map(line => line.split(','));

describe('a price index', () => {
	it('reads two formulas as a range and stands beside what is paid', async () => {
		expect((await draw('price-index')).title).toBe('Matched prices: US 100, China 95–112. Paid: 121 and 121');
		expect((await draw('price-index', rows => rows, 'all')).title).toBe(
			'Matched prices 95–112, average price paid 121',
		);
	});

	it('names the index that is missing', async () => {
		const figure = await draw('price-index', rows => ({
			...rows,
			weeks: (rows['weeks'] ?? []).filter(row => row['series'] !== 'paid' || row['country'] !== 'CN'),
		}));
		expect(figure.title).toContain('121 and no index');
		expect(figure.note).toContain('China: no hedonic index; scored models: 1 of 20 needed.');
	});

	it('a week of little matched spend is hollow, and a missing week breaks the line', async () => {
		const hollow = (figure: Figure) =>
			svgOf(figure).querySelectorAll('[fill="var(--page)"] path, path[fill="var(--page)"]');
		const all = (rows: Record<string, unknown>) => ({ ...rows, is_flagged: false });
		expect(hollow(await draw('price-index')).length).toBeGreaterThan(0);
		expect(hollow(await draw('price-index', mapped('weeks', all)))).toHaveLength(0);
		// Four weeks, a hole, one week: of each heavy line the first piece alone has a length.
		expect(pathsOf(await draw('price-index'), '2.5').filter(path => path?.includes('L'))).toHaveLength(2);
	});

	it('the regression of list prices has its band, matched prices none', async () => {
		const figure = await draw('price-index', rows => rows, 'list-months');
		expect(svgOf(figure).querySelectorAll('[fill-opacity="0.24"]')).toHaveLength(1);
		for (const [, , series, , low] of linesOf(figure)) expect(low === '', series).toBe(series === 'list_matched');
	});

	it('fewer than four weeks are points', async () => {
		const figure = await draw('price-index', rows => ({
			...rows,
			weeks: (rows['weeks'] ?? []).filter(row => String(row['day']) < '2026-03-01'),
		}));
		expect(figure.state.name).toBe('few');
		expect(pathsOf(figure, '2.5')).toHaveLength(0);
	});
});

describe('the average price paid', () => {
	it('counts free tokens in one view and leaves them out in the other', async () => {
		const newest = async (view: string) =>
			linesOf(await draw('paid-price', rows => rows, view)).filter(([week]) => week === '2026-02-16');
		const [all, paid] = [await newest('all-tokens'), await newest('without-free')];
		expect(all.map(cells => Number(cells[2]).toFixed(4))).toEqual(['0.1667', '0.8333']);
		expect(paid.map(cells => Number(cells[2]).toFixed(4))).toEqual(['0.2500', '0.8333']);
	});

	it('a country without a model in a week has a gap, not a price of zero', async () => {
		const figure = await draw('paid-price');
		expect(linesOf(figure).filter(([week, country]) => week === '2026-01-19' && country === 'CN')).toEqual([]);
		expect(figure.note).toContain('Weeks without a model of China among the ten: 1.');
	});

	it('weeks at later prices are dashed, and only a week that imputed prices decide has a bar', async () => {
		const figure = await draw('paid-price');
		expect(pathsOf(figure, '1.75').filter(path => path?.includes('L'))).toHaveLength(2);
		expect(svgOf(figure).querySelectorAll('[stroke-width="6"] line, line[stroke-width="6"]')).toHaveLength(2);
		expect(figure.note).toContain('weeks at prices first seen over 14 days later, 2');
	});

	it('a spend of nothing is no price', async () => {
		const figure = await draw(
			'paid-price',
			mapped('weeks', row => ({ ...row, usd_spend: 0 })),
		);
		expect(figure.state.name).toBe('none');
	});
});

describe('the cost of a solved task', () => {
	it('leaves out and counts runs without a bill, and runs of two models', async () => {
		const figure = await draw('cost-per-solved', rows => rows, 'all');
		expect(figure.note).toContain('5 of 12 runs that state no bill or one of 0, and runs of two models: 1');
		expect(figure.csv).not.toMatch(/openai\/free|two models/);
	});

	it('compares countries only among runs that solved half', async () => {
		const figure = await draw('cost-per-solved');
		expect(figure.title).toBe('Cheapest right answer: US $0.0569, China $0.00556');
		expect(figure.csv).not.toContain('openai/nano');
		expect(figure.note).toContain('Runs that solved less than half, in the other view: 1');
	});

	it('a bill that does not fit its tokens is hollow', async () => {
		const hollow = svgOf(await draw('cost-per-solved')).querySelectorAll(
			'[fill="var(--page)"] path, path[fill="var(--page)"]',
		);
		expect(hollow).toHaveLength(1);
	});
});

describe('the history of a task’s cost', () => {
	it('joins days of one price, breaks where none is known, and says which line is dearer', async () => {
		const figure = await draw('task-cost-history');
		expect(figure.title).toBe('A year of agent tasks: 2 of 4 lines dearer, 1 cheaper');
		expect(linesOf(figure).filter(cells => cells[3] === 'z-ai/glm-5')).toHaveLength(1);
		expect(figure.csv).not.toContain('z-ai/glm-4.7');
		expect(pathsOf(figure, '2.25').find(path => (path?.match(/M/g) ?? []).length === 2)).toBeDefined();
		expect(figure.note).toContain('no list price seen by then: 2 of 4');
	});

	it('a line ends on the day its price was last seen', async () => {
		expect((await draw('task-cost-history')).summary).toContain('$10.00 on 19 Apr 2026 (z-ai/glm-5)');
	});

	it('each workload is a view of its own', async () => {
		const chat = await draw('task-cost-history', rows => rows, 'chatbot');
		expect(new Set(linesOf(chat).map(cells => cells[5]))).toEqual(new Set(['chatbot']));
	});
});

describe('what moved the price paid', () => {
	it('the parts add up to the whole in every week, and from week to week', async () => {
		for (const view of ['us-and-china', 'all', 'by-country']) {
			const lines = linesOf(await draw('price-split', rows => rows, view));
			const places = new Set(lines.map(([week, country]) => `${week} ${country}`));
			for (const place of places) {
				const own = lines.filter(([week, country]) => `${week} ${country}` === place);
				for (const column of [3, 4, 5]) {
					const whole = own.find(cells => cells[2] === 'move');
					const sum = own.reduce((all, cells) => all + (cells[2] === 'move' ? 0 : Number(cells[column])), 0);
					expect(Number(whole?.[column]), `${place} ${column}`).toBeCloseTo(sum, 9);
				}
			}
		}
	});

	it('says how much of the move is price, and that a part did not move', async () => {
		const figure = await draw('price-split');
		expect(figure.title).toBe('Paid: US +30%, 0% by price; China −1%, +3% by price');
		expect(figure.summary).toContain('price: no move');
	});

	it('fewer than four weeks are points', async () => {
		const figure = await draw('price-split', rows => ({
			moves: (rows['moves'] ?? []).filter(row => String(row['week']) < '2026-03-01'),
		}));
		expect(figure.state.name).toBe('few');
		expect(pathsOf(figure, '2.5')).toHaveLength(0);
	});
});
