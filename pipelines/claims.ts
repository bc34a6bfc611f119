import { query } from './query.ts';

/** The ledger of the published file: each claim with its verdict, what is measured and why, as a table or NDJSON. */
export async function claims(data: string, options: { json?: boolean }): Promise<string> {
	if (options.json) return query(data, 'from mart_claim__claim order by claim_id', 'ndjson');
	return query(data, 'select claim_id, verdict, measured, reason from mart_claim__claim order by claim_id', 'table');
}
