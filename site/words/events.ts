import type { Texts } from '../words.ts';

/** Price events, headlines and the ledger. */
export const events = {
	'events.title': ['Price changes, cell by cell', '价格变动，逐单元记录'],
	'events.lead': [
		'A change is known as an interval: after the last look at the old price, by the first look at the new one. Every row is one cell; no percentage stands for more than its own cell.',
		'每次变动只知道一个时间区间：晚于最后一次见到旧价的采集，不晚于首次见到新价的采集。一行即一个价格单元；任何百分比都只代表它自己的单元。',
	],
	'mimo.title': ['A worked example: MiMo-V2.5, announced −99%', '实例：MiMo-V2.5，宣布−99%'],
	'mimo.lead': [
		'The announcement named one percentage. The dollar sheet shows {cells} cells of {models} models, moving by between {least} and {most}; the announced figure holds in {hits} of {cells}.',
		'公告只给出一个百分比。而在美元价目表上，{models}个模型共有{cells}个价格单元变动，幅度介于{least}与{most}之间；宣布的数字，{cells}个单元中只有{hits}个对得上。',
	],
	'mimo.none': ['No change of MiMo-V2.5 is published in this build.', '此次构建未发布MiMo-V2.5的任何变动。'],
	'mimo.caption': [
		'Every cell of MiMo-V2.5 that changed on the lab’s dollar sheet',
		'MiMo-V2.5在实验室美元价目表上变动过的全部价格单元',
	],
	'mimo.caption-cny': [
		'The same change on the lab’s yuan sheet, a channel of its own',
		'同一次变动在实验室人民币价目表上的情形，单独算一个渠道',
	],
	'headlines.title': ['The twelve largest headlines, audited', '十二个降幅最大的标题，逐一核验'],
	'headlines.lead': [
		'A headline names one percentage; a price list has many cells. Here each headline stands beside the cells that it is true of, within half a point, and beside what three mixes of tokens came to on the headline band.',
		'标题只说一个百分比，价目表却有许多价格单元。这里把每个标题与它所符合的单元（误差不超过半个百分点）并列，并给出三种token构成在主档位上的实际变动。',
	],
	'headlines.caption': [
		'The largest announced or stated cuts, one a model, the largest first',
		'宣布或报道的最大降幅，每个模型取一个，从大到小',
	],
	'headlines.true-of': ['{hits} of {cells} cells', '{cells}个单元中的{hits}个'],
	'headlines.unaudited': ['not audited: {reason}', '未核验：{reason}'],
	'headlines.none': ['No headline is published in this build.', '此次构建未发布任何标题。'],
	'ledger.newest': ['The newest changes', '最新变动'],
	'ledger.none': ['Nothing yet: no price has changed between two looks.', '暂无：尚未有价格在两次采集之间变动。'],
	'ledger.caption': [
		'Changes of list prices, newest first: {shown} of {rows} cell changes',
		'标价变动，由新到旧：显示{rows}处单元变动中的{shown}处',
	],
	'ledger.hosts': ['Moves at hosts and routers', '托管商与路由平台的调价'],
	'ledger.hosts-caption': [
		'Moves of host and router prices, newest first: {shown} of {rows}. No event of a lab',
		'托管商与路由平台的调价，由新到旧：显示{rows}处中的{shown}处。均不算实验室事件',
	],
	'ledger.hosts-none': ['No host has moved a price between two looks.', '尚无托管商在两次采集之间调价。'],
	'ledger.month': ['Every change of {month}', '{month}的全部变动'],
	'ledger.months': ['By month', '按月查看'],
	'ledger.month-link': ['{month}: {rows} cell changes', '{month}：{rows}处单元变动'],
} as const satisfies Texts;
