import { ShapeError } from './error.ts';
import { tomlOf } from './toml.ts';

type Table = Record<string, unknown>;
type Files = ReadonlyMap<string, Uint8Array>;

/** One model at one provider. `entry` is read when it is asked for, and throws `ShapeError` for a file that cannot be. */
export type Place = { where: string; provider: string; model: string; readonly entry: unknown };

const provider_file = /^providers\/([^/]+)\/provider\.toml$/;
const model_file = /^providers\/([^/]+)\/models\/(.+)\.toml$/;
/** A chain of models that inherit from each other is never longer. */
const deepest = 8;

/**
 * The repository of models.dev (anomalyco/models.dev: packages/core/src/generate.ts, seen 2026-11) as its site shows it:
 * one TOML file a model, named by its path, in the order of names. A file inherits from `models/<base_model>.toml`, or,
 * until spring 2026, from another provider's model by `[extends]`. Throws `ShapeError` where no provider is found.
 */
export function placesOf(source: string, files: Files): Place[] {
	const providers = new Set([...files.keys()].flatMap(path => provider_file.exec(path)?.[1] ?? []));
	if (providers.size === 0) throw new ShapeError(source, 'expected at least one provider.toml', `${files.size} files`);
	const places: Place[] = [];
	for (const path of files.keys()) {
		const [, provider, model] = model_file.exec(path) ?? [];
		if (provider === undefined || model === undefined || !providers.has(provider)) continue;
		places.push({
			where: `${provider}.${model}`,
			provider,
			model,
			get entry() {
				return inherited(source, files, path, 0);
			},
		});
	}
	return places.sort((a, b) => compare(a.provider, b.provider) || compare(a.model, b.model));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A file with what it inherits: tables are merged, all else is replaced, and what it omits is taken out again. */
function inherited(source: string, files: Files, path: string, depth: number): Table {
	const bytes = files.get(path);
	if (bytes === undefined) throw new ShapeError(source, 'missing file to inherit from', path);
	if (depth > deepest) throw new ShapeError(source, 'inherits without end', path);
	const { base_model, base_model_omit, extends: legacy, ...own } = tomlOf(source, path, bytes);
	if (typeof base_model === 'string') {
		const base = inherited(source, files, `models/${base_model}.toml`, depth + 1);
		return without(merged(base, own), base_model_omit);
	}
	if (!isTable(legacy)) return own;
	const [provider, ...model] = String(legacy.from).split('/');
	const base = inherited(source, files, `providers/${provider}/models/${model.join('/')}.toml`, depth + 1);
	return without(merged(base, own), legacy.omit);
}

const isTable = (value: unknown): value is Table =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

function merged(base: Table, own: Table): Table {
	const entries = Object.entries(own).map(([key, value]) => {
		const under = Object.hasOwn(base, key) ? base[key] : undefined;
		return [key, isTable(value) && isTable(under) ? merged(under, value) : value] as const;
	});
	return Object.fromEntries([...Object.entries(base), ...entries]);
}

/** A table without the fields at these dotted paths; a table that is left empty goes with its last field. */
function without(table: Table, paths: unknown): Table {
	if (!Array.isArray(paths)) return table;
	return paths.reduce<Table>((left, path) => (typeof path === 'string' ? dropped(left, path.split('.')) : left), table);
}

function dropped(table: Table, [key = '', ...deeper]: string[]): Table {
	if (!Object.hasOwn(table, key)) return table;
	const { [key]: value, ...rest } = table;
	if (deeper.length === 0) return rest;
	if (!isTable(value)) return table;
	const left = dropped(value, deeper);
	return Object.keys(left).length === 0 && Object.keys(value).length > 0 ? rest : { ...table, [key]: left };
}
