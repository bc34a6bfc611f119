import { clockOf } from './hours.ts';
import type { PriceInput } from './source.ts';

export type Hours = Pick<
	PriceInput,
	'time_window' | 'weekdays' | 'start_local' | 'end_local' | 'time_zone' | 'holiday_calendar'
>;

const range = /(\d{1,2})[:：](\d{2})\s*(?:-|–|—|~|～|至|to)\s*(\d{1,2})[:：](\d{2})/g;

const offPeak = /off[- ]?peak|discount price|非高峰|平峰|低谷|空闲|闲时|优惠时段/i;

/** Which window of the day a label speaks of; null where it speaks of none. */
export function windowOf(label: string): 'peak' | 'off_peak' | null {
	if (offPeak.test(label)) return 'off_peak';
	return /\bpeak\b|standard price|高峰|峰时|标准时段/i.test(label) ? 'peak' : null;
}

/**
 * When a label's price holds, one entry for each stretch of hours: those that the label prints, or those that the page's
 * prose gives for peak hours. Off-peak without hours of its own is every hour that is not peak, and has none here.
 */
export function hoursOf(label: string, prose: string): Hours[] {
	const time_window = windowOf(label);
	if (time_window === null) return [{}];
	const own = stretches(label);
	if (own.length > 0) return own.map(hours => ({ time_window, holiday_calendar: holidaysIn(label), ...hours }));
	const stated = time_window === 'peak' ? stretches(peakSentence(prose)) : [];
	const window = { time_window, holiday_calendar: holidaysIn(prose) };
	return stated.length > 0 ? stated.map(hours => ({ ...window, ...hours })) : [window];
}

/** China's calendar where a sentence says that its public holidays are not peak; null where none does. */
function holidaysIn(text: string): 'CN' | null {
	const said = text.split(/[。\n;；]|\.\s/).filter(sentence => /法定节假日|节假日|public holidays/i.test(sentence));
	const free = said.filter(sentence => /excluding|except|除外|不含|不包括/i.test(sentence) || offPeak.test(sentence));
	return free.some(sentence => /节假日|\bChin(a|ese)\b/i.test(sentence)) ? 'CN' : null;
}

/** The first sentence that gives hours for the peak, up to where it turns to the hours that are off-peak. */
function peakSentence(prose: string): string {
	const sentences = prose.split(/[。\n;；]|\.\s/).map(text => text.split(offPeak)[0] ?? '');
	return sentences.find(text => windowOf(text) === 'peak' && stretches(text).length > 0) ?? '';
}

function stretches(text: string): Hours[] {
	const time_zone = /UTC(?!\s*\+)/.test(text)
		? 'UTC'
		: /北京时间|Beijing|UTC\s*\+\s*8/i.test(text)
			? 'Asia/Shanghai'
			: null;
	const weekdays = /周一至周五|工作日|Mon(?:day)?\s*(?:through|to|-|–)\s*Fri(?:day)?|weekdays/i.test(text)
		? '12345'
		: null;
	return [...text.matchAll(range)]
		.map(([, h = '', m = '', to_h = '', to_m = '']) => [Number(h + m), Number(to_h + to_m)] as const)
		.filter(([from, to]) => [from, to].every(time => time <= 2400 && time % 100 < 60))
		.map(([from, to]) => ({ weekdays, start_local: clockOf(from), end_local: clockOf(to), time_zone }));
}
