import { ruleOf, type Both } from './tolerance.ts';

/** The words of a verdict; on the page `unverifiable` reads cannot be tested and `open` reads not due or not measured yet. */
export const verdicts = ['supported', 'partly', 'contradicted', 'unverifiable', 'open'] as const;
export type Verdict = (typeof verdicts)[number];

export const classes = ['testable', 'arithmetic', 'prediction', 'context'] as const;

/** What is claimed. `number` is `12`, `5..8` or null; `due` the day on which a prediction is scored, YYYY-MM-DD. */
export type Claimed = {
	status_class: (typeof classes)[number];
	number: string | null;
	tolerance: string | null;
	due: string | null;
	/** Why it cannot be tested, where no query stands for it. */
	reason: string | null;
	reason_zh?: string | null;
	unit?: string | null;
};

/** One way to read the claim: a basis, a cell, a week, a pair. `measured` is in the claim's unit; null has a reason. Chinese where it differs. */
export type Reading = {
	reading: string;
	reading_zh?: string | null;
	measured: number | null;
	reason: string | null;
	reason_zh?: string | null;
};

export type Judged = { verdict: Verdict; reason: string; reason_zh: string };

/**
 * Supported when every reading that has a value is within tolerance, contradicted when none is, partly when some are. A
 * claim of class context or without a value is unverifiable; a testable one whose value is not there yet is open, and so
 * is a prediction with a day; without a day it can never be tested. Pure: `on` is the day of the build.
 */
export function verdict(claimed: Claimed, readings: Reading[], on: string): Judged {
	const { status_class, due, number, tolerance } = claimed;
	if (status_class === 'prediction' && due && on < due)
		return { verdict: 'open', reason: `not due before ${due}`, reason_zh: `${due}之前未到期` };
	const absent: Verdict =
		status_class === 'testable' || (status_class === 'prediction' && due) ? 'open' : 'unverifiable';
	const valued = readings.filter(({ measured }) => measured !== null) as (Reading & { measured: number })[];
	if (valued.length === 0 || !tolerance) {
		const whys = readings.filter(one => one.reason);
		const en = [...new Set(whys.map(one => one.reason))].join('; ');
		const zh = [...new Set(whys.map(one => one.reason_zh ?? one.reason))].join('；');
		return {
			verdict: absent,
			reason: en || claimed.reason || 'no query stands for it',
			reason_zh: zh || claimed.reason_zh || claimed.reason || '没有对应的查询',
		};
	}
	const rule = ruleOf(tolerance, number);
	const inside = valued.filter(one => rule.holds(one.measured));
	const outside = valued.filter(one => !rule.holds(one.measured));
	const missing = readings.length - valued.length;
	const scale = chineseScale(claimed.unit);
	const by = (which: typeof valued, kind: 'inside' | 'outside'): Both => ({
		en: `${listed(which)}: ${rule[kind].en}`,
		zh: `${listedZh(which, scale)}：${scaled(rule[kind].zh, scale)}`,
	});
	if (rule.isLowerBound && inside.length === 0)
		return {
			verdict: 'unverifiable',
			reason: `what is seen bounds it from below only: ${listed(outside)} of ${number}`,
			reason_zh: `所见数据只能给出下限：${listedZh(outside, scale)}，所称为${scaled(`${number}`, scale)}`,
		};
	const say = (kind: Verdict, ...parts: Both[]): Judged => {
		const all = [
			...(status_class === 'arithmetic' ? [spoken.arithmetic] : []),
			...parts,
			...(missing > 0 ? [spoken.unseen(missing, readings.length)] : []),
		];
		return {
			verdict: kind,
			reason: all.map(part => part.en).join('; '),
			reason_zh: all.map(part => part.zh).join('；'),
		};
	};
	if (inside.length === 0) return say('contradicted', by(outside, 'outside'));
	if (outside.length > 0) return say('partly', by(inside, 'inside'), by(outside, 'outside'));
	// A description has no threshold of its own: what points the way of the sentence does not decide it.
	if (rule.isDescription) return say('partly', by(inside, 'inside'), spoken.described);
	return say(missing > 0 ? 'partly' : 'supported', by(inside, 'inside'));
}

const spoken = {
	arithmetic: { en: 'arithmetic only: the inputs are not tested', zh: '仅核对算术，输入未经检验' },
	described: { en: 'described and not decided', zh: '仅属描述，不作定论' },
	unseen: (missing: number, all: number): Both => ({
		en: `${missing} of ${all} readings have no value`,
		zh: `${all}种读法中${missing}种没有数值`,
	}),
};

/** Chinese counts by ten thousands: a claim in billions is told in 亿, one in millions in 万. */
const chineseScale = (unit: string | null | undefined): number =>
	unit?.startsWith('billion') ? 10 : unit?.startsWith('million') ? 100 : 1;

/** The numbers of a text in that unit; a part in per cent stays. */
const scaled = (text: string, scale: number): string =>
	scale === 1 ? text : text.replace(/\d+(?:\.\d+)?(?![\d.]*%)/g, number => short(Number(number) * scale));

/** The same in Chinese: `MiMo-V2.5为0.0028、MiMo-V2.5-Pro为0.0036`. */
const listedZh = (readings: (Reading & { measured: number })[], scale: number): string => {
	const shown = readings
		.slice(0, 4)
		.map(({ reading, reading_zh, measured }) => `${reading_zh ?? reading}为${short(measured * scale)}`);
	const more = readings.length - shown.length;
	return `${shown.join('、')}${more > 0 ? `，另有${more}项` : ''}`;
};

/** `top 9 4.126, top 50 5.456`, the first four of them. */
function listed(readings: (Reading & { measured: number })[]): string {
	const shown = readings.slice(0, 4).map(({ reading, measured }) => `${reading} ${short(measured)}`);
	const more = readings.length - shown.length;
	return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Four figures, no exponent. */
export const short = (x: number): string =>
	Math.abs(x) >= 1000 ? String(Math.round(x)) : String(Number(x.toPrecision(4)));
