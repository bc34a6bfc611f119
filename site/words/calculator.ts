import type { Texts } from '../words.ts';

/** The calculator: its fields, and the sentences of its answer. */
export const calculator = {
	'calculator.title': ['What would a day of tasks cost?', '一天的任务要花多少钱？'],
	'calculator.lead': [
		'Fill in a workload and two models. The answer is computed in your browser from the list prices of the day; the address keeps what you fill in. Nothing is sent.',
		'填入任务与两个模型，浏览器按当日标价当场计算；所填内容保存在地址里，不会发送到任何地方。',
	],
	'calculator.static': [
		'Without script the form leads to the built answers below.',
		'未启用脚本时，提交表单会转到下方已算好的结果。',
	],
	'calculator.none': [
		'No model in use has a list price: there is nothing to compute with.',
		'在用模型均无标价，无从计算。',
	],
	'calculator.presets': ['Built answers', '已算好的结果'],
	'calculator.work': ['The work', '任务'],
	'calculator.models': ['The models', '模型'],
	'calculator.tokens': ['Tokens a task', '每次任务token'],
	'calculator.input': ['Input, % of tokens', '输入占比（%）'],
	'calculator.cache': ['Prompt from cache, %', '缓存命中率（%）'],
	'calculator.retries': ['Further attempts a task', '每次任务重试次数'],
	'calculator.tasks': ['Tasks a day', '每天任务数'],
	'calculator.premium': ['Premium model', '高价模型'],
	'calculator.cheap': ['Cheap model', '低价模型'],
	'calculator.share': ['Tasks on the premium model, %', '高价模型承担的任务（%）'],
	'calculator.target': ['Target, $ a day', '目标（$/天）'],
	'calculator.budget': ['Budget in all, $', '总预算（$）'],
	'calculator.growth': ['Growth of the work a week, %', '任务量每周增长（%）'],
	'calculator.day': ['List prices of', '标价日期'],
	'calculator.submit': ['Compute', '计算'],
	'calculator.answer': ['Answer', '结果'],
	'calculator.unpriced': ['{model} has no undisputed list price on that day.', '{model}当日没有无争议的标价。'],
	'calculator.uncached': [
		'{model} publishes no cache price: at this cache rate its cost is not known. At 0% it is.',
		'{model}未公布缓存价，此命中率下的费用无从得知；命中率为0时可以算。',
	],
	'calculator.task': [
		'One task costs {dear} on {premium} and {low} on {cheap}.',
		'一次任务在{premium}上为{dear}，在{cheap}上为{low}。',
	],
	'calculator.one-day': [
		'Tasks a day: {tasks}. On the premium model alone: {all}. On the cheap model alone: {none}. With {share} of the tasks on the premium model: {mixed}.',
		'每天任务{tasks}次。全用高价模型：{all}。全用低价模型：{none}。{share}的任务用高价模型：{mixed}。',
	],
	'calculator.ratio': [
		'{target} a day needs a price ratio of {required}; these two models are {ratio} apart.',
		'每天{target}需要价差{required}；这两个模型的价差为{ratio}。',
	],
	'calculator.reached': [
		'Reachable: {target} a day leaves {share} of the tasks on {premium}.',
		'可以达到：每天{target}时，{share}的任务可留在{premium}上。',
	],
	'calculator.enough': ['{target} a day buys all of it on {premium}.', '每天{target}足够全用{premium}。'],
	'calculator.missed': [
		'Not reachable: all on {cheap} costs {cost}, more than {target}.',
		'达不到：全用{cheap}也要{cost}，高于{target}。',
	],
	'calculator.burn': [
		'With that mix a budget of {budget} is used up on day {days}; growth a week: {growth}.',
		'按此搭配，{budget}的预算在第{days}天用尽；任务量每周增长{growth}。',
	],
	'calculator.lasting': [
		'With that mix a budget of {budget} lasts more than a hundred years; growth a week: {growth}.',
		'按此搭配，{budget}的预算可用一百年以上；任务量每周增长{growth}。',
	],
	'calculator.invalid': ['A field is empty or out of its range.', '有一项为空或超出范围。'],
	'calculator.times': ['×', '倍'],
	'calculator.note': [
		'List prices, headline cells: standard service, peak time, lowest context band. Both models are taken to need the same tokens; a cheaper one may need more. The surcharge for writing to the cache is left out.',
		'按标价主单元计：标准服务、高峰时段、最低上下文档。假定两个模型所需token相同，便宜的可能用得更多。写入缓存的加价未计。',
	],
	'preset.chatbot': ['A chat of 30k tokens', '3万token的一次聊天'],
	'preset.agent-0': ['An agent task of 20M tokens, nothing cached', '2000万token的智能体任务，无缓存'],
	'preset.agent-70': ['An agent task of 20M tokens, 70% cached', '2000万token的智能体任务，缓存70%'],
	'preset.agent-90': ['An agent task of 20M tokens, 90% cached', '2000万token的智能体任务，缓存90%'],
	'preset.lead': [
		'What this task costs on the most used models at the list prices of {day}, and what a day of it costs on two of them.',
		'按{day}标价，这项任务在用量最大的模型上各要多少钱，以及由其中两个模型承担一天要多少钱。',
	],
	'preset.caption': ['Cost of the task by model, dearest first', '各模型任务费用，由高到低'],
	'preset.models': ['The same task by model', '同一任务，各模型费用'],
} as const satisfies Texts;
