import { blendOf, effectiveOf, sharesOf, type Usage } from '../methods/effective.ts';
import type { Method } from '../model.ts';

type Priced = {
	week: string;
	slug: string;
	model: string | null;
	lab: string | null;
	country: string;
	prompt: number | null;
	completion: number | null;
	cached: number | null;
	is_free: boolean;
	is_imputed: boolean;
	usd_spend: number | null;
	input: number;
	cache_read: number | null;
	output: number;
	listed_input: number | null;
	listed_cache_read: number | null;
	listed_output: number | null;
	list_source: string | null;
	citation: string;
};

/** What a token really cost in a week: the prices at the mix of tokens that was measured. */
export const model = {
	sentence:
		'What a million tokens of one model cost in one week at the cache and input share that was measured, and the 3:1 blend beside it.',
	choices: [
		'`headline` takes the router’s prices and the spend of `int_spend__model_week`: cached tokens billed once, a missing cache price imputed and marked.',
		'`list` takes the lab’s own dollar list as it stood on the Monday; nothing is imputed there: cached tokens without a published price have no effective price.',
		'A free model costs 0 and has no blend. No effective price for a week without counts.',
		'Only the largest models of a week have a measured mix.',
	],
	grain: ['week', 'slug', 'series'],
	asserts: [
		'effective_usd_per_mtok >= 0 or effective_usd_per_mtok is null',
		'(effective_usd_per_mtok is null) = (reason is not null)',
		'input_share between 0 and 1 or input_share is null',
		'cache_share between 0 and 1 or cache_share is null',
	],
	reads: {
		weeks: `select spend.week::varchar as week, spend.slug, spend.model, spend.lab, spend.country, spend.is_free, spend.is_imputed, spend.usd_spend,
		    if(spend.is_missing, null, spend.prompt_tokens)::double as prompt, if(spend.is_missing, null, spend.completion_tokens)::double as completion,
		    if(spend.is_missing, null, spend.cached_tokens)::double as cached, mix.input_usd_per_mtok::double as input,
		    spend.used_cache_usd_per_mtok::double as cache_read, mix.output_usd_per_mtok::double as output,
		    list.input_usd_per_mtok::double as listed_input, list.cache_read_usd_per_mtok::double as listed_cache_read,
		    list.output_usd_per_mtok::double as listed_output, list.source as list_source, spend.citation
		    from int_spend__model_week as spend
		    join stg_usage__weekly_mix as mix using (week, slug)
		    left join mart_headline_price__model_spell as list
		        on list.model = spend.model and list.from_day <= spend.week and (list.to_day > spend.week or list.to_day is null)
		    order by week, slug`,
	},
	columns: {
		week: 'date',
		slug: 'varchar',
		series: 'varchar',
		model: 'varchar',
		lab: 'varchar',
		country: 'varchar',
		prompt_tokens: 'bigint',
		completion_tokens: 'bigint',
		cached_tokens: 'bigint',
		input_share: 'double',
		cache_share: 'double',
		input_usd_per_mtok: 'decimal(18, 10)',
		cache_read_usd_per_mtok: 'decimal(18, 10)',
		output_usd_per_mtok: 'decimal(18, 10)',
		effective_usd_per_mtok: 'double',
		blend_3to1_usd_per_mtok: 'double',
		is_free: 'boolean',
		is_imputed: 'boolean',
		reason: 'varchar',
		list_source: 'varchar',
		citation: 'varchar',
	},
	*rows({ weeks = [] }) {
		for (const row of weeks as Priced[]) {
			const { week, slug, model, lab, country, is_free, citation } = row;
			const usage = usageOf(row);
			const measured = {
				...{ week, slug, model, lab, country, is_free, citation },
				...{ prompt_tokens: row.prompt, completion_tokens: row.completion, cached_tokens: row.cached },
				...(usage && sharesOf(usage)),
			};
			yield { ...measured, series: 'headline', list_source: null, ...headlineOf(row, usage) };
			yield { ...measured, series: 'list', list_source: row.list_source, ...listOf(row, usage) };
		}
	},
} satisfies Method;

function usageOf({ prompt, completion, cached }: Priced): Usage | null {
	if (prompt === null || completion === null) return null;
	return { prompt, completion, cached: cached ?? 0 };
}

const prices = (input: number | null, cache_read: number | null, output: number | null) => ({
	input_usd_per_mtok: input,
	cache_read_usd_per_mtok: cache_read,
	output_usd_per_mtok: output,
});

function headlineOf(row: Priced, usage: Usage | null) {
	const { input, cache_read, output, usd_spend, is_free } = row;
	const shares = usage && sharesOf(usage);
	const effective =
		shares && usage && usd_spend !== null ? (1e6 * usd_spend) / (usage.prompt + usage.completion) : null;
	return {
		...prices(input, cache_read, output),
		effective_usd_per_mtok: effective,
		blend_3to1_usd_per_mtok: is_free ? null : blendOf({ input, output }),
		is_imputed: row.is_imputed,
		reason: effective !== null ? null : shares ? 'no price' : 'no token counts',
	};
}

function listOf(row: Priced, usage: Usage | null) {
	const { listed_input: input, listed_cache_read: cache_read, listed_output: output } = row;
	const at = input !== null && output !== null && !row.is_free ? { input, cache_read, output } : null;
	const effective = at && usage ? effectiveOf(at, usage) : null;
	return {
		...prices(input, cache_read, output),
		effective_usd_per_mtok: effective,
		blend_3to1_usd_per_mtok: at && blendOf(at),
		is_imputed: false,
		reason: effective !== null ? null : reasonOf(row, at !== null, usage),
	};
}

function reasonOf({ is_free, model }: Priced, is_listed: boolean, usage: Usage | null): string {
	if (is_free) return 'free on the router';
	if (model === null) return 'unknown model';
	if (!is_listed) return 'no list price in dollars on that Monday';
	return usage && sharesOf(usage) ? 'no cache price is published' : 'no token counts';
}
