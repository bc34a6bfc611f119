import type { Catalog } from '../export.ts';
import type { SourceTerms } from '../describe-release.ts';
import { about } from './about.ts';

/**
 * Terms and attribution lines of the sources behind the tables, and the sources of each table. A source that may not be
 * passed on is named as read for comparison; it is in no table.
 */
export function licencesOf(catalog: Pick<Catalog, 'marts'>, sources: SourceTerms[]): string {
	const behind = new Set(catalog.marts.flatMap(mart => mart.sources));
	const open = sources.filter(({ source, redistribute }) => redistribute && behind.has(source));
	const closed = sources.filter(({ redistribute }) => !redistribute);
	const comparison = closed.map(({ source, licence }) => `${source} (${licence})`).join(', ');
	return [
		'# Licences',
		'',
		`Code: MIT. The tables as a collection: ${about.licence.title}. What a source asks for goes with its rows:`,
		'',
		'| source | licence | line to print |',
		'|---|---|---|',
		...open.map(source => `| ${linked(source)} | ${source.licence} | ${lineOf(source)} |`),
		'',
		...(comparison ? [`Read for comparison only, in none of these files: ${comparison}.`, ''] : []),
		'## By table',
		'',
		'| table | sources |',
		'|---|---|',
		...catalog.marts.map(mart => `| ${mart.name} | ${mart.sources.join(', ') || 'names and seeds only'} |`),
		'',
	].join('\n');
}

const linked = ({ source, homepage }: SourceTerms): string => (homepage ? `[${source}](${homepage})` : source);

/** The line that a source asks for, verbatim, with the newest day of its rows. */
const lineOf = ({ attribution, last_day }: SourceTerms): string =>
	(attribution ?? '').replace(/\{(as_of|fetched_at|date)\}/g, last_day ?? '');
