import type { Texts } from '../words.ts';

/** From a drawn row to the captured bodies, and the log of looks. */
export const trace = {
	'trace.title': ['Where it comes from: {name}', '数据溯源：{name}'],
	'trace.lead': [
		'Each drawn row with the captured bodies behind it. A row that names its bodies is made from these; any other, such as a sum, is listed with the newest look of each source up to its day, or with the first where none is so old.',
		'图中每一行及其背后的抓取内容。行内注明快照的，即由该快照得出；其余（如汇总行）列出截至该日各来源的最近一次采集；若无更早的采集，则列首次采集。',
	],
	'trace.tables': ['Made from the tables', '所用数据表：'],
	'trace.view': ['{name}, {view}', '{name}（{view}）'],
	'trace.seeds': ['Curated sources have no looks; their citations:', '人工整理的来源没有采集记录，其出处：'],
	'trace.own': ['Made from', '出自'],
	'trace.aggregate': ['The row names no body of its own; its sources:', '该行未注明快照；所用来源：'],
	'trace.cited': ['No captured body; cited from', '没有抓取内容；出处：'],
	'trace.never': ['No captured body stands behind this row.', '该行没有对应的抓取内容。'],
	'trace.citations': ['citations of {source}', '{source}的出处'],
	'trace.nothing': ['No row on this page rests on a captured body.', '本页没有依据抓取内容的数据行。'],
	'trace.blocks': [
		'What the printed rows rest on, as captured. Each row above leads to its entry here, and each entry to the log of looks.',
		'上列各行所依据的抓取内容。每行链接到此处的条目，条目再链接到采集记录。',
	],
	'trace.rows': ['(rows: {rows})', '（{rows}行）'],
	'trace.link': ['Where each row comes from', '每一行的出处'],
	'snapshots.title': ['Looks at {source}, {month}', '{source}的采集记录，{month}'],
	'snapshots.lead': [
		'One entry is one look, oldest first. A body is kept and named by its hash; it is not handed on.',
		'一条即一次采集，旧的在前。抓取内容予以留存，以哈希命名，不对外提供。',
	],
	'snapshots.look': ['{at} UTC', 'UTC {at}'],
	'snapshots.facts': [
		'{bytes}, {rows} rows read, {rejected} rejected; {state}.',
		'{bytes}，读出{rows}行，剔除{rejected}行；{state}。',
	],
	'snapshots.no-body': ['No body was kept.', '未留存内容。'],
	'snapshots.kept': ['The body is kept; licence: {licence}.', '内容已留存；许可：{licence}。'],
	'snapshots.reader': [' Reader {reader}.', '读取程序{reader}。'],
	'citations.title': ['Citations of {source}', '{source}的出处'],
	'citations.lead': [
		'Curated facts are read by a person, not by a look. Each is named by the hash of its citation, and the citation leads to the text it was taken from.',
		'人工整理的事实由人读取，而非自动采集。每条以其出处的哈希命名，出处链接指向原文。',
	],
	'citations.facts': ['Rows taken from it: {rows}.', '取自该处的行数：{rows}。'],
} as const satisfies Texts;
