import { z } from 'zod';
import { addDays, spansOf } from '../day.ts';
import { ShapeError } from '../error.ts';
import { jsonOf } from '../json.ts';
import type { Source, UsageInput } from '../source.ts';

const id = 'package-downloads';
/** Closed months asked for where no first day is wanted. */
const wantedMonths = 12;
/** No package was counted before, nor will be after. */
const firstDay = '2010-01-01';
const lastDay = '2099-12-31';

/** Client libraries and coding agents whose models or router they name. */
const packages = (
	'openai @anthropic-ai/sdk @google/genai ai @mistralai/mistralai groq-sdk together-ai cohere-ai ollama ' +
	'@openrouter/sdk @openrouter/ai-sdk-provider @ai-sdk/openai @ai-sdk/anthropic @ai-sdk/google @ai-sdk/xai ' +
	'@ai-sdk/deepseek @ai-sdk/moonshotai @ai-sdk/alibaba zhipu-ai-provider qwen-ai-provider ' +
	'@anthropic-ai/claude-code @openai/codex @google/gemini-cli @qwen-code/qwen-code opencode-ai'
).split(' ');

const Counts = z.object({
	package: z.string().min(1).max(300),
	start: z.iso.date(),
	end: z.iso.date(),
	downloads: z.array(z.object({ day: z.iso.date(), downloads: z.int().nonnegative() })).min(1),
});

/**
 * Downloads of packages by whole months, from a service whose address its user names: a weak proxy of use, as machines
 * that build download more than people who work. Days are counted in UTC; a day of 0 is one that was not counted, and a
 * month that has one, or lacks one, has no row.
 */
export const source = {
	id,
	title: 'Package downloads',
	kind: 'usage',
	lineage: 'aggregator',
	homepage: 'https://github.com/npm/registry/blob/main/docs/download-counts.md',
	terms: { licence: 'as stated by the service that its user names', redistribute: false },
	cadence: 'monthly',
	needs: { address: 'TOKENS_PACKAGE_DOWNLOADS_URL' },
	requests({ today, since, address, has }) {
		if (address === undefined) return [];
		const to = addDays(`${today.slice(0, 7)}-01`, -1);
		const from = since === undefined ? monthBefore(to, wantedMonths - 1) : `${since.slice(0, 7)}-01`;
		const base = address.replace(/\/+$/, '');
		return packages
			.map(name => ({ url: `${base}/${from}:${to}/${name}` }))
			.filter(({ url }) => from <= to && !has(url));
	},
	read(body) {
		const { package: name, start, end, downloads } = jsonOf(id, Counts, body);
		if (start > end || start < firstDay || end > lastDay) throw new ShapeError(id, 'invalid range', `${start}..${end}`);
		const counted = new Map<string, number>();
		for (const { day, downloads: count } of downloads) {
			if (day < start || day > end || counted.has(day)) throw new ShapeError(id, 'unexpected day', day);
			counted.set(day, count);
		}
		const months = new Set([...counted.keys()].map(day => day.slice(0, 7)));
		return [...months].sort().flatMap(month => {
			const counts = daysOf(month).map(day => counted.get(day) ?? 0);
			if (counts.includes(0)) return [];
			return [
				{
					record: 'usage' as const,
					day: `${month}-01`,
					period: 'month' as const,
					subject: 'package' as const,
					name,
					metric: 'downloads' as const,
					amount: String(counts.reduce((sum, count) => sum + BigInt(count), 0n)),
					unit: 'downloads' as const,
				},
			];
		});
	},
} satisfies Source<UsageInput>;

/** First day of the month so many months before that of a day. */
function monthBefore(day: string, months: number): string {
	const [year, month] = day.split('-').map(Number);
	return new Date(Date.UTC(year!, month! - 1 - months)).toISOString().slice(0, 10);
}

const daysOf = (month: string): string[] => {
	const first = `${month}-01`;
	const next = `${addDays(first, 31).slice(0, 7)}-01`;
	return spansOf(first, addDays(next, -1), 1).map(({ from }) => from);
};
