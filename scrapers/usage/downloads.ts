import { z } from 'zod';
import type { Body } from '../body.ts';
import { addDays, spansOf } from '../day.ts';
import { decimalText } from '../decimal.ts';
import { rowsOf } from '../entries.ts';
import { unwrapped } from '../envelope.ts';
import { ShapeError } from '../error.ts';
import { jsonOf } from '../json.ts';
import { mondayOf } from '../period.ts';
import type { Source, UsageInput } from '../source.ts';

const id = 'downloads';
/** `downloads` counts the last 30 days. */
const windowDays = 30;

/** Who publishes open weights on Hugging Face, in its spelling. */
const authors = (
	'deepseek-ai Qwen zai-org moonshotai MiniMaxAI XiaomiMiMo stepfun-ai tencent baidu ' +
	'openai meta-llama google microsoft nvidia mistralai'
).split(' ');

const Model = z.object({ id: z.string().min(1).max(300), downloads: z.int().nonnegative() });
/** As served, a bare list; as collectors stored it: under `models`, or as one number a model under `huggingface`. */
const Envelope = z.preprocess(
	value => ({ models: listed(unwrapped(value, 'models', 'huggingface')), stored: stored(value) }),
	z.object({ models: z.array(z.unknown()).min(1), stored: z.string().nullable() }),
);

/**
 * Downloads of open weights from Hugging Face over the 30 days that begin on `day`: a weak proxy of use, as one machine
 * may download often and many may share one copy. The answer states no day, so the address carries it behind `#`.
 */
export const source = {
	id,
	title: 'Hugging Face downloads',
	kind: 'usage',
	lineage: 'aggregator',
	homepage: 'https://huggingface.co/models',
	terms: {
		licence: 'none stated',
		attribution: 'Hugging Face (huggingface.co), downloads of the last 30 days, {fetched_at}.',
		redistribute: true,
	},
	cadence: 'weekly',
	// windows further apart leave days between them that nobody counts any more
	forgets_after_days: windowDays,
	requests: ({ today, has }) =>
		authors.flatMap(author => {
			const thisWeek = spansOf(mondayOf(today), today, 1).map(({ from }) => address(author, from));
			return thisWeek.some(has) ? [] : [{ url: address(author, today) }];
		}),
	read(body, reject) {
		const { models, stored } = jsonOf(id, Envelope, body);
		const day = addDays(z.iso.date().safeParse(stored).data ?? askedDay(body), -windowDays);
		const places = models.map((entry, i) => ({ where: `models.${i}`, entry }));
		return rowsOf(
			id,
			Model,
			places,
			({ id: name, downloads }) => [
				{
					record: 'usage' as const,
					day,
					period: '30_days' as const,
					subject: 'model' as const,
					name,
					metric: 'downloads' as const,
					amount: decimalText(downloads),
					unit: 'downloads' as const,
				},
			],
			reject,
		);
	},
} satisfies Source<UsageInput>;

/** `#` and what follows is never sent; it dates the address. */
const address = (author: string, day: string): string =>
	`https://huggingface.co/api/models?author=${author}&sort=downloads&direction=-1&limit=100&expand[]=downloads#${day}`;

function listed(models: unknown): unknown {
	if (typeof models !== 'object' || models === null || Array.isArray(models)) return models;
	return Object.entries(models).map(([id, downloads]) => ({ id, downloads: downloads as unknown }));
}

/** The day on which a collector stored its list. */
function stored(value: unknown): string | null {
	const at = unwrapped(value, 'fetchedAt', 'date');
	return typeof at === 'string' ? at.slice(0, 10) : null;
}

function askedDay(body: Body): string {
	const day = z.iso.date().safeParse(body.url.split('#')[1]).data;
	if (day === undefined) throw new ShapeError(id, 'missing day', body.url);
	return day;
}
