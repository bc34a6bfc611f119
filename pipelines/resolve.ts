import { fileURLToPath } from 'node:url';
import { connect, literal, rowsOf } from '../warehouse/duckdb.ts';
import { resolver, type Resolver, type Seeds } from '../warehouse/methods/resolve.ts';

const seedsFolder = fileURLToPath(new URL('../warehouse/seeds', import.meta.url));

/** The identity seeds as rows of text; an empty cell is null. */
export async function identitySeeds(folder = seedsFolder): Promise<Seeds> {
	const connection = await connect();
	const read = async <Row>(name: string) =>
		rowsOf<Row>(
			connection,
			`from read_csv(${literal(`${folder}/${name}.csv`)}, header = true, all_varchar = true, nullstr = '')`,
		);
	const seeds = {
		labs: await read<Seeds['labs'][number]>('labs'),
		models: await read<Seeds['models'][number]>('models'),
		aliases: await read<Seeds['aliases'][number]>('aliases'),
		providers: await read<Seeds['providers'][number]>('providers'),
		printed: await read<{ model: string }>('printed_models'),
	};
	connection.closeSync();
	return seeds;
}

/** What `tokens resolve` prints: names of one source to canonical models by the shipped seeds. */
export async function seededResolver(folder = seedsFolder): Promise<Resolver> {
	return resolver(await identitySeeds(folder));
}

/** Lines for the terminal: one name a line, or one JSON object a line. `source` `*` asks the rules of no source. */
export async function resolveNames(
	names: string[],
	options: { source?: string; day?: string; provider?: string; json?: boolean },
): Promise<string[]> {
	const { resolve } = await seededResolver();
	return names.map(name => {
		const found = resolve(options.source ?? '*', name, { day: options.day, provider: options.provider });
		if (options.json) return JSON.stringify({ name, ...found });
		const { model, lab, family, version, variant, effort, rule } = found;
		return [name, model ?? '-', lab ?? '-', family ?? '-', version ?? '-', variant, effort ?? '-', rule].join('\t');
	});
}
