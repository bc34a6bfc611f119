import { publication } from './data.ts';
import { chartOf, figureOf, type Wanted } from './gallery.ts';
import { provenanceOf } from './provenance.ts';
import { wordsOf, type Lang } from './words.ts';

/** What a machine needs to know of a view: its texts in both languages, its query, its marts, its sources and their age. */
export async function metadataOf(wanted: Wanted) {
	const chart = chartOf(wanted.id);
	const figure = await figureOf(wanted, 'en');
	const { catalog } = await publication();
	const { sources, state, newest, attributions } = await provenanceOf(chart.marts, wordsOf('en'));
	return {
		id: figure.id,
		view: figure.view,
		views: chart.views,
		...(wanted.entity === undefined ? {} : { [chart.of ?? 'of']: wanted.entity }),
		...(await textsOf(wanted, 'en')),
		zh: await textsOf(wanted, 'zh'),
		state: figure.state,
		rows: figure.table.body.length,
		marts: chart.marts,
		query: chart.query,
		release: catalog.release,
		built_at: catalog.built_at,
		code: catalog.code,
		newest_observation: newest,
		source_state: state,
		sources: sources.map(({ source, title, homepage, licence, last_day, state: own }) => ({
			source,
			title,
			homepage,
			licence,
			last_day,
			state: own,
		})),
		attributions,
	};
}

async function textsOf(wanted: Wanted, lang: Lang) {
	const { title, subtitle, note, summary } = await figureOf(wanted, lang);
	return { title, subtitle, note, summary };
}
