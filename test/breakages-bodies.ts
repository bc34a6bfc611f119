import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStore } from '../pipelines/rows.ts';
import { openStore, type Store } from '../pipelines/store.ts';
import { discover, type Found } from '../scrapers/discover.ts';
import { madeSource } from './made-source.ts';

// Bodies made up like the ones that broke (sources.md 15), and what the store, the readers and the guards make of them.

export const scratch = mkdtempSync(join(tmpdir(), 'tokens-breakages-'));
const sources = new Map((await discover()).map(source => [source.id, source]));
export const found = (id: string): Found => sources.get(id)!;
export const day = (place: number): string => new Date(Date.UTC(2026, 0, place)).toISOString().slice(0, 10);
export const urls: Record<string, string> = {
	'openrouter-models': 'https://openrouter.ai/api/v1/models',
	'openrouter-rankings-daily': 'https://openrouter.ai/api/v1/datasets/rankings-daily',
	'openrouter-rankings-page': 'https://openrouter.ai/rankings',
};

/** One body a day of one source, the last of them on the 30th. */
export function keep(store: Store, source: string, bodies: unknown[]): void {
	for (const [place, body] of bodies.entries()) {
		store.keep(
			{
				source,
				url: urls[source] ?? `https://${source}.example.com/`,
				fetched_at: `${day(31 - bodies.length + place)}T04:00:00.000Z`,
				media_type: '',
				http_status: 200,
				observed: null,
				reason: null,
			},
			new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
		);
	}
}

/** What becomes of the bodies of one source, one after the other: `good`, or the reason why it is held. */
export async function judged(source: Found, ...bodies: unknown[]): Promise<string[]> {
	const home = mkdtempSync(join(scratch, 'home-'));
	const store = openStore(home);
	keep(store, source.id, bodies);
	const { looks } = await readStore({ store, sources: [source], home, decisions: new Map() });
	return looks.map(({ state, reason }) => (state === 'good' ? state : `${state}: ${reason}`));
}

/** A body of the daily ranking: 20 days up to the 29th, tokens of each model as stated. */
export const ranking = (of: (place: number) => Record<string, number>) => ({
	data: Array.from({ length: 20 }, (_, place) =>
		Object.entries(of(place)).map(([model_permaslug, total]) => ({
			date: day(10 + place),
			model_permaslug,
			total_tokens: String(total),
		})),
	).flat(),
	meta: { as_of: `${day(30)}T00:00:00Z` },
});
export const steady = (): Record<string, number> => ({ 'acme/rocket': 3e11, 'baidian/ox': 2e11, other: 1e11 });

/** A body of the router's list: `count` models of 3 and 15 dollars, and those stated besides. */
export const list = (count: number, more: Record<string, [string, string]> = {}) => ({
	data: [
		...Array.from({ length: count }, (_, n) => [`acme/m-${n}`, ['0.000003', '0.000015']] as const),
		...Object.entries(more),
	].map(([id, [prompt, completion]]) => ({
		id,
		name: id,
		canonical_slug: id,
		context_length: 1000,
		pricing: { prompt, completion },
	})),
});
export const kimi = 'moonshotai/kimi-k3';

export type Split = { model: string; prompt: number; completion: number };
/** Prompt and completion of models over one day, as analytics state them. */
export const splits = {
	...madeSource('splits'),
	kind: 'usage',
	read: ({ bytes }) =>
		(JSON.parse(new TextDecoder().decode(bytes)) as Split[]).flatMap(({ model, prompt, completion }) =>
			(['prompt_tokens', 'completion_tokens'] as const).map(metric => ({
				record: 'usage' as const,
				day: '2026-01-20',
				period: 'day' as const,
				subject: 'model' as const,
				name: model,
				metric,
				amount: String(metric === 'prompt_tokens' ? prompt : completion),
				unit: 'tokens' as const,
			})),
		),
} satisfies Found;

export const index = {
	...madeSource('index'),
	kind: 'score',
	read: ({ bytes }) =>
		(JSON.parse(new TextDecoder().decode(bytes)) as number[]).map((score, n) => ({
			record: 'score' as const,
			benchmark: 'made-index',
			model: `m-${n}`,
			score: String(score),
			unit: 'points' as const,
			scored_on: '2026-01-20',
		})),
} satisfies Found;

export const chart = (bars: { x: string; ys: Record<string, number> }[]) =>
	`<!DOCTYPE html><html><body><script>self.__next_f.push([1,${JSON.stringify(`7:["$","$L1",null,{"data":${JSON.stringify(bars)}}]\n`)}])</script></body></html>`;
export const bars = (first: string, ...tokens: number[]) =>
	tokens.map((amount, n) => ({
		x: new Date(Date.parse(first) + n * 7 * 86_400_000).toISOString().slice(0, 10),
		ys: { 'acme/rocket': amount },
	}));
