import type { Prices } from '../warehouse/methods/workload.ts';
import type { Num } from './format.ts';

/** A stretch of days at one set of list prices, US dollars per million tokens. */
export type Spell = {
	model: string;
	title: string | null;
	from_day: string;
	to_day: string | null;
	last_seen_on: string;
	input_usd_per_mtok: Num;
	cache_read_usd_per_mtok: Num | null;
	output_usd_per_mtok: Num;
};
export type Offer = { readonly model: string; readonly title: string; readonly spells: readonly Spell[] };

/** What a calculator opens with; shares in per cent, as its fields are. */
export type Preset = {
	readonly id: string;
	readonly tokens: number;
	readonly input: number;
	readonly cache: number;
	readonly tasks: number;
};

/** The built calculators (methods.md 8): a chat of 30 thousand tokens, an agent of 20 million at three cache rates. */
export const presets: readonly Preset[] = [
	{ id: 'chatbot', tokens: 30_000, input: 80, cache: 0, tasks: 1000 },
	{ id: 'agent-0', tokens: 20_000_000, input: 98, cache: 0, tasks: 10 },
	{ id: 'agent-70', tokens: 20_000_000, input: 98, cache: 70, tasks: 20 },
	{ id: 'agent-90', tokens: 20_000_000, input: 98, cache: 90, tasks: 30 },
];

/** Fields whose start is the same in every preset. */
export const start = { retries: 0, share: 10, target: 50, budget: 1000, growth: 0 } as const;

/** The models of the calculator with their list prices: the most used, and those of the claim it answers. */
export const offersQuery = `with used as (
    select model, sum(tokens) as tokens
    from mart_tokens__model_day
    where day > (select max(day) from mart_tokens__model_day) - 28 and model is not null
    group by model
    order by tokens desc, model
    limit 60
),
asked as (
    select model from used
    union
    select premium_model from mart_hybrid_route__route_day
    union
    select cheap_model from mart_hybrid_route__route_day
)
select model, title, from_day, to_day, last_seen_on, input_usd_per_mtok, cache_read_usd_per_mtok, output_usd_per_mtok
from mart_headline_price__model_spell
join asked using (model)
where agreement is distinct from 'disputed'
order by lower(coalesce(title, model)), model, from_day`;

export function offersOf(spells: readonly Spell[]): Offer[] {
	return [...new Set(spells.map(spell => spell.model))].map(model => {
		const own = spells.filter(spell => spell.model === model);
		return { model, title: own.at(-1)?.title ?? model, spells: own };
	});
}

/** A price last seen longer than this before the newest of all is not one of today. */
const longest = 60 * 86_400_000;

/** Spells as one attribute: `from,to,input,cache,output` each, empty where open or not published. */
export const packed = ({ spells }: Offer, newest: string): string =>
	spells
		.map(({ from_day, to_day, last_seen_on, ...prices }) => {
			const isGone = Date.parse(newest) - Date.parse(last_seen_on) > longest;
			const amounts = [prices.input_usd_per_mtok, prices.cache_read_usd_per_mtok, prices.output_usd_per_mtok];
			return [
				from_day,
				to_day ?? (isGone ? last_seen_on : ''),
				...amounts.map(usd => (usd === null ? '' : String(Number(usd)))),
			].join(',');
		})
		.join(' ');

/** The prices of packed spells on a day; null where none is listed. */
export function pricesOn(text: string, day: string): Prices | null {
	for (const spell of text.split(' ')) {
		const [from = '', to = '', input = '', cache = '', output = ''] = spell.split(',');
		if (from !== '' && from <= day && (to === '' || day < to))
			return { input: Number(input), cache_read: cache === '' ? null : Number(cache), output: Number(output) };
	}
	return null;
}
