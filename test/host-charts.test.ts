import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { sameWeights } from '../site/charts/same-weights.ts';
import { bind } from '../site/figure.ts';
import { wordsOf } from '../site/words.ts';
import { rows } from './chart-rows/same-weights.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>') as unknown as { document: never };
const chart = bind(sameWeights);
const draw = (offers: readonly object[], view = 'output') => chart.figure(document, { offers }, view, wordsOf('en'));
const marksOf = (text: string | undefined) => [
	...parseHTML(`<body>${text ?? ''}</body>`).document.querySelectorAll('[stroke-width="1.5"]'),
];

describe('prices of the same weights', () => {
	it('are a mark for each host, hollow where the precision is unknown or low; models of two hosts are counted', () => {
		const one = draw(rows.offers);
		expect(one.title).toBe('Same weights: dearest host at 2.0× the cheapest, median');
		expect(one.note).toContain('fewer than 3 hosts beside the lab are left out: 2');
		const marks = marksOf(one.svg?.wide);
		expect(marks).toHaveLength(17);
		expect(marks.filter(mark => mark.getAttribute('fill') === 'var(--page)')).toHaveLength(10);
		expect(one.csv).not.toContain('qwen/six');
		expect(one.csv).not.toContain('Moonshot');
	});

	it('are no series of the lab: its own offer is a bar, and moves no range', () => {
		const dearer = rows.offers.map(row => (row.is_own_lab ? { ...row, usd_per_mtok: '9' } : row));
		expect(draw(dearer).title).toBe(draw(rows.offers).title);
		expect(draw(dearer).summary).toBe(draw(rows.offers).summary);
		expect(draw(rows.offers).svg?.wide.match(/stroke-width="2.25"/g)).toHaveLength(1);
	});

	it('have no median over fewer than five models, and a free offer is no price of a ratio', () => {
		const few = draw(rows.offers.filter(row => row.model !== 'openai/five'));
		expect(few.state.sentence).toBe('4 models with enough hosts: no median with fewer than 5.');
		expect(few.title).not.toContain('median');
		const free = rows.offers.map(row => (row.model === 'openai/five' ? { ...row, usd_per_mtok: '0' } : row));
		expect(draw(free).title).toBe(few.title);
		expect(draw(rows.offers, 'input').state.name).toBe('few');
		expect(draw([]).state.name).toBe('none');
	});

	it('of more models than find room are counted, the widest drawn', () => {
		const many = [...Array(30).keys()].flatMap(model =>
			[1, 2, 3 + model].map((price, index) => ({
				...rows.offers[0],
				model: `lab/m${model}`,
				title: `M${model}`,
				host: `host-${index}`,
				usd_per_mtok: String(price),
			})),
		);
		const one = draw(many);
		expect(one.note).toContain('6 more are in the table.');
		expect(one.table.body).toHaveLength(90);
		expect(marksOf(one.svg?.wide)).toHaveLength(72);
		expect(one.svg?.wide).toContain('>M29</text>');
		expect(one.svg?.wide).not.toContain('>M0</text>');
	});
});
