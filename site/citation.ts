import type { Catalog } from './data.ts';

export type Cited = {
	readonly id: string;
	readonly view: string;
	readonly title: string;
	/** The whole address of the view's page. */
	readonly address: string;
	/** The name of the site in the reader's language. */
	readonly site: string;
};

export type Citation = { readonly text: string; readonly bibtex: string; readonly csl: string };

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const tex = (text: string) => text.replace(/[\\{}]/g, '').replace(/[%&$#_]/g, sign => `\\${sign}`);

/** A view cited with the release it was drawn from: as a sentence, as BibTeX, as CSL-JSON. */
export function citationOf(
	{ id, view, title, address, site }: Cited,
	{ release, built_at }: Pick<Catalog, 'release' | 'built_at'>,
): Citation {
	const [year = 0, month = 1, date = 1] = built_at.slice(0, 10).split('-').map(Number);
	const key = `token-observatory-${id}-${view}-${release}`.replace(/[^\w-]+/g, '-');
	return {
		text: `${site}: ${title} (${id}, ${view}). ${release}. ${address}`,
		bibtex: [
			`@misc{${key},`,
			`  author = {{Token Observatory}},`,
			`  title = {{${tex(title)}}},`,
			`  year = {${year}},`,
			`  month = ${months[month - 1]},`,
			`  version = {${release}},`,
			`  note = {Chart ${id}, view ${view}},`,
			`  url = {${address}}`,
			`}`,
		].join('\n'),
		csl: JSON.stringify(
			[
				{
					id: key,
					type: 'webpage',
					title,
					author: [{ literal: 'Token Observatory' }],
					'container-title': 'Token Observatory',
					version: release,
					issued: { 'date-parts': [[year, month, date]] },
					note: `Chart ${id}, view ${view}`,
					URL: address,
				},
			],
			null,
			2,
		),
	};
}
