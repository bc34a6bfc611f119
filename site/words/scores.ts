import type { Texts } from '../words.ts';

/** Scores of one model. */
export const scores = {
	'model-scores.name': ['Scores', '得分'],
	'model-scores.question': ['How able is it?', '能力如何？'],
	'model-scores.none': ['No score of this model is published.', '尚无该模型的得分。'],
	'model-scores.few': [
		'No benchmark with {least} scored models: no rank, no median.',
		'没有基准的受测模型达到{least}个：不给排名与中位数。',
	],
	'model-scores.title': [
		'{axis} {score}: rank {place} of {models} models',
		'{axis} {score}：{models}个模型中第{place}',
	],
	'model-scores.title-few': ['{axis} {score}', '{axis} {score}'],
	'model-scores.subtitle': [
		'Best score by benchmark and effort. Line: lowest to highest of all scored models, tick at the median; hollow: reported by the maker',
		'各基准与推理强度的最高得分。横线：全部受测模型的最低至最高，短竖线为中位数；空心：厂商自报',
	],
	'model-scores.note': [
		'A model’s rank is that of its best effort; benchmarks with fewer than {least} models have none. Per cent from 0 to 100, other scales over their own range.',
		'排名按模型得分最高的推理强度计；受测模型不足{least}个的基准不排名。百分比从0到100，其他分数按自身范围。',
	],
	'model-scores.note-more': [
		'A model’s rank is that of its best effort; benchmarks with fewer than {least} models have none. {more} more scores are in the table.',
		'排名按模型得分最高的推理强度计；受测模型不足{least}个的基准不排名。另有{more}项得分见表。',
	],
	'model-scores.rank': ['{place} of {models}', '第{place}，共{models}'],
	'model-scores.no-rank': ['{models} scored', '{models}个受测'],
	'model-scores.part': ['{axis} ({effort}) {score}, {rank}', '{axis}（{effort}）{score}，{rank}'],
	'model-scores.summary': ['{list}.', '{list}。'],
} as const satisfies Texts;
