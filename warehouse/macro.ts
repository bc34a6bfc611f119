import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A question with parameters, kept in the published DuckDB file as a table macro. */
export type Macro = {
	name: string;
	/** What it answers, in a sentence. */
	sentence: string;
	choices: string[];
	/** As written: `(day, known_by := 'infinity')`. */
	parameters: string;
	/** A query that runs on the published file. */
	example: string;
	body: string;
};

/** Every macro of the folder `macros`, in order of name. Throws when a header lacks its sentence or example. */
export function macrosOf(folder: string): Macro[] {
	return readdirSync(join(folder, 'macros'))
		.sort()
		.map(file => parseMacro(basename(file, '.sql'), readFileSync(join(folder, 'macros', file), 'utf8')));
}

/**
 * The statement that makes it, in the schema in use: one variant for each number of arguments, as DuckDB before 1.3 refuses
 * a named default that is given by its place. A parameter with a default is put into the text of the shorter variants, so
 * its name must stand for nothing else there.
 */
export function createMacro({ name, parameters, body }: Macro): string {
	const written = body.slice(parameters.length);
	const all = parameters.slice(1, -1).split(/\s*,\s*/);
	const [required, optional] = [all.filter(one => !one.includes(':=')), all.filter(one => one.includes(':='))];
	const defaults = optional.map(one => one.split(/\s*:=\s*/) as [string, string]);
	const variants = [...defaults.keys(), defaults.length].map(given => {
		const arguments_ = [...required, ...defaults.slice(0, given).map(([parameter]) => parameter)];
		const text = defaults
			.slice(given)
			.reduce(
				(left, [parameter, value]) => left.replace(new RegExp(`(?<![\\w.])${parameter}\\b`, 'g'), value),
				written,
			);
		return `(${arguments_.join(', ')})${text}`;
	});
	return `create macro ${name}${variants.join(',\n')}`;
}

export function parseMacro(name: string, text: string): Macro {
	const lines = text.trim().split('\n');
	const end = lines.findIndex(line => !line.startsWith('--'));
	const header = lines.slice(0, end).map(line => line.replace(/^-- ?/, ''));
	const body = lines.slice(end).join('\n');
	const macro: Macro = { name, sentence: '', choices: [], parameters: '', example: '', body };
	for (const line of header) {
		if (line.startsWith('example: ')) macro.example = line.slice('example: '.length).trim();
		else if (line.startsWith('- ')) macro.choices.push(line.slice(2).trim());
		else if (macro.choices.length > 0) macro.choices.push(`${macro.choices.pop()} ${line.trim()}`);
		else macro.sentence = `${macro.sentence} ${line.trim()}`.trim();
	}
	macro.parameters = /^\(.*?\)(?= as table)/.exec(body)?.[0] ?? '';
	for (const part of ['sentence', 'parameters', 'example'] as const) {
		if (!macro[part]) throw new Error(`macros/${name}.sql: missing ${part}`);
	}
	return macro;
}
