import { z } from 'zod';
import { addDays } from '../day.ts';
import { decimalText } from '../decimal.ts';
import { rowsOf } from '../entries.ts';
import { ShapeError } from '../error.ts';
import { jsonOf } from '../json.ts';
import { closedWeeks, periodOf } from '../period.ts';
import { DecimalText, type Source, type UsageInput } from '../source.ts';

const id = 'openrouter-app-rankings';
const firstDay = '2025-01-01';
const wantedWeeks = 4;
const App = z.object({
	app_id: z.union([z.int(), z.string().min(1).max(100)]),
	app_name: z.string().min(1).max(300),
	total_tokens: DecimalText.refine(text => !text.startsWith('-'), 'expected a count'),
	total_requests: z.int().nonnegative(),
});
const Envelope = z.object({
	data: z.array(z.unknown()).min(1),
	meta: z.object({ as_of: z.string().min(1).max(40), start_date: z.iso.date(), end_date: z.iso.date() }),
});

/** Tokens and requests a week of the hundred largest apps on OpenRouter that let themselves be seen: a sample. */
export const source = {
	id,
	title: 'OpenRouter app rankings',
	kind: 'usage',
	lineage: 'aggregator',
	homepage: 'https://openrouter.ai/apps',
	terms: {
		licence: 'CC BY 4.0',
		attribution: 'Source: OpenRouter (openrouter.ai/apps), as of {as_of}. Licensed under CC BY 4.0.',
		redistribute: true,
	},
	cadence: 'weekly',
	needs: { key: 'OPENROUTER_API_KEY' },
	manners: { interval_ms: 2_500 },
	// closed weeks only, each asked once: a week in progress is no week
	requests({ today, since, has }) {
		const weeks = closedWeeks(since && since > firstDay ? since : firstDay, today, since ? Infinity : wantedWeeks);
		return weeks
			.map(from => {
				const to = addDays(from, 6);
				return {
					url: `https://openrouter.ai/api/v1/datasets/app-rankings?sort=popular&start_date=${from}&end_date=${to}&limit=100`,
					bearer: true as const,
					observed: { on: to, basis: 'content' as const, quality: 'exact' as const },
				};
			})
			.filter(({ url }) => !has(url));
	},
	read(body, reject) {
		const { data, meta } = jsonOf(id, Envelope, body);
		const { as_of, start_date: day, end_date } = meta;
		const period = periodOf(day, end_date);
		if (period === undefined) throw new ShapeError(id, 'unsupported period', `${day} to ${end_date}`);
		const places = data.map((entry, i) => ({ where: `data.${i}`, entry }));
		return rowsOf(
			id,
			App,
			places,
			({ app_id, app_name: name, total_tokens, total_requests }) => {
				// two apps may call themselves the same
				const app = {
					record: 'usage' as const,
					day,
					period,
					subject: 'app' as const,
					name,
					slice: String(app_id),
					as_of,
				};
				return [
					{ ...app, metric: 'tokens' as const, amount: total_tokens, unit: 'tokens' as const },
					{ ...app, metric: 'requests' as const, amount: decimalText(total_requests), unit: 'requests' as const },
				];
			},
			reject,
		);
	},
} satisfies Source<UsageInput>;
