import type { Texts } from '../words.ts';

/** Charts of the page of this week. */
export const homeCharts = {
	'share-now.name': ['Shares now', '当前份额'],
	'share-now.question': ['Who carried the week, on which basis?', '按哪种口径，这一周由谁领先？'],
	'share-now.none': [
		'No complete week of tokens or spend has been published yet.',
		'尚未发布任何完整一周的token或支出数据。',
	],
	'share-now.title': ['China: {range} of tokens, {spend} of spend', '中国：token占{range}，支出占{spend}'],
	'share-now.title-tokens': ['China: {range} of tokens, week of {week}', '中国：{week}当周token占{range}'],
	'share-now.title-spend': ['China: {spend} of spend, week of {week}', '中国：{week}当周支出占{spend}'],
	'share-now.title-none': ['No basis has a complete week', '各口径均无完整的一周'],
	'share-now.subtitle': [
		'Newest complete week of each basis, 0–100%. From the left, diamond: China; circle: US; grey: neither, or not attributable. Whisker: what unattributed tokens, or imputed cache prices, could change in China’s share. Top 9, 50 and 10: of China + US. All: of all tokens',
		'各口径最近一个完整周，0–100%。自左起，菱形为中国，圆点为美国，灰色为其他或无法归属。须线：归属不明的token（或推算的缓存价）可能使中国份额发生的变化。前九、前五十、前十：占中美之和；全部：占全部token',
	],
	'share-now.note': [
		'One router’s traffic. Rows of different weeks or bases are not comparable. Spend is an estimate at list price over the ten models with a published token mix; the bar below it is the token share of the same models.',
		'仅为一家路由平台的流量。周次或口径不同的行不可比较。支出按标价估算，仅含公布token构成的十个模型；其下一行为同批模型的token份额。',
	],
	'share-now.panel-tokens': ['Tokens', 'token'],
	'share-now.panel-spend': ['Estimated spend', '支出（估算）'],
	'share-now.same-models': ['tokens, same models', 'token，同批模型'],
	'share-now.spend': ['spend, {basis}', '支出，{basis}'],
	'share-now.row': ['{name}, {week}', '{name}，{week}'],
	'share-now.provisional': ['{share}, provisional', '{share}，暂定'],
	'share-now.no-week': ['no complete week', '无完整的一周'],
	'share-now.unnamed': ['with neither side', '不归任何一方'],
	'share-now.part': [
		'{measure}, {basis}: China {share}, week {week}.',
		'{measure}，{basis}：中国{share}（{week}当周）。',
	],
	'events-now.name': ['Price changes now', '最新价格变动'],
	'events-now.question': ['What became cheaper or dearer, in which cell?', '什么降价了，什么涨价了，是哪个单元？'],
	'events-now.none': ['No list price has changed between two looks.', '尚无标价在两次采集之间变动。'],
	'events-now.title': [
		'{cuts} cells cut, {rises} raised in 7 days to {day}',
		'截至{day}的7天：{cuts}个单元降价，{rises}个涨价',
	],
	'events-now.title-none': ['No price change in the week to {day}', '截至{day}的一周内无价格变动'],
	'events-now.subtitle': [
		'Cells of the labs’ own sheets that changed, US dollars per million tokens, log scale; the {shown} largest of {all}. Grey square: before. Circle: US now; diamond: China now. Hollow: one source only, or converted from yuan',
		'实验室价目表上变动的单元，美元/百万token，对数刻度；共{all}处，列出最大的{shown}处。灰色方块：变动前；圆点：美国现价；菱形：中国现价。空心：仅一个来源，或由人民币折算',
	],
	'events-now.subtitle-last': [
		'Drawn instead: the last week with a change, to {last}; {shown} of {all} cells, US dollars per million tokens, log scale. Grey square: before. Circle: US now; diamond: China now. Hollow: one source only, or converted from yuan',
		'改画最近有变动的一周（截至{last}）：{all}个单元中的{shown}个，美元/百万token，对数刻度。灰色方块：变动前；圆点：美国现价；菱形：中国现价。空心：仅一个来源，或由人民币折算',
	],
	'events-now.note': [
		'The percentage is of the native amount of this one cell. Host prices, moved aliases and catalogue corrections are not counted. All changes stand under Events.',
		'百分比只指该单元的原币金额。托管价、别名改指与目录更正不计入。全部变动见“事件”页。',
	],
	'events-now.part': ['{model}, {cell}: {move}, {interval}.', '{model}，{cell}：{move}，{interval}。'],
} as const satisfies Texts;
