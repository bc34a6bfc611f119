import { compare, reasonOf, type Statement } from '../methods/agreement.ts';
import { isOne, recencyWeight, robustZ, spreadOf } from '../methods/consensus.ts';
import type { Method } from '../model.ts';

type Read = Statement &
	Record<'model' | 'channel' | 'currency' | 'charges' | 'cell' | 'from_day' | 'provider' | 'source_model', string>;

/** Each source's word on a cell against what the others say of it, by the rules of `methods/agreement.ts`. */
export const model = {
	sentence:
		'What one source says of one cell of one sheet between two days of change, against the consensus of the sources, and why it differs.',
	choices: [
		"Consensus: the lab's own page where it was seen within 7 days, else what two or more sources say and most, else the median, which is disputed.",
		'Sources that were late, second and moving names and amounts of another cell have no vote.',
		'Where two prices stand against each other, each is likened to the other; else to the consensus.',
	],
	grain: ['model', 'channel', 'currency', 'charges', 'cell', 'from_day', 'source', 'provider', 'source_model'],
	asserts: [
		"reason in ('rounding', 'unit', 'currency', 'alias', 'stale', 'window', 'promotion', 'tier', 'batch', 'channel') or reason is null",
		"basis in ('lab', 'majority', 'late', 'median', 'single')",
	],
	reads: {
		statements: `
			select said.* exclude (natives, native, native_before, next_native, until_day),
				list_transform(natives, lambda amount : amount::double) as natives, native::double as native, native_before::double as native_before,
				next_native::double as next_native, least(said.until_day, built_on)::varchar as until_day,
				greatest(0, least(said.to_day, built_on) - said.last_seen_on)::integer as age_days, twin.twin,
				said.channel in ('lab-direct', 'lab-cn') as is_own_list, said.channel = 'aggregator' as is_router,
				if(is_own_list, fx.cny_per_usd::double, null) as cny_per_usd,
			from int_agreement__interval as said
			cross join (select max(built_on) as built_on from raw.build) as build
			left join int_agreement__twin as twin
				using (model, channel, currency, charges, cell, from_day, source, provider, source_model)
			left join int_fx__day as fx on fx.day = said.from_day
			order by said.model, said.channel, said.currency, said.charges, said.cell, said.from_day, said.source, said.provider, said.source_model`,
	},
	columns: {
		model: 'varchar',
		channel: 'varchar',
		currency: 'varchar',
		charges: 'varchar',
		cell: 'varchar',
		from_day: 'date',
		source: 'varchar',
		provider: 'varchar',
		source_model: 'varchar',
		consensus: 'double',
		basis: 'varchar',
		is_agreeing: 'boolean',
		reason: 'varchar',
		reads_as: 'varchar',
		log_deviation: 'double',
		log_mad: 'double',
		robust_z: 'double',
		disagreement: 'double',
		age_days: 'integer',
		recency_weight: 'double',
	},
	*rows({ statements = [] }) {
		const groups = groupsOf(statements as unknown as Read[]);
		const compared = groups.map(group => ({ group, ...compare(group) }));
		const meters = new Map<string, Set<string>>();
		for (const { group, verdicts } of compared) {
			for (const [place, one] of group.entries()) {
				const key = likeness(one, verdicts[place]?.name);
				meters.set(key, (meters.get(key) ?? new Set()).add(one.meter));
			}
		}
		const firsts = firstDays(groups);
		for (const { group, consensus, basis, against, verdicts } of compared) {
			const heard = group.filter(({ has_voice }) => has_voice);
			const spread = spreadOf((heard.length > 0 ? heard : group).map(({ native }) => native));
			for (const [place, one] of group.entries()) {
				const verdict = verdicts[place] ?? null;
				const log_deviation = Math.log(one.native / spread.median);
				const first = firsts.get(cellOf(one)) ?? [];
				const is_older = olderThan(first, one.native, against[place]!);
				const reason = reasonOf(one, against[place]!, {
					verdict,
					meters: meters.get(likeness(one, verdict?.name))?.size ?? 0,
					is_older,
					is_disputed: basis === 'median',
				});
				const { model, channel, currency, charges, cell, from_day, source, provider, source_model, age_days } = one;
				yield {
					...{
						model,
						channel,
						currency,
						charges,
						cell,
						from_day,
						source,
						provider,
						source_model,
						consensus,
						basis,
						reason,
						age_days,
					},
					is_agreeing: isOne(one.native, consensus),
					reads_as: verdict?.name ?? null,
					log_deviation,
					log_mad: spread.log_mad,
					robust_z: robustZ(log_deviation, spread.log_mad),
					disagreement: spread.disagreement,
					recency_weight: recencyWeight(age_days),
				};
			}
		}
	},
} satisfies Method;

const cellOf = ({ model, channel, currency, charges, cell }: Read): string =>
	[model, channel, currency, charges, cell].join('\n');
const likeness = (one: Read, name?: string): string =>
	[one.source, one.provider, one.source_model, one.channel, one.currency, one.spell_from_day, name].join('\n');

/** Statements of one cell between the same two days; they come in that order. */
function groupsOf(statements: Read[]): Read[][] {
	const groups = new Map<string, Read[]>();
	for (const one of statements) {
		const key = `${cellOf(one)}\n${one.from_day}`;
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return [...groups.values()];
}

type First = { native: number; day: string };

/** The first day of each amount of a cell, in any source. */
function firstDays(groups: Read[][]): Map<string, First[]> {
	const cells = new Map<string, Map<number, string>>();
	for (const one of groups.flat()) {
		const days = cells.get(cellOf(one)) ?? new Map<number, string>();
		cells.set(cellOf(one), days);
		const known = days.get(one.native);
		if (known === undefined || one.spell_from_day < known) days.set(one.native, one.spell_from_day);
	}
	return new Map([...cells].map(([cell, days]) => [cell, [...days].map(([native, day]) => ({ native, day }))]));
}

function olderThan(firsts: First[], amount: number, other: number): boolean {
	const firstOf = (price: number): string =>
		firsts
			.filter(({ native }) => isOne(native, price))
			.map(({ day }) => day)
			.sort()[0] ?? '9999';
	return firstOf(amount) < firstOf(other);
}
