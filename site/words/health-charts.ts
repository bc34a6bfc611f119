import type { Texts } from '../words.ts';

/** Charts of data health beyond the days of looks. */
export const healthCharts = {
	'agreement.name': ['Agreement of sources', '来源一致性'],
	'agreement.question': ['Do sources agree on prices?', '各来源的价格一致吗？'],
	'agreement.none': ['No price has been told by any source.', '尚无来源给出价格。'],
	'agreement.title': [
		'One source alone: {single} of price cells; disputed: {disputed}',
		'仅一个来源的价格单元占{single}，有争议占{disputed}',
	],
	'agreement.subtitle': [
		'Share of the {cells} price cells known to hold, newest week from {week}; a cell counts once a week. What one source tells cannot disagree',
		'占已知有效的{cells}个价格单元的比例，最新一周始于{week}；每单元每周计一次。仅一个来源时无从比较',
	],
	'agreement.summary': ['Week of {week}: {list}.', '{week}当周：{list}。'],
	'agreement.agree': ['sources agree', '一致'],
	'agreement.explained': ['differ, explained', '有差异，已解释'],
	'agreement.disputed': ['disputed', '有争议'],
	'agreement.single': ['one source alone', '仅一个来源'],
	'source-lag.line': ['{source} ({channel})', '{source}（{channel}）'],
	'source-lag.name': ['Lag of sources', '来源滞后'],
	'source-lag.question': ['Who is late, by how much?', '谁滞后，滞后多久？'],
	'source-lag.none': ['No dated change has been shown by a source.', '尚无来源显示带日期的变动。'],
	'source-lag.few': [
		'Fewer than {least} changes shown by each: no median.',
		'各来源显示的变动均不足{least}次：不给中位数。',
	],
	'source-lag.title': ['Slowest: {source}, a median of up to {days} days', '最慢：{source}，滞后中位数至多{days}天'],
	'source-lag.title-few': ['{sources} sources show too few dated changes', '{sources}个来源显示的带日期变动过少'],
	'source-lag.subtitle': [
		'Days from a change that a lab dated to the first look that shows it. Bar: lower to upper bound of the median; hollow: ninth decile; fewer than {least} changes: none',
		'自实验室注明的变动日至首次采集到的天数。粗线：中位数的下限至上限；空心：第九十分位；不足{least}次变动者不给',
	],
	'source-lag.summary': ['Upper bound of the median, in days: {list}.', '中位数上限（天）：{list}。'],
	'source-lag.no-median': ['{shown} shown: no median', '仅显示{shown}次：无中位数'],
	'source-lag.days': ['{days} days', '{days}天'],
	'coverage.name': ['Coverage by month', '逐月覆盖'],
	'coverage.question': ['What was watched when?', '何时监测了什么？'],
	'coverage.none': ['No source has given rows yet.', '尚无来源给出数据行。'],
	'coverage.title': [
		'Months with rows, source by source: {watched}; gaps: {breaks}',
		'各来源有数据的月份合计{watched}个，中断{breaks}个',
	],
	'coverage.subtitle': [
		'Newest 36 months. Dark: 20 days and more with rows; middle: 5 to 19; light: fewer. Cross: a gap inside the series. Blank: not watched',
		'最近36个月。深：有数据的日子不少于20天；中：5至19天；浅：更少。叉：序列中断。空白：未监测',
	],
	'coverage.summary': ['{series} series, {from} to {to}.', '{series}个序列，{from}至{to}。'],
} as const satisfies Texts;
