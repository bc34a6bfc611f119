import type { Texts } from '../words.ts';

/** Who reached a level first, and how fast its price falls. */
export const pace = {
	'first-to-reach.name': ['First to reach a level', '谁先达到'],
	'first-to-reach.question': [
		'How many days between the first US and the first Chinese model?',
		'首个美国模型与首个中国模型相隔多少天？',
	],
	'first-to-reach.none': [
		'No scored model reaches a reference level on this axis.',
		'此能力轴上尚无有评分的模型达到参考水平。',
	],
	'first-to-reach.few': ['{levels} level reached: one row.', '仅有{levels}个分数线有模型达到。'],
	'first-to-reach.title': [
		'Score {level}: China {days} days after the US, {open} above open',
		'{level}分：中国比美国晚{days}天，更高的{open}级尚未达到',
	],
	'first-to-reach.title-cn': [
		'Score {level}: China {days} days before the US, {open} above open',
		'{level}分：中国比美国早{days}天，更高的{open}级尚未达到',
	],
	'first-to-reach.title-open': ['No level reached by both: {levels} open', '尚无双方均达到的分数线：{levels}级未决'],
	'first-to-reach.subtitle': [
		'Day of the first US model (circle) and the first Chinese model (diamond) at each score on {axis}. Dashed: not yet reached by the other. Hollow: newest 30 days, provisional',
		'{axis}各分数线上首个美国模型（圆点）与首个中国模型（菱形）达到之日。虚线：另一方尚未达到。空心：最近30天，暂定',
	],
	'first-to-reach.note': [
		'A day is that of the model’s release, or of the score where only that is known. A model nobody has scored cannot reach a level: an open end may be a missing test. Versions of an index are never joined.',
		'日期取模型发布日，只知评分日的取评分日。没有评分的模型无从计入，“尚未”也可能只是未测。指数的不同版本绝不相连。',
	],
	'first-to-reach.level': ['score {level}', '{level}分'],
	'first-to-reach.lag': ['{days} days', '{days}天'],
	'first-to-reach.open': ['not yet', '尚未'],
	'first-to-reach.by': ['{day} ({model})', '{day}（{model}）'],
	'first-to-reach.summary': ['Score {level}: US {us}, China {cn}.', '{level}分：美国{us}，中国{cn}。'],
	'column.us_first': ['first US model', '首个美国模型'],
	'column.us_day': ['US, day', '美国日期'],
	'column.cn_first': ['first Chinese model', '首个中国模型'],
	'column.cn_day': ['China, day', '中国日期'],
	'column.lag_days': ['China after the US, days', '中国晚于美国（天）'],

	'decline-rate.name': ['Rate of decline', '降价速度'],
	'decline-rate.question': ['How fast, and how sure?', '降得多快，有多确定？'],
	'decline-rate.none': ['No level has two price steps.', '尚无任何分数线有两级价格台阶。'],
	'decline-rate.few': [
		'No rate passes the rule of publication: only total factors are printed.',
		'没有任何速度达到公布标准，只列出累计倍数。',
	],
	'decline-rate.title': [
		'{rated} of {levels} rates can be printed, {sure} rule out no change',
		'{levels}个降价速度中可公布{rated}个，可排除“无变化”的有{sure}个',
	],
	'decline-rate.subtitle': [
		'Factor a year by which the lowest list price (3:1 blend) of a fixed score falls, log scale, reference scores. Bar: 90% interval. Thin: range when one step is left out',
		'达到固定分数的最低标价（3:1混合价）每年降价倍数，对数刻度，取参考分数。横条：90%区间。细线：逐一剔除一级台阶后的范围',
	],
	'decline-rate.subtitle-run': [
		'Factor a year by which the lowest bill for the whole test at a fixed score falls, log scale, reference scores. Bar: 90% interval. Thin: range when one step is left out',
		'达到固定分数的整场测试最低账单每年降价倍数，对数刻度，取参考分数。横条：90%区间。细线：逐一剔除一级台阶后的范围',
	],
	'decline-rate.note': [
		'A rate needs 4 frontier steps, 270 days and an interval no wider than a factor of 100; otherwise the total factor stands alone. OLS: least squares of log price on day. Endpoint: first against last price. Pooled: one rate over all scores, other things held equal.',
		'公布速度须有4级前沿台阶、跨度270天、区间上下限之比不超过100；否则只列累计倍数。OLS：对数价格对日期的最小二乘。首末：首个与最后价格之比。合并：各分数合在一起、其余条件相同的速度。',
	],
	'decline-rate.band-short': [' ({low}–{high})', '（{low}–{high}）'],
	'decline-rate.band': [' ({low}–{high}, n = {n})', '（{low}–{high}，n={n}）'],
	'decline-rate.unprinted': [
		'not printed: {total} in all, {n} steps, {days} days',
		'不列出：累计{total}，{n}级，{days}天',
	],
	'decline-rate.unprinted-short': ['not printed: {total} in all', '不列出：累计{total}'],
	'decline-rate.all-levels': ['all scores', '各分数合并'],
	'decline-rate.summary': ['{name}: {factor} a year{band}.', '{name}：每年{factor}{band}。'],
	'estimator.ols_log10_frontier': ['OLS', 'OLS'],
	'estimator.endpoint': ['endpoint', '首末'],
	'estimator.leave_one_out': ['one left out', '剔除其一'],
	'estimator.pooled_hedonic': ['pooled', '合并'],
	'estimator.none': ['not printed', '不列出'],
	'column.estimator': ['estimator', '估计方法'],
	'column.factor': ['factor a year', '每年倍数'],
	'column.n': ['n', 'n'],
	'column.span_days': ['span, days', '跨度（天）'],
	'column.total_factor': ['total factor', '累计倍数'],
	'column.caveat': ['caveat', '限定'],
	'view.index': ['capability index', '能力指数'],
	'view.anchored': ['own score', '自算得分'],
	'view.gpqa': ['GPQA Diamond', 'GPQA Diamond'],
} as const satisfies Texts;
