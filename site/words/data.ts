import type { Texts } from '../words.ts';

/** The data page. */
export const data = {
	'data.title': ['Data', '数据'],
	'data.lead': [
		'Everything drawn here can be downloaded: one DuckDB file with all tables, and each table as Parquet and CSV.',
		'本站所有图表的数据均可下载：一个DuckDB文件收录全部数据表，每张表另有Parquet和CSV两种格式。',
	],
	'data.files': ['Files', '文件'],
	'data.files-caption': ['The published tables, release {release}', '已发布的数据表，版本{release}'],
	'data.database': ['All tables in one file', '全部数据表，一个文件'],
	'data.codebook': ['Codebook', '字段说明'],
	'data.codebook-lead': [
		'Columns of each table. An empty cell in a CSV means not stated; 0 means free or none.',
		'各表的列。CSV中的空格子表示未公布；0表示免费或没有。',
	],
	'data.snippets': ['Read it', '读取方法'],
	'data.snippets-lead': [
		'The address of this site stands for HOST. Download once for repeated work.',
		'HOST代表本站地址。如需反复使用，请先下载到本地。',
	],
	'data.snippet-parquet': ['Parquet, with any DuckDB', 'Parquet，任意DuckDB环境'],
	'data.snippet-attach': ['The whole file', '整个文件'],
	'data.snippet-csv': ['CSV', 'CSV'],
	'data.snippet-python': ['Python', 'Python'],
	'data.snippet-r': ['R', 'R'],
	'data.snippet-node': ['JavaScript', 'JavaScript'],
	'data.snippet-browser': ['In the browser', '浏览器'],
	'data.licences': ['Licences and attributions', '许可与署名'],
	'data.licences-caption': ['Sources with their licence and attribution line', '各来源的许可与署名文字'],
	'data.cite': ['Cite', '引用'],
	'data.cite-text': ['Token Observatory, release {release}.', 'token观测站（Token Observatory），版本{release}。'],
	'data.no-sources': ['No source is published in this build.', '此次构建未发布任何来源的数据。'],
	'rows-by-source.name': ['Rows by source', '各来源行数'],
	'rows-by-source.question': ['What is inside?', '库中有些什么？'],
	'rows-by-source.none': ['No source has given a row.', '尚无来源提供数据。'],
	'rows-by-source.title': ['{rows} rows from {sources} sources', '{sources}个来源，共{rows}行数据'],
	'rows-by-source.subtitle': [
		'Rows read, log scale. Observed days from {first} to {last}',
		'读取的行数，对数刻度。观测日从{first}到{last}',
	],
	'rows-by-source.summary': ['Rows: {list}.', '行数：{list}。'],
} as const satisfies Texts;
