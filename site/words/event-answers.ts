import type { Texts } from '../words.ts';

/** Sizes of price events, and what followed them. */
export const eventAnswers = {
	'event-size.name': ['Size of changes', '变动幅度'],
	'event-size.question': ['How large is a change?', '一次变动有多大？'],
	'event-size.none': ['No cell of these meters has changed.', '这些计价项尚无单元变动。'],
	'event-size.few': [
		'{cells} changes: dots, no bars with fewer than {enough} in a meter.',
		'共{cells}处变动：每个计价项不足{enough}处时只画点。',
	],
	'event-size.title': ['Median cell cut: {parts}', '单元降幅中位数：{parts}'],
	'event-size.title-few': ['{cells} cells changed: too few for a median', '{cells}个单元变动：太少，不计中位数'],
	'event-size.median': ['{meter} {change}', '{meter}{change}'],
	'event-size.comma': [', ', '，'],
	'event-size.subtitle': [
		'{cells} changed cells of the labs’ own sheets, {from} to {to}, by the change of the native amount, log scale of after over before; bars count cells. Fewer than {enough} in a meter: dots, no median',
		'{from}至{to}，实验室价目表上{cells}处单元变动，按原币金额的变幅分组（变动后÷变动前，对数刻度），柱高为单元数。某计价项不足{enough}处：只画点，不计中位数',
	],
	'event-size.note': [
		'One announcement may move many cells, so cells are not independent. Cuts and rises are of one cell each; medians are over cuts alone.',
		'一次公告可能变动许多单元，故各单元并不独立。降价与涨价均按单元计；中位数仅就降价计算。',
	],
	'event-size.panel': ['{meter}: {cells} cells', '{meter}：{cells}个单元'],
	'event-size.part': ['{meter}: {cuts} cells cut, {rises} raised.', '{meter}：{cuts}个单元降价，{rises}个涨价。'],
	'response-lag.name': ['Who follows', '谁会跟进'],
	'response-lag.question': ['Who follows, after how long?', '谁会跟进，隔多久？'],
	'response-lag.none': ['No cut of at least 5% has a day known to a week.', '没有日期精确到一周的5%以上降价。'],
	'response-lag.few': [
		'{pairs} answered cuts: no median with fewer than {enough}.',
		'仅{pairs}次有后续降价：不足{enough}次，不计中位数。',
	],
	'response-lag.title': [
		'{pairs} of {all} cuts had a next cut, median {days} days on',
		'{all}次降价中{pairs}次有后续，间隔中位数{days}天',
	],
	'response-lag.title-few': ['{pairs} of {all} cuts had a next cut', '{all}次降价中{pairs}次有后续'],
	'response-lag.subtitle': [
		'List price cuts of 5% or more of the 3:1 blend, to {to}, and the first cut after it by {rival}. Filled: the cut. Hollow: the next one. Dotted: none so far. What came next, not what was caused',
		'截至{to}，3:1混合价降幅不低于5%的标价下调，以及其后{rival}的首次降价。实心：该次降价；空心：后续降价；点线：至今没有。只说先后，不说因果',
	],
	'response-lag.any': ['another lab', '其他实验室'],
	'response-lag.us': ['a US lab', '美国实验室'],
	'response-lag.cn': ['a Chinese lab', '中国实验室'],
	'response-lag.note': [
		'Descriptive, not causal. From an ordinary week of the record the next such cut is {placebo} days away (median), so a short wait may be chance. One announcement of two models is two rows.',
		'仅为描述，并非因果。从记录中任一普通周算起，下一次此类降价的间隔中位数为{placebo}天，因此间隔短也可能是巧合。同时宣布的两个模型计为两行。',
	],
	'response-lag.note-bare': [
		'Descriptive, not causal. No placebo weeks are known.',
		'仅为描述，并非因果。没有可作对照的普通周。',
	],
	'response-lag.days': ['{days} days', '{days}天'],
	'response-lag.none-yet': ['no answer so far, {days} days', '至今{days}天无后续'],
	'response-lag.end': ['{days}: {by}', '{days}：{by}'],
	'response-lag.part': ['{model}, {day}: {end}.', '{model}，{day}：{end}。'],
} as const satisfies Texts;
