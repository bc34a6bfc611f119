import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { layers } from './model.ts';

/** The test of one claim: a query that gives a row a reading, in order, with its header. */
export type ClaimQuery = {
	claim_id: string;
	/** What is measured, in a sentence. */
	sentence: string;
	/** Basis, and why the tolerance is what it is. */
	choices: string[];
	query: string;
	/** Models that it reads. */
	reads: string[];
	/** Those of them that no file makes. */
	missing: string[];
};

/** Every query of the folder `claims`, in order of name. Throws when a header lacks its sentence. */
export function claimQueriesOf(folder: string): ClaimQuery[] {
	return readdirSync(join(folder, 'claims'))
		.filter(file => file.endsWith('.sql'))
		.sort()
		.map(file => parseClaim(basename(file, '.sql'), readFileSync(join(folder, 'claims', file), 'utf8'), folder));
}

function parseClaim(claim_id: string, text: string, folder: string): ClaimQuery {
	const lines = text.trim().split('\n');
	const end = lines.findIndex(line => !line.startsWith('--'));
	const choices: string[] = [];
	let sentence = '';
	for (const line of lines.slice(0, end).map(line => line.replace(/^-- ?/, ''))) {
		if (line.startsWith('- ')) choices.push(line.slice(2).trim());
		else if (choices.length > 0) choices.push(`${choices.pop()} ${line.trim()}`);
		else sentence = `${sentence} ${line.trim()}`.trim();
	}
	if (!sentence) throw new Error(`claims/${claim_id}.sql: missing sentence`);
	const query = lines.slice(end).join('\n').replace(/;$/, '');
	const reads = [...new Set(query.replace(/--.*$/gm, '').match(/\b(mart|int|stg)_\w+__\w+/g) ?? [])].sort();
	const missing = reads.filter(
		name => !layers.some(layer => ['sql', 'ts'].some(ending => existsSync(join(folder, layer, `${name}.${ending}`)))),
	);
	return { claim_id, sentence, choices, query, reads, missing };
}
