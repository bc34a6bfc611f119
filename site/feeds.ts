import { publication } from './data.ts';
import type { Entry, Told } from './feed.ts';
import { healthEntries, priceEntries, releaseEntries, correctionEntries } from './feed-entries.ts';
import { langOf, langParams } from './here.ts';
import { modelEntries } from './model-entries.ts';
import { wordsOf, type Key, type Lang, type Words } from './words.ts';

/** Feeds of one kind of thing, each as Atom and as JSON Feed. */
export const feedKinds = ['prices', 'models', 'corrections', 'health', 'releases'] as const;
export type FeedKind = (typeof feedKinds)[number];

const entriesOf: Readonly<Record<FeedKind, (words: Words) => Promise<Entry[]>>> = {
	prices: priceEntries,
	models: modelEntries,
	corrections: correctionEntries,
	health: healthEntries,
	releases: releaseEntries,
};

const groups = ['US', 'CN', 'EU', 'other'] as const;

/** Every feed in both languages: of five kinds, and of prices and models by country and by lab. */
export async function allFeeds(): Promise<Told[]> {
	const { rows } = await publication();
	const labs = await rows<{ slug: string; name: string; name_zh: string | null }>(
		'select lab_slug as slug, min(lab) as name, min(name_zh) as name_zh from mart_lab__lab where lab_slug is not null group by all order by 1',
	);
	const feeds: Told[] = [];
	for (const lang of langParams.map(param => langOf(param.lang))) {
		const words = wordsOf(lang);
		const told = (path: string, title: string, entries: readonly Entry[]): void => {
			feeds.push({ path: `/feeds/${path}`, title: words('feed.of', { title }), lang, entries });
		};
		const made = new Map<FeedKind, Entry[]>();
		for (const kind of feedKinds) made.set(kind, await entriesOf[kind](words));
		for (const [kind, entries] of made) told(kind, words(`feed.${kind}`), entries);
		const both = [...(made.get('prices') ?? []), ...(made.get('models') ?? [])];
		for (const group of groups) {
			const own = both.filter(({ country }) => country === group);
			told(`countries/${group.toLowerCase()}`, words(`country.${group}` as Key), own);
		}
		for (const { slug, name, name_zh } of labs)
			told(
				`labs/${slug}`,
				nameIn(lang, name, name_zh),
				both.filter(({ lab }) => lab === slug),
			);
	}
	return feeds;
}

const nameIn = (lang: Lang, name: string, name_zh: string | null): string =>
	lang === 'zh' && name_zh && name_zh !== name ? `${name_zh}（${name}）` : name;
