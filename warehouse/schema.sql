-- What was read, as it was read: one table a record type of scrapers/record.ts, the same columns in the archive, in the
-- cache and here. `position` is the row's place in its body, so (snapshot, position) names a row for good.

create schema if not exists raw;

create table raw.price (
    source varchar not null, url varchar not null, snapshot varchar not null, fetched_at timestamp not null,
    observed_on date not null, observed_on_basis varchar not null, observed_on_quality varchar not null,
    position integer not null,
    provider varchar not null, model varchar not null, meter varchar not null, field varchar not null,
    amount varchar, status varchar not null, currency varchar not null, unit varchar not null,
    list_or_effective varchar not null, service_tier varchar not null, time_window varchar not null,
    weekdays varchar, start_local varchar, end_local varchar, time_zone varchar, holiday_calendar varchar,
    min_input_tokens bigint not null, max_input_tokens bigint,
    min_output_tokens bigint default 0, max_output_tokens bigint, region varchar,
    valid_from date, valid_to date, promo_until date,
);

create table raw.model (
    source varchar not null, url varchar not null, snapshot varchar not null, fetched_at timestamp not null,
    observed_on date not null, observed_on_basis varchar not null, observed_on_quality varchar not null,
    position integer not null,
    provider varchar not null, model varchar not null, title varchar, released_on varchar,
    context_tokens bigint, max_output_tokens bigint, open_weights boolean, reasoning boolean,
    permaslug varchar, alias_of varchar, ends_on date,
);

create table raw.usage (
    source varchar not null, url varchar not null, snapshot varchar not null, fetched_at timestamp not null,
    observed_on date not null, observed_on_basis varchar not null, observed_on_quality varchar not null,
    position integer not null,
    day date not null, period varchar not null, subject varchar not null, name varchar not null, slice varchar,
    metric varchar not null, amount varchar not null, unit varchar not null, as_of varchar,
);

create table raw.score (
    source varchar not null, url varchar not null, snapshot varchar not null, fetched_at timestamp not null,
    observed_on date not null, observed_on_basis varchar not null, observed_on_quality varchar not null,
    position integer not null,
    benchmark varchar not null, edition varchar, model varchar not null, effort varchar, scaffold varchar,
    score varchar not null, unit varchar not null, stderr varchar, tasks integer,
    run_cost_usd varchar, prompt_tokens bigint, completion_tokens bigint, scored_on date, kind varchar not null,
);

create table raw.endpoint (
    source varchar not null, url varchar not null, snapshot varchar not null, fetched_at timestamp not null,
    observed_on date not null, observed_on_basis varchar not null, observed_on_quality varchar not null,
    position integer not null,
    host varchar not null, model varchar not null, tag varchar, quantization varchar, context_tokens bigint, max_output_tokens bigint,
    discount varchar, uptime_1d_percent varchar, throughput_p50_tokens_per_second varchar, implicit_caching boolean,
);

create table raw.host (
    source varchar not null, url varchar not null, snapshot varchar not null, fetched_at timestamp not null,
    observed_on date not null, observed_on_basis varchar not null, observed_on_quality varchar not null,
    position integer not null,
    host varchar not null, title varchar, country varchar, datacenters varchar,
);

create table raw.macro (
    source varchar not null, url varchar not null, snapshot varchar not null, fetched_at timestamp not null,
    observed_on date not null, observed_on_basis varchar not null, observed_on_quality varchar not null,
    position integer not null,
    area varchar not null, period varchar not null, indicator varchar not null, value varchar not null, unit varchar not null, edition varchar,
);

create table raw.fx (
    source varchar not null, url varchar not null, snapshot varchar not null, fetched_at timestamp not null,
    observed_on date not null, observed_on_basis varchar not null, observed_on_quality varchar not null,
    position integer not null,
    day date not null, base varchar not null, quote varchar not null, rate varchar not null,
);

-- Every look at a source, kept body or not. `state`: good, held, unchanged, failed, skipped; `archive` where the rows are shipped.
create table raw.look (
    source varchar not null, url varchar not null, snapshot varchar, fetched_at timestamp not null,
    observed_on date, observed_on_basis varchar, observed_on_quality varchar,
    bytes bigint, rows integer, rejected integer, reader varchar, state varchar not null, reason varchar,
);

-- The sources themselves, from their objects.
create table raw.source (
    source varchar primary key, title varchar not null, kind varchar not null, lineage varchar not null,
    homepage varchar not null, licence varchar not null, attribution varchar, redistribute boolean not null,
    cadence_days double not null, forgets_after_days integer, needs_key varchar,
);

-- The build itself: the day it speaks from is an input like any other.
create table raw.build (built_on date not null, built_at timestamp not null, release varchar not null, code varchar not null);

-- Verdicts of earlier releases, from append-only files: a row where one changed.
create table raw.claim_verdict (
    built_at timestamp not null, release varchar not null, claim_id varchar not null, verdict varchar not null,
    measured double, reason varchar not null,
);

-- The Chinese of texts that the warehouse and the sources word in English (`chinese/*.tsv`).
create table raw.chinese (en varchar not null, zh varchar not null);
