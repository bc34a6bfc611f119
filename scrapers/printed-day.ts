const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const numeric = String.raw`(\d{4})\s*[-/年.]\s*(\d{1,2})\s*[-/月.]\s*(\d{1,2})`;
const written = String.raw`(${months.join('|')})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})`;
const any = new RegExp(`${numeric}|${written}`, 'gi');

/** The days that a text prints, as `YYYY-MM-DD`: "2026/05/31", "2026 年 7 月 24 日", "Sept 5th, 2025". */
export function daysIn(text: string): string[] {
	return [...text.matchAll(any)].flatMap(([, y, m, d, month = '', day = '', year = '']) => {
		const [yyyy, mm, dd] = y ? [y, m ?? '', d ?? ''] : [year, String(months.indexOf(month.toLowerCase()) + 1), day];
		const printed = `${yyyy}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}`;
		const time = Date.parse(`${printed}T00:00:00Z`);
		return !Number.isNaN(time) && new Date(time).toISOString().startsWith(printed) ? [printed] : [];
	});
}
