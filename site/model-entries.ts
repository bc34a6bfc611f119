import { publication } from './data.ts';
import type { Entry } from './feed.ts';
import { day as dayText, tokens, type Num } from './format.ts';
import type { Key, Words } from './words.ts';

type Delisted = {
	model: string;
	title: string;
	lab: string;
	country: string | null;
	day: string;
	seen: string;
	channel: string;
	sources: string;
};

/**
 * Models of which no source shows a price on a list of their lab any more. A price ends with the third look without it or
 * with the end that its source states: one that nobody looks for again stands, and so does its model.
 */
const delistedQuery = `select model, coalesce(model.title, model) as title, coalesce(model.lab, '') as lab, model.country,
    max(spell.to_day) as day, max(spell.last_seen_on) as seen, arg_max(spell.channel, (spell.last_seen_on, spell.channel)) as channel,
    string_agg(distinct spell.source, ', ' order by spell.source) as sources
from mart_price__cell_spell as spell
join mart_model__model as model using (model)
where spell.channel in ('lab-direct', 'lab-cn')
group by all
having bool_and(spell.to_day is not null)
order by day desc, model`;

/** The lab of a model, by the model's id. */
export const labOf = (model: string | null): string | null => model?.split('/')[0] ?? null;

/** Models by the day of their release or of their delisting, and makers of hidden models by the day they were named. */
export async function modelEntries(words: Words): Promise<Entry[]> {
	const { rows } = await publication();
	const fresh = await rows<{ model: string; title: string; lab: string; country: string | null; day: string }>(
		`select model, coalesce(title, model) as title, coalesce(lab, '') as lab, country, released_on as day from mart_model__model
		where released_on similar to '[0-9]{4}-[0-9]{2}-[0-9]{2}' order by day desc, model`,
	);
	const named = await rows<{
		name: string;
		model: string;
		lab: string;
		country: string | null;
		day: string;
		tokens: Num | null;
	}>(
		`select name, model, coalesce(lab, '') as lab, country, revealed_on as day, tokens_unnamed as tokens from mart_stealth__name where revealed_on is not null and model is not null order by day desc, name`,
	);
	const gone = await rows<Delisted>(delistedQuery);
	return [
		...gone.map(({ model, title, lab, country, day, seen, channel, sources }) => ({
			id: `${day}-delisted-${model}`,
			day,
			title: words('feed.delisted', { title, lab }),
			body: [
				words('feed.delisted-body', {
					sheet: words(`sheet.${channel}` as Key),
					seen: dayText(seen, words),
					gone: dayText(day, words),
					sources,
				}),
				words('feed.delisted-rule'),
			],
			page: `/models/${model}/`,
			lab: labOf(model),
			country,
		})),
		...fresh.map(({ model, title, lab, country, day }) => ({
			id: `${day}-new-${model}`,
			day,
			title: words('feed.new-model', { title, lab }),
			body: [words('feed.new-model-body', { model, country: words(`country.${country ?? 'unknown'}` as Key) })],
			page: `/models/${model}/`,
			lab: labOf(model),
			country,
		})),
		...named.map(({ name, model, lab, country, day, tokens: used }) => ({
			id: `${day}-reveal-${name}`,
			day,
			title: words('feed.reveal', { name, lab }),
			body: [
				words('feed.reveal-body', { name, model }),
				...(Number(used) > 0 ? [words('feed.reveal-tokens', { tokens: tokens(used ?? 0, words) })] : []),
			],
			page: `/models/${model}/`,
			lab: labOf(model),
			country,
		})),
	];
}
