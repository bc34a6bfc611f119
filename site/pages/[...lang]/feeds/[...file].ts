import type { APIRoute } from 'astro';
import { atomOf, jsonOf, type Told } from '../../../feed.ts';
import { allFeeds } from '../../../feeds.ts';

type Props = { told: Told; format: 'xml' | 'json' };

/** `/feeds/prices.xml`, `.json`, `/feeds/labs/ID.xml` and their Chinese twins under `/zh/`. */
export async function getStaticPaths() {
	return (await allFeeds()).flatMap(told =>
		(['xml', 'json'] as const).map(format => ({
			params: {
				lang: told.lang === 'en' ? undefined : told.lang,
				file: `${told.path.slice('/feeds/'.length)}.${format}`,
			},
			props: { told, format } satisfies Props,
		})),
	);
}

export const GET: APIRoute<Props> = ({ props: { told, format } }) =>
	format === 'xml'
		? new Response(atomOf(told), { headers: { 'content-type': 'application/atom+xml' } })
		: new Response(jsonOf(told), { headers: { 'content-type': 'application/feed+json' } });
