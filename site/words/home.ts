import type { Texts } from '../words.ts';

/** The page of this week. */
export const home = {
	'home.title': ['This week', '本周'],
	'home.lead': [
		'What models cost, who uses them and what they can do, for the United States and China. Every number names its basis, its day and its source; every price change names its cell.',
		'中美两国的模型卖什么价、谁在用、能力如何。每个数字都注明口径、日期与来源；每次价格变动都指明价格单元。',
	],
	'home.findings': ['What the charts say', '图表说了什么'],
	'home.findings-lead': [
		'Each title is written by the build from the numbers it draws.',
		'每个标题都由构建程序根据图中数字写成。',
	],
	'week-numbers.name': ['Five numbers of this week', '本周五个数字'],
	'week-numbers.question': ['What moved?', '什么变了？'],
	'week-numbers.none': [
		'No value this week: no share, price change or score has been published yet.',
		'本周没有数值：份额、价格变动和评分均尚未发布。',
	],
	'week-numbers.title': [
		'China {range} of tokens; US list output {ratio} China’s',
		'中国token占{range}；美国输出标价是其{ratio}',
	],
	'week-numbers.title-cells': [
		'China {range} of tokens; list cells: {changed}',
		'中国token占{range}；标价单元{changed}',
	],
	'week-numbers.title-some': ['{numbers} of five numbers have a value', '五个数字中，{numbers}个有数值'],
	'week-numbers.subtitle': [
		'Newest value of each, its day, the value before, and up to 13 weeks. The range of tokens is over the bases that have the week',
		'各项的最新数值、日期与前值，以及至多13周的走势。token范围取自该周已有数据的各口径',
	],
	'week-numbers.summary': ['{name}: {value} ({day}).', '{name}：{value}（{day}）。'],
	'week-numbers.summary-none': ['{name}: no value this week.', '{name}：本周无值。'],
	'week-numbers.none-tile': ['no value this week', '本周没有数值'],
	'number.china_token_share': ['China’s share of tokens', '中国token份额'],
	'number.china_spend_share': ['China’s share of spend', '中国支出份额'],
	'number.cells_changed': ['List-price cells changed', '变动的标价单元'],
	'number.price_ratio': ['US ÷ China list output', '输出标价：美国÷中国'],
	'number.cheapest_at_reference': ['Cheapest at reference', '参考水平最低标价'],
	'number.cut-raised': ['{cut} cut, {raised} raised', '{cut}降{raised}涨'],
	'number.week': ['week of {week}', '{week}当周'],
	'number.week-bases': ['{week}: {bases}', '{week}：{bases}'],
	'number.window': ['7 days to {day}', '截至{day}的7天'],
	'number.ratio': ['{us} to {cn}, {day}', '{us}对{cn}，{day}'],
	'number.cheapest': ['{title}, {day}', '{title}，{day}'],
	'number.no-change': ['no earlier week', '没有更早的一周'],
	'number.points': ['{change} points from {day}', '较{day}{change}个百分点'],
	'number.points-top50': ['{change} points, top 50', '{change}个百分点，前五十模型'],
	'number.before': ['{value} on {day}', '{day}为{value}'],
	'sources-now.name': ['Sources now', '来源现状'],
	'sources-now.question': ['Can this page be trusted today?', '今天这一页可信吗？'],
	'sources-now.none': ['No source has been looked at.', '尚未采集任何来源。'],
	'sources-now.title': ['Fresh sources: {good} of {all}; none is held', '{all}个来源中{good}个正常，无一扣留'],
	'sources-now.title-held': [
		'Fresh sources: {good} of {all}; {held} held back',
		'{all}个来源中{good}个正常，{held}个扣留',
	],
	'sources-now.subtitle': ['State of each source on {day}, worst first', '各来源在{day}的状态，最差的在前'],
	'sources-now.part': ['{state}: {sources}', '{state}：{sources}'],
	'sources-now.summary': ['States: {states}.', '状态：{states}。'],
} as const satisfies Texts;
