import type { Texts } from '../words.ts';

/** Data health. */
export const health = {
	'health.title': ['Data health', '数据健康'],
	'health.lead': [
		'When each source was looked at, and what is held back. A look that succeeds and brings nothing is never called fresh.',
		'每个来源何时采集过、哪些被扣留，都列在这里。采集成功却一无所获，绝不算正常。',
	],
	'health.sources': ['Sources', '来源'],
	'health.forgets': ['Sources that forget', '不留历史的来源'],
	'health.forgets-lead': [
		'What these sources showed on a day can be had for so long only. The nearest to its end comes first; a look made in time saves all.',
		'这些来源某日所示的数值，只在有限的时间内可取。最先到期的排在最前；及时采集一次，即可全部保住。',
	],
	'health.forgets-one': [
		'{source}: {days} days left before unseen values are lost.',
		'{source}：再过{days}天，未采集的数值就会遗失。',
	],
	'health.forgets-last': [
		'{source}: the day of this build is the last before unseen values are lost.',
		'{source}：构建当日是未采集数值遗失前的最后一天。',
	],
	'health.forgets-losing': [
		'{source}: {days} days are lost, and one more each day.',
		'{source}：已遗失{days}天，此后每天再失一天。',
	],
	'health.forgets-todo': ['Look at it with', '采集命令：'],
	'health.forgets-none': [
		'No source in use forgets its past, or none has been looked at yet.',
		'在用的来源都保留历史，或尚未采集。',
	],
	'health.lost': ['Days that are lost', '已遗失的日子'],
	'health.lost-caption': [
		'Days of which no look tells, and of which the source shows nothing any more',
		'从未被任何采集记录、来源也不再显示的日子',
	],
	'health.lost-none': ['No day is lost of any source that has been looked at.', '已采集的来源均无遗失。'],
	'health.states': ['What the states mean', '各状态的含义'],
	'health-days.name': ['Health by day', '逐日健康'],
	'health-days.question': ['Which source worked when?', '哪个来源在何时正常工作？'],
	'health-days.none': ['No source has been looked at.', '尚未采集任何来源。'],
	'health-days.title': ['{good} of {all} watched source days were good', '受监测的{all}个来源日中，{good}个有效'],
	'health-days.subtitle': [
		'Newest 90 days, to {day}; on narrow screens 30. Dark: a good look. Light: none that day. Marked: held, silent zero or shape. Blank: before the first look',
		'截至{day}的最近90天，窄屏为30天。深色：有效采集。浅色：当日没有。带标记：扣留、静默归零或结构变化。空白：首次采集之前',
	],
	'health-days.summary': ['{sources} sources, {from} to {to}.', '{sources}个来源，{from}至{to}。'],
} as const satisfies Texts;
