import { z } from 'zod';
import { addDays } from '../day.ts';
import { decimalText } from '../decimal.ts';
import { rowsOf } from '../entries.ts';
import { ShapeError } from '../error.ts';
import { jsonOf } from '../json.ts';
import type { Source, UsageInput } from '../source.ts';

const id = 'openrouter-session-cost';

const slug = z.string().min(1).max(140).regex(/^\S+$/, 'expected a slug');
const Session = z.object({
	app_slug: slug,
	median_session_cost_usd: z.number().nonnegative(),
	model_permaslug: slug,
	turn_range: slug,
});
const Envelope = z.object({
	data: z.array(z.unknown()),
	meta: z.object({ as_of: z.string().min(1).max(40), window_days: z.int(), window_end_date: z.iso.date() }),
});

/**
 * Median dollars of one agent session, by model, app and number of turns, over the 30 days that begin on `day`. A median
 * of bills, not of tokens: models are compared within one app and turn range only.
 */
export const source = {
	id,
	title: 'OpenRouter session cost',
	kind: 'usage',
	lineage: 'aggregator',
	homepage: 'https://openrouter.ai/docs/cookbook/administration/data-api',
	terms: {
		licence: 'CC BY 4.0',
		attribution:
			'Source: OpenRouter Data API (openrouter.ai/docs/cookbook/administration/data-api), as of {as_of}. Licensed under CC BY 4.0.',
		redistribute: true,
	},
	cadence: 'weekly',
	// refreshed once a week and asked without a date: a week not collected is lost
	forgets_after_days: 7,
	needs: { key: 'OPENROUTER_API_KEY' },
	manners: { interval_ms: 2_500 },
	// 500 rows are the most that one answer holds
	requests: () => [{ url: 'https://openrouter.ai/api/v1/datasets/session-cost?limit=500', bearer: true }],
	read(body, reject) {
		const { data, meta } = jsonOf(id, Envelope, body);
		if (meta.window_days !== 30) throw new ShapeError(id, 'unsupported window', `${meta.window_days} days`);
		const places = data.map((entry, i) => ({ where: `data.${i}`, entry }));
		return rowsOf(
			id,
			Session,
			places,
			({ app_slug, median_session_cost_usd, model_permaslug, turn_range }) => [
				{
					record: 'usage' as const,
					day: addDays(meta.window_end_date, 1 - meta.window_days),
					period: '30_days' as const,
					subject: 'model' as const,
					name: model_permaslug,
					slice: `${app_slug} ${turn_range}`,
					metric: 'session_cost' as const,
					amount: decimalText(median_session_cost_usd),
					unit: 'usd' as const,
					as_of: meta.as_of,
				},
			],
			reject,
		);
	},
} satisfies Source<UsageInput>;
