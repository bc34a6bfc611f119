import type { Texts } from '../words.ts';

/** Price events, headlines and the ledger. */
export const events = {
	'events.title': ['Price changes, cell by cell', '价格变动，逐单元记录'],
	'events.lead': [
		'A change is known as an interval: after the last look at the old price, by the first look at the new one. Every row is one cell; no percentage stands for more than its own cell.',
		'每次变动只知道一个时间区间：晚于最后一次见到旧价的采集，不晚于首次见到新价的采集。一行即一个价格单元；任何百分比都只代表它自己的单元。',
	],
	'events.announced': ['{headline} announced', '宣布{headline}'],
	'events.stated': ['{headline} as reported', '报道{headline}'],
	'events.strip-lead': [
		'Every change of a cell on the labs’ own sheets, then month by month. Below: what was announced, cell by cell; then the ledger.',
		'先看实验室价目表上的每处单元变动，再逐月计数；其后是逐单元核验的宣布降幅，最后是台账。',
	],
	'events.all': ['All events', '全部事件'],
	'events.all-lead': [
		'Each event has a page: its cells before and after, the interval, the snapshots, what was announced and in how many cells it holds.',
		'每个事件都有一页：变动前后的单元、时间区间、快照、宣布的数字以及它在多少单元成立。',
	],
	'events.all-caption': ['{rows} events, newest first', '共{rows}个事件，由新到旧'],
	'events.newest-caption': ['The newest {shown} of {rows} events', '最近{shown}个事件，共{rows}个'],
	'events.rest': ['All {rows} events', '全部{rows}个事件'],
	'events.empty': ['No event is published in this build.', '此次构建未发布任何事件。'],
	'event.title': ['{model}: {kind}', '{model}：{kind}'],
	'event.kind-cut': ['price cut', '降价'],
	'event.kind-rise': ['price rise', '涨价'],
	'event.kind-mixed': ['cuts and rises', '有降有涨'],
	'event.kind-catalogue_correction': ['catalogue correction', '目录更正'],
	'event.when': ['{model}, {sheet}: changed {interval}.', '{model}，{sheet}：变动于{interval}。'],
	'event.shown': [
		'First seen in {source}; {sources} sources show it: {list}.',
		'最先见于{source}；{sources}个来源显示此次变动：{list}。',
	],
	'event.one-source': ['One source alone shows it ({source}): provisional.', '仅{source}一个来源显示，属暂定。'],
	'event.unseen': ['Announced, not seen in any sheet: {reason}.', '已宣布，但未见于任何价目表：{reason}。'],
	'event.told': ['What was announced or reported', '宣布或报道的内容'],
	'event.untold': [
		'Nothing was announced, as far as this record knows: the change was found on the sheet.',
		'据本站记录未有公告：变动由价目表发现。',
	],
	'event.told-caption': ['Curated events of this change, with their sources', '与此次变动有关的人工整理事件及其出处'],
	'event.hit': ['{model} {cell}', '{model}{cell}'],
	'event.figure': ['{figure}.', '{figure}。'],
	'event.holds': [
		'The figure holds in {hits} of {cells} {money} cells.',
		'该数字在{cells}个{money}单元中的{hits}个成立。',
	],
	'event.holds-named': [
		'The figure holds in {hits} of {cells} {money} cells: {where}.',
		'该数字在{cells}个{money}单元中的{hits}个成立：{where}。',
	],
	'event.mixes': [
		'On the headline band the 3:1 blend moved by {blend}, a chat pays {chat}, an agent {agent}.',
		'在主档位上，3:1混合价变动{blend}，聊天场景{chat}，智能体场景{agent}。',
	],
	'event.unaudited': ['Not audited: {reason}.', '未核验：{reason}。'],
	'event.related': ['The same change elsewhere', '同一变动的其他页面'],
	'event.back': ['All price events', '全部价格事件'],
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
