import { z } from 'zod';
import { addDays, spansOf } from '../day.ts';
import { unwrapped } from '../envelope.ts';
import { jsonOf } from '../json.ts';
import { DecimalText, type Source, type UsageInput } from '../source.ts';

const id = 'openrouter-rankings-daily';
const firstDay = '2025-01-01';
/** The service takes 366 days at most and asks for fewer. */
const spanDays = 200;
const wantedDays = 30;

const Rows = z.array(
	z.object({
		date: z.iso.date(),
		model_permaslug: z.string().min(1).max(300),
		total_tokens: DecimalText.refine(text => !text.startsWith('-'), 'expected a count'),
	}),
);
/** As served, and as a collector stored a day of it, whose vintage is then the day it was fetched. */
const Envelope = z.preprocess(
	value => ({
		rows: unwrapped(value, 'data', 'rows'),
		as_of: unwrapped(unwrapped(value, 'meta'), 'as_of', 'fetched_at'),
	}),
	z.object({ rows: Rows, as_of: z.string().min(1).max(40) }),
);

/** Tokens a day of the 50 largest models on OpenRouter, and of all others together; prompt and completion added up. */
export const source = {
	id,
	title: 'OpenRouter rankings, daily',
	kind: 'usage',
	lineage: 'aggregator',
	homepage: 'https://openrouter.ai/rankings',
	terms: {
		licence: 'CC BY 4.0',
		attribution: 'Source: OpenRouter (openrouter.ai/rankings), as of {as_of}. Licensed under CC BY 4.0.',
		redistribute: true,
	},
	cadence: 'daily',
	needs: { key: 'OPENROUTER_API_KEY' },
	manners: { interval_ms: 2_500 },
	requests({ today, since, until = today }) {
		const yesterday = addDays(today, -1);
		const lastDay = until < yesterday ? until : yesterday;
		const from = since ?? addDays(today, -wantedDays);
		return spansOf(from < firstDay ? firstDay : from, lastDay, spanDays).map(span => ({
			url: `https://openrouter.ai/api/v1/datasets/rankings-daily?start_date=${span.from}&end_date=${span.to}`,
			bearer: true,
		}));
	},
	read(body) {
		const { rows, as_of } = jsonOf(id, Envelope, body);
		return rows.map(({ date, model_permaslug, total_tokens }) => ({
			record: 'usage' as const,
			day: date,
			period: 'day' as const,
			subject: model_permaslug === 'other' ? ('other' as const) : ('model' as const),
			name: model_permaslug,
			metric: 'tokens' as const,
			amount: total_tokens,
			unit: 'tokens' as const,
			as_of,
		}));
	},
} satisfies Source<UsageInput>;
