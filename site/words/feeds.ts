import type { Texts } from '../words.ts';

/** Feeds and their entries. */
export const feeds = {
	'feed.title': ['Feeds', '订阅'],
	'feed.lead': [
		'The newest fifty events each, as Atom and as JSON Feed; every maker and country has its own.',
		'各收录最新的五十条，提供Atom和JSON Feed两种格式；每家实验室、每个国家另有专属订阅。',
	],
	'feed.of': ['Token Observatory: {title}', 'token观测站：{title}'],
	'feed.prices': ['Price events', '价格事件'],
	'feed.models': ['New models, delistings and reveals', '新模型、下架与揭名'],
	'feed.corrections': ['Corrections and verdicts', '更正与判定'],
	'feed.health': ['Data health', '数据健康'],
	'feed.releases': ['Releases and method', '数据发布与方法'],
	'feed.list': ['On the lab’s own list:', '实验室自家价目表：'],
	'feed.host': ['At hosts of the same weights, on the same days:', '同期托管同一权重的服务商：'],
	'feed.line': [
		'{cell}: {before} to {after} per million tokens, {change}',
		'{cell}：每百万token从{before}到{after}，{change}',
	],
	'feed.host-line': [
		'{provider}, {cell}: {before} to {after} per million tokens, {change}',
		'{provider}，{cell}：每百万token从{before}到{after}，{change}',
	],
	'feed.new-model': ['New model: {title} ({lab})', '新模型：{title}（{lab}）'],
	'feed.new-model-body': ['{model}, made in: {country}.', '{model}，所属国家：{country}。'],
	'feed.delisted': ['{title} ({lab}) has left the price lists', '{title}（{lab}）已从价目表下架'],
	'feed.delisted-body': [
		'Last seen on the {sheet} on {seen}, not there by {gone}; as shown by {sources}.',
		'最后见于{sheet}：{seen}；至迟{gone}已不在表上。依据：{sources}。',
	],
	'feed.delisted-rule': [
		'Three looks without it, or the end that a source states. A catalogue may drop a model that its lab still sells.',
		'须连续三次采集未见，或来源写明终止日。目录可能删去实验室仍在出售的模型。',
	],
	'feed.reveal': ['{name} is by {lab}', '{name}的开发者是{lab}'],
	'feed.reveal-body': ['{name} turned out to be {model}.', '{name}即{model}。'],
	'feed.reveal-tokens': [
		'{tokens} tokens were counted while nobody knew its maker.',
		'在开发者公开之前，已计入{tokens}token。',
	],
	'feed.correction': ['Corrected: {mart}, {column}', '更正：{mart}的{column}'],
	'feed.correction-body': ['{key}: was {was}, is {is}.', '{key}：原为{was}，现为{is}。'],
	'feed.verdict': ['Verdict changed: {claim}', '判定变更：{claim}'],
	'feed.verdict-body': ['From {before} to {verdict}.', '由{before}变为{verdict}。'],
	'feed.state': ['{title}: {state}', '{title}：{state}'],
	'feed.state-body': ['From {before} to {state}.', '由{before}变为{state}。'],
	'feed.release': ['Release {release}', '数据版本{release}'],
	'feed.release-body': ['{tables} tables; newest day {newest}.', '{tables}张表；最新日期{newest}。'],
	'feed.changelog': ['Method, {day}', '方法变更，{day}'],
} as const satisfies Texts;
