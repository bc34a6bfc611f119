import type { Texts } from '../words.ts';

/** Prices and their charts. */
export const prices = {
	'prices.title': ['Prices', '价格'],
	'prices.lead': [
		'A lab’s list price and the cheapest host are two series and are never joined. Prices are dollars per million tokens of one cell: one meter, at the standard tier, below any long-context band.',
		'实验室标价与最低托管价是两个序列，绝不相连。价格为单个价格单元的美元/百万token价：一个计价项，标准档位，不含长上下文档。',
	],
	'price-history.name': ['Price history', '价格历史'],
	'price-history.question': ['How did a model’s price move?', '一个模型的价格如何变动？'],
	'price-history.none': ['No price is published for this cell.', '该价格单元尚无已发布的价格。'],
	'price-history.few': [
		'One look at {cells} cells: dots, no steps.',
		'{cells}个价格单元各只有一次采集：只画点，不画台阶。',
	],
	'price-history.title': [
		'{series}, {cell}: {cuts} cut, {rises} raised in 52 weeks',
		'{series}（{cell}）：52周内{cuts}降{rises}涨',
	],
	'price-history.subtitle': [
		'{series}, cell {cell}, US dollars per million tokens, log scale, to {day}. {models} models; in colour the {pinned} with the largest changes. Violet circle: US. Orange diamond: China. Shaded: the days between two looks',
		'{series}，价格单元{cell}，美元/百万token，对数刻度，截至{day}。共{models}个模型，着色者为变动最大的{pinned}个。紫色圆点：美国。橙色菱形：中国。阴影：两次采集之间的日子',
	],
	'price-history.title-host': [
		'Cheapest host, {cell}: {cuts} falls, {rises} rises, 52 weeks',
		'最低托管价（{cell}）：52周内{cuts}降{rises}升',
	],
	'price-history.note': [
		'Dollar sheets only: a lab’s yuan sheet is a channel of its own. Counted are changes of a lab’s own sheet that two sources show, each cell once; {provisional} more are seen by one source only and are provisional, as listed under Events. A moved alias may show a step that is no event.',
		'仅含美元价目表：实验室的人民币价目表单独算一个渠道。只计两个来源都见到的实验室价目表变动，每个单元计一次；另有{provisional}处仅一个来源见到，属暂定，列于“事件”页。别名改指可能画出并非事件的台阶。',
	],
	'price-history.summary': [
		'{cells} models with a price of cell {cell} between {from} and {to}.',
		'{from}至{to}，价格单元{cell}有价格的模型共{cells}个。',
	],
	'price-history.largest-cut': [
		'Largest cut of a cell: {title}, {cell} {change}, seen {day}.',
		'单元最大降幅：{title}的{cell}，{change}，见于{day}。',
	],
	'price-history.largest-rise': [
		'Largest rise of a cell: {title}, {cell} {change}, seen {day}.',
		'单元最大涨幅：{title}的{cell}，{change}，见于{day}。',
	],
	'price-gap.name': ['Price gap', '价格差距'],
	'price-gap.question': ['How far apart are the two countries?', '两国价格相差多远？'],
	'price-gap.none': ['No median of list prices is published for this cell.', '该价格单元尚无已发布的标价中位数。'],
	'price-gap.none-cheapest_host': ['Cheapest host: no host prices', '最低托管价：无托管商价格'],
	'price-gap.none-list': ['List price: none', '标价：无'],
	'price-gap.few': [
		'No ratio is printed: it needs 20 priced models a side; the newest day has {us} US and {cn} Chinese ones.',
		'不列比值：每一方须有20个有价格的模型，而最新一日美国{us}个，中国{cn}个。',
	],
	'price-gap.title': ['Median US list {meter} price is {ratio} China’s', '美国{meter}标价中位数是中国的{ratio}'],
	'price-gap.title-past': [
		'Median US list {meter} was {ratio} China’s, {day}',
		'{day}，美国{meter}标价中位数是中国的{ratio}',
	],
	'price-gap.title-none': ['List {meter} prices: too few models for a ratio', '{meter}标价：模型太少，不计比值'],
	'price-gap.subtitle': [
		'Median price of {meter} cells, US dollars per million tokens, log scale, to {day}; below: US ÷ China. Dotted: fewer than 20 models on that side, no ratio; under 5 not drawn',
		'{meter}价格单元的中位价，美元/百万token，对数刻度，截至{day}；下图：美国÷中国。点线：该方不足20个模型，不计比值；不足5个不画',
	],
	'price-gap.note': [
		'A median over all models on sale that day, old and new, each counted once; the two countries do not sell the same mix.',
		'中位数取当日所有在售模型，不分新旧，各计一次；两国在售模型的构成并不相同。',
	],
	'price-gap.breaks': [
		'Double rule ({days}): more than a quarter of the models came or went with a source; do not compare across it.',
		'双线（{days}）：随某一来源的增减，超过四分之一的模型进入或退出；不可跨线比较。',
	],
	'price-gap.ratio': ['US ÷ China', '美国÷中国'],
	'price-gap.summary': [
		'{series}, {day}: US median {us} over {usModels} models, China {cn} over {cnModels}; ratio {ratio}.',
		'{series}，{day}：美国{usModels}个模型的中位价为{us}，中国{cnModels}个模型为{cn}；比值{ratio}。',
	],
} as const satisfies Texts;
