import type { Texts } from '../words.ts';

/** Charts of the price war. */
export const priceCharts = {
	'list-and-host.name': ['List price and hosts', '标价与托管价'],
	'list-and-host.question': ['Do hosts undercut the lab?', '托管商是否比实验室更便宜？'],
	'list-and-host.none': ['No model has both a list price and two hosts.', '没有同时具备标价与两家托管商的模型。'],
	'list-and-host.title': [
		'A host is below the list {cell} price for {below} of {all} models',
		'{all}个模型中，{below}个的托管{cell}价低于标价',
	],
	'list-and-host.subtitle': [
		'List price (heavy), cheapest host (thin, hollow mark) and median of hosts (dotted), cell {cell}, US dollars per million tokens, log scale, 52 weeks to {day}. The {shown} of {all} models furthest apart; violet circle: US, orange diamond: China',
		'标价（粗线）、最低托管价（细线、空心标记）与托管价中位数（点线），{cell}单元，美元/百万token，对数刻度，截至{day}的52周。共{all}个模型，画出差距最大的{shown}个；紫色圆点：美国，橙色菱形：中国',
	],
	'list-and-host.note': [
		'Two series, never joined: a move of a host is no event of the lab. Only models with at least two hosts; {left} more were left out because one series has not been seen for {recent} days. A gap in the heavy line is a disputed price. Precision and uptime of hosts are not stated.',
		'两个序列绝不相连：托管商调价不是实验室事件。仅含至少有两家托管商的模型；另有{left}个模型因某一序列{recent}天未见而略去。粗线中断处为有争议的标价。托管商的精度与可用率未公布。',
	],
	'list-and-host.part': [
		'{model}: list {list}, cheapest of {hosts} hosts {host}.',
		'{model}：标价{list}，{hosts}家托管商中最低{host}。',
	],
	'list-and-host.list': ['list {price}', '标价{price}'],
	'list-and-host.host': ['host {price}', '托管{price}'],
	'launch-to-now.name': ['From launch to now', '从发布到现在'],
	'launch-to-now.question': [
		'Who cut an old model, who launched a cheaper one?',
		'谁给旧模型降价，谁推出了更便宜的新模型？',
	],
	'launch-to-now.none': ['No model’s launch price is known.', '没有已知的发布价。'],
	'launch-to-now.title': [
		'{cell}: {cut} models cut; {cheaper} launched cheaper, {dearer} dearer',
		'{cell}：{cut}个模型降价；新版{cheaper}个更便宜，{dearer}个更贵',
	],
	'launch-to-now.subtitle': [
		'List price of {cell}, US dollars per million tokens, log scale, to {day}. Hollow: at launch. Filled: now. Grey tick: launch price of the version before, of the same name. The {shown} newest that moved or were launched at another price',
		'{cell}标价，美元/百万token，对数刻度，截至{day}。空心：发布价；实心：现价；灰线：同名上一版本的发布价。列出最新的{shown}个：价格有变动，或发布价与上一版本不同',
	],
	'launch-to-now.note': [
		'Only models seen on the lab’s dollar sheet within 30 days of their release and still listed: {models}. Of these {raised} cost more than at launch. Cheaper and dearer are against the launch of the version before. On sale under {youngest} days: launch mark only. A price by the clock counts at its peak.',
		'仅含发布后30天内即见于实验室美元价目表、且仍在列的模型，共{models}个。其中{raised}个比发布时更贵。更便宜、更贵均相对上一版本的发布价。上市不足{youngest}天者只画发布价。按时段计价的取高峰价。',
	],
	'launch-to-now.row': ['{model}, {day}', '{model}，{day}'],
	'launch-to-now.after': ['{launch}; before it {before}', '{launch}；上一版本{before}'],
	'launch-to-now.young': ['just launched', '刚发布'],
	'launch-to-now.part': ['{model}: {end}.', '{model}：{end}。'],
	'two-sheets.name': ['Two sheets', '两份价目表'],
	'two-sheets.question': ['Does a lab ask the same in both currencies?', '实验室的两种货币报价是否相同？'],
	'two-sheets.none': ['No lab sells one cell on two sheets.', '没有实验室在两份价目表上出售同一单元。'],
	'two-sheets.few': [
		'{models} models on two sheets: no comparison is drawn with fewer than {enough}.',
		'仅{models}个模型有两份价目表：不足{enough}个，不作比较。',
	],
	'two-sheets.title': [
		'{above} of {all} cells cost more in yuan at the market rate',
		'{all}个单元中{above}个：人民币价按市场汇率折算更贵',
	],
	'two-sheets.subtitle': [
		'Yuan over dollars of one cell on the lab’s two sheets, CNY per USD: {low} to {high}. Diamond: implied by the sheets. Grey square: the market’s rate on the first common day',
		'同一单元在实验室两份价目表上的人民币价÷美元价（CNY/USD）：{low}至{high}。菱形：价目表隐含汇率；灰色方块：首个共同日的市场汇率',
	],
	'two-sheets.note': [
		'The ratio of two lists is no rate of exchange, and no price is made from it. The newest span of at least seven common days of each cell. Labs with one sheet are left out.',
		'两份价目表之比不是汇率，也不据此推算任何价格。取各单元最近一段至少七天的共同时段；只有一份价目表的实验室略去。',
	],
	'two-sheets.end': ['{cny} and {usd}: {implied}', '{cny}与{usd}：{implied}'],
	'two-sheets.part': [
		'{model}, {cell}: {implied} implied, market {market} on {day}.',
		'{model}，{cell}：隐含{implied}，{day}市场汇率{market}。',
	],
	'clock-price.name': ['Prices by the clock', '分时价格'],
	'clock-price.question': ['What does the hour cost?', '不同时段价格差多少？'],
	'clock-price.none': ['No sheet asks a price by the clock: one price all day.', '没有价目表按时段计价：全天同价。'],
	'clock-price.title': [
		'At peak up to {times} the off-peak price, {hours} hours a day',
		'高峰价最高为闲时价的{times}，每天{hours}小时',
	],
	'clock-price.title-flat': ['{cells} cells ask the off-peak price all day', '{cells}个单元全天按闲时价计'],
	'clock-price.subtitle': [
		'Dollar sheets whose price follows the clock, US dollars per million tokens, log scale; newest such day, {day}. Hollow: off peak. Black square: mean of the day by time. Filled: peak, which is the headline price',
		'按时段计价的美元价目表，美元/百万token，对数刻度；最近一日为{day}。空心：闲时价；黑色方块：按时间加权的日均价；实心：高峰价，即标题价格',
	],
	'clock-price.note': [
		'Hours are those of the zone that the sheet prints, here with the table. A sheet that names no holidays is read as it stands: weekends by the calendar week.',
		'时段按价目表所注时区，见表。未注明节假日的价目表按原文理解：周末以日历周计。',
	],
	'clock-price.end-short': ['{peak} / {off}', '{peak}／{off}'],
	'clock-price.end': ['{peak} at peak, {off} off; {hours} of {all} h', '高峰{peak}，闲时{off}；{all}小时中{hours}小时'],
	'clock-price.part': ['{model}, {cell}: {end}, {day}.', '{model}，{cell}：{end}，{day}。'],
	'same-weights.name': ['Same weights, many hosts', '同一权重，各家报价'],
	'same-weights.question': ['Is one model one price?', '同一模型只有一个价吗？'],
	'same-weights.none': ['No model has prices of three hosts.', '尚无模型有三家托管商的价格。'],
	'same-weights.few': [
		'{models} models with enough hosts: no median with fewer than {least}.',
		'托管商足够的模型仅{models}个：不足{least}个不给中位数。',
	],
	'same-weights.title': [
		'Same weights: dearest host at {ratio} the cheapest, median',
		'同一权重：最贵托管价为最低价的{ratio}（中位数）',
	],
	'same-weights.title-few': ['{model}: dearest host at {ratio} the cheapest', '{model}：最贵托管价是最低价的{ratio}'],
	'same-weights.subtitle': [
		'{meter}, $/M, log scale, newest day of each model to {day}; median over {models} models. A mark is a host’s cheapest offer, hollow: precision unknown or below 8 bits. Bar: the lab itself',
		'{meter}，$/百万token，对数刻度，各模型最近一日，截至{day}；中位数取自{models}个模型。每个标记为一家托管商的最低报价；空心：精度不明或低于8位。竖线：实验室自己的报价',
	],
	'same-weights.note': [
		'Models with fewer than {least} hosts beside the lab are left out: {left}. The lab’s own offer moves no range.',
		'除实验室外不足{least}家托管商的模型未列出：{left}个。实验室自己的报价不计入区间。',
	],
	'same-weights.more': ['{more} more are in the table.', '另有{more}个见表。'],
	'same-weights.summary': ['{list}.', '{list}。'],
	'same-weights.range': ['{low} to {high} over {hosts} hosts', '{low}至{high}，{hosts}家托管商'],
	'same-weights.end': ['{ratio}, {hosts} hosts', '{ratio}，{hosts}家'],
} as const satisfies Texts;
