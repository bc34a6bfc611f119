import { caveat, hedonic, unfit, type Hedonic, type PricedRun } from '../methods/hedonic.ts';
import type { Method } from '../model.ts';

type Read = PricedRun & { axis: string; basis: string; month: string };

const blank = {
	factor_per_year: null,
	low: null,
	high: null,
	r2: null,
	intercept: null,
	per_day: null,
	per_logit: null,
};

/** Pooled regressions of price on day and score, without and with a term for Chinese weights, by `methods/hedonic.ts`. */
export const model = {
	sentence:
		'Pooled rate of decline of one benchmark at the end of a month, and the price of Chinese models at equal day and score.',
	choices: [
		'ln(price) on the day and the logit of the score over all priced runs so far; `adjusted_` figures also hold Chinese weights apart.',
		'`china_ratio` belongs to this benchmark, basis and sample: it is no discount of China at large.',
		'A fit needs 12 runs, the term of China 5 runs on either side; without them `reason` and `china_reason` say so.',
		'An interval that holds 1 carries its caveat beside it. Months in which no run was added are left out.',
	],
	grain: ['axis', 'basis', 'month'],
	asserts: [
		'(factor_per_year is null) = (reason is not null)',
		'(china_ratio is null) = (china_reason is not null)',
		'china_ratio is null or (china_low <= china_ratio and china_ratio <= china_high)',
	],
	reads: {
		runs: `
			select axis, basis, date_diff('day', date '1970-01-01', day) as day, strftime(day, '%Y-%m') as month, score, price, is_chinese
			from int_hedonic__run
			order by axis, basis, day, printed_name`,
	},
	columns: {
		axis: 'varchar',
		basis: 'varchar',
		month: 'varchar',
		runs: 'integer',
		chinese_runs: 'integer',
		factor_per_year: 'double',
		factor_low: 'double',
		factor_high: 'double',
		r2: 'double',
		caveat: 'varchar',
		reason: 'varchar',
		adjusted_factor_per_year: 'double',
		adjusted_factor_low: 'double',
		adjusted_factor_high: 'double',
		adjusted_r2: 'double',
		adjusted_caveat: 'varchar',
		china_ratio: 'double',
		china_low: 'double',
		china_high: 'double',
		china_caveat: 'varchar',
		china_reason: 'varchar',
		intercept: 'double',
		per_day: 'double',
		per_logit: 'double',
	},
	*rows({ runs = [] }) {
		const groups = new Map<string, Read[]>();
		for (const one of runs.map(run => ({ ...run, day: Number(run.day) })) as unknown as Read[]) {
			const key = `${one.axis}\n${one.basis}`;
			groups.set(key, [...(groups.get(key) ?? []), one]);
		}
		for (const group of groups.values()) {
			const { axis, basis } = group[0]!;
			for (const month of [...new Set(group.map(one => one.month))]) {
				const sample = group.filter(one => one.month <= month);
				const reason = unfit(sample, { china: false });
				const china_reason = unfit(sample, { china: true });
				const plain: Hedonic | typeof blank = reason === null ? hedonic(sample, { china: false }) : blank;
				const adjusted = china_reason === null ? hedonic(sample, { china: true }) : null;
				yield {
					...{ axis, basis, month, reason, china_reason },
					runs: sample.length,
					chinese_runs: sample.filter(one => one.is_chinese).length,
					factor_per_year: plain.factor_per_year,
					factor_low: plain.low,
					factor_high: plain.high,
					r2: plain.r2,
					caveat: caveat(plain.low, plain.high, 'not distinguishable from no change'),
					intercept: plain.intercept,
					per_day: plain.per_day,
					per_logit: plain.per_logit,
					adjusted_factor_per_year: adjusted?.factor_per_year ?? null,
					adjusted_factor_low: adjusted?.low ?? null,
					adjusted_factor_high: adjusted?.high ?? null,
					adjusted_r2: adjusted?.r2 ?? null,
					adjusted_caveat: adjusted && caveat(adjusted.low, adjusted.high, 'not distinguishable from no change'),
					china_ratio: adjusted?.china_ratio ?? null,
					china_low: adjusted?.china_low ?? null,
					china_high: adjusted?.china_high ?? null,
					china_caveat:
						adjusted && caveat(adjusted.china_low, adjusted.china_high, 'not distinguishable from equal prices'),
				};
			}
		}
	},
} satisfies Method;
