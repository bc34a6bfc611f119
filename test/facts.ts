import type { PriceRow } from '../scrapers/source.ts';

/** A price that somebody read on a page on a day: the line of the list of facts, brought to the terms of the ledger. */
export type Fact = {
	/** Line of the file, the head being 1. */
	line: number;
	vendor: string;
	/** Names under which the page sells the one price. */
	names: string[];
	channel: 'lab-cn' | 'lab-direct' | null;
	currency: string;
	condition: string;
	/** The days of which the fact is true, both included. */
	from_day: string;
	until_day: string;
	/** What follows the meter in a cell: band, tier, window, region. */
	suffix: string;
	/** Amounts per million tokens by meter; 0 = free. */
	prices: Partial<Record<PriceRow['meter'], number>>;
	/** The captured body that shows it; null when it was read elsewhere. */
	capture: string | null;
	page: string;
	evidence: string;
};

const channels: Record<string, Fact['channel']> = {
	cn: 'lab-cn',
	'cn-beijing': 'lab-cn',
	intl: 'lab-direct',
	global: 'lab-direct',
};

/** The facts of a CSV whose columns are as_of, provider, model, channel, currency, unit, condition, four prices, note, page, evidence. */
export function factsOf(csv: string): Fact[] {
	const [, ...lines] = csv.trim().split(/\r?\n/);
	return lines.map((text, i) => {
		const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
			cell.replace(/^"|"$/g, '').replaceAll('""', '"'),
		);
		const [as_of = '', vendor = '', model = '', channel = '', currency = '', unit = '', condition = ''] = cells;
		const [input, output, cache_read, cache_write, , page = '', evidence = ''] = cells.slice(7);
		const scale = unit === '1K tokens' ? 1000 : 1;
		const stated = Object.entries({ input, output, cache_read, cache_write }).filter(([, amount]) => amount);
		// a write into the cache has a meter of its own for each lifetime that is sold
		const lasting = condition.startsWith('5m') || vendor === 'Anthropic' ? 'cache_write_5m' : 'cache_write';
		const prices = stated
			.map(([meter, amount]) => [meter === 'cache_write' ? lasting : meter, amountOf(amount ?? '') * scale] as const)
			.filter(([, amount]) => !Number.isNaN(amount));
		return {
			line: i + 2,
			vendor,
			names: model.split(' / ').map(plain),
			channel: channels[channel] ?? null,
			currency,
			condition,
			...periodOf(as_of),
			suffix: suffixOf(condition),
			prices: Object.fromEntries(prices) as Fact['prices'],
			capture: /^capture (html\/.+\.gz)$/.exec(evidence)?.[1] ?? null,
			page,
			evidence,
		};
	});
}

const amountOf = (printed: string): number => (printed === '免费' ? 0 : Number(printed));

/** The name without what stands beside it: `deepseek-v4-pro (0813)`, `Hy3 preview (ends 2026-08-31)`, `DeepSeek-V4-Flash 正式版`. */
export const plain = (model: string): string => model.replace(/\s*\(.*\)$/, '').replace(/ 正式版/, '');

/** The days that a date as loose as `2026-10`, `2026-09..10` or `until 2025-09-05 16:00 UTC` may mean. */
export function periodOf(as_of: string): { from_day: string; until_day: string } {
	const days = [...as_of.matchAll(/\d{4}(?:-\d\d(?:-\d\d)?)?/g)].map(([day]) => day);
	const stated = days[0] ?? '';
	const later = /\.\.(\d\d)/.exec(as_of)?.[1];
	const last = later === undefined ? stated : `${stated.slice(0, -2)}${later}`;
	if (as_of.startsWith('from')) return { from_day: after(stated), until_day: after(stated) };
	if (as_of.startsWith('until')) return { from_day: before(stated), until_day: before(stated) };
	if (as_of.includes('page text after')) return { from_day: days[1] ?? stated, until_day: lastDay(stated) };
	return { from_day: firstDay(stated), until_day: lastDay(last) };
}

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const before = (day: string): string => iso(Date.parse(day) - 86_400_000);
const after = (day: string): string => iso(Date.parse(day) + 86_400_000);
const firstDay = (stated: string): string => `${stated}-01-01`.slice(0, 10);
function lastDay(stated: string): string {
	const [year = '', month, day] = stated.split('-');
	if (day) return stated;
	return month ? iso(Date.UTC(Number(year), Number(month), 0)) : `${year}-12-31`;
}

/** The rest of a cell's name: `.over_256k`, `.answer_over_200`, `.batch`, `.off_peak`, `@新加坡`. */
export function suffixOf(condition: string): string {
	const text = condition.replaceAll(' ', '');
	const lower =
		/[([](\d+)k?(?:,|\+\))/i.exec(text)?.[1] ??
		/(?:^|input|>)(\d+)k(?:-\d|<|\+|\))/i.exec(text)?.[1] ??
		/^(?:prompt)?>(\d+)k$/i.exec(text)?.[1] ??
		/^(\d+)k?<token/i.exec(text)?.[1] ??
		/^(\d+)k-/i.exec(text)?.[1];
	const band = lower === undefined || lower === '0' ? '' : `.over_${lower}k`;
	const answer = /output\[([\d.]+)\+/.exec(text)?.[1];
	const tier = /^(batch|flex|fast)/.exec(text)?.[1];
	return [
		band,
		answer ? `.answer_over_${Number(answer) * 1000}` : '',
		tier ? `.${tier === 'fast' ? 'priority' : tier}` : '',
		/^(off-peak|discountUTC)/.test(text) ? '.off_peak' : '',
		/永久五折|限时5折/.test(text) ? '.effective' : '',
		/^Singapore/.test(text) ? '@新加坡' : '',
	].join('');
}
