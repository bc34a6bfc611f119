import type { Texts } from '../words.ts';

/** The method page. */
export const method = {
	'method.title': ['Method', '方法'],
	'method.lead': [
		'What each published number means, in the words of the table it comes from.',
		'每个已发布数字的含义，取自其所在数据表的说明；以英文原文为准。',
	],
	'method.tables': ['Tables', '数据表'],
	'method.formulas': ['Formulas', '公式'],
	'method.formulas-lead': [
		'What the code computes, in the words of its own comments.',
		'代码计算了什么，取自代码自身的注释；以英文原文为准。',
	],
	'method.macros': ['Questions with parameters', '带参数的查询'],
	'method.macros-lead': [
		'Table macros of the DuckDB file: open it, or attach it and say `use`.',
		'DuckDB文件中的表宏：直接打开该文件，或先附加再执行`use`。',
	],
	'method.bases': ['Bases of a share', '份额的口径'],
	'method.rules': ['Rules of publication', '发布规则'],
	'method.not-claimed': ['What is not claimed', '不作的断言'],
	'method.rule-unknown': [
		'Unknown is not zero. What is not stated is not drawn; 0 is drawn only where the price is free.',
		'未知不等于零。未公布的不画；只有免费才画0。',
	],
	'method.rule-cell': [
		'A price change is a change of the native amount in one cell. Moved aliases, corrections of a catalogue and changes of a tier are rows of their own kind, never cuts.',
		'价格变动是指某一价格单元的原币金额发生变化。别名改指、目录更正和档位变动各自成行，绝不算降价。',
	],
	'method.rule-interval': [
		'A change is known as an interval, after one look and by the next. Both days are printed.',
		'变动只知道一个时间区间：晚于某次采集，不晚于下一次采集。两个日期都列出。',
	],
	'method.rule-list': [
		'List price and cheapest host are two series. Neither is averaged with the other.',
		'标价与最低托管价是两个序列，彼此绝不平均。',
	],
	'method.rule-share': [
		'A share names its basis, denominator, coverage and band. The band is what the tokens that the basis cannot attribute could change.',
		'份额须注明口径、分母、覆盖率和区间带。区间带表示该口径无法归属的token可能造成的变化。',
	],
	'method.rule-lead': [
		'A lead is certain when it holds at both ends of the band, else it is open.',
		'领先在区间带两端都成立，为已定；否则为未定。',
	],
	'method.rule-spend': [
		'Spend is an estimate at the router’s headline prices over the models with a published token mix.',
		'支出为估算值，按路由平台主报价计算，仅含公布token构成的模型。',
	],
	'method.rule-median': [
		'A median or ratio of two countries needs at least 20 priced models on each side.',
		'两国的中位数或比值，每一方须有至少20个有价格的模型。',
	],
	'method.claim-world': [
		'The usage figures are the traffic of one router. They are not a measure of the world.',
		'用量数字是一家路由平台的流量，不能代表全球。',
	],
	'method.claim-paid': [
		'A list price is what the sheet says, not what a customer with a contract pays.',
		'标价是价目表上的数字，不是签约客户实际支付的价格。',
	],
	'method.claim-causal': [
		'No figure here says that a price caused a share, or a share a price.',
		'本站没有任何数字意味着价格带来了份额，或份额带来了价格。',
	],
	'method.basis-top9_models': [
		'The nine largest models of the public ranking: the basis of the press. Share of China + US.',
		'公开排行榜上最大的九个模型，即媒体所用的口径。占中美之和。',
	],
	'method.basis-top50_daily': [
		'Every model of the daily top 50, seven days summed. Share of China + US.',
		'每日前五十名的全部模型，七天合计。占中美之和。',
	],
	'method.basis-all_tokens': [
		'Every token of the week, unnamed and unlisted models included. Share of all.',
		'当周的全部token，含未具名和未上榜模型。占全部。',
	],
	'method.basis-top10_models': [
		'The nine or ten models with a published token mix: the only basis on which spend can be computed. Share of China + US.',
		'公布token构成的九个或十个模型，唯一可计算支出的口径。占中美之和。',
	],
} as const satisfies Texts;
