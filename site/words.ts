import { agents } from './words/agents.ts';
import { cache } from './words/cache.ts';
import { calculator } from './words/calculator.ts';
import { capability } from './words/capability.ts';
import { claims } from './words/claims.ts';
import { columns } from './words/columns.ts';
import { corrections } from './words/corrections.ts';
import { data } from './words/data.ts';
import { energy } from './words/energy.ts';
import { eventAnswers } from './words/event-answers.ts';
import { eventCharts } from './words/event-charts.ts';
import { events } from './words/events.ts';
import { explore } from './words/explore.ts';
import { feeds } from './words/feeds.ts';
import { health } from './words/health.ts';
import { healthCharts } from './words/health-charts.ts';
import { homeCharts } from './words/home-charts.ts';
import { home } from './words/home.ts';
import { entities } from './words/entities.ts';
import { method } from './words/method.ts';
import { paidPrices } from './words/paid-prices.ts';
import { priceCharts } from './words/price-charts.ts';
import { prices } from './words/prices.ts';
import { scores } from './words/scores.ts';
import { share } from './words/share.ts';
import { shareCharts } from './words/share-charts.ts';
import { site } from './words/site.ts';
import { terms } from './words/terms.ts';
import { pace } from './words/pace.ts';
import { usage } from './words/usage.ts';
import { trace } from './words/trace.ts';
import { views } from './words/views.ts';

export const languages = ['en', 'zh'] as const;
export type Lang = (typeof languages)[number];

/** A part of the word list: each sentence in English and in simplified Chinese, side by side. */
export type Texts = Readonly<Record<string, readonly [en: string, zh: string]>>;

/** Every part of the word list; no key stands in two of them. */
export const parts = {
	agents,
	cache,
	calculator,
	capability,
	claims,
	columns,
	corrections,
	data,
	energy,
	eventAnswers,
	eventCharts,
	entities,
	events,
	explore,
	feeds,
	health,
	healthCharts,
	home,
	homeCharts,
	method,
	paidPrices,
	priceCharts,
	prices,
	scores,
	share,
	shareCharts,
	site,
	terms,
	pace,
	usage,
	trace,
	views,
} satisfies Record<string, Texts>;

/** Every sentence of the site has a key. */
export type Key = { [Part in keyof typeof parts]: keyof (typeof parts)[Part] }[keyof typeof parts] & string;

/** The text of a key with `{name}` filled in; throws on a placeholder left empty. Formatters read its language. */
export type Words = ((key: Key, args?: Readonly<Record<string, string | number>>) => string) & { readonly lang: Lang };

const texts = Object.assign({}, ...Object.values(parts)) as Record<Key, readonly [string, string]>;

function speak(lang: Lang): Words {
	const place = languages.indexOf(lang) as 0 | 1;
	const say = (key: Key, args: Readonly<Record<string, string | number>> = {}) =>
		texts[key][place].replace(/\{(\w+)\}/g, (_, name: string) => {
			const value = args[name];
			if (value === undefined) throw new Error(`words: missing value of ${key}: ${name}`);
			return String(value);
		});
	return Object.assign(say, { lang });
}

const spoken = { en: speak('en'), zh: speak('zh') } as const satisfies Record<Lang, Words>;

export const wordsOf = (lang: Lang): Words => spoken[lang];
