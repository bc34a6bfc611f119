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
		'{cell}：{cut}个降价；新版{cheaper}个更便宜，{dearer}个更贵',
	],
	'launch-to-now.subtitle': [
		'List price of {cell}, US dollars per million tokens, log scale, to {day}. Hollow: at launch. Filled: now. Grey tick: launch price of the version before, of the same name. The {shown} newest that moved or were launched at another price',
		'{cell}标价，美元/百万token，对数刻度，截至{day}。空心：发布价；实心：现价；灰线：同名上一版本的发布价。列出最新的{shown}个：价格有变动，或发布价与上一版本不同',
	],
	'launch-to-now.note': [
		'Only models seen on the lab’s dollar sheet within 30 days of their release and still listed: {models}. Of these {raised} cost more than at launch. Cheaper and dearer are against the launch of the version before. On sale under {youngest} days: launch mark only.',
		'仅含发布后30天内即见于实验室美元价目表、且仍在列的模型，共{models}个。其中{raised}个比发布时更贵。更便宜、更贵均相对上一版本的发布价。上市不足{youngest}天者只画发布价。',
	],
	'launch-to-now.row': ['{model}, {day}', '{model}，{day}'],
	'launch-to-now.after': ['{launch}; before it {before}', '{launch}；上一版本{before}'],
	'launch-to-now.young': ['just launched', '刚发布'],
	'launch-to-now.part': ['{model}: {end}.', '{model}：{end}。'],
} as const satisfies Texts;
