import type { Texts } from '../words.ts';

/** Corrections, restatements and revisions. */
export const corrections = {
	'corrections.title': ['Corrections and revisions', '更正与修订'],
	'corrections.lead': [
		'What was published wrongly and is put right, what sources themselves changed, and how many rows each release moved. A settled value that changes without a row here stops the build.',
		'已发布而后更正的错误、来源自行改动的数值，以及每次发布变动的行数。已定的数值若有变动而此处无记录，构建即告中止。',
	],
	'corrections.ours': ['Corrections', '更正'],
	'corrections.ours-caption': ['Published values that were wrong by our fault', '因本站失误而有误的已发布数值'],
	'corrections.ours-none': ['Nothing has been corrected.', '尚无更正。'],
	'corrections.theirs': ['Restatements', '来源改动'],
	'corrections.theirs-lead': [
		'A source changed what it had printed. These are no price changes; the old value stays in the tables under its own days.',
		'来源改动了自己印出的数值，不算价格变动；旧值仍按原有日期留在表中。',
	],
	'corrections.theirs-caption': ['Values that sources themselves changed', '来源自行改动的数值'],
	'corrections.theirs-none': ['No source has changed what it had printed.', '尚无来源改动已印出的数值。'],
	'corrections.revisions': ['Revisions', '修订'],
	'corrections.revisions-caption': [
		'Rows added, changed and gone against the publication before, by table',
		'各表与上一次发布相比新增、变动与消失的行数',
	],
	'corrections.revisions-none': [
		'There is no earlier publication to compare this one with, or nothing changed.',
		'尚无可供比较的上一次发布，或没有变化。',
	],
	'corrections.line': ['Corrected {day}: {note} ({values} values)', '{day}更正：{note}（{values}个数值）'],
	'corrections.line-one': ['Corrected {day}: {note}', '{day}更正：{note}'],
	'corrections.short': ['Corrected {day}: {values} values of its tables', '{day}更正：所用数据表的{values}个数值'],
	'corrections.see': ['All corrections', '全部更正'],
	'corrections.method': ['Corrections of these tables', '这些数据表的更正'],
	'site.footer-corrections': ['Corrections', '更正'],
	'cause.reader': ['reader', '读取程序'],
	'cause.mapping': ['mapping', '名称对应'],
	'cause.method': ['method', '方法'],
	'cause.typing': ['typing', '录入'],
} as const satisfies Texts;
