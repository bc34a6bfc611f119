import { fileURLToPath } from 'node:url';
import { spokenOf } from '../chinese.ts';
import { claimQueriesOf } from '../claim.ts';
import { ruleOf } from '../methods/tolerance.ts';
import type { Method } from '../model.ts';

const queries = claimQueriesOf(fileURLToPath(new URL('..', import.meta.url)));
const built = queries.filter(query => query.missing.length === 0);

type Seed = { claim_id: string; number: string | null; tolerance: string | null };
type Found = { reading: string; measured: number | string | null; detail?: string | null; reason?: string | null };

/** What the query of each claim measures, by the ways to read the claim. */
export const model = {
	sentence: 'What is measured for one claim under one reading of it: a basis, a cell, a week, a pair.',
	choices: [
		'A query of `warehouse/claims/` gives the rows of its claim; `place` keeps their order.',
		'`measured` is in the unit of the claim, to twelve figures; where it is null the reason says which rows are not there.',
		'A query that names a mart which no file makes is not run: `is_built` is false.',
		'`reading_zh`, `detail_zh` and `reason_zh` say the same in simplified Chinese; null is not yet said.',
		'`is_within` says whether the reading is inside the tolerance of the claim.',
	],
	grain: ['claim_id', 'place'],
	asserts: ['(measured is null) = (reason is not null)', 'reading is not null'],
	reads: {
		claims: 'select claim_id, number, tolerance from seed.claims order by claim_id',
		...Object.fromEntries(built.map(({ claim_id, query }) => [`claim ${claim_id}`, query])),
	},
	columns: {
		claim_id: 'varchar',
		place: 'integer',
		reading: 'varchar',
		reading_zh: 'varchar',
		measured: 'double',
		is_within: 'boolean',
		detail: 'varchar',
		detail_zh: 'varchar',
		reason: 'varchar',
		reason_zh: 'varchar',
		marts: 'varchar',
		is_built: 'boolean',
	},
	*rows(inputs) {
		const known = new Map((inputs.claims as Seed[]).map(row => [row.claim_id, row]));
		for (const { claim_id, reads, missing } of queries) {
			const claim = known.get(claim_id);
			if (!claim) continue;
			const rule = claim.tolerance ? ruleOf(claim.tolerance, claim.number) : null;
			const marts = reads.join(' ');
			const empty = { claim_id, place: 1, measured: null, is_within: null, detail: null, marts };
			if (missing.length > 0) {
				const reason = `mart ${missing.join(' and ')} is not built yet`;
				yield inBoth({ ...empty, reading: 'none', reason, is_built: false });
				continue;
			}
			const found = (inputs[`claim ${claim_id}`] ?? []) as Found[];
			const absent = reads.length > 0 ? `no such row in ${reads.join(' or ')}` : 'no value';
			if (found.length === 0) yield inBoth({ ...empty, reading: 'none', reason: absent, is_built: true });
			for (const [at, { reading, measured, detail, reason }] of found.entries()) {
				const value = measured === null ? null : figureOf(Number(measured));
				const is_within = value === null || !rule ? null : rule.holds(value);
				const why = value === null ? (reason ?? absent) : null;
				const said = { reading, measured: value, is_within, detail, reason: why };
				yield inBoth({ claim_id, place: at + 1, ...said, marts, is_built: true });
			}
		}
	},
} satisfies Method;

/** Twelve figures: the last bits of a sum depend on its order. None for what is not a number. */
const figureOf = (x: number): number | null => (Number.isFinite(x) ? Number(x.toPrecision(12)) : null);

/** A row with its texts in Chinese too; null where one has no Chinese yet. */
const inBoth = <Row extends { reading: string; detail?: string | null; reason: string | null }>(row: Row) => ({
	...row,
	reading_zh: spoken(row.reading),
	detail_zh: spoken(row.detail),
	reason_zh: spoken(row.reason),
});

const spoken = (text: string | null | undefined): string | null => (text ? spokenOf(text) : null);
