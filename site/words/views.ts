import type { Texts } from '../words.ts';

/** Names of the views of charts. */
export const views = {
	'view.now': ['now', '本周'],
	'view.output': ['output', '输出'],
	'view.input': ['input', '输入'],
	'view.cache-read': ['cache read', '缓存读取'],
	'view.host-output': ['host, output', '托管价·输出'],
	'view.host-input': ['host, input', '托管价·输入'],
	'view.list': ['list price', '标价'],
	'view.host': ['cheapest host', '最低托管价'],
	'view.run': ['cost of a run', '单次测试成本'],
	'view.reference': ['reference level', '参考水平'],
	'view.lower': ['lower level', '较低水平'],
	'view.higher': ['higher level', '较高水平'],
	'view.list-cny': ['yuan sheets', '人民币价目表'],
	'view.months': ['by month', '按月'],
	'view.announced': ['announced', '宣布的'],
	'view.reported': ['reported', '报道的'],
	'view.cells': ['cells', '单元'],
	'view.measures': ['measures', '指标'],
	'view.days': ['by day', '按日'],
	'view.all': ['all', '全部'],
	'view.three-bases': ['three bases', '三种口径'],
	'view.top9': ['top 9', '前九模型'],
	'view.top50': ['top 50', '前五十模型'],
	'view.whole-series': ['whole series', '全部时段'],
} as const satisfies Texts;
