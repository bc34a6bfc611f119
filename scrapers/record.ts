import { z } from 'zod';
import { isZone } from './hours.ts';

/** Decimal text as printed, never scientific: `0.0000001`, `-1`, `15`. */
export const DecimalText = z.string().regex(/^-?\d+(\.\d+)?$/, 'expected a decimal text');
const name = z.string().min(1).max(300);
const day = z.iso.date();
const tokens = z.int().nonnegative();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** What is billed (sources.md 10.1). */
export const Meter = z.enum([
	'input',
	'output',
	'cache_read',
	'cache_write',
	'cache_write_5m',
	'cache_write_1h',
	'cache_storage',
	'reasoning',
	'input_audio',
	'output_audio',
	'cache_read_audio',
	'cache_write_audio',
	'input_image',
	'output_image',
	'cache_read_image',
	'input_video',
	'output_video',
	'citation',
	'image',
	'second',
	'character',
	'page',
	'request',
	'search',
]);
export type Meter = z.infer<typeof Meter>;

/** What one amount pays for, declared by the reader and never inferred from size (methods.md 0.2, rule 10). */
export const Unit = z.enum([
	'token',
	'thousand_tokens',
	'million_tokens',
	'million_tokens_hour',
	'image',
	'request',
	'thousand_requests',
	'second',
	'character',
	'page',
]);
export type Unit = z.infer<typeof Unit>;

export const Currency = z.enum(['USD', 'CNY', 'EUR']);

/**
 * One price of one cell as printed: provider x model x meter x tier x window x band. `amount` is null where the sheet
 * names the meter and states no price; a meter that the sheet does not name has no row.
 */
export const PriceRow = z.strictObject({
	record: z.literal('price'),
	/** Who charges, in the source's spelling. */
	provider: name,
	/** The model, in the source's spelling. */
	model: name,
	meter: Meter,
	/** The field it was read from, such as `pricing.overrides[0].prompt`. */
	field: z.string().min(1).max(200),
	amount: DecimalText.nullable(),
	/** `listed` is a price; the others say why an amount is no price. */
	status: z.enum(['listed', 'free', 'not_metered', 'unknown', 'withdrawn']).default('listed'),
	currency: Currency,
	unit: Unit,
	list_or_effective: z.enum(['list', 'effective']).default('list'),
	service_tier: z.enum(['standard', 'batch', 'flex', 'priority', 'low_latency']).default('standard'),
	time_window: z.enum(['always', 'peak', 'off_peak']).default('always'),
	/** Weekdays of the window, `0123456` with Sunday = 0; null = every day. */
	weekdays: z
		.string()
		.regex(/^0?1?2?3?4?5?6?$/)
		.nullable()
		.default(null),
	/** `HH:MM` in `time_zone`, end exclusive; an end before the start runs past midnight. */
	start_local: clock.nullable().default(null),
	end_local: clock.nullable().default(null),
	/** IANA name. */
	time_zone: z.string().refine(isZone, 'unknown time zone').nullable().default(null),
	/** Whose public holidays are off-peak on any weekday: `CN`; null where the source states none. */
	holiday_calendar: z.enum(['CN']).nullable().default(null),
	/** Context band of the whole request, half-open: `[min, max)`. */
	min_input_tokens: tokens.default(0),
	max_input_tokens: tokens.nullable().default(null),
	/** Band of the answer's length, half-open, where a sheet prices by both. */
	min_output_tokens: tokens.default(0),
	max_output_tokens: tokens.nullable().default(null),
	/** Region of the sheet, as printed; null where it states none. */
	region: name.nullable().default(null),
	/** Validity as the source states it, half-open; null where it states none. */
	valid_from: day.nullable().default(null),
	valid_to: day.nullable().default(null),
	promo_until: day.nullable().default(null),
});
export type PriceRow = z.infer<typeof PriceRow>;

/** One fact sheet of one model. */
export const ModelRow = z.strictObject({
	record: z.literal('model'),
	provider: name,
	model: name,
	title: name.nullable().default(null),
	/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as printed. */
	released_on: z
		.string()
		.regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
		.nullable()
		.default(null),
	context_tokens: tokens.nullable().default(null),
	max_output_tokens: tokens.nullable().default(null),
	open_weights: z.boolean().nullable().default(null),
	reasoning: z.boolean().nullable().default(null),
	/** The dated permanent name behind a moving one. */
	permaslug: name.nullable().default(null),
	alias_of: name.nullable().default(null),
	ends_on: day.nullable().default(null),
});
export type ModelRow = z.infer<typeof ModelRow>;

/** One count, share or bill of use over one closed period. */
export const UsageRow = z.strictObject({
	record: z.literal('usage'),
	/** First day of the period, UTC. */
	day,
	/** `7_days` and `30_days` are windows that begin on any day; a `week` begins on a Monday. */
	period: z.enum(['day', 'week', 'month', '7_days', '30_days']),
	/** What `name` names. `other` is everything below the list; `total` the whole platform. */
	subject: z.enum(['model', 'lab', 'app', 'package', 'task', 'task_group', 'other', 'total']),
	name,
	/** What tells rows of one name apart: the number of an app, the app and turns of a session, the model of a task. */
	slice: name.nullable().default(null),
	metric: z.enum([
		'tokens',
		'requests',
		'spend',
		'prompt_tokens',
		'completion_tokens',
		'reasoning_tokens',
		'cached_tokens',
		'session_cost',
		'downloads',
	]),
	/** A count, a bill in dollars, or a share when `unit` says so: of 100 (`percent`) or of 1 (`fraction`). */
	amount: DecimalText,
	unit: z.enum(['tokens', 'requests', 'percent', 'fraction', 'usd', 'downloads']),
	/** The vintage the source states. */
	as_of: z.string().nullable().default(null),
});
export type UsageRow = z.infer<typeof UsageRow>;

/** One score of one run. */
export const ScoreRow = z.strictObject({
	record: z.literal('score'),
	benchmark: name,
	edition: z.string().nullable().default(null),
	/** As printed, effort and scaffold included. */
	model: name,
	effort: z.string().nullable().default(null),
	scaffold: z.string().nullable().default(null),
	score: DecimalText,
	unit: z.enum(['percent', 'fraction', 'points', 'elo']),
	stderr: DecimalText.nullable().default(null),
	tasks: z.int().positive().nullable().default(null),
	/** Bill of the whole run; null = not stated, never free. */
	run_cost_usd: DecimalText.nullable().default(null),
	prompt_tokens: tokens.nullable().default(null),
	completion_tokens: tokens.nullable().default(null),
	scored_on: day.nullable().default(null),
	kind: z.enum(['independent', 'self_reported']).default('independent'),
});
export type ScoreRow = z.infer<typeof ScoreRow>;

/** One host's offer of one model's weights, beside its prices. */
export const EndpointRow = z.strictObject({
	record: z.literal('endpoint'),
	/** The host, in the router's spelling. */
	host: name,
	model: name,
	tag: name.nullable().default(null),
	/** As stated: `fp8`, `bf16`, `unknown`; null where the sheet has no such field. */
	quantization: name.nullable().default(null),
	context_tokens: tokens.nullable().default(null),
	max_output_tokens: tokens.nullable().default(null),
	/** Already applied to the prices: 0.25 = a quarter off. */
	discount: DecimalText.nullable().default(null),
	/** Per cent over the last day; null where not measured. */
	uptime_1d_percent: DecimalText.nullable().default(null),
	throughput_p50_tokens_per_second: DecimalText.nullable().default(null),
	implicit_caching: z.boolean().nullable().default(null),
});
export type EndpointRow = z.infer<typeof EndpointRow>;

/** One host as its router declares it: the contracting entity, not the owner. */
export const HostRow = z.strictObject({
	record: z.literal('host'),
	host: name,
	title: name.nullable().default(null),
	/** ISO 3166 two-letter code of the declared headquarters. */
	country: z
		.string()
		.regex(/^[A-Z]{2}$/)
		.nullable()
		.default(null),
	/** Two-letter codes of declared data centres, `;` between them. */
	datacenters: z.string().nullable().default(null),
});
export type HostRow = z.infer<typeof HostRow>;

/** One figure of one area and period: electricity, population, carbon. */
export const MacroRow = z.strictObject({
	record: z.literal('macro'),
	area: name,
	/** `YYYY` or `YYYY-MM-DD`. */
	period: z.string().regex(/^\d{4}(-\d\d-\d\d)?$/),
	indicator: name,
	value: DecimalText,
	unit: name,
	edition: name.nullable().default(null),
});
export type MacroRow = z.infer<typeof MacroRow>;

/** One exchange rate of one day: units of `quote` for one `base`. */
export const FxRow = z.strictObject({
	record: z.literal('fx'),
	day,
	base: z.string().regex(/^[A-Z]{3}$/),
	quote: z.string().regex(/^[A-Z]{3}$/),
	rate: DecimalText,
});
export type FxRow = z.infer<typeof FxRow>;

export const Row = z.discriminatedUnion('record', [
	PriceRow,
	ModelRow,
	UsageRow,
	ScoreRow,
	EndpointRow,
	HostRow,
	MacroRow,
	FxRow,
]);
export type AnyRow = z.infer<typeof Row>;
/** A row as a reader writes it: fields with a default may be left out. */
export type RowInput = z.input<typeof Row>;
export type PriceInput = z.input<typeof PriceRow>;
export type ModelInput = z.input<typeof ModelRow>;
export type UsageInput = z.input<typeof UsageRow>;
export type ScoreInput = z.input<typeof ScoreRow>;
export type EndpointInput = z.input<typeof EndpointRow>;
export type HostInput = z.input<typeof HostRow>;
export type MacroInput = z.input<typeof MacroRow>;
export type FxInput = z.input<typeof FxRow>;
