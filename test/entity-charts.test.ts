import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { charts } from '../site/charts.ts';
import type { RowSets } from '../site/figure.ts';
import { wordsOf } from '../site/words.ts';
import { rows as hosts } from './chart-rows/model-hosts.ts';
import { rows as scores } from './chart-rows/model-scores.ts';
import { rows as price } from './chart-rows/model-price.ts';
import { rows as range } from './chart-rows/lab-range.ts';
import { rows as releases } from './chart-rows/lab-releases.ts';
import { rows as labShare } from './chart-rows/lab-share.ts';
import { rows as use } from './chart-rows/model-tokens.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const figure = (id: string, rows: RowSets) =>
	(charts.find(chart => chart.id === id) ?? expect.fail(`no chart ${id}`)).figure(document, rows, 'all', wordsOf('en'));
const svgOf = (id: string, rows: RowSets) =>
	parseHTML(`<!doctype html><html><body>${figure(id, rows).svg?.wide ?? ''}</body></html>`).document.querySelector(
		'svg',
	) ?? expect.fail('no drawing');
const paths = (svg: Element, attribute: string, value: string) =>
	[...svg.querySelectorAll(`path[${attribute}="${value}"]`)].map(node => node.getAttribute('d') ?? '');
const panelsOf = (svg: Element) => [...svg.children].filter(node => node.tagName.toLowerCase() === 'svg');

describe('charts of a model', () => {
	it('list and host are never one series: the price of a host moves no list line', () => {
		const dearer = {
			...price,
			host: price.host.map((row, index) => (index === 0 ? { ...row, usd_per_mtok: '1.7000000000' } : row)),
		};
		const [before, after] = [svgOf('model-price', price), svgOf('model-price', dearer)];
		expect(paths(before, 'stroke-width', '2.25').length).toBeGreaterThan(1);
		expect(paths(after, 'stroke-width', '2.25')).toEqual(paths(before, 'stroke-width', '2.25'));
		expect(paths(after, 'stroke-width', '1')).not.toEqual(paths(before, 'stroke-width', '1'));
	});

	it('a price is steps with the interval of its looks, and a stretch that sources dispute is a box without a point', () => {
		const svg = svgOf('model-price', price);
		for (const d of paths(svg, 'stroke-width', '2.25')) expect(d).toMatch(/^(M[\d.]+,[\d.]+(H[\d.]+|V[\d.]+)+)+$/);
		expect(svg.querySelectorAll('rect[fill-opacity="0.24"]')).toHaveLength(1);
		const input = panelsOf(svg)[1] ?? expect.fail('no panel of input');
		expect(
			[...input.querySelectorAll('path')]
				.map(node => node.getAttribute('d'))
				.filter(d => /^M.*H.*V.*H.*Z$/.test(d ?? '')),
		).toHaveLength(1);
		// The only mark there would be that of the disputed end: none is drawn.
		expect(input.querySelectorAll('path[stroke-width="1.25"]')).toHaveLength(0);
	});

	it('a yuan sheet is hollow, a host is hollow, the lab’s dollar sheet is not', () => {
		const fills = [
			...(panelsOf(svgOf('model-price', price))[0]?.querySelectorAll('path[stroke-width="1.25"]') ?? []),
		].map(node => node.getAttribute('fill'));
		expect(fills.sort()).toEqual(['var(--cn)', 'var(--page)', 'var(--page)']);
	});

	it('free has no axis and is written; a price that is not stated is no point', () => {
		const one = figure('model-price', price);
		expect(one.svg?.wide).toContain('free: no log axis');
		expect(one.csv.split('\n').filter(line => line.includes('cache_read'))).toHaveLength(1);
		const other = figure('model-price', { list: price.list.filter(row => row.cell === 'input'), host: [] });
		expect(other.svg?.wide).not.toContain('free: no log axis');
		expect(other.title).toBe('Input: list $0.20–$0.60, no host price');
	});

	it('sellers of unknown precision are hollow, a free one has no mark, those without room are counted', () => {
		const svg = svgOf('model-hosts', hosts);
		const marks = [...svg.querySelectorAll('path[stroke-width="1.25"]')].map(node => node.getAttribute('fill'));
		expect(marks).toHaveLength(11);
		expect(marks.filter(fill => fill === 'var(--us)')).toHaveLength(1);
		expect(svg.textContent).toContain('3 dearer ones are in the table');
		expect(figure('model-hosts', hosts).title).toBe('15 hosts and routers, output: 1 free, up to $1.60');
		expect(figure('model-hosts', hosts).csv).not.toContain('input only');
	});

	it('bars of tokens begin at zero, and a day below the list has none', () => {
		const svg = svgOf('model-tokens', use);
		const floor = paths(svg, 'stroke', 'var(--ink)')[0]?.split(',')[1]?.split('H')[0];
		const bars = paths(svg, 'stroke-width', '3')[0]?.match(/M[\d.]+,([\d.]+)V/g) ?? [];
		expect(bars).toHaveLength(4);
		for (const bar of bars) expect(bar.split(',')[1]).toBe(`${floor}V`);
		expect(figure('model-tokens', use).title).toBe('Listed on 4 of 6 days, last 4 Feb 2026');
		expect(figure('model-tokens', { ...use, listed: [] }).state.sentence).toContain('unknown, not 0');
	});
});

describe('scores of a model', () => {
	it('are a row for each effort, hollow where the maker reported them, with the range and median of all models', () => {
		const svg = svgOf('model-scores', scores);
		expect(paths(svg, 'stroke-width', '1.25')).toHaveLength(4);
		const fills = [...svg.querySelectorAll('path[stroke-width="1.25"]')].map(node => node.getAttribute('fill'));
		expect(fills).toEqual(['var(--us)', 'var(--us)', 'var(--page)', 'var(--us)']);
		const [index, gpqa] = [paths(svg, 'stroke-width', '1.5')[0], paths(svg, 'stroke-width', '1.5')[2]];
		// per cent from 0 to 100 over 192 px; the index over the range of its own models
		expect(index).toBe('M92,32H284');
		expect(gpqa).toMatch(/^M120\.22,\d+H260\.19$/);
	});

	it('have no rank and no median among fewer than eight models', () => {
		const [, , , rare] = scores.scores;
		const one = figure('model-scores', { scores: [rare] });
		expect(one.state.name).toBe('few');
		expect(one.title).toBe('SWE Bench Pro 0.0%');
		expect(`${one.title} ${one.summary} ${one.table.body.join(' ')}`).not.toMatch(/rank|of 5/);
		expect(paths(svgOf('model-scores', { scores: [rare] }), 'stroke-width', '1.5')).toEqual([]);
	});

	it('are counted where they find no room', () => {
		const [, first] = scores.scores;
		const many = { scores: [...Array(40).keys()].map(index => ({ ...first, effort: `${index}k` })) };
		expect(figure('model-scores', many).note).toContain('10 more scores are in the table');
		expect(figure('model-scores', many).table.body).toHaveLength(40);
		expect(paths(svgOf('model-scores', many), 'stroke-width', '1.25')).toHaveLength(30);
	});
});

describe('charts of a lab', () => {
	it('the range of a lab names both ends and its cell, and keeps models without a list price', () => {
		const one = figure('lab-range', range);
		expect(one.title).toBe('Output, list: $0.40 to $5.00 over 27 models');
		expect(one.svg?.wide).toContain('no list price');
		expect(one.svg?.wide).toContain('5 older models are in the table');
		expect(one.table.body).toHaveLength(29);
		const without = { models: range.models.map(row => ({ ...row, host_input: null, host_output: null })) };
		expect(paths(svgOf('lab-range', without), 'stroke-width', '4')).toHaveLength(
			paths(svgOf('lab-range', range), 'stroke-width', '4').length,
		);
	});

	it('tokens and spend share one scale, and the band is drawn and named', () => {
		const one = figure('lab-share', labShare);
		const ticks = panelsOf(svgOf('lab-share', labShare)).map(panel =>
			[...panel.querySelectorAll('g[text-anchor="end"] text')].map(node => [node.textContent, node.getAttribute('y')]),
		);
		expect(ticks[0]).toHaveLength(6);
		expect(ticks[1]).toEqual(ticks[0]);
		expect(one.subtitle).toMatch(/one scale to 25%.*of all tokens.*coverage 93\.0%.*band.*top 10/);
		expect(one.csv.split('\n', 1)[0]).toMatch(/measure,basis,denominator,share,low,high,coverage/);
		expect(one.svg?.wide.match(/fill-opacity="0.24"/g)?.length).toBeGreaterThanOrEqual(3);
	});

	it('a week outside the list is a gap, and the newest complete week is hollow', () => {
		const svg = svgOf('lab-share', labShare);
		const tokens = panelsOf(svg)[0] ?? expect.fail('no panel of tokens');
		expect(paths(tokens, 'stroke-width', '2.5')).toHaveLength(2);
		expect([...tokens.querySelectorAll('path[stroke-width="1.25"]')].map(node => node.getAttribute('fill'))).toEqual([
			'var(--page)',
		]);
	});

	it('a lab that was never among the ten keeps the panel of spend and says why', () => {
		const one = figure('lab-share', { ...labShare, spend: [] });
		expect(panelsOf(svgOf('lab-share', { ...labShare, spend: [] }))).toHaveLength(2);
		expect(one.svg?.wide).toContain('never among the ten models with a token mix');
	});

	it('a stated release is filled, a first listing hollow, and every one has its mark', () => {
		const fills = [...svgOf('lab-releases', releases).querySelectorAll('path[stroke-width="1.25"]')].map(node =>
			node.getAttribute('fill'),
		);
		expect(fills).toHaveLength(releases.models.length);
		expect(fills.filter(fill => fill === 'var(--page)')).toHaveLength(1);
	});
});
