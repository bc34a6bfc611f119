import { z } from 'zod';
import { addDays } from '../day.ts';
import { decimalText } from '../decimal.ts';
import { rowsOf } from '../entries.ts';
import { ShapeError } from '../error.ts';
import { jsonOf } from '../json.ts';
import type { Source, UsageInput } from '../source.ts';

const id = 'openrouter-task-shares';

const share = z.number().min(0).max(1);
const key = z.string().min(1).max(100);
const Task = z.object({
	tag: key,
	macro_category: key,
	usage_share: share,
	token_share: share,
	category_usage_share: share.nullish(),
	category_token_share: share.nullish(),
	models: z
		.array(z.object({ id: z.string().min(1).max(200), tag_usage_share: share, tag_token_share: share }))
		.default([]),
});
const Group = z.object({ key, usage_share: share, token_share: share });
const Envelope = z.object({
	data: z.object({
		window_days: z.int(),
		as_of: z.iso.date(),
		classifications: z.array(z.unknown()).min(1),
		macro_categories: z.array(z.unknown()),
	}),
});

/**
 * Shares of requests and tokens by task on OpenRouter over seven days, of 1, sampled: of all classified traffic; `of
 * GROUP` within the task's group; `by MODEL` a model's share of the task. Shares of a task's models need not add up to 1.
 */
export const source = {
	id,
	title: 'OpenRouter task shares',
	kind: 'usage',
	lineage: 'aggregator',
	homepage: 'https://openrouter.ai/rankings',
	terms: {
		licence: 'CC BY 4.0',
		attribution: 'Source: OpenRouter (openrouter.ai/rankings), as of {as_of}. Licensed under CC BY 4.0.',
		redistribute: true,
	},
	cadence: 'weekly',
	// a trailing window without a date parameter: a week not collected is lost
	forgets_after_days: 7,
	needs: { key: 'OPENROUTER_API_KEY' },
	manners: { interval_ms: 2_500 },
	requests: () => [{ url: 'https://openrouter.ai/api/v1/classifications/task?window=7d', bearer: true }],
	read(body, reject) {
		const { data } = jsonOf(id, Envelope, body);
		if (data.window_days !== 7) throw new ShapeError(id, 'unsupported window', `${data.window_days} days`);
		const { as_of } = data;
		// `as_of` is the last day of the window (documented)
		const window = { record: 'usage' as const, day: addDays(as_of, -6), period: '7_days' as const, as_of };
		const tasks = data.classifications.map((entry, i) => ({ where: `data.classifications.${i}`, entry }));
		const groups = data.macro_categories.map((entry, i) => ({ where: `data.macro_categories.${i}`, entry }));
		const subject = 'task' as const;
		return [
			...rowsOf(
				id,
				Task,
				tasks,
				({ tag: name, macro_category, models, ...shares }) => [
					...sharesOf({ ...window, subject, name }, shares.usage_share, shares.token_share),
					...sharesOf(
						{ ...window, subject, name, slice: `of ${macro_category}` },
						shares.category_usage_share,
						shares.category_token_share,
					),
					...models.flatMap(model =>
						sharesOf(
							{ ...window, subject, name, slice: `by ${model.id}` },
							model.tag_usage_share,
							model.tag_token_share,
						),
					),
				],
				reject,
			),
			...rowsOf(
				id,
				Group,
				groups,
				({ key: name, usage_share, token_share }) =>
					sharesOf({ ...window, subject: 'task_group' as const, name }, usage_share, token_share),
				reject,
			),
		];
	},
} satisfies Source<UsageInput>;

/** A share that is not stated has no row; usage is requests (documented). */
function sharesOf(
	row: Omit<UsageInput, 'metric' | 'amount' | 'unit'>,
	requests: number | null | undefined,
	tokens: number | null | undefined,
): UsageInput[] {
	const unit = 'fraction' as const;
	return [
		...(requests == null ? [] : [{ ...row, metric: 'requests' as const, amount: decimalText(requests), unit }]),
		...(tokens == null ? [] : [{ ...row, metric: 'tokens' as const, amount: decimalText(tokens), unit }]),
	];
}
