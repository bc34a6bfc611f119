import { bennet, entryAndExit, groupsOf, moveOf, type Bought } from '../methods/decomposition.ts';
import type { Method } from '../model.ts';

type Line = Bought & { week: string; country: string };
type Week = { week: string; reason: string | null };

/** Every move of the average price paid, from one week with prices of its own to the next, parted exactly. */
export const model = {
	sentence:
		'Move of the average price paid for tokens of one country of origin or all, from one week to the next, parted into price, mix and quality.',
	choices: [
		'`price`: the same component of the same model. `mix`: a model is used with more or less input, cached input, output. `quality`: dearer or cheaper models than the average are bought: `shift` among those that stay, `entry`, `exit`. It is what buyers chose, not a score.',
		'The parts add up to the move: `residual` holds moves of imputed cache prices and rounding.',
		'Twice more, each adding up to the move: by models at the weights of the week before (Foster, Haltiwanger and Krizan: `kept`, `shifted`, `cross`, `entered`, `left`, imputed prices among them), and for all labs by country (Bennet: `inside_countries`, `between_countries`).',
		'Only weeks whose prices are their own, as in the price index. Free models are left out.',
		'Basis: the ten largest models of the week, implied spend at router headline prices.',
	],
	grain: ['country', 'week'],
	asserts: [
		'abs(move_usd_per_mtok - price_usd_per_mtok - mix_usd_per_mtok - quality_usd_per_mtok - residual_usd_per_mtok) < 1e-9 or reason is not null',
		'(move_usd_per_mtok is null) = (reason is not null)',
		'abs(move_usd_per_mtok - kept_usd_per_mtok - shifted_usd_per_mtok - cross_usd_per_mtok - entered_usd_per_mtok - left_usd_per_mtok) < 1e-9 or reason is not null',
		"abs(move_usd_per_mtok - inside_countries_usd_per_mtok - between_countries_usd_per_mtok) < 1e-9 or reason is not null or country <> 'all'",
		"(inside_countries_usd_per_mtok is null) = (country <> 'all' or reason is not null)",
	],
	reads: {
		lines: `
			select week::varchar as week, country, slug as model, component, coalesce(usd_per_mtok, 0) as price, tokens::double / 1e6 as quantity,
				is_imputed,
			from int_price_index__item_week order by week, slug, component`,
		weeks: `
			select week::varchar as week, reason from mart_price_index__country_week
			where country = 'all' and formula = 'unit_value' order by week`,
	},
	columns: {
		...{
			country: 'varchar',
			week: 'date',
			compared_with: 'date',
			before_usd_per_mtok: 'double',
			after_usd_per_mtok: 'double',
		},
		...{
			move_usd_per_mtok: 'double',
			price_usd_per_mtok: 'double',
			mix_usd_per_mtok: 'double',
			quality_usd_per_mtok: 'double',
		},
		...{
			shift_usd_per_mtok: 'double',
			entry_usd_per_mtok: 'double',
			exit_usd_per_mtok: 'double',
			residual_usd_per_mtok: 'double',
		},
		...{
			kept_usd_per_mtok: 'double',
			shifted_usd_per_mtok: 'double',
			cross_usd_per_mtok: 'double',
			entered_usd_per_mtok: 'double',
			left_usd_per_mtok: 'double',
		},
		...{ inside_countries_usd_per_mtok: 'double', between_countries_usd_per_mtok: 'double' },
		...{ basis: 'varchar', reason: 'varchar' },
	},
	*rows({ lines = [], weeks = [] }) {
		for (const country of ['all', 'CN', 'US']) {
			const own = (lines as unknown as Line[]).filter(one => country === 'all' || one.country === country);
			const of = (week: string): Line[] => own.filter(one => one.week === week);
			let before: string | null = null;
			for (const { week, reason } of weeks as unknown as Week[]) {
				const compared_with: string | null = before;
				if (reason === null) before = week;
				const moved = reason === null && compared_with ? partsOf(of(compared_with), of(week), country) : null;
				const why = compared_with === null ? 'the first week: nothing to compare with' : 'a week without paid tokens';
				const basis = 'top10_models';
				yield { country, week, compared_with, basis, reason: reason ?? (moved ? null : why), ...named(moved) };
			}
		}
	},
} satisfies Method;

/** The parts of a move; null where a week has no tokens. */
function partsOf(before: readonly Line[], after: readonly Line[], country: string) {
	const move = moveOf(before, after);
	if (!move) return null;
	const { within, between, cross, entry, exit } = entryAndExit(groupsOf(before, after, one => one.model));
	const models = { kept: within, shifted: between, cross, entered: entry, left: exit };
	if (country !== 'all') return { ...move, ...models };
	const split = bennet(groupsOf(before, after, one => one.country));
	return { ...move, ...models, inside_countries: split.within, between_countries: split.between };
}

const named = (move: object | null): Record<string, number> =>
	Object.fromEntries(Object.entries(move ?? {}).map(([part, value]) => [`${part}_usd_per_mtok`, value as number]));
