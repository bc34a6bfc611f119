import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { claimReadings } from '../site/charts/claim-readings.ts';
import { claimVerdicts } from '../site/charts/claim-verdicts.ts';
import {
	claimedText,
	firstClaims,
	measuredText,
	toleranceText,
	unitText,
	verdictChanges,
	type VerdictDay,
} from '../site/claims.ts';
import { bind } from '../site/figure.ts';
import { wordsOf } from '../site/words.ts';
import { connect, literal, rowsOf } from '../warehouse/duckdb.ts';
import { rows as readings } from './chart-rows/claim-readings.ts';
import { rows as history } from './chart-rows/claim-verdicts.ts';

const { document } = parseHTML('<!doctype html><html><body></body></html>');
const [en, zh] = [wordsOf('en'), wordsOf('zh')];
const seed = async () => {
	const connection = await connect();
	try {
		return await rowsOf<{
			claim_id: string;
			number: string | null;
			unit: string | null;
			measured_unit: string | null;
			tolerance: string | null;
		}>(
			connection,
			`from read_csv(${literal('warehouse/seeds/claims.csv')}, header = true, all_varchar = true, nullstr = '', quote = '"', escape = '"')`,
		);
	} finally {
		connection.closeSync();
	}
};

describe('the ledger of claims on the site', () => {
	it('has the unit, the tolerance and the number of every claim in both languages', async () => {
		const claims = await seed();
		expect(claims.length).toBeGreaterThan(140);
		for (const { claim_id, number, unit, measured_unit, tolerance } of claims) {
			for (const words of [en, zh]) {
				for (const one of [unit, measured_unit]) expect(unitText(one, words).length > 0, claim_id).toBe(one !== null);
				expect(toleranceText(tolerance, words), claim_id).toMatch(/\S/);
				expect(claimedText({ claimed: number, unit }, words), claim_id).not.toMatch(/NaN|undefined/);
			}
		}
	});

	it('shows first the twelve of its list, and each is a claim', async () => {
		const ids = new Set((await seed()).map(claim => claim.claim_id));
		expect(firstClaims).toHaveLength(12);
		expect(firstClaims.filter(id => !ids.has(id))).toEqual([]);
	});

	it('counts a billion as ten hundred-millions in Chinese, and nothing else', () => {
		expect(claimedText({ claimed: '965', unit: 'billion USD' }, zh)).toBe('9,650亿美元');
		expect(claimedText({ claimed: '965', unit: 'billion USD' }, en)).toBe('965 billion USD');
		expect(claimedText({ claimed: '0.20', unit: 'USD per million tokens' }, zh)).toBe('0.2美元/百万token');
		const measured = { measured_low: 4.16666666667, measured_high: 12.5, unit: 'times' };
		expect(measuredText(measured, en)).toBe('4.167 to 12.5 times');
		expect(measuredText(measured, zh)).toBe('4.167至12.5倍');
		const year = { measured_low: 2042.36, measured_high: 2042.36, unit: 'year' };
		expect([measuredText(year, en), measuredText(year, zh)]).toEqual(['2042', '2042年']);
	});

	it('fills the dots of readings that agree and leaves the others hollow, none where there is no value', () => {
		const figure = bind(claimReadings).figure(document as never, readings, 'readings', en);
		const svg = parseHTML(`<body>${figure.svg?.wide}</body>`).document.querySelector('svg');
		const dots = [...(svg?.querySelectorAll('circle') ?? [])].map(dot => dot.getAttribute('fill'));
		expect(dots).toEqual(['var(--ink)', 'var(--page)', 'var(--page)']);
		expect(figure.title).toBe('Readings that agree with the claim: 1 of 3');
		expect(svg?.textContent).toContain('no value');
	});

	it('announces the log scale of readings that lie thirty times apart, and of no others', () => {
		const [first] = readings.readings;
		const far = {
			readings: [
				{ ...first, measured: 2 },
				{ ...first, measured: 300, accepts_from: 1, claimed: '1' },
			],
		};
		expect(bind(claimReadings).figure(document as never, far, 'readings', en).subtitle).toContain('log scale');
		expect(bind(claimReadings).figure(document as never, readings, 'readings', en).subtitle).not.toContain('log');
	});

	it('draws the days of a verdict end to end, each with its glyph, and a single day as a sentence', () => {
		const figure = bind(claimVerdicts).figure(document as never, history, 'days', en);
		expect(figure.title).toBe('Verdict since 2 May 2026: partly; changes: 3');
		const svg = parseHTML(`<body>${figure.svg?.wide}</body>`).document.querySelector('svg');
		const pieces = [...(svg?.querySelectorAll('rect') ?? [])].map(piece => ({
			from: Number(piece.getAttribute('x')),
			to: Number(piece.getAttribute('x')) + Number(piece.getAttribute('width')),
		}));
		expect(pieces).toHaveLength(4);
		for (const [index, piece] of pieces.slice(1).entries()) expect(piece.from).toBeCloseTo(pieces[index]?.to ?? 0, 1);
		expect(svg?.querySelectorAll('[transform]')).toHaveLength(4);
		const [first] = history.verdicts;
		const one = bind(claimVerdicts).figure(
			document as never,
			{ verdicts: [{ ...first, to_day: first?.day }] },
			'days',
			en,
		);
		expect(one.state).toEqual({ name: 'few', sentence: 'Tested on one day only: no strip.' });
		expect(one.svg).toBeNull();
		expect(one.table.body).toHaveLength(1);
	});

	it('tells a verdict that replaced another, and neither a first verdict nor a repeated one', () => {
		const at = (claim_id: string, day: string, verdict: VerdictDay['verdict']): VerdictDay => ({
			...{ claim_id, day, verdict },
			...{ release: 'r', reason: 'why', reason_zh: null },
		});
		const days = [
			at('a', '2026-03-03', 'contradicted'),
			at('b', '2026-03-03', 'open'),
			at('a', '2026-02-02', 'partly'),
			at('c', '2026-02-02', 'open'),
			at('c', '2026-01-01', 'open'),
			at('a', '2026-01-01', 'open'),
		];
		expect(verdictChanges(days).map(row => [row.claim_id, row.day, row.before, row.verdict])).toEqual([
			['a', '2026-03-03', 'partly', 'contradicted'],
			['a', '2026-02-02', 'open', 'partly'],
		]);
	});
});
