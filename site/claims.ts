import { publication } from './data.ts';
import { dayOrMonth, figures, type Num } from './format.ts';
import { spoken } from './spoken.ts';
import type { Key, Words } from './words.ts';

/** What a page calls the outcome: the mart's `open` is a forecast before its day, or a reading that is not there. */
export const verdicts = ['supported', 'partly', 'contradicted', 'unverifiable', 'not_due', 'open'] as const;
export type Verdict = (typeof verdicts)[number];

/** The claims that are shown first (site.md 1.11). */
export const firstClaims: readonly string[] = [
	'feb-crossing',
	'feb-second-week',
	'mar-lead',
	'top-ten-13-95',
	'mimo-99',
	'six-times',
	'fifty-or-nine-hundred',
	'agent-667',
	'cache-cents',
	'ten-dollar-query',
	'china-140t',
	'cent-by-q4',
];

export type Claim = {
	claim_id: string;
	claim: string;
	claim_zh: string;
	claimed: string | null;
	unit: string | null;
	claim_date: string | null;
	due_day: string | null;
	status_class: string;
	tolerance: string | null;
	verdict: Verdict;
	reason: string;
	reason_zh: string | null;
	measured_low: Num | null;
	measured_high: Num | null;
	readings: number;
	verdict_since_day: string;
	marts: string | null;
	evidence: string;
	evidence_zh: string | null;
	measures: string | null;
	measures_zh: string | null;
	query: string | null;
};

/** The word of a page for a verdict of the mart, as a column of a query. */
export const verdictColumn = `case when verdict = 'open' and reason like 'not due before%' then 'not_due' else verdict end`;

/** Every claim of the ledger, in order of id. */
export async function allClaims(): Promise<Claim[]> {
	const { rows } = await publication();
	return rows<Claim>(`select * exclude (verdict), ${verdictColumn} as verdict
from mart_claim__claim
order by claim_id`);
}

export type VerdictDay = {
	claim_id: string;
	day: string;
	release: string;
	verdict: Verdict;
	reason: string;
	reason_zh: string | null;
};

/** The verdicts of each claim with the day from which each held, newest first. */
export async function verdictDays(): Promise<VerdictDay[]> {
	const { rows } = await publication();
	return rows<VerdictDay>(`select claim_id, day, release, ${verdictColumn} as verdict, reason, reason_zh
from mart_claim_history__claim_day
order by day desc, claim_id`);
}

/** A verdict that replaced another: what a feed tells. The first verdict of a claim is no change. */
export type VerdictChange = VerdictDay & { before: Verdict };

export function verdictChanges(days: readonly VerdictDay[]): VerdictChange[] {
	return days.flatMap((row, index) => {
		const earlier = days.slice(index + 1).find(other => other.claim_id === row.claim_id);
		return earlier && earlier.verdict !== row.verdict ? [{ ...row, before: earlier.verdict }] : [];
	});
}

export const claimText = (claim: Pick<Claim, 'claim' | 'claim_zh'>, words: Pick<Words, 'lang'>): string =>
	spoken(claim, 'claim', words);

export const verdictText = (verdict: Verdict, words: Words): string => words(`verdict.${verdict}`);

/** A unit of the seed in the language of the page. */
export const unitText = (unit: string | null, words: Words): string =>
	unit === null ? '' : words(`unit.${unit}` as Key);

/** `5–8 times`, `5–8倍`; nothing where the claim has no number. */
export function claimedText({ claimed, unit }: Pick<Claim, 'claimed' | 'unit'>, words: Words): string {
	if (claimed === null) return words('value.none');
	const ends = claimed.split('..').map(end => inUnit(end, unit, words));
	return withUnit(ends.join('–'), unit, words);
}

/** The least and the largest reading in the unit of the claim. */
export function measuredText(
	{ measured_low: low, measured_high: high, unit }: Pick<Claim, 'measured_low' | 'measured_high' | 'unit'>,
	words: Words,
): string {
	if (low === null || high === null) return words('value.none');
	const [from, to] = [inUnit(low, unit, words), inUnit(high, unit, words)];
	return withUnit(from === to ? from : words('claims.range', { from, to }), unit, words);
}

/** Chinese counts by ten thousands: what is `9.65 billion` here is `96.5亿` there. */
export const inUnit = (value: Num, unit: string | null, { lang }: Pick<Words, 'lang'>): string => {
	if (unit === 'year') return String(Math.trunc(Number(value)));
	const scale =
		lang === 'zh' && unit?.startsWith('billion') ? 10 : lang === 'zh' && unit?.startsWith('million') ? 100 : 1;
	return figures(scale === 1 ? value : Number(value) * scale);
};

const withUnit = (text: string, unit: string | null, words: Words): string =>
	unit === null || (unit === 'year' && words.lang === 'en')
		? text
		: `${text}${words.lang === 'zh' ? '' : ' '}${unitText(unit, words)}`;

/** `within 10%`, `at least 10`, in the language of the page. */
export function toleranceText(tolerance: string | null, words: Words): string {
	if (tolerance === null) return words('tolerance.none');
	if (tolerance.startsWith('describe '))
		return words('tolerance.describe', { rule: toleranceText(tolerance.slice(9), words) });
	const bound = /^(>=|<=|>|<) (-?[\d.]+)$/.exec(tolerance);
	if (bound) return words(`tolerance.${bound[1]}` as Key, { limit: figures(bound[2] ?? '') });
	const part = /^([\d.]+)(%| points)$/.exec(tolerance);
	if (part) return words(part[2] === '%' ? 'tolerance.part' : 'tolerance.points', { by: part[1] ?? '' });
	return words(`tolerance.${tolerance}` as Key);
}

/** A day, month or year as the seed has it. */
export const whenText = (date: string | null, words: Words): string =>
	date === null ? words('value.not_stated') : dayOrMonth(date, words);
