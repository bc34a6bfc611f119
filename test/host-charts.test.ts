import { describe, expect, it } from 'vitest';
import { draw, svgOf, type Row } from './drawn.ts';

const chart = (change: (offers: Row[]) => Row[] = rows => rows, view?: string) =>
	draw('same-weights', ({ offers = [] }) => ({ offers: change(offers) }), view);
const marksOf = async (figure: ReturnType<typeof chart>) => [
	...svgOf(await figure).querySelectorAll('[stroke-width="1.5"]'),
];

describe('prices of the same weights', () => {
	it('are a mark for each host, hollow where the precision is unknown or low; models of two hosts are counted', async () => {
		const one = await chart();
		expect(one.title).toBe('Same weights: dearest host at 2.0× the cheapest, median');
		expect(one.note).toContain('fewer than 3 hosts beside the lab are left out: 2');
		const marks = await marksOf(chart());
		expect(marks).toHaveLength(17);
		expect(marks.filter(mark => mark.getAttribute('fill') === 'var(--page)')).toHaveLength(10);
		expect(one.csv).not.toContain('qwen/six');
		expect(one.csv).not.toContain('Moonshot');
	});

	it('are no series of the lab: its own offer is a bar, and moves no range', async () => {
		const one = await chart();
		const dearer = await chart(offers => offers.map(row => (row['is_own_lab'] ? { ...row, usd_per_mtok: '9' } : row)));
		expect([dearer.title, dearer.summary]).toEqual([one.title, one.summary]);
		expect(one.svg?.wide.match(/stroke-width="2.25"/g)).toHaveLength(1);
	});

	it('have no median over fewer than five models, and a free offer is no price of a ratio', async () => {
		const few = await chart(offers => offers.filter(row => row['model'] !== 'openai/five'));
		expect(few.state.sentence).toBe('4 models with enough hosts: no median with fewer than 5.');
		expect(few.title).not.toContain('median');
		const free = await chart(offers =>
			offers.map(row => (row['model'] === 'openai/five' ? { ...row, usd_per_mtok: '0' } : row)),
		);
		expect(free.title).toBe(few.title);
		expect((await chart(offers => offers, 'input')).state.name).toBe('few');
		expect((await chart(() => [])).state.name).toBe('none');
	});

	it('of more models than find room are counted, the widest drawn', async () => {
		const many = ([first]: Row[]) =>
			[...Array(30).keys()].flatMap(model =>
				[1, 2, 3 + model].map((price, index) => ({
					...{ ...first, model: `lab/m${model}`, title: `M${model}` },
					...{ host: `host-${index}`, usd_per_mtok: String(price) },
				})),
			);
		const one = await chart(many);
		expect(one.note).toContain('6 more are in the table.');
		expect(one.table.body).toHaveLength(90);
		expect(await marksOf(chart(many))).toHaveLength(72);
		expect(one.svg?.wide).toContain('>M29</text>');
		expect(one.svg?.wide).not.toContain('>M0</text>');
	});
});
