import type { Texts } from '../words.ts';

/** The share of countries. */
export const share = {
	'share.title': ['The share of China and the United States', '中国与美国的份额'],
	'share.lead': [
		'Each share names the models it is computed over. The press reads the nine largest models; the fifty largest and all tokens tell another story, and dollars a third.',
		'每个份额都注明是在哪些模型上算出的。媒体只看最大的九个模型；放宽到最大的五十个或全部token，结论便不同；换算成美元，又不同。',
	],
	'share.pair': ['The week of the press: 4.12T against 2.94T', '媒体所说的那一周：4.12万亿对2.94万亿'],
	'share.pair-lead': [
		'The figures published for the week of 9 February 2026 count only the nine largest models. The same week on every basis:',
		'2026年2月9日当周的公开数字只计入最大的九个模型。同一周按各口径计：',
	],
	'share.pair-none': [
		'The week of 9 February 2026 is not among the published rows.',
		'已发布的数据中没有2026年2月9日当周。',
	],
	'share.pair-caption': ['Tokens of the week of 9 February 2026 by basis', '2026年2月9日当周token，按口径'],
	'share.scope': [
		'Traffic of one router, not of the world; tokens are counted by each provider’s own tokenizer; country is that of the lab, not of the host.',
		'仅为一家路由平台的流量，不代表全球；token按各供应方自己的分词器计数；国家指实验室所属国家，不是托管商所在国。',
	],
	'share.labs': ['Labs by tokens, week of {week}', '各实验室token用量，{week}当周'],
	'share.labs-none': ['No complete week of usage by lab is published.', '尚未发布任何完整一周的实验室用量。'],
	'share.labs-caption': [
		'The twenty labs with the most tokens in the week of {week}; share of all tokens of the router',
		'{week}当周token最多的二十个实验室；份额为占该路由平台全部token的比例',
	],
	'share-trend.name': ['Share trend', '份额走势'],
	'share-trend.question': [
		'When did China pass the US, on which basis, and in dollars?',
		'中国何时超过美国，按哪种口径，按美元又如何？',
	],
	'share-trend.none': ['No complete week is published on this basis.', '该口径尚无已发布的完整一周。'],
	'share-trend.few': ['{weeks} weeks: dots, no line.', '仅{weeks}周：只画点，不连线。'],
	'share-trend.title': ['China: {range} of tokens, {spend} of spend', '中国：token占{range}，支出占{spend}'],
	'share-trend.title-spend': ['China: {spend} of spend', '中国：支出占{spend}'],
	'share-trend.ended': ['Last on {series}: {share} (week of {week}).', '{series}的最后数值：{share}（{week}当周）。'],
	'share-trend.title-tokens': ['China: {range} of tokens ({basis})', '中国token占{range}：{basis}'],
	'share-trend.subtitle': [
		'China’s share by basis, per cent, newest week: {week}. Top 9, top 50, top 10: of China + US. All: of all tokens. Band: what unattributed tokens could change',
		'按口径计的中国份额（%），最新为{week}当周。前九、前五十、前十模型：占中美之和。全部token：占全部。区间带：归属不明的token可能造成的变化',
	],
	'share-trend.note': [
		'One router’s traffic. Spend is an estimate at the router’s headline prices over the ten models with a published token mix. Top 9 weeks and token mixes are figures of its public ranking, each with its citation.',
		'仅为一家路由平台的流量。支出按该平台主报价估算，仅含公布token构成的十个模型。前九模型的各周数字与token构成取自其公开排行榜，逐条注明出处。',
	],
	'share-trend.note-published': [
		'Small hollow marks: the spend share that Vercel AI Gateway publishes of its own traffic, never joined to ours.',
		'空心小标记：Vercel AI Gateway自行公布的支出份额，与此处估算不相连。',
	],
	'share-trend.published': [
		'{basis} itself publishes {share} of spend (week of {week}).',
		'{basis}自行公布的支出份额为{share}（{week}当周）。',
	],
	'share-trend.part': ['{share} on basis {basis}', '按{basis}口径占{share}'],
	'share-trend.spend-part': ['{share} of estimated spend on the top 10', '按前十模型口径占估算支出的{share}'],
	'share-trend.summary': ['China’s share in the week of {week}: {parts}.', '{week}当周中国份额：{parts}。'],
	'share-trend.extremes': [
		'Lowest on {basis}: {low} (week of {lowWeek}); highest: {high} (week of {highWeek}).',
		'{basis}口径最低：{low}（{lowWeek}当周）；最高：{high}（{highWeek}当周）。',
	],
	'share-trend.lead': ['Lead over all tokens: {lead}.', '按全部token计的领先方：{lead}。'],
	'share-trend.panel-tokens': ['Tokens', 'token'],
	'share-trend.panel-spend': ['Estimated spend', '估算支出'],
	'share-trend.label-spend': ['top 10 spend', '前十模型支出'],
	'share-trend.label-spend_published': ['Vercel, published', 'Vercel公布'],
	'share-trend.label-spend_published-short': ['Vercel', 'Vercel'],
	'share-trend.label-spend-short': ['spend', '支出'],
	'share-trend.label-tokens_same_models': ['tokens, same models', '同批模型token'],
	'share-trend.label-tokens_same_models-short': ['tokens', 'token'],
} as const satisfies Texts;
