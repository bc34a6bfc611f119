import type { Texts } from '../words.ts';

/** Energy and volume. */
export const energy = {
	'energy.title': ['Energy and volume', '能源与用量'],
	'energy.lead': [
		'How many tokens are claimed, by whom, and how much of a price gap electricity could explain at most. Every figure of power is a bound with its inputs beside it; countries are not ranked by it.',
		'谁声称处理了多少token，电力最多能解释多少价差。凡涉及用电的数字都是上限，并列出所用数值；不据此给国家排名。',
	],
	'tokens-a-day.name': ['Tokens a day, as claimed', '各方声称的日均token'],
	'tokens-a-day.question': ['What is claimed, by whom?', '谁声称了多少？'],
	'tokens-a-day.none': ['No dated statement of tokens a day is on record.', '尚无注明月份的日均token说法。'],
	'tokens-a-day.few': ['{rows} statements: dots, no lines.', '仅{rows}条说法：只画点，不连线。'],
	'tokens-a-day.title': [
		'{org}: {tokens} tokens a day, {times}× since {first}',
		'{org}：日均{tokens}token，为{first}年的{times}倍',
	],
	'tokens-a-day.title-one': ['Up to {tokens} tokens a day are claimed', '声称的日均token最高为{tokens}'],
	'tokens-a-day.subtitle': [
		'Tokens a day, log scale, at the month they are stated for; one line for one organisation and scope. Filled: its own or a government’s word. Hollow: a third party or the press. Circle: US. Diamond: China',
		'日均token，对数刻度，按所指月份；同一机构同一范围连成一线。实心：机构自述或政府说法。空心：第三方或媒体。圆点：美国。菱形：中国',
	],
	'tokens-a-day.note': [
		'Scopes and tokenizers differ between lines, so heights compare orders of magnitude only. “Over” is drawn at the number said. Statements that contradict each other are both drawn. {left} without a month are left out.',
		'各线范围与分词器不同，高低只宜比较数量级。“超过”按所说数字画出。互相矛盾的说法并列。{left}条未注明月份，未计入。',
	],
	'tokens-a-day.part': ['{who}: {tokens} ({month}).', '{who}：{tokens}（{month}）。'],
	'electricity.name': ['Electricity per head', '人均发电量'],
	'electricity.question': ['Who generates more per head?', '谁的人均发电量更高？'],
	'electricity.none': ['No generation per head is on record.', '尚无人均发电量数据。'],
	'electricity.few': ['{years} year only: dots.', '仅{years}年：只画点。'],
	'electricity.title': [
		'{year}: the US generates {ratio} China’s electricity a head',
		'{year}年，美国人均发电量为中国的{ratio}',
	],
	'electricity.title-one': ['Electricity generated per head to {year}', '截至{year}年的人均发电量'],
	'electricity.subtitle': [
		'Electricity generated, kWh per head and year, to {year}',
		'每年人均发电量，千瓦时，截至{year}年',
	],
	'electricity.subtitle-stale': [
		'Electricity generated, kWh per head and year. Stale: last seen {year}; the lines are not extended',
		'每年人均发电量，千瓦时。数据过期：最后一年为{year}年，线不外推',
	],
	'electricity.note': [
		'Generation, not consumption, of all sectors: data centres are a small part. Newer figures quoted in the press have no population beside them and are not drawn.',
		'为发电量而非用电量，含所有部门，数据中心只占一小部分。媒体所引的更新数字未附人口，未画出。',
	],
	'electricity.world': ['World', '全球'],
	'electricity.summary': [
		'{area}: {first} kWh in {firstYear}, {last} kWh in {lastYear}.',
		'{area}：{firstYear}年{first}千瓦时，{lastYear}年{last}千瓦时。',
	],
	'power-bound.name': ['Bound of the power cost', '电力成本的上限'],
	'power-bound.question': ['How much can electricity explain?', '电力能解释多少？'],
	'power-bound.none': ['No model has both a price gap and measured joules.', '没有模型同时具备价差与能耗数据。'],
	'power-bound.few': ['{models} models only.', '仅{models}个模型。'],
	'power-bound.title': ['Cheaper power explains at most {share} of a price gap', '更便宜的电最多解释价差的{share}'],
	'power-bound.subtitle': [
		'Part of the distance to the other country’s median output list price that a tariff {tariff} per kWh apart can explain, per cent, {day}. Inputs: {low} to {high} J a token, PUE {pue}. Hollow: free power',
		'每千瓦时电价相差{tariff}，最多能解释输出标价与另一国中位价之差的百分比，{day}。所用数值：每token {low}至{high}焦耳，PUE {pue}。空心：电力全免费',
	],
	'power-bound.note': [
		'A bound, no estimate: joules are published for few open models and stand for all, and no sign of a tariff advantage is established. Stroke: fewest joules. Bar: most. {left} of the most used models are left out: no price gap to explain.',
		'这是上限，不是估计：只有少数开放模型公布能耗，在此代表全部；哪国电价更低亦无定论。竖线：最低能耗。横条：最高能耗。用量最大的模型中{left}个未计入：没有可解释的价差。',
	],
	'power-bound.end': ['{low}–{high}', '{low}–{high}'],
	'power-bound.summary': [
		'{model}: {low} to {high}; free power {free}.',
		'{model}：{low}至{high}；电力全免费时{free}。',
	],
	'volume-and-price.name': ['Volume and price', '用量与价格'],
	'volume-and-price.question': ['Did volume outrun price?', '用量跑赢了价格吗？'],
	'volume-and-price.none': ['No month has both a price index and tokens.', '尚无同时具备价格指数与用量的月份。'],
	'volume-and-price.few': ['{months} months: dots, no lines.', '仅{months}个月：只画点，不连线。'],
	'volume-and-price.title': [
		'Tokens {tokens}, matched price {price}, spend at least {spend}',
		'token为基期的{tokens}，同款价格{price}，支出至少{spend}',
	],
	'volume-and-price.title-none': ['Volume, price and spend by month', '各月用量、价格与支出'],
	'volume-and-price.subtitle': [
		'Indices of one router, {base} = 1, log scale, full months: list price of the same models, tokens, spend as a range. Descriptive, not causal',
		'一家路由平台的指数，{base}为1，对数刻度，只取完整月份：同款模型标价、token、支出（区间）。仅为描述，非因果',
	],
	'volume-and-price.note': [
		'The price is a matched index of list prices: new and gone models do not move it. Spend is an estimate at list price; its range runs from all input cached to none. No elasticity is printed while matched prices stay within 5% of the base.',
		'价格为同款模型标价的配比指数，新上与下架的模型不影响它。支出按标价估算，区间从输入全部命中缓存到全不命中。同款价格与基期相差不足5%时，不给弹性。',
	],
	'volume-and-price.price': ['Matched list price', '同款标价'],
	'volume-and-price.tokens': ['Tokens', 'token'],
	'volume-and-price.spend': ['Estimated spend', '估算支出'],
	'volume-and-price.part': ['{measure} {value} ({month})', '{measure}{value}（{month}）'],
	'column.price_index': ['price index', '价格指数'],
	'column.tokens_index': ['token index', 'token指数'],
	'column.year': ['year', '年份'],
	'column.kwh_per_head': ['kWh per head', '人均千瓦时'],
	'column.edition': ['edition', '版本'],
	'column.gap_usd': ['gap $/M output', '输出价差（$/百万token）'],
	'column.free_power': ['free power', '电力全免费'],
	'column.joules_low': ['J a token, least', '每token焦耳，最低'],
	'column.joules_high': ['J a token, most', '每token焦耳，最高'],
	'view.stated': ['as stated', '按声明'],
	'view.per-head': ['per head', '人均'],
} as const satisfies Texts;
