import { powerUsdPerMtok, shareOfGap } from '../methods/energy.ts';
import type { Method } from '../model.ts';

/** Overhead of a data centre, and the band of tariffs published for large users (methods.md 9). */
const pue = 1.2;
const usd_per_kwh = { low: 0.03, high: 0.08 };
/** The widest tariff advantage that published figures allow, either way. */
const tariff_gap_usd_per_kwh = 0.04;

/** What electricity can explain of a price, by `methods/energy.ts`: a bound with its inputs, never a ranking. */
export const model = {
	sentence: 'Bounds of the power cost of a million output tokens of one model, as a share of its list price.',
	choices: [
		'Joules a token are published for a few open models only: the lowest and the highest of efficient serving stand for all (`energy_per_token.csv`).',
		'Power price 0.03 to 0.08 USD/kWh and overhead 1.2: secondary, contradictory sources; a band, and no ground to rank countries (methods.md 9).',
		'`gap_share` is what a tariff 0.04 USD/kWh apart explains of the gap to the median output list price of the other country of the pair, at the highest joules.',
		'A cache read below the cheapest token’s electricity is priced as memory, not as compute: `is_cache_below_power`.',
	],
	grain: ['model'],
	asserts: ['low_usd_per_mtok <= high_usd_per_mtok', 'low_share > 0', '(gap_share is null) = (reason is not null)'],
	reads: {
		joules: `select min(joules_low::double) as low, max(joules_high::double) filter (setup <> 'small-batches') as high from seed.energy_per_token`,
		prices: `select *, output_usd_per_mtok::double as output, cache_read_usd_per_mtok::double as cache_read, from_day::varchar as day,
			last_seen_on::varchar as seen
			from mart_headline_price__model_spell qualify row_number() over (partition by model order by from_day desc) = 1 order by model`,
	},
	columns: {
		model: 'varchar',
		title: 'varchar',
		lab: 'varchar',
		country: 'varchar',
		output_usd_per_mtok: 'double',
		cache_read_usd_per_mtok: 'double',
		joules_low: 'double',
		joules_high: 'double',
		pue: 'double',
		low_usd_per_mtok: 'double',
		high_usd_per_mtok: 'double',
		low_share: 'double',
		high_share: 'double',
		gap_usd_per_mtok: 'double',
		gap_share: 'double',
		reason: 'varchar',
		is_cache_below_power: 'boolean',
		from_day: 'date',
		last_seen_on: 'date',
		source: 'varchar',
		snapshot: 'varchar',
	},
	*rows({ joules: energy = [], prices = [] }) {
		const { low, high } = energy[0] as { low: number | null; high: number | null };
		if (low === null || high === null) return;
		const listed = prices as (Record<string, unknown> & {
			country: string;
			output: number;
			cache_read: number | null;
		})[];
		const power = {
			low: powerUsdPerMtok({ joules_per_token: low, pue, usd_per_kwh: usd_per_kwh.low }),
			high: powerUsdPerMtok({ joules_per_token: high, pue, usd_per_kwh: usd_per_kwh.high }),
		};
		const floor = powerUsdPerMtok({ joules_per_token: low, pue, usd_per_kwh: usd_per_kwh.high });
		const medians = new Map(
			['CN', 'US'].map(country => [country, medianOf(listed.filter(row => row.country === country))]),
		);
		for (const row of listed) {
			const { model, title, lab, country, output, cache_read, source, snapshot } = row;
			const other = medians.get(country === 'CN' ? 'US' : 'CN') ?? null;
			const is_pair = country === 'CN' || country === 'US';
			const gap = is_pair && other !== null ? Math.abs(other - output) : null;
			const reason = !is_pair
				? 'neither Chinese nor US'
				: gap === null || gap === 0
					? 'no price to compare with'
					: null;
			yield {
				...{ model, title, lab, country, source, snapshot, pue, reason },
				output_usd_per_mtok: output,
				cache_read_usd_per_mtok: cache_read,
				joules_low: low,
				joules_high: high,
				low_usd_per_mtok: power.low,
				high_usd_per_mtok: power.high,
				low_share: power.low / output,
				high_share: power.high / output,
				gap_usd_per_mtok: gap,
				gap_share:
					reason === null
						? shareOfGap({ joules_per_token: high, pue, usd_per_kwh: tariff_gap_usd_per_kwh }, gap!)
						: null,
				is_cache_below_power: cache_read === null ? null : cache_read > 0 && cache_read < floor,
				from_day: row['day'],
				last_seen_on: row['seen'],
			};
		}
	},
} satisfies Method;

function medianOf(rows: { output: number }[]): number | null {
	const sorted = rows.map(({ output }) => output).sort((a, b) => a - b);
	if (sorted.length === 0) return null;
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
