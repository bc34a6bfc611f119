import type { Texts } from '../words.ts';

/** Charts of who leads, how concentrated use is, what is given away, and whether price buys share. */
export const shareCharts = {
	'lab-rank.name': ['Rank of labs', '实验室排名'],
	'lab-rank.question': ['Who leads?', '谁领先？'],
	'lab-rank.none': ['No complete week names its labs: every rank is open.', '尚无列明实验室的完整一周：排名均为未定。'],
	'lab-rank.few': ['{weeks} weeks: dots, no line.', '仅{weeks}周：只画点，不连线。'],
	'lab-rank.title': [
		'{leaders} leaders in {weeks} weeks; {lab} since {week}',
		'{weeks}周{leaders}家居首；{lab}自{week}起',
	],
	'lab-rank.subtitle': [
		'Rank by tokens a week among the labs named on one router, the ten largest, newest week: {week}. A line leaves the frame where its lab is not among them. In colour: the labs with most weeks in the first three. Filled mark: the rank holds wherever the unattributed tokens belong',
		'一家路由平台上具名实验室按每周token的排名，取前十，最新为{week}当周。未进前十时，线条移出图框。彩色：进前三周数最多的实验室。实心标记：无论归属不明的token归谁，排名都不变',
	],
	'lab-rank.note': [
		'First place is certain in {certain} of {weeks} weeks. In the newest week {open} tokens belong to labs that are not named or to models below the list: they could move every rank that is not marked as certain.',
		'{weeks}周中有{certain}周的首位为已定。最新一周有{open}token属于未公开的实验室或榜单之外的模型，凡未标为已定的排名都可能因此改变。',
	],
	'lab-rank.place': ['{rank} {lab} ({tokens})', '第{rank}位{lab}（{tokens}）'],
	'lab-rank.summary': ['Week of {week}: {places}.', '{week}当周：{places}。'],
	'lab-rank.range': [
		'With the unattributed tokens, {lab} could rank between {best} and {worst}.',
		'计入归属不明的token，{lab}的名次可能在第{best}至第{worst}之间。',
	],
	'lab-rank.tip-certain': ['{lab} · {week} · {rank}, certain · {tokens}', '{lab}·{week}·第{rank}位，已定·{tokens}'],
	'lab-rank.tip-open': [
		'{lab} · {week} · {rank}, open: {best}–{worst} · {tokens}',
		'{lab}·{week}·第{rank}位，未定：{best}–{worst}·{tokens}',
	],
	'column.rank': ['rank', '名次'],
	'column.open_tokens': ['unattributed tokens', '归属不明的token'],
	'column.best_rank': ['best possible rank', '可能的最高名次'],
	'column.worst_rank': ['worst possible rank', '可能的最低名次'],

	'concentration.name': ['Concentration', '集中度'],
	'concentration.question': ['Many suppliers or few?', '供应方多，还是少？'],
	'concentration.none': ['No complete week names its labs on any basis.', '各口径均无列明实验室的完整一周。'],
	'concentration.few': ['{weeks} weeks: dots, no line.', '仅{weeks}周：只画点，不连线。'],
	'concentration.title': [
		'Ten models: tokens as if split by {tokens} labs, spend by {spend}',
		'同样十个模型，token近似{tokens}家均分，支出近似{spend}家',
	],
	'concentration.title-tokens': ['Top 50: tokens as if split by {labs} labs', '前50模型：token近似{labs}家均分'],
	'concentration.title-spend': ['Spend as if split by {labs} labs', '支出近似{labs}家均分'],
	'concentration.subtitle': [
		'Herfindahl index (HHI) of labs by week: 10,000 is one lab. Tokens: top 50, of all tokens; line: named labs alone, band: what unattributed tokens could add. Spend: an estimate on the top 10, of the listed models. The title reads the week of {week}',
		'按周计的实验室赫芬达尔指数（HHI）：10,000即仅一家。token：前五十模型，占全部token；实线只计具名实验室，区间带为归属不明的token可能增加的部分。支出：前十模型估算，占榜内模型。标题取自{week}当周',
	],
	'concentration.note': [
		'The number of labs that would split it evenly is 10,000 divided by the index. Spend and its dotted line count the same ten models: their tail has no price and no band. The two bases are not one series.',
		'“均分家数”为10,000除以该指数。支出与点线所计为同样十个模型，榜外模型无价格，故无区间带。两种口径并非同一序列。',
	],
	'concentration.summary': [
		'{series}: {hhi} in the week of {week}, as if split by {labs} labs; lowest {low} (week of {lowWeek}), highest {high} (week of {highWeek}).',
		'{series}：{week}当周为{hhi}，近似{labs}家均分；最低{low}（{lowWeek}当周），最高{high}（{highWeek}当周）。',
	],
	'concentration.panel-tokens': ['Tokens', 'token'],
	'concentration.panel-spend': ['Estimated spend', '估算支出'],
	'concentration.long-tokens': ['top 50', '前五十模型'],
	'concentration.long-spend': ['top 10 spend', '前十模型支出'],
	'concentration.long-tokens_same_models': ['tokens, same models', '同批模型token'],
	'concentration.label-tokens': ['top 50', '前五十'],
	'concentration.label-spend': ['spend', '支出'],
	'concentration.label-tokens_same_models': ['tokens', 'token'],
	'denominator.listed': ['listed models', '榜内模型'],
	'column.hhi_low': ['HHI, least', 'HHI下限'],
	'column.hhi_high': ['HHI, most', 'HHI上限'],
	'column.effective_low': ['labs if equal, fewest', '均分家数下限'],
	'column.effective_high': ['labs if equal, most', '均分家数上限'],
	'column.cr4_low': ['four largest, least', '前四家份额下限'],
	'column.cr4_high': ['four largest, most', '前四家份额上限'],

	'free-share.name': ['Free share', '免费占比'],
	'free-share.question': ['How much of the volume is given away?', '有多少用量是免费送出的？'],
	'free-share.none': ['No complete week has prices beside its tokens.', '尚无同时具备用量与价格的完整一周。'],
	'free-share.few': ['{weeks} weeks only: bars, no trend.', '仅{weeks}周：只画柱，不谈趋势。'],
	'free-share.title': [
		'Free tokens: US {us0} to {us}, China {cn0} to {cn}',
		'免费token占比：美国{us0}到{us}，中国{cn0}到{cn}',
	],
	'free-share.title-now': ['Free tokens, week of {week}: {parts}', '{week}当周免费token：{parts}'],
	'free-share.part': ['{country} {share}', '{country}{share}'],
	'free-share.subtitle-top50': [
		'Share of each country’s tokens at price 0 on basis top 50, one listed day a week, per cent of its listed tokens, newest week: {week}. Hatched: price unknown. The list holds {coverage} of that day’s tokens',
		'各国token中价格为0的占比（%），口径为前五十模型、每周取一个列榜日，分母为该国榜内token，最新为{week}当周。斜线：价格未知。榜单含当日token的{coverage}',
	],
	'free-share.subtitle-top10': [
		'Share of each country’s tokens at price 0 on basis top 10, whole weeks, per cent of its listed tokens, newest week: {week}. Hatched: price unknown. The list holds {coverage} of that week’s tokens',
		'各国token中价格为0的占比（%），口径为前十模型、整周，分母为该国榜内token，最新为{week}当周。斜线：价格未知。榜单含当周token的{coverage}',
	],
	'free-share.note-spans': [
		'The title compares the first {weeks} weeks with the last {weeks}; a range counts tokens of unknown price as paid or as free.',
		'标题比较最初{weeks}周与最近{weeks}周；区间两端分别把价格未知的token全算付费或全算免费。',
	],
	'free-share.note': [
		'Spend has no such side: what is free is not paid. Left out are {others} of the listed tokens, of other countries or of labs not named. Hollow mark at zero: nothing free that week.',
		'支出没有这一面：免费即无支出。未列出其他国家与未公开实验室，占榜内token的{others}。零线上的空心标记：该周没有免费token。',
	],
	'free-share.summary': [
		'{country}, week of {week}: {free} free, {unknown} of unknown price, of {tokens} tokens; most in the week of {mostWeek}: {most}.',
		'{country}，{week}当周：{tokens}token中免费占{free}，价格未知占{unknown}；最高为{mostWeek}当周的{most}。',
	],
	'free-share.label-free': ['free {share}', '免费{share}'],
	'free-share.label-unknown': ['unknown {share}', '未知{share}'],
	'basis.top50_day': ['top 50, one day a week', '前五十模型，每周一日'],
	'denominator.country': ['listed tokens of the country', '该国榜内token'],
	'column.free_tokens': ['free tokens', '免费token'],
	'column.unpriced_tokens': ['price unknown', '价格未知token'],
	'view.top10': ['top 10', '前十模型'],

	'price-and-share.name': ['Price and share', '价格与份额'],
	'price-and-share.question': ['Does price buy share?', '低价能换来份额吗？'],
	'price-and-share.none': [
		'No month has both a median list price and a share on this basis: it needs six more months.',
		'该口径尚无同时具备标价中位数与份额的月份，还需六个月。',
	],
	'price-and-share.few': [
		'{months} months with both a price and a share: dots, no path; {more} more are needed.',
		'仅{months}个月兼有价格与份额：只画点，不连线，还需{more}个月。',
	],
	'price-and-share.title': [
		'China: output {from} to {to}, tokens {fromShare} to {toShare}',
		'中国：输出价{from}到{to}，token占{fromShare}到{toShare}',
	],
	'price-and-share.title-one': [
		'{country}: output {price}, {share} of {measure}',
		'{country}：输出价{price}，{measure}占{share}',
	],
	'price-and-share.title-few': [
		'{country}: {share} of {measure}; {models} prices are too few',
		'{country}：{measure}占{share}；有价模型仅{models}个，不足',
	],
	'price-and-share.subtitle': [
		'Median list price of output by the lab’s country, $/M tokens, log scale, against its share by month; the title reads {months}. Tokens: basis {basis}, of {denominator}. Spend: an estimate on the top 10, of China + US. Bar: what unattributed tokens could change. Hollow: fewer than 20 priced models',
		'各国实验室输出标价中位数（$/百万token，对数刻度）与当月份额，标题取{months}。token：{basis}口径，占{denominator}。支出：前十模型估算，占中美之和。竖条：归属不明的token可能造成的变化。空心：有价模型不足20个',
	],
	'price-and-share.note': [
		'Descriptive, not causal: quality, launches and free variants move shares too, and a median moves when models come and go. A month has at least three whole weeks and five priced models a country. The newest month covers {coverage} of all tokens.',
		'仅为描述，不代表因果：质量、新品与免费版本同样影响份额；模型进出也会使中位数变动。每月至少有三个完整周、每国至少五个有价模型。最新一月覆盖全部token的{coverage}。',
	],
	'price-and-share.summary': [
		'{country}, {measure} on basis {basis}: {from} at {fromPrice} in {fromMonth}, {to} at {toPrice} in {toMonth}; {months} months.',
		'{country}，{measure}，{basis}口径：{fromMonth}为{from}，价格{fromPrice}；{toMonth}为{to}，价格{toPrice}；共{months}个月。',
	],
	'price-and-share.end': ['{country} {month}', '{country}{month}'],
	'price-and-share.panel-tokens': ['Tokens', 'token'],
	'price-and-share.panel-spend': ['Estimated spend', '估算支出'],
	'price-and-share.more': ['needs {more} more months for a path', '还需{more}个月才能连线'],
	'price-and-share.same': ['thin: tokens of the same ten models', '细标记：同样十个模型的token'],
	'column.median_output': ['median list output, $/M', '标价·输出中位数（$/百万token）'],
	'column.priced_models': ['priced models', '有价模型数'],
	'column.weeks_in': ['whole weeks', '完整周数'],
} as const satisfies Texts;
