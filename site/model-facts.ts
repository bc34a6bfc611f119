import type { Claim } from './claims.ts';
import { publication } from './data.ts';
import type { Num } from './format.ts';

/** One cell of the rate card: its newest spell on one channel in one currency. */
export type Rate = {
	model: string;
	series: 'list' | 'cheapest_host';
	cell: string;
	channel: string;
	currency: string;
	native_per_mtok: Num | null;
	usd_per_mtok: Num | null;
	low_usd_per_mtok: Num | null;
	high_usd_per_mtok: Num | null;
	agreement: string | null;
	time_window: string | null;
	from_day: string;
	to_day: string | null;
	changed_after: string | null;
	last_seen_on: string;
	hosts: Num | null;
	sources: Num | null;
	snapshot: string | null;
};
export type NameSpell = {
	model: string;
	name: string;
	valid_from: string;
	valid_to: string | null;
	first_day: string;
	last_day: string;
	sources: Num;
	rule: string;
	snapshot: string | null;
};
export type PriceEvent = {
	model: string;
	event: string;
	kind: string;
	channel: string | null;
	currency: string | null;
	changed_after: string | null;
	first_seen_on: string;
	cells: Num | null;
	largest_change: Num | null;
	largest_cell: string | null;
	smallest_change: Num | null;
	smallest_cell: string | null;
	status: string | null;
};
export type Audit = {
	model: string;
	event_id: string;
	stated_day: string;
	what: string;
	what_zh: string | null;
	headline_change: Num;
	cells: Num | null;
	hits: Num | null;
	blend_change: Num | null;
	reason: string | null;
};
export type Score = {
	model: string;
	axis: string;
	effort: string | null;
	score: Num;
	unit: string | null;
	scored_on: string | null;
	run_cost_usd: Num | null;
	source: string;
	snapshot: string | null;
};
export type Evidence = {
	model: string;
	source: string;
	title: string;
	rows: Num;
	last_day: string;
	snapshot: string | null;
};

const rateCard = `select model, 'list' as series, cell, channel, currency, native_per_mtok, usd_per_mtok, low_usd_per_mtok, high_usd_per_mtok,
    agreement, time_window, from_day, to_day, changed_after, last_seen_on, null as hosts, sources, snapshot
from mart_list_price__cell_spell
where model = $id
qualify row_number() over (partition by model, cell, channel, currency order by from_day desc) = 1
order by model, to_day is not null, channel desc, cell, currency`;
const hostCard = `select model, 'cheapest_host' as series, cell, 'host' as channel, 'USD' as currency, min_usd_per_mtok as native_per_mtok,
    min_usd_per_mtok as usd_per_mtok, null as low_usd_per_mtok, null as high_usd_per_mtok, null as agreement, null as time_window, from_day, to_day,
    null as changed_after, last_seen_on, hosts, null as sources, snapshot
from mart_cheapest_host__cell_spell
where model = $id
qualify row_number() over (partition by model, cell order by from_day desc) = 1
order by model, to_day is not null, cell`;
const names = `with shown as (
    select model, source_model as name, last_seen_on as day, snapshot from mart_price__cell_spell
    union all
    select model, permaslug, day, snapshot from mart_tokens__model_day
    union all
    select model, printed_name, scored_on, snapshot from mart_score__model_benchmark
),
newest as (select model, name, max_by(snapshot, (day, snapshot)) as snapshot from shown group by model, name)
select spell.model, name, valid_from, valid_to, first_day, last_day, sources, rule, snapshot
from mart_model_name__name_spell as spell
left join newest using (model, name)
where spell.model = $id
order by spell.model, last_day desc, name, valid_from`;
const events = `select e.model, e.event, e.kind, e.channel, e.currency, e.changed_after, e.first_seen_on, e.cells, e.largest_change, e.smallest_change,
    max_by(c.cell, (abs(c.change), c.cell)) as largest_cell, min_by(c.cell, (abs(c.change), c.cell)) as smallest_cell, e.status
from mart_price_event__event as e
left join mart_price_event__cell as c on c.price_event_id = e.price_event_id and c.is_moved and c.item = 'cell'
where e.model = $id
group by all
order by e.model, e.first_seen_on desc, e.event`;
const audits = `select audit.model, event_id, audit.stated_day, audit.what, what_zh, audit.headline_change, cells, hits, blend_change, reason
from mart_headline_audit__event as audit
left join (select event_id, what_zh from mart_event__day) as event using (event_id)
where audit.model = $id and audit.headline_change is not null
order by audit.model, audit.stated_day desc, event_id`;
const scores = `select model, axis, effort, score, unit, scored_on, run_cost_usd, source, snapshot
from mart_score__model_benchmark
where model = $id
order by model, axis, scored_on desc, effort, score`;
const evidence = `select model, source, any_value(coalesce(s.title, source)) as title, sum(seen)::bigint as rows, max(seen.last_day) as last_day,
    max_by(snapshot, (seen.last_day, snapshot)) as snapshot
from (
    select model, source, count(*) as seen, max(last_seen_on) as last_day, max_by(snapshot, (last_seen_on, snapshot)) as snapshot
    from mart_price__cell_spell group by model, source
    union all
    select model, source, count(*), max(scored_on), max_by(snapshot, (scored_on, snapshot)) from mart_score__model_benchmark group by model, source
    union all
    select model, 'openrouter-rankings-daily', count(*), max(day), max_by(snapshot, (day, snapshot)) from mart_tokens__model_day group by model
    union all
    select model, source, count(*), max(day), max_by(snapshot, (day, snapshot)) from mart_host_price__model_host_day group by model, source
) as seen
left join mart_source__source as s using (source)
where model = $id
group by model, source
order by model, max(seen.last_day) desc, source`;

/** What the page of a model says beside its charts; each list empty where nothing is published. */
export async function factsOf(model: string) {
	const { rows } = await publication();
	return {
		rates: [...(await rows<Rate>(rateCard, model)), ...(await rows<Rate>(hostCard, model))],
		names: await rows<NameSpell>(names, model),
		events: await rows<PriceEvent>(events, model),
		audits: await rows<Audit>(audits, model),
		scores: await rows<Score>(scores, model),
		evidence: await rows<Evidence>(evidence, model),
		claims: (await claimsByModel()).get(model) ?? [],
	};
}

export type ClaimOf = Pick<Claim, 'claim_id' | 'claim' | 'claim_zh' | 'verdict'>;

let named: Promise<Map<string, ClaimOf[]>> | undefined;
/** Claims by the model whose name they print, the longest name at each place: `GPT-5` is not named by `GPT-5.4`. */
const claimsByModel = () => (named ??= readClaims());

async function readClaims(): Promise<Map<string, ClaimOf[]>> {
	const { rows } = await publication();
	const claims = await rows<ClaimOf>(
		'select claim_id, claim, claim_zh, verdict from mart_claim__claim order by claim_id',
	);
	const models = await rows<{ model: string; title: string }>(
		`select model, title from mart_model__model where regexp_matches(title, '[0-9]') and length(title) >= 4`,
	);
	// Of models with one title, the one with the shortest id is meant: not its dated, fast or preview twin.
	const titles: { model: string; name: string }[] = [];
	for (const { model, title } of [...models].sort(
		(a, b) => a.model.length - b.model.length || (a.model < b.model ? -1 : 1),
	)) {
		const name = title.replace(/ \([^)]*\)$/, '').toLowerCase();
		if (/\d/.test(name) && !titles.some(other => other.name === name)) titles.push({ model, name });
	}
	const found = new Map<string, ClaimOf[]>();
	for (const claim of claims) {
		const text = claim.claim.toLowerCase();
		const hits = titles.filter(({ name }) => stands(text, name));
		for (const { model } of hits.filter(
			({ name }) => !hits.some(other => other.name !== name && other.name.includes(name)),
		))
			found.set(model, [...(found.get(model) ?? []), claim]);
	}
	return found;
}

/** Whether a name stands in a text with nothing of a longer name after or before it. */
function stands(text: string, name: string): boolean {
	for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
		const [before, after] = [text[at - 1] ?? ' ', text.slice(at + name.length, at + name.length + 2)];
		if (
			!/[\w-]/.test(before) &&
			!/^([\w-]|\.\w)/.test(after) &&
			!/^ (pro|mini|flash|lite|max)/.test(text.slice(at + name.length))
		)
			return true;
	}
	return false;
}
