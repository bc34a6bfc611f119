import type { Texts } from '../words.ts';

/** Charts of price events. */
export const eventCharts = {
	'event-strip.name': ['Price events', '价格事件'],
	'event-strip.question': ['Is there a wave?', '是否有一轮降价潮？'],
	'event-strip.none': ['No event in this span.', '这段时间内没有事件。'],
	'event-strip.title': [
		'{inWeek} of {cuts} cell cuts fell in the week of {week}',
		'{cuts}处降价中，{inWeek}处在{week}当周',
	],
	'event-strip.title-quiet': [
		'{cuts} cells cut, {rises} raised, no wave',
		'{cuts}个单元降价，{rises}个涨价，未见降价潮',
	],
	'event-strip.subtitle': [
		'{cells} changed cells of the labs’ own sheets, {from} to {to}: change of the native amount, log scale of after over before. Circle: output. Square: input. Diamond: cache read. Triangle: other. Hollow: one source only. Bar: the days between two looks',
		'{from}至{to}，实验室价目表上{cells}处单元变动：原币金额的变幅（变动后÷变动前，对数刻度）。圆点：输出；方块：输入；菱形：缓存读取；三角：其他。空心：仅一个来源。横条：两次采集之间的日子',
	],
	'event-strip.note': [
		'One mark is one cell: one announcement may move many. {provisional} are shown by one source only and are provisional. Host moves, moved aliases and corrections are no events.',
		'一个标记即一个单元：一次公告可能变动许多单元。其中{provisional}处仅一个来源见到，属暂定。托管商调价、别名改指与目录更正不算事件。',
	],
	'event-strip.panel': ['{country}: {cells} cells', '{country}：{cells}个单元'],
	'event-strip.part': ['{model}, {cell} {change}, seen by {day}.', '{model}，{cell} {change}，不晚于{day}。'],
	'event-ledger.name': ['Ledger of price changes', '价格变动台账'],
	'event-ledger.question': [
		'Which cell changed, when, by how much, and who shows it?',
		'哪个单元、何时、变了多少、由谁显示？',
	],
	'event-ledger.none': ['Nothing yet: no price has changed between two looks.', '暂无：尚未有价格在两次采集之间变动。'],
	'event-ledger.title': ['{cuts} cells cut and {rises} raised on record', '在册变动：{cuts}个单元降价，{rises}个涨价'],
	'event-ledger.subtitle': [
		'Every change of a cell on the labs’ dollar sheets, newest first, {from} to {to}, with its interval and the snapshots before and after',
		'实验室美元价目表上的每处单元变动，由新到旧，{from}至{to}，附时间区间与变动前后的快照',
	],
	'event-ledger.subtitle-cny': [
		'Every change of a cell on the labs’ yuan sheets, newest first, {from} to {to}, with its interval and the snapshots before and after',
		'实验室人民币价目表上的每处单元变动，由新到旧，{from}至{to}，附时间区间与变动前后的快照',
	],
	'event-ledger.note': [
		'A percentage is of its own cell only. {provisional} rows are shown by one source and are provisional. Host prices are a ledger of their own, below on the events page.',
		'百分比只指其所在的单元。{provisional}行仅一个来源见到，属暂定。托管价另有台账，见“事件”页下方。',
	],
	'event-ledger.summary': [
		'Newest: {model}, {cell} {change}, by {day}.',
		'最新：{model}，{cell} {change}，不晚于{day}。',
	],
	'cuts-and-rises.name': ['Cuts and rises', '降价与涨价'],
	'cuts-and-rises.question': ['Do prices only fall?', '价格只降不涨吗？'],
	'cuts-and-rises.none': ['No month has been watched yet.', '尚无任何月份的观测。'],
	'cuts-and-rises.title': [
		'Not only cuts: {raised} of {all} changes are rises ({share})',
		'并非只降：{all}处变动中{raised}处为涨价（{share}）',
	],
	'cuts-and-rises.title-none': ['No cell has been cut or raised', '没有单元降价或涨价'],
	'cuts-and-rises.subtitle': [
		'Cells of the labs’ own sheets cut and raised, by the month in which the new price was first seen. Pale: fewer than {enough} models were watched. Cross: not watched',
		'实验室价目表上降价与涨价的单元数，按首次见到新价的月份计。浅色：当月观测的模型不足{enough}个。叉号：未观测',
	],
	'cuts-and-rises.note': [
		'Counts follow the record: months with more models watched have more changes to see. {provisional} of the changes are shown by one source only.',
		'计数取决于观测范围：观测的模型越多，看到的变动越多。其中{provisional}处仅一个来源见到。',
	],
	'cuts-and-rises.up': ['Cells raised', '涨价的单元'],
	'cuts-and-rises.down': ['Cells cut', '降价的单元'],
	'cuts-and-rises.unwatched': ['not watched', '未观测'],
	'cuts-and-rises.summary': [
		'Most cuts: {month}, {cut} cells, and {raised} raised.',
		'降价最多：{month}，{cut}个单元；同月涨价{raised}个。',
	],
	'event-cells.name': ['Cells of this event', '本次事件的价格单元'],
	'event-cells.question': ['Which cells moved?', '哪些单元变动了？'],
	'event-cells.none': ['Announced, not seen in any sheet.', '已宣布，但未见于任何价目表。'],
	'event-cells.title': [
		'{moved} of {cells} cells moved, {low} to {high}',
		'{cells}个单元中{moved}个变动，{low}至{high}',
	],
	'event-cells.title-one': ['{moved} of {cells} cells moved, by {low}', '{cells}个单元中{moved}个变动，幅度{low}'],
	'event-cells.title-none': [
		'{cells} cells on record, none moved by a known amount',
		'在册{cells}个单元，变动幅度均未知',
	],
	'event-cells.subtitle': [
		'Every cell of the list before and after, US dollars per million tokens, log scale; texts give the amounts of the sheet. Grey square: before. Mark in colour: after. A lone grey square did not move',
		'价目表全部单元的前后价格，美元/百万token，对数刻度；文字为价目表原币金额。灰色方块：变动前；彩色标记：变动后；仅有灰色方块者未变动',
	],
	'event-cells.subtitle-converted': [
		'Every cell of the lists before and after, US dollars per million tokens, log scale; texts give the amounts of the sheet. Grey square: before. Mark in colour: after; hollow: converted from yuan at the rate of the day. A lone grey square did not move',
		'各价目表全部单元的前后价格，美元/百万token，对数刻度；文字为价目表原币金额。灰色方块：变动前；彩色标记：变动后；空心：按当日汇率由人民币折算；仅有灰色方块者未变动',
	],
	'event-cells.note': [
		'Each percentage is of the native amount of its own cell. The mainland sheet and the international sheet are two lists; neither is made from the other.',
		'每个百分比只指其单元的原币金额。国内价目表与国际价目表是两份价目表，互不推算。',
	],
	'event-cells.head': ['{model}, {sheet}', '{model}，{sheet}'],
	'event-cells.unmoved': ['{price}, unchanged', '{price}，未变'],
	'event-cells.part': ['{model}, {sheet}, {cell}: {move}.', '{model}，{sheet}，{cell}：{move}。'],
	'headline-audit.name': ['Headline audit', '标题核验'],
	'headline-audit.question': ['Is the announced number true, and of what?', '宣布的数字属实吗？对什么属实？'],
	'headline-audit.none': ['No headline on record that a sheet can test.', '没有可用价目表核验的标题。'],
	'headline-audit.few': [
		'Fewer than 2 cells are known: the headline cannot be tested.',
		'已知单元不足2个，无法核验标题。',
	],
	'headline-audit.title': [
		'{headline} announced: holds in {hits} of {cells} {money} cells',
		'宣布{headline}：{cells}个{money}单元中{hits}个成立',
	],
	'headline-audit.title-stated': [
		'{headline} stated: holds in {hits} of {cells} {money} cells',
		'报道{headline}：{cells}个{money}单元中{hits}个成立',
	],
	'headline-audit.subtitle': [
		'Change of native amounts, log scale of after over before. Dotted rule: the headline. Bar: all cells of a list, from the least to the most changed. Circle: what a mix of tokens costs. Hollow: yuan list',
		'原币金额的变幅，按变动后÷变动前取对数刻度。虚线：标题说法。横条：一份价目表的全部单元，由变动最小到最大。圆点：某种token构成的费用。空心：人民币价目表',
	],
	'headline-audit.note': [
		'A cell holds when it is within half a point of the headline. Blend: three parts input, one part output. Chat: 80% input, none from the cache. Agent: 98% input, 93% of it from the cache. Models announced together with one figure are counted together.',
		'与标题相差不超过半个百分点即为成立。3:1混合：输入三份、输出一份。聊天：输入占80%，无缓存命中。智能体：输入占98%，其中93%命中缓存。同时以同一数字宣布的模型合并计数。',
	],
	'headline-audit.end': ['{range}; {hits} of {cells} hold', '{range}；{cells}个中{hits}个成立'],
	'headline-audit.part': ['{model}, {sheet}, {item}: {end}.', '{model}，{sheet}，{item}：{end}。'],
	'audit.cells': ['all cells', '全部单元'],
	'audit.blend_3to1': ['blend 3:1', '3:1混合'],
	'audit.chat': ['chat mix', '聊天构成'],
	'audit.agent': ['agent mix', '智能体构成'],
	'audit.banded': ['{item}, {band}', '{item}，{band}'],
	'money.USD': ['dollar', '美元'],
	'money.CNY': ['yuan', '人民币'],
	'headlines.name': ['Headlines against cells', '标题与单元'],
	'headlines.question': ['Is the announced number true, and of what?', '宣布的数字属实吗？对什么属实？'],
	'headlines.title': [
		'{whole} of {audited} announced cuts hold in every cell',
		'{audited}个宣布的降幅中，{whole}个在全部单元成立',
	],
	'headlines.title-stated': [
		'{whole} of {audited} reported moves hold in every cell',
		'{audited}个报道的变幅中，{whole}个在全部单元成立',
	],
	'headlines.title-none': ['None of {all} headlines can be audited', '{all}个标题均无法核验'],
	'headlines.subtitle': [
		'Change, log scale of after over before. Hollow square: the headline. Bar: all cells of the model’s lists, from the least to the most changed. Dot: what an agent pays',
		'变幅，按变动后÷变动前取对数刻度。空心方块：标题说法。横条：该模型价目表的全部单元，由变动最小到最大。圆点：智能体场景的费用',
	],
	'headlines.note': [
		'{unaudited} of {all} cannot be audited: no sheet on record shows the move; the table gives each reason. Of {single} one cell alone is known, which tests nothing. Dollar and yuan cells are counted together here.',
		'{all}个中有{unaudited}个无法核验：没有价目表显示该变动，原因见表。另有{single}个仅知一个单元，不足以核验。此处美元与人民币单元合并计数。',
	],
	'headlines.row': ['{name}, {headline}, {day}', '{name}，{headline}，{day}'],
	'headlines.row-short': ['{name}, {headline}', '{name}，{headline}'],
	'headlines.part': ['{name}, {headline}: {end}.', '{name}，{headline}：{end}。'],
	'headlines.one-cell': ['one cell known', '仅知一个单元'],
	'headlines.true-of': ['{hits} of {cells} cells', '{cells}个单元中的{hits}个'],
	'headlines.none': ['No headline on record.', '没有标题在册。'],
	'headlines.not-audited': ['not audited', '未核验'],
	'reason.no-model': ['the event names no model', '事件未指明模型'],
	'reason.no-sheet': ['no sheet of the lab shows the model', '该实验室的价目表未列此模型'],
	'reason.off-peak': [
		'an off-peak price came beside the standing one: no cell moved',
		'在原价之外新增闲时价：没有单元变动',
	],
	'reason.before-archive': ['before the archive: first list price seen {day}', '早于存档：首次见到标价为{day}'],
	'reason.no-before': ['no price of before: first list price seen {day}', '没有变动前的价格：首次见到标价为{day}'],
	'reason.no-move': ['no sheet moved within {days} days', '{days}天内没有价目表变动'],
	'reason.moving-name': ['shown under a moving name alone: a change of model', '仅见于会改指的别名：属换模型'],
} as const satisfies Texts;
