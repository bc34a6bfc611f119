import { brotliCompressSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { agreement } from '../site/charts/agreement.ts';
import { coverage } from '../site/charts/coverage.ts';
import { dateBasis } from '../site/charts/date-basis.ts';
import { healthAge } from '../site/charts/health-age.ts';
import { quarantineList } from '../site/charts/quarantine-list.ts';
import { rowCounts } from '../site/charts/row-counts.ts';
import { sourceLag } from '../site/charts/source-lag.ts';
import { bind } from '../site/figure.ts';
import { wordsOf } from '../site/words.ts';
import { rows as weeks } from './chart-rows/agreement.ts';
import { rows as months } from './chart-rows/coverage.ts';
import { rows as bases } from './chart-rows/date-basis.ts';
import { rows as ages } from './chart-rows/health-age.ts';
import { rows as quarantine } from './chart-rows/quarantine-list.ts';
import { rows as counts } from './chart-rows/row-counts.ts';
import { rows as lags } from './chart-rows/source-lag.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>') as unknown as { document: never };
const en = wordsOf('en');
const svgOf = (text: string | undefined) =>
	parseHTML(`<body>${text ?? ''}</body>`).document.querySelector('svg') ?? expect.fail('no svg');

describe('charts of data health', () => {
	it('agreement: the pieces of a week fill its bar, and what one source tells is a piece of its own', () => {
		const figure = bind(agreement).figure(document, weeks, 'all', en);
		expect(figure.csv.split('\n').slice(0, 2)).toEqual([
			'week,country,cells,agree,explained,disputed,single',
			'2026-02-02,all,86,40,4,2,40',
		]);
		expect(figure.title).toBe('One source alone: 7% of price cells; disputed: 1.5%');
		const bars = [...svgOf(figure.svg?.wide).querySelectorAll('rect')].slice(4);
		const heights = bars.slice(0, 4).map(bar => Number(bar.getAttribute('height')));
		expect(heights.reduce((sum, height) => sum + height, 0)).toBeCloseTo(220, 0);
		expect(new Set(bars.slice(0, 4).map(bar => bar.getAttribute('x'))).size).toBe(1);
	});

	it('agreement: a view of one country counts its cells alone', () => {
		const figure = bind(agreement).figure(document, weeks, 'cn', en);
		expect(figure.csv).toContain('2026-02-16,CN,40,30,0,0,10');
	});

	it('source-lag: fewer than five changes give no median, in drawing, table and summary', () => {
		const figure = bind(sourceLag).figure(document, lags, 'all', en);
		expect(figure.title).toContain('up to 7 days');
		expect(figure.table.body[1]?.join(' ')).not.toContain('48');
		expect(figure.summary).toContain('made-prices (international sheet) 3 shown: no median');
		expect(svgOf(figure.svg?.wide).querySelectorAll('circle')).toHaveLength(2);
		const few = { lags: lags.lags.slice(1) };
		expect(bind(sourceLag).figure(document, few, 'all', en).state.name).toBe('few');
	});

	it('coverage: a gap is a cross and no tile, and a month that was not watched is blank', () => {
		const figure = bind(coverage).figure(document, months, 'all', en);
		expect(figure.title).toBe('Months with rows, source by source: 3; gaps: 1');
		expect(svgOf(figure.svg?.wide).querySelectorAll('rect')).toHaveLength(3);
		expect(svgOf(figure.svg?.wide).querySelectorAll('path')).toHaveLength(1);
	});

	it('health-age: no age and an age of no days stand at the edges of the log scale, never on it', () => {
		const svg = svgOf(bind(healthAge).figure(document, ages, 'now', en).svg?.wide);
		const ticks = [...svg.querySelectorAll('text[text-anchor="middle"]')].map(node => ({
			text: node.textContent,
			x: Number(node.getAttribute('x')),
		}));
		expect(ticks.map(tick => tick.text)).toEqual(['same day', '1', '2', '10', 'never looked at']);
		const places = [...svg.querySelectorAll('path[transform], g[transform]')].map(node =>
			Number(/translate\(([\d.]+)/.exec(node.getAttribute('transform') ?? '')?.[1]),
		);
		// in the order of the lines: archive, stale, late, held, weekly, two of the build's day, never
		expect(places).toHaveLength(8);
		expect(places[5]).toBe(places[6]);
		expect(places[5]).toBe(Math.min(...places));
		expect(places[7]).toBe(Math.max(...places));
		const at = (tick: string) => ticks.find(one => one.text === tick)?.x ?? Number.NaN;
		expect(places[2]).toBeCloseTo(at('2'), 1);
		expect(places[3]).toBeCloseTo(at('1'), 1);
		expect(places[0]).toBeGreaterThan(at('10'));
	});

	it('health-age: many sources never looked at share a line, and have each a row of the table', () => {
		const never = ages.sources.at(-1);
		const sources = [...ages.sources, ...[...Array(40).keys()].map(index => ({ ...never, source: `unseen-${index}` }))];
		const figure = bind(healthAge).figure(document, { sources }, 'now', en);
		expect(figure.title).toBe('Older than its cadence: 3 of 7 sources; never: 41');
		expect(figure.table.body).toHaveLength(48);
		expect(svgOf(figure.svg?.wide).textContent).toContain('41 sources');
		expect(svgOf(figure.svg?.wide).textContent).not.toContain('unseen-');
	});

	it('row-counts: a fall is marked where it begins, a soft one only after eight good looks, and a failed look breaks the line', () => {
		const figure = bind(rowCounts).figure(document, counts, 'days', en);
		expect(figure.title).toBe('5 sources looked at; drops: 1, zeros: 1');
		const svg = svgOf(figure.svg?.wide);
		expect(svg.querySelectorAll('path[transform]')).toHaveLength(2);
		expect(svg.textContent).toContain('40 (2)');
		const lines = [...svg.querySelectorAll('path[stroke-width="1.25"]')].map(node => node.getAttribute('d') ?? '');
		expect(lines.map(d => d.match(/M/g)?.length)).toEqual([1, 1, 1, 2, 1]);
		expect(figure.note).toContain('left out: 3 sources');
		const held = counts.days.map(row => (row.good_looks === 2 ? { ...row, is_held: true } : row));
		expect(bind(rowCounts).figure(document, { ...counts, days: held }, 'days', en).title).toContain('drops: 2');
		const few = bind(rowCounts).figure(document, { ...counts, days: counts.days.slice(-2) }, 'days', en);
		expect(few.state).toEqual({ name: 'few', sentence: 'No source has 8 good looks yet: no drop test.' });
	});

	it('row-counts: sixty sources over ninety days stay within the size of a picture', () => {
		const [first] = counts.days;
		const days = [...Array(60).keys()].flatMap(source =>
			[...Array(90).keys()].map(index => ({
				...first,
				source: `a-source-with-a-name-${source}`,
				day: new Date(Date.UTC(2026, 2, 10) - (89 - index) * 86_400_000).toISOString().slice(0, 10),
				rows_a_look: 4000 + ((index * 7919 + source * 104_729) % 997),
			})),
		);
		const { svg } = bind(rowCounts).figure(document, { ...counts, days }, 'days', en);
		for (const text of [svg?.wide ?? '', svg?.narrow ?? '', svg?.alone ?? '']) {
			expect(text.length).toBeLessThan(200_000);
			expect(brotliCompressSync(text).length).toBeLessThan(20_000);
		}
	});

	it('quarantine-list: what is held has its day, its reason and its decision, and no drawing', () => {
		const figure = bind(quarantineList).figure(document, quarantine, 'now', en);
		expect(figure.title).toBe('Snapshots held: 3, sources: 3, undecided: 2');
		expect(figure.svg).toBeNull();
		expect(figure.table.body.map(row => row[4])).toEqual(['undecided', 'reject', 'undecided']);
		expect(figure.table.body[2]?.[3]).toBe('none');
		const none = bind(quarantineList).figure(document, { held: [] }, 'now', en);
		expect(none.state).toEqual({ name: 'none', sentence: 'Nothing is held.' });
	});

	it('date-basis: bars begin at zero, and the pieces of a basis lie end to end', () => {
		const figure = bind(dateBasis).figure(document, bases, 'all', en);
		expect(figure.title).toBe('88% of rows carry an exact day, 10% a bounded one');
		const boxes = [...svgOf(figure.svg?.wide).querySelectorAll('rect')].map(node => ({
			x: Number(node.getAttribute('x')),
			end: Number(node.getAttribute('x')) + Number(node.getAttribute('width')),
			y: node.getAttribute('y'),
		}));
		expect(boxes).toHaveLength(4);
		expect(boxes[1]?.x).toBeCloseTo(boxes[0]?.end ?? 0, 1);
		expect(boxes[1]?.y).toBe(boxes[0]?.y);
		for (const box of [boxes[2], boxes[3]]) expect(box?.x).toBe(boxes[0]?.x);
		const [whole, commits] = [(boxes[1]?.end ?? 0) - (boxes[0]?.x ?? 0), (boxes[2]?.end ?? 0) - (boxes[2]?.x ?? 0)];
		expect(commits / whole).toBeCloseTo(180 / 800, 2);
	});
});
