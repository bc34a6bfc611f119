import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { layers, parseModel } from './model.ts';

/** The test of one claim: a query that gives a row a reading, in order, with its header. */
export type ClaimQuery = {
	claim_id: string;
	/** What is measured, in a sentence. */
	sentence: string;
	/** Basis, and why the tolerance is what it is. */
	choices: string[];
	query: string;
	/** The query with the intermediate models that it shares with others written out: it runs on the published file. */
	alone: string;
	/** Models that it reads; marts where it reads them through a shared intermediate model. */
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
	const alone = writtenOut(query, folder);
	const reads = namesIn(alone).filter(name => !name.startsWith('int_claim__'));
	const missing = reads.filter(
		name => !layers.some(layer => ['sql', 'ts'].some(ending => existsSync(join(folder, layer, `${name}.${ending}`)))),
	);
	return { claim_id, sentence, choices, query, alone, reads, missing };
}

/** The models that a query names, each once, in order of name. */
const namesIn = (query: string): string[] =>
	[...new Set(query.replace(/--.*$/gm, '').match(/\b(mart|int|stg)_\w+__\w+/g) ?? [])].sort();

/** The models `int_claim__*` that a query reads as common tables before it, each after those that it reads itself. */
function writtenOut(query: string, folder: string): string {
	const parts = new Map<string, string>();
	const add = (text: string): void => {
		for (const name of namesIn(text)) {
			if (!name.startsWith('int_claim__') || parts.has(name)) continue;
			const shared = parseModel(
				name,
				'intermediate',
				readFileSync(join(folder, 'intermediate', `${name}.sql`), 'utf8'),
			);
			const body = shared.queries[''] ?? '';
			add(body);
			parts.set(name, `${name} as (\n${body}\n)`);
		}
	};
	add(query);
	if (parts.size === 0) return query;
	const own = /^with\s/i.test(query) ? query.replace(/^with\s+/i, ',\n\n') : `\n\n${query}`;
	return `with ${[...parts.values()].join(',\n\n')}${own}`;
}
