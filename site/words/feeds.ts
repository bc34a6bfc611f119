import type { Texts } from '../words.ts';

/** Feeds and their entries. */
export const feeds = {
	'feed.title': ['Feeds', '订阅源'],
} as const satisfies Texts;
