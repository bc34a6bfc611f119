import { z } from 'zod';
import { textOf, type Body } from '../body.ts';
import { addDays, spansOf } from '../day.ts';
import { decimalText } from '../decimal.ts';
import { ShapeError } from '../error.ts';
import { unwrapped } from '../envelope.ts';
import { jsonOf } from '../json.ts';
import type { Source, UsageInput } from '../source.ts';

const id = 'vercel-ai-gateway';
const firstDay = '2025-10-01';
const wantedDays = 30;

const Rows = z
	.array(
		z.object({
			date: z.iso.date().optional(),
			group: z.string().default('model'),
			name: z.string().min(1).max(300),
			metric: z.enum(['requests', 'spend', 'tokens']),
			modality: z.string().default('text'),
			share_percent: z.number().min(0).max(100),
		}),
	)
	.min(1);
/** The envelope as served has not been seen yet: rows under `data` or `rows`, or bare. */
const Envelope = z.preprocess(
	value => ({ rows: unwrapped(value, 'data', 'rows'), date: dateOf(value) }),
	z.object({ rows: Rows, date: z.iso.date().optional() }),
);

/** Shares of requests, spend and tokens by model on the Vercel AI Gateway, a day at a time: shares, never counts. */
export const source = {
	id,
	title: 'Vercel AI Gateway leaderboard',
	kind: 'usage',
	lineage: 'aggregator',
	homepage: 'https://vercel.com/ai-gateway/leaderboards',
	terms: {
		licence: 'CC BY 4.0',
		attribution: 'Source: Vercel AI Gateway leaderboard, {as_of}, CC BY 4.0.',
		redistribute: true,
	},
	cadence: 'weekly',
	// past days stay as they are: each is asked once
	requests({ today, since, until = today, has }) {
		const yesterday = addDays(today, -1);
		const from = since ?? addDays(today, -wantedDays);
		return spansOf(from < firstDay ? firstDay : from, until < yesterday ? until : yesterday, 1)
			.map(({ from: day }) => ({
				url: `https://vercel.com/api/ai/leaderboard-export?dataset=models&modality=text&from=${day}&to=${day}`,
				observed: { on: day, basis: 'content' as const, quality: 'exact' as const },
			}))
			.filter(({ url }) => !has(url));
	},
	read(body) {
		const envelope = jsonOf(id, Envelope, body);
		return envelope.rows
			.filter(({ group, modality }) => group === 'model' && modality === 'text')
			.map(({ date, name, metric, share_percent }) => ({
				record: 'usage' as const,
				day: date ?? envelope.date ?? askedDay(body),
				period: 'day' as const,
				subject: name === 'Other' ? ('other' as const) : ('model' as const),
				name,
				metric,
				amount: decimalText(share_percent),
				unit: 'percent' as const,
			}));
	},
} satisfies Source<UsageInput>;

function dateOf(envelope: unknown): unknown {
	const date = unwrapped(envelope, 'date');
	return date === envelope ? undefined : date;
}

/** Where the rows carry no day, it is the one that was asked for. */
function askedDay(body: Body): string {
	const asked = /[?&]from=(\d{4}-\d\d-\d\d)&to=\1(&|$)/.exec(body.url);
	if (!asked?.[1]) throw new ShapeError(id, 'missing date', textOf(body));
	return asked[1];
}
