import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export const layers = ['staging', 'intermediate', 'marts'] as const;
export type Layer = (typeof layers)[number];

/** What the header of a model says, with its query. */
export type Model = {
	name: string;
	layer: Layer;
	/** What one row is, in a sentence. */
	sentence: string;
	/** The editorial choices. */
	choices: string[];
	/** Columns that name a row; audited to be unique and not null. */
	grain: string[];
	/** Conditions that every row must meet. */
	asserts: string[];
	view: boolean;
	/** Sources that stand behind the rows, where the rows cannot say: seeds and names. */
	sources?: string[];
	/** Extra queries the model is made of, for a method; one query for a SQL model. */
	queries: Record<string, string>;
	method?: Method;
};

/**
 * A model that SQL cannot say plainly: queries in, rows out, pure. `columns` gives names and DuckDB types of the rows.
 */
export type Method = {
	sentence: string;
	choices: string[];
	grain: string[];
	asserts?: string[];
	sources?: string[];
	reads: Record<string, string>;
	columns: Record<string, string>;
	rows(inputs: Record<string, Record<string, unknown>[]>): Iterable<Record<string, unknown>>;
};

const law = /^(stg|int|mart)_[a-z0-9]+(_[a-z0-9]+)*__[a-z0-9]+(_[a-z0-9]+)*$/;
const prefixes: Record<Layer, string> = { staging: 'stg', intermediate: 'int', marts: 'mart' };

/** Every model of a warehouse folder, in order of name. */
export async function modelsOf(folder: string): Promise<Model[]> {
	const models: Model[] = [];
	for (const layer of layers) {
		for (const file of readdirSync(join(folder, layer)).sort()) {
			const name = basename(file).replace(/\.(sql|ts)$/, '');
			if (!law.test(name) || !name.startsWith(`${prefixes[layer]}_`)) {
				throw new Error(`${layer}/${file}: invalid name: ${name}`);
			}
			if (file.endsWith('.sql')) models.push(parseModel(name, layer, readFileSync(join(folder, layer, file), 'utf8')));
			else models.push(methodModel(name, layer, await import(join(folder, layer, file))));
		}
	}
	return models;
}

/** The header and query of a SQL model. Throws when the header lacks its sentence or grain. */
export function parseModel(name: string, layer: Layer, text: string): Model {
	const lines = text.split('\n');
	const end = lines.findIndex(line => !line.startsWith('--'));
	const header = lines.slice(0, end).map(line => line.replace(/^-- ?/, ''));
	const query = lines.slice(end).join('\n').trim().replace(/;$/, '');
	const model: Model = {
		name,
		layer,
		sentence: '',
		choices: [],
		grain: [],
		asserts: [],
		view: false,
		queries: { '': query },
	};
	let last: 'sentence' | 'choice' | '' = 'sentence';
	for (const line of header) {
		const said = /^(grain|assert|materialized|sources):\s*(.+)$/.exec(line);
		if (said) {
			const [, word, value = ''] = said;
			if (word === 'grain') model.grain = value.split(',').map(column => column.trim());
			else if (word === 'assert') model.asserts.push(value.trim());
			else if (word === 'sources')
				model.sources = value.trim() === 'none' ? [] : value.split(',').map(source => source.trim());
			else model.view = value.trim() === 'view';
			last = '';
		} else if (line.startsWith('- ')) {
			model.choices.push(line.slice(2).trim());
			last = 'choice';
		} else if (last === 'choice') model.choices.push(`${model.choices.pop()} ${line.trim()}`);
		else if (last === 'sentence') model.sentence = `${model.sentence} ${line.trim()}`.trim();
	}
	if (!model.sentence) throw new Error(`${name}: missing sentence in the header`);
	if (model.grain.length === 0) throw new Error(`${name}: missing grain in the header`);
	return model;
}

function methodModel(name: string, layer: Layer, module: { model?: Method }): Model {
	const method = module.model;
	if (!method) throw new Error(`${name}: missing export: model`);
	const { sentence, choices, grain, asserts = [], sources, reads } = method;
	return { name, layer, sentence, choices, grain, asserts, view: false, sources, queries: reads, method };
}
