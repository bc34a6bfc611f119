import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { agreement } from '../site/charts/agreement.ts';
import { coverage } from '../site/charts/coverage.ts';
import { sourceLag } from '../site/charts/source-lag.ts';
import { bind } from '../site/figure.ts';
import { wordsOf } from '../site/words.ts';
import { rows as weeks } from './chart-rows/agreement.ts';
import { rows as months } from './chart-rows/coverage.ts';
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
});
