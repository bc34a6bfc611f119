import { ShapeError } from './error.ts';
import { literalOf } from './literal.ts';
import { tarballOf } from './tarball.ts';

/** One entry of a catalogue: the provider it is listed under, where it stands, and the value as read. */
export type Entry = { provider: string; where: string; value: Record<string, unknown> };

type Layout = { name: string; file: RegExp; read(where: string, path: string, text: string): Entry[] };
type Nested = Record<string, unknown>;

/**
 * The four ways in which `pi-ai` has shipped its catalogue, newest first, as the later ones keep the files of the
 * earlier ones without their literals: JSON a provider (0.81.0 on), a JavaScript literal a provider (0.80.2 to 0.80.10),
 * one literal `MODELS` (0.5.28 to 0.79), one literal `PROVIDERS` (0.5.10 to 0.5.24).
 */
const layouts: Layout[] = [
	{
		name: 'data',
		file: /^dist\/providers\/data\/[^./][^/]*\.json$/,
		read: (where, path, text) => modelsIn(providerOf(path), path, jsonIn(where, path, text)),
	},
	{
		name: 'providers',
		file: /^dist\/providers\/[^/]+\.models\.js$/,
		read(where, path, text) {
			const provider = providerOf(path);
			const constant = `${provider.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_MODELS`;
			return modelsIn(provider, path, literalOf(`${where}: ${path}`, text, constant));
		},
	},
	{
		name: 'models',
		file: /^dist\/models\.generated\.js$/,
		read: (where, path, text) =>
			membersOf(literalOf(`${where}: ${path}`, text, 'MODELS')).flatMap(([provider, models]) =>
				modelsIn(provider, `MODELS.${provider}`, models),
			),
	},
	{
		name: 'literal',
		file: /^dist\/models\.generated\.js$/,
		read: (where, path, text) =>
			membersOf(literalOf(`${where}: ${path}`, text, 'PROVIDERS')).flatMap(([provider, { models }]) =>
				modelsIn(provider, `PROVIDERS.${provider}.models`, models),
			),
	},
];

/** The entries of a `pi-ai` tarball, in the order of the file. Throws `ShapeError` for a tarball without a catalogue. */
export function catalogueOf(where: string, bytes: Uint8Array): Entry[] {
	const files = tarballOf(where, bytes, path => layouts.some(layout => layout.file.test(path)));
	const layout = layoutOf(files);
	if (!layout) throw new ShapeError(where, 'missing catalogue', `${files.size} files of a known layout`);
	const entries = [...files]
		.filter(([path]) => layout.file.test(path))
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.flatMap(([path, text]) => layout.read(where, path, text));
	if (entries.length === 0) throw new ShapeError(where, 'empty catalogue', layout.name);
	return entries;
}

function layoutOf(files: Map<string, string>): Layout | undefined {
	return layouts.find(({ name, file }) =>
		[...files].some(([path, text]) => {
			if (!file.test(path)) return false;
			// the two oldest share a file and are told apart by the name of its constant
			if (name === 'models') return /\bMODELS\b/.test(text);
			return name !== 'literal' || /\bPROVIDERS\b/.test(text);
		}),
	);
}

const providerOf = (path: string): string => path.replace(/^.*\//, '').replace(/(\.models)?\.[^.]+$/, '');

function jsonIn(where: string, path: string, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new ShapeError(where, `invalid json in ${path}`, text);
	}
}

/** Models by id, or by API and then by id (0.84.0 on); what has no `id` is one level more. */
function modelsIn(provider: string, where: string, value: unknown, depth = 0): Entry[] {
	return membersOf(value).flatMap(([key, member]) => {
		const at = `${where}.${key}`;
		return 'id' in member || depth > 0
			? [{ provider, where: at, value: member }]
			: modelsIn(provider, at, member, depth + 1);
	});
}

const membersOf = (value: unknown): [string, Nested][] =>
	Object.entries(isNested(value) ? value : {}).filter((member): member is [string, Nested] => isNested(member[1]));

const isNested = (value: unknown): value is Nested =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
