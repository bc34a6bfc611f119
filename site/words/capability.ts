import type { Texts } from '../words.ts';

/** Price per capability. */
export const capability = {
	'capability.title': ['Price per capability', '价格与能力'],
	'capability.lead': [
		'What a point of capability costs, and how the cheapest price of a fixed level has moved. The capability axis is {axis}.',
		'一分能力要花多少钱，达到同一水平的最低价又如何变动。能力轴采用{axis}。',
	],
	'frontier.name': ['Frontier', '前沿'],
	'frontier.question': ['What does a point cost?', '一分能力要花多少钱？'],
	'frontier.none': ['No scored model has a price in this unit.', '尚无既有评分、又有此项价格的模型。'],
	'frontier.few': [
		'{models} scored models on the newest day: no frontier is drawn with fewer than 5.',
		'最新一日仅有{models}个模型有评分；不足5个，不画前沿。',
	],
	'frontier.title': [
		'{kind} frontier: {chinese} of {steps} are Chinese ({scored} scored)',
		'{kind}前沿{steps}个模型中，中国占{chinese}个（参评{scored}个）',
	],
	'frontier.subtitle': [
		'{axis} against {unit}, log scale, on {day} and at earlier quarter ends. Filled and joined: no other model is as able and cheaper. Circle: US. Diamond: China',
		'纵轴：{axis}。横轴：{unit}，对数刻度。{day}及此前各季度末。实心并相连：没有能力不逊而更便宜的模型。圆点：美国。菱形：中国',
	],
	'frontier.note-list': [
		'List prices of the lab. Scores are those of the model as printed, at the effort named in the table.',
		'价格为实验室标价。得分以发布方公布的模型为准，推理强度见表。',
	],
	'frontier.note-host': [
		'Prices of the cheapest host that qualifies: a series of its own, never the lab’s list price.',
		'价格取合格托管商中的最低者，自成序列，绝不混同实验室标价。',
	],
	'frontier.note-run': [
		'The bill of the whole test as its board states it; list prices of the lab stand in the table.',
		'成本为榜单公布的整场测试账单；实验室标价见表。',
	],
	'frontier.unit-list': [
		'list price, $ per million tokens, 3:1 input to output',
		'标价，$/百万token，输入输出按3:1折算',
	],
	'frontier.unit-host': [
		'cheapest host, $ per million tokens, 3:1 input to output',
		'最低托管价，$/百万token，输入输出按3:1折算',
	],
	'frontier.unit-run': ['$ for the whole run of the test', '整场测试的成本，$'],
	'frontier.kind-list': ['List-price', '标价'],
	'frontier.kind-host': ['Cheapest-host', '最低托管价'],
	'frontier.kind-run': ['Run-cost', '测试成本'],
	'frontier.panel': ['{day}: {models} scored models on sale', '{day}：在售且有评分的模型{models}个'],
	'frontier.summary': [
		'On {day} {models} scored models were on sale; {steps} are on the frontier, from {low} ({lowScore} at {lowCost}) to {high} ({highScore} at {highCost}).',
		'{day}，在售且有评分的模型共{models}个，其中{steps}个位于前沿，从{low}（{lowScore}分，{lowCost}）到{high}（{highScore}分，{highCost}）。',
	],
	'frontier.summary-none': ['{models} scored models, none on the frontier.', '有评分的模型{models}个，均不在前沿上。'],
	'cheapest-at.name': ['Cheapest at a capability', '同等能力最低价'],
	'cheapest-at.question': ['How fast does the same ability get cheaper?', '同等能力降价有多快？'],
	'cheapest-at.none': ['No model reaches this level.', '没有模型达到这一水平。'],
	'cheapest-at.few': [
		'One step so far: a dot and its day. {steps} row.',
		'目前只有一级台阶：以一个点标出价格与日期。共{steps}行。',
	],
	'cheapest-at.title': ['Score {level}, list price: US {us}, China {cn}', '{level}分模型标价：美国{us}，中国{cn}'],
	'cheapest-at.title-one': [
		'Score {level}, list price: {country} {price}, no other on sale',
		'{level}分模型标价：{country}{price}，另一方无在售',
	],
	'cheapest-at.subtitle': [
		'Lowest price at which a model scoring at least {level} on {axis} was on sale, US dollars per million tokens, 3:1 blend, log scale. Heavy: list price. Thin: cheapest host',
		'在{axis}上得分不低于{level}的在售模型的最低价，美元/百万token，输入输出按3:1折算，对数刻度。粗线：标价。细线：最低托管价',
	],
	'cheapest-at.note': [
		'Only models with a score on this axis count. A model counts from the later of the day of its score and the day it had a price.',
		'仅计入在此能力轴上有得分的模型。得分日与定价日，以较晚者为计入之日。',
	],
	'cheapest-at.summary': [
		'{series}, {country}: {first} on {firstDay} ({firstModel}), {last} since {lastDay} ({lastModel}), {steps} steps.',
		'{series}，{country}：{firstDay}为{first}（{firstModel}），{lastDay}起为{last}（{lastModel}），共{steps}级台阶。',
	],
} as const satisfies Texts;
