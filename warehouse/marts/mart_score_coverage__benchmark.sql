-- How many scores of one axis are shipped, and how many can be placed in time, named and priced: what the marts of capability leave out.
-- - A score without a day cannot be placed on a frontier; it still counts for the capability of its model.
-- grain: axis
-- sources: curated-scores, aider-polyglot, epoch-hub
with scored as (
    select axis, printed_name, model, scored_on, run_cost_usd,
        axis || printed_name in (select axis || printed_name from int_frontier__offer where basis = 'blend_3to1' and series = 'list') as has_list_price,
    from mart_score__model_benchmark
    union all by name
    select benchmark as axis, printed_name, model, false as has_list_price
    from int_capability__cell
    where benchmark || printed_name not in (select axis || printed_name from mart_score__model_benchmark)
)
select axis, count(*)::integer as scores, count(scored_on)::integer as dated_scores, count(model)::integer as named_scores,
    (count(*) filter (has_list_price))::integer as priced_scores, count(run_cost_usd)::integer as billed_scores,
    (count(*) filter (scored_on is null or model is null))::integer as left_out,
    any_value(item.difficulty_edi::double) as item_difficulty, any_value(item.slope::double) as item_slope,
from scored
left join seed.capability_items as item on item.benchmark = scored.axis
group by axis
