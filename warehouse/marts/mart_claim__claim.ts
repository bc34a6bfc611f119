import { fileURLToPath } from 'node:url';
import { chineseOf } from '../chinese.ts';
import { claimQueriesOf } from '../claim.ts';
import { ruleOf } from '../methods/tolerance.ts';
import { verdict, type Claimed, type Reading } from '../methods/verdict.ts';
import type { Method } from '../model.ts';

type Seed = Claimed &
	Record<'claim_id' | 'claim' | 'claim_zh' | 'measured_unit' | 'claim_date' | 'source_key' | 'basis', string>;
type Read = Reading & {
	claim_id: string;
	reason_zh: string | null;
	detail: string | null;
	marts: string;
	is_built: boolean;
};
type Known = { claim_id: string; verdict: string; day: string };

const queries = new Map(claimQueriesOf(fileURLToPath(new URL('..', import.meta.url))).map(one => [one.claim_id, one]));

/** The ledger: each claim with what is measured and the verdict of this build. */
export const model = {
	sentence: 'One published claim, what the marts measure for it, and the verdict of this build with its reason.',
	choices: [
		'Supported, partly or contradicted when all, some or none of the readings are within the tolerance.',
		'Unverifiable when no public series can decide it, and then without a number; open before the day of a prediction and while its rows are not there.',
		'Arithmetic is checked and said to be so: it is no test of its inputs.',
		'`measured` is the first reading, `measured_low` and `measured_high` the least and the largest; `verdict_since_day` is the day from which the verdict holds.',
		'Columns in `_zh` say the same in simplified Chinese; null is not yet said.',
		'`unit` is that of the claim, or of what is measured where the claim has no number.',
		'`accepts_from` and `accepts_to` are the tolerance in numbers; `query` gives the readings on the published file.',
	],
	grain: ['claim_id'],
	asserts: [
		"verdict in ('supported', 'partly', 'contradicted', 'unverifiable', 'open')",
		"reason <> ''",
		"verdict <> 'unverifiable' or measured is null",
		'measured_low <= measured_high or measured_low is null',
	],
	reads: {
		claims: 'select * from seed.claims order by claim_id',
		readings:
			'select claim_id, reading, reading_zh, measured, detail, reason, reason_zh, marts, is_built from mart_claim__reading order by claim_id, place',
		build: 'select built_on::varchar as built_on from raw.build',
		known:
			'select claim_id, verdict, built_at::date::varchar as day from raw.claim_verdict qualify row_number() over (partition by claim_id order by built_at desc) = 1',
	},
	columns: {
		claim_id: 'varchar',
		claim: 'varchar',
		claim_zh: 'varchar',
		claimed: 'varchar',
		unit: 'varchar',
		claim_date: 'varchar',
		due_day: 'date',
		status_class: 'varchar',
		tolerance: 'varchar',
		verdict: 'varchar',
		reason: 'varchar',
		reason_zh: 'varchar',
		measured: 'double',
		measured_low: 'double',
		measured_high: 'double',
		readings: 'integer',
		detail: 'varchar',
		verdict_since_day: 'date',
		marts: 'varchar',
		evidence: 'varchar',
		evidence_zh: 'varchar',
		measures: 'varchar',
		measures_zh: 'varchar',
		accepts_from: 'double',
		accepts_to: 'double',
		query: 'varchar',
		source_key: 'varchar',
	},
	*rows({ claims = [], readings = [], build = [], known = [] }) {
		const on = String(build[0]?.built_on);
		const byClaim = new Map<string, Read[]>();
		for (const row of readings as Read[]) byClaim.set(row.claim_id, [...(byClaim.get(row.claim_id) ?? []), row]);
		const before = new Map((known as Known[]).map(row => [row.claim_id, row]));
		for (const claim of claims as Seed[]) {
			const unit = claim.unit ?? claim.measured_unit;
			const own = byClaim.get(claim.claim_id) ?? [];
			const isBuilt = own.every(row => row.is_built);
			const judged = isBuilt
				? verdict({ ...claim, unit, reason_zh: spoken(claim.reason) }, own, on)
				: {
						verdict: 'open',
						reason: own.map(row => row.reason).join('; '),
						reason_zh: own.map(row => row.reason_zh).join('；'),
					};
			const values = judged.verdict === 'unverifiable' ? [] : own.flatMap(row => row.measured ?? []);
			const last = before.get(claim.claim_id);
			const query = queries.get(claim.claim_id);
			const rule = query && claim.tolerance ? ruleOf(claim.tolerance, claim.number) : null;
			const { claim_id, claim: said, claim_zh, number: claimed, claim_date, status_class, tolerance } = claim;
			yield {
				...{ claim_id, claim: said, claim_zh, claimed, unit, claim_date, status_class, tolerance },
				due_day: claim.due,
				...judged,
				measured: values[0] ?? null,
				measured_low: values.length > 0 ? Math.min(...values) : null,
				measured_high: values.length > 0 ? Math.max(...values) : null,
				readings: values.length,
				detail: own.find(row => row.detail)?.detail ?? null,
				verdict_since_day: last?.verdict === judged.verdict ? last.day : on,
				marts: own[0]?.marts ?? null,
				evidence: claim.basis,
				evidence_zh: spoken(claim.basis),
				measures: query?.sentence ?? null,
				measures_zh: spoken(query?.sentence ?? null),
				accepts_from: rule?.from ?? null,
				accepts_to: rule?.to ?? null,
				query: query?.alone ?? null,
				source_key: claim.source_key,
			};
		}
	},
} satisfies Method;

const spoken = (text: string | null): string | null => (text === null ? null : chineseOf(text));
