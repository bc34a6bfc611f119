import type { AnyRow } from './source.ts';

/** So many models are never answered alike to a thousandth. */
const least = 4;
const alike = 0.001;

/** A split of tokens into prompt and completion that is one share for every model was invented (sources.md 15, breakage 4). */
export function splitProblem(rows: readonly AnyRow[]): string | null {
	const periods = new Map<string, Map<string, { prompt?: number; completion?: number }>>();
	for (const row of rows) {
		if (row.record !== 'usage' || row.subject !== 'model') continue;
		if (row.metric !== 'prompt_tokens' && row.metric !== 'completion_tokens') continue;
		const key = `${row.period} ${row.day}`;
		const models = periods.get(key) ?? new Map<string, { prompt?: number; completion?: number }>();
		periods.set(key, models);
		const split = models.get(row.name) ?? {};
		split[row.metric === 'prompt_tokens' ? 'prompt' : 'completion'] = Number(row.amount);
		models.set(row.name, split);
	}
	for (const [period, models] of periods) {
		const shares = [...models.values()].flatMap(({ prompt, completion }) =>
			prompt !== undefined && completion !== undefined && prompt + completion > 0
				? [prompt / (prompt + completion)]
				: [],
		);
		if (shares.length < least || Math.max(...shares) - Math.min(...shares) > alike) continue;
		return `split: prompt is ${shares[0]?.toFixed(2)} of all ${shares.length} models of ${period}`;
	}
	return null;
}
