import { fileOf, pageOf } from './address.ts';
import { publication, type FileFacts } from './data.ts';
import { chartOf, figureOf } from './gallery.ts';
import type { Here } from './here.ts';
import { origin } from './origin.ts';
import { allSources, provenanceOf, type Source } from './provenance.ts';
import { catalogText } from './spoken.ts';
import type { Key } from './words.ts';

const licence = 'https://creativecommons.org/licenses/by/4.0/';
const formats: Readonly<Record<string, string>> = {
	csv: 'text/csv',
	parquet: 'application/vnd.apache.parquet',
	duckdb: 'application/vnd.duckdb.file',
	json: 'application/json',
};

/** The release as schema.org has it (schema.org/Dataset), for catalogues that read pages: files, columns, sources. */
export async function datasetOf(here: Here) {
	const { words } = here;
	const { catalog } = await publication();
	const sources = (await allSources()).filter(source => Number(source.rows) > 0);
	const marts = catalog.marts.filter(({ kind }) => kind === 'table');
	const columns = new Map(marts.flatMap(mart => mart.columns).map(column => [column.name, column]));
	return {
		...head(here, words('site.name'), `${words('site.tagline')}. ${words('data.lead')}`),
		version: catalog.release.replace(/^data-/, ''),
		datePublished: catalog.built_on,
		citation: words('data.cite-text', { release: catalog.release }),
		...spanOf(sources),
		isBasedOn: basisOf(sources),
		variableMeasured: [...columns.values()].map(({ name, unit, meaning }) => ({
			'@type': 'PropertyValue',
			name,
			description: meaning,
			...(unit ? { unitText: unit } : {}),
		})),
		distribution: [catalog.duckdb, ...marts.flatMap(({ csv, parquet }) => [...csv, ...parquet])].map(downloadOf),
	};
}

/** The rows of a view of a chart as a part of the release. */
export async function chartDatasetOf(here: Here, { id, view }: { id: string; view?: string }) {
	const { words, lang } = here;
	const { catalog } = await publication();
	const chart = chartOf(id);
	const figure = await figureOf({ id, view }, lang);
	const { sources } = await provenanceOf(chart.marts, words);
	const marts = catalog.marts.filter(({ name }) => chart.marts.includes(name));
	const known = new Map(marts.flatMap(mart => mart.columns.map(one => [one.name, one])));
	const question = words(`${id}.question` as Key);
	// A chart without rows has no finding: what its tables hold is said in its place.
	const said =
		figure.state.name === 'none'
			? [question, figure.summary, ...marts.map(mart => catalogText(mart.sentence, catalog, words))]
			: [question, figure.subtitle, figure.summary];
	const drawn = figure.csv.split('\n', 1)[0]?.split(',') ?? [];
	const wanted = { view: figure.view };
	return {
		...head(here, figure.title, said.join(' ').slice(0, 5000)),
		version: catalog.release.replace(/^data-/, ''),
		dateModified: catalog.built_on,
		isPartOf: { '@type': 'Dataset', '@id': `${origin}/data/`, name: words('site.name'), url: `${origin}/data/` },
		...spanOf(sources),
		isBasedOn: basisOf(sources),
		variableMeasured: drawn.map(name => ({
			'@type': 'PropertyValue',
			name,
			...(known.get(name) ? { description: known.get(name)?.meaning } : {}),
			...(known.get(name)?.unit ? { unitText: known.get(name)?.unit } : {}),
		})),
		distribution: (['csv', 'metadata.json'] as const).map(ending => ({
			'@type': 'DataDownload',
			contentUrl: `${origin}${fileOf(chart, wanted, ending)}`,
			encodingFormat: formats[ending.split('.').at(-1) ?? ''],
		})),
		url: `${origin}${lang === 'en' ? '' : `/${lang}`}${pageOf(chart, wanted)}`,
	};
}

const head = (here: Here, name: string, description: string) => ({
	'@context': 'https://schema.org',
	'@type': 'Dataset',
	'@id': origin + here.page,
	name,
	description,
	url: origin + here.path,
	inLanguage: here.lang === 'zh' ? 'zh-Hans' : 'en',
	license: licence,
	isAccessibleForFree: true,
	creator: { '@type': 'Organization', name: 'Token Observatory', url: `${origin}/` },
});

const downloadOf = ({ path, bytes, sha256 }: FileFacts) => ({
	'@type': 'DataDownload',
	name: path,
	contentUrl: `${origin}/data/${path}`,
	encodingFormat: formats[path.split('.').at(-1) ?? ''],
	contentSize: `${bytes} B`,
	sha256,
});

const basisOf = (sources: readonly Source[]) =>
	sources.map(({ title, homepage, licence: terms }) => ({
		'@type': 'CreativeWork',
		name: title,
		...(homepage ? { url: homepage } : {}),
		...(/^https?:/.test(terms) ? { license: terms } : {}),
	}));

/** First and last day of which the sources have rows. */
function spanOf(sources: readonly Source[]) {
	const [first] = sources.flatMap(({ first_day }) => first_day ?? []).sort();
	const last = sources
		.flatMap(({ last_day }) => last_day ?? [])
		.sort()
		.at(-1);
	return first && last ? { temporalCoverage: `${first}/${last}` } : {};
}
