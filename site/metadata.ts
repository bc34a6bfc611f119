import { publication } from './data.ts';
import type { Figure } from './figure.ts';
import { chartOf } from './gallery.ts';
import { provenanceOf } from './provenance.ts';

/** What a machine needs to know of a view: its texts, its query, its marts, its sources and their age. */
export async function metadataOf(figure: Figure) {
	const chart = chartOf(figure.id);
	const { catalog } = await publication();
	const { sources, state, newest, attributions } = await provenanceOf(chart.marts);
	return {
		id: figure.id,
		view: figure.view,
		views: chart.views,
		title: figure.title,
		subtitle: figure.subtitle,
		note: figure.note,
		summary: figure.summary,
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
