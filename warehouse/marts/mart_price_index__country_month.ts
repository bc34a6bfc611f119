import { indexSeries, type IndexPoint, type IndexWeek } from '../methods/index-series.ts';
import { matchesOf } from '../methods/price-index.ts';
import { timeDummy, type Priced } from '../methods/time-dummy.ts';
import type { Method } from '../model.ts';

type Line = { month: string; model: string; component: string; country: string; usd_per_mtok: number };
type Feature = { model: string; capability: number; context_tokens: number };
type Row = Omit<IndexPoint, 'week'> & { week: string };

/** Items in common that a comparison needs (five models of three prices), and scored models that a month of the hedonic index needs. */
const items_needed = 15;
const models_needed = 20;
const window_months = 25;
const version = 'list-1';

/** Index of list prices, without quantities: Jevons, and a time-dummy hedonic index that sees entry. */
export const model = {
	sentence:
		"List price index at the end of a month for models of one country of origin or all: labs' own dollar lists, no quantities.",
	choices: [
		'An item is the headline input, output or cache-read price of a model; Jevons, so that every item counts alike. 15 items in common are needed.',
		'`chained` month on month, `direct` against the base, `rolling_geks` over 25 months with the mean splice on published.',
		'A matched index gives an entering model no effect. `time_dummy` sees entry: ln of the 3:1 blend on the Epoch Capabilities Index, ln of the context and months; it needs 20 scored models in every month and counts only these.',
		'Base: the first month of the run to the newest in which every month has enough items in common with the one before. A list price is what a lab asks, not what is paid.',
	],
	grain: ['country', 'formula', 'index_kind', 'month'],
	asserts: ['index > 0 or index is null', '(index is null) = (reason is not null)'],
	reads: {
		lines: `
			select month::varchar as month, model, component, country, usd_per_mtok from int_price_index__item_month
			order by month, model, component`,
		features:
			'select model, capability, context_tokens::double as context_tokens from int_price_index__model_feature order by model',
	},
	columns: {
		...{
			country: 'varchar',
			formula: 'varchar',
			index_kind: 'varchar',
			month: 'date',
			index: 'double',
			index_se_log: 'double',
		},
		...{ item_kind: 'varchar', reason: 'varchar', is_published: 'boolean', base_month: 'date', compared_with: 'date' },
		...{
			drift: 'double',
			members: 'integer',
			matched_members: 'integer',
			members_needed: 'integer',
			entries: 'integer',
		},
		...{ exits: 'integer', index_version: 'varchar' },
	},
	*rows({ lines = [], features = [] }) {
		const known = lines as unknown as Line[];
		const months = [...new Set(known.map(({ month }) => month))];
		for (const country of ['all', 'CN', 'US']) {
			const own = known.filter(one => country === 'all' || one.country === country);
			const periods = unbroken(
				months.map(month => {
					const items = own
						.filter(one => one.month === month)
						.map(one => ({ item: `${one.model} ${one.component}`, price: one.usd_per_mtok, quantity: 1 }));
					return { week: month, items, reason: null };
				}),
			);
			const base_month = periods.find(({ reason }) => reason === null)?.week ?? null;
			const facts = { country, base_month, members_needed: items_needed, index_version: version };
			for (const index_kind of ['direct', 'chained', 'rolling_geks'] as const) {
				for (const point of indexSeries(periods, 'jevons', index_kind, items_needed, window_months)) {
					const { week: month, matched_spend_share, ...rest }: Row = point;
					void matched_spend_share;
					const is_published = point.index !== null && index_kind === 'chained';
					yield { ...facts, formula: 'jevons', index_kind, month, item_kind: 'list_cell', ...rest, is_published };
				}
			}
			for (const row of hedonic(own, months, features as unknown as Feature[]))
				yield { ...facts, ...row, members_needed: models_needed };
		}
	},
} satisfies Method;

/** The series is the run of months to the newest in which each has enough items in common with the one before. */
function unbroken(periods: readonly IndexWeek[]): IndexWeek[] {
	const links = periods.map((one, place) => {
		const before = periods[place - 1];
		return before ? matchesOf(before.items, one.items).length : one.items.length;
	});
	const start = links.findLastIndex(items => items < items_needed);
	// the month of the broken link may be the base: it has items of its own
	const base = start < 0 ? 0 : periods[start]!.items.length >= items_needed ? start : start + 1;
	return periods.map((one, place) =>
		place >= base
			? one
			: { ...one, reason: `before ${items_needed} items in common with the month before, month by month` },
	);
}

/** The longest run of months to the newest in which enough scored models have a price; the months before carry the reason. */
function* hedonic(lines: readonly Line[], months: readonly string[], features: readonly Feature[]) {
	const known = new Map(features.map(one => [one.model, one]));
	const byMonth = months.map(month => ({
		month,
		priced: blendsOf(
			lines.filter(one => one.month === month),
			known,
			month,
		),
	}));
	const few = byMonth.findLastIndex(({ priced }) => priced.length < models_needed);
	const used = byMonth.slice(few + 1);
	const fit = used.length >= 2 ? timeDummy(used.flatMap(({ priced }) => priced)) : null;
	const index = new Map(fit?.index.map(one => [one.period, one]));
	for (const { month, priced } of byMonth) {
		const point = index.get(month);
		const lack = `${priced.length} scored models of ${models_needed} needed`;
		yield {
			...{
				formula: 'time_dummy',
				index_kind: 'direct',
				month,
				item_kind: 'model',
				members: priced.length,
				is_published: point !== undefined,
			},
			...{ index: point?.index ?? null, index_se_log: point?.se ?? null, base_month: used[0]?.month ?? null },
			reason: point
				? null
				: priced.length < models_needed
					? lack
					: 'not in a run of months to the newest with enough scored models',
		};
	}
}

function blendsOf(lines: readonly Line[], features: ReadonlyMap<string, Feature>, period: string): Priced[] {
	const models = new Map<string, Record<string, number>>();
	for (const { model: name, component, usd_per_mtok } of lines)
		models.set(name, { ...models.get(name), [component]: usd_per_mtok });
	return [...models].flatMap(([name, { input, output }]) => {
		const one = features.get(name);
		if (!one || input === undefined || output === undefined) return [];
		return [{ period, price: (3 * input + output) / 4, features: [one.capability, Math.log(one.context_tokens)] }];
	});
}
