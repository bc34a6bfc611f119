import type { Texts } from '../words.ts';

/** Cached input. */
export const cache = {
	'cache.title': ['Cached input', '缓存输入'],
	'cache.lead': [
		'An agent sends the same prompt again and again. What it pays depends less on the input price than on the price of reading that prompt from cache.',
		'智能体反复发送同样的提示。它付多少钱，与其说取决于输入价，不如说取决于从缓存读取这段提示的价格。',
	],
	'cache-floor.name': ['Floor of the cache price', '缓存价格的底线'],
	'cache-floor.question': ['How low is the floor?', '底线有多低？'],
	'cache-floor.none': ['No cache price is published.', '尚未公布任何缓存价格。'],
	'cache-floor.few': ['One look so far: a dot.', '目前只有一次采集：以一个点标出。'],
	'cache-floor.title': ['Lowest cache-read list price: US {us}, China {cn}', '缓存读取最低标价：美国{us}，中国{cn}'],
	'cache-floor.title-one': ['Lowest cache-read list price: {country} {price}', '缓存读取最低标价：{country}{price}'],
	'cache-floor.subtitle': [
		'Lowest price of reading a million tokens from cache by the lab’s country, US dollars, log scale, to {day}. Heavy: list price. Thin, hollow: cheapest host. Circle: US. Diamond: China. Triangle: Europe',
		'各国实验室缓存读取的最低价，美元/百万token，对数刻度，截至{day}。粗线：标价。细线、空心：最低托管价。圆点：美国。菱形：中国。三角：欧洲',
	],
	'cache-floor.note': [
		'The floor is one model’s price, not a country’s. It rises when that model leaves the list. A cache price that is not published is left out, a free one too: neither is a floor.',
		'底线是某一个模型的价格，并非一国的价格；该模型撤下时底线会上升。未公布的缓存价不计，免费的也不计。',
	],
	'cache-floor.join': [', ', '，'],
	'cache-floor.summary': [
		'{series}, {country}: {first} on {firstDay} ({firstModel}), {last} on {lastDay} ({lastModel}).',
		'{series}，{country}：{firstDay}为{first}（{firstModel}），{lastDay}为{last}（{lastModel}）。',
	],
	'cache-ratio.name': ['Depth of the cache discount', '缓存折扣深度'],
	'cache-ratio.question': ['How deep is the discount?', '折扣有多深？'],
	'cache-ratio.none': ['No model has both an input and a cache price.', '没有模型同时公布输入价与缓存价。'],
	'cache-ratio.few': ['{models} models with a cache price: no median.', '仅{models}个模型有缓存价：不给中位数。'],
	'cache-ratio.title': [
		'Cache read costs {us} of input in the US, {cn} in China',
		'缓存读取价为输入价的比例：美国{us}，中国{cn}',
	],
	'cache-ratio.title-range': ['Cache read costs {low} to {high} of input', '缓存读取价为输入价的{low}至{high}'],
	'cache-ratio.subtitle': [
		'Cache-read price over input price of the same list, per cent, a mark for each model on sale, {day}. Stroke: the lab’s median; the title reads the median of all models of a country',
		'同一价目表中缓存读取价与输入价之比（%），每个在售模型一个标记，{day}。竖线：该实验室中位数；标题为各国全部模型的中位数',
	],
	'cache-ratio.note': [
		'{left} of {all} listed models are left out: no cache price is published, it is free, or sources disagree. Nothing is imputed.',
		'{all}个有标价的模型中{left}个未计入：未公布缓存价、免费，或来源不一致。绝不填补。',
	],
	'cache-ratio.summary': ['{lab}: n = {n}, {low} to {high}.', '{lab}：{n}个模型，{low}至{high}。'],
	'cache-ratio.other-labs': ['other labs, {country}', '{country}其他实验室'],
	'cache-ratio.models': ['n = {n}', 'n={n}'],
	'cache-ratio.end': ['{median} · n = {n}', '{median}·n={n}'],
	'effective-price.name': ['Effective price', '实际价格'],
	'effective-price.question': ['What does a caching agent pay?', '用缓存的智能体付多少？'],
	'effective-price.none': ['No model in use has a list price.', '在用模型均无标价。'],
	'effective-price.few': ['{models} model: its points, no lines.', '仅{models}个模型：只画点，不连线。'],
	'effective-price.title': ['90% cached: {low} to {high} on the agent mix', '缓存命中90%：智能体用量价格{low}至{high}'],
	'effective-price.title-one': ['90% cached: {low} on the agent mix', '缓存命中90%：智能体用量价格{low}'],
	'effective-price.title-none': ['None of {models} models publishes a cache price', '{models}个模型均未公布缓存价'],
	'effective-price.subtitle': [
		'List price of the agent mix (98% input) per million tokens by share of the prompt read from cache, US dollars, log scale, the most used priced models, {day}. Circle: US. Diamond: China',
		'智能体用量（输入占98%）的标价，按提示的缓存命中率，美元/百万token，对数刻度，取用量最大的有标价模型，{day}。圆点：美国。菱形：中国',
	],
	'effective-price.note': [
		'Computed from list prices: input, cache read and output at one mix. Without a published cache price the line stays at the input price (hollow, dotted). The surcharge for writing to the cache is left out.',
		'由标价算得：同一用量下的输入、缓存读取与输出。未公布缓存价者停留在输入价（空心、点线）。写入缓存的加价未计。',
	],
	'effective-price.no-cache': [', no cache price', '，无缓存价'],
	'effective-price.summary': [
		'{model}: {none} without cache, {most} at 90%.',
		'{model}：无缓存{none}，命中90%时{most}。',
	],
	'column.cache_read': ['cache read $/M', '缓存读取（$/百万token）'],
	'column.input': ['input $/M', '输入（$/百万token）'],
	'column.output': ['output $/M', '输出（$/百万token）'],
	'column.cache_ratio': ['cache read ÷ input', '缓存读取÷输入'],
	'column.cache_share': ['prompt from cache', '缓存命中率'],
	'column.effective': ['$/M, agent mix', '$/百万token，智能体用量'],
	'column.has_cache_price': ['cache price published', '公布缓存价'],
	'view.by-lab': ['by lab', '按实验室'],
	'view.most-used': ['most used', '用量最大'],
} as const satisfies Texts;
