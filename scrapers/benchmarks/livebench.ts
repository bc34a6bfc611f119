import { csvOf } from '../csv.ts';
import { decimalText } from '../decimal.ts';
import { ShapeError } from '../error.ts';
import { fileAddress, folderRequest, namesOf } from '../github.ts';
import type { ScoreInput, Source } from '../source.ts';

const id = 'livebench';
const repository = 'LiveBench/livebench.github.io';

/**
 * LiveBench, one score a model and task, 0 to 100, under the release whose tasks they are: the tasks change from release
 * to release, so averages do not compare. A release's table grows for months: a score needs its day as well.
 */
export const source = {
	id,
	title: 'LiveBench',
	kind: 'score',
	lineage: 'community',
	homepage: 'https://livebench.ai/',
	terms: { licence: 'none stated', attribution: 'LiveBench (livebench.ai), {fetched_at}.', redistribute: true },
	cadence: 'weekly',
	requests: () => [folderRequest(repository, 'public')],
	// only the newest table still grows
	follow(indexes, { has }) {
		const tables = indexes
			.flatMap(index => namesOf(id, index))
			.filter(name => /^table_\d{4}_\d\d_\d\d\.csv$/.test(name));
		const newest = tables.sort().at(-1);
		if (newest === undefined) throw new ShapeError(id, 'no tables in the folder');
		return tables
			.map(name => ({ url: fileAddress(repository, `public/${name}`), name }))
			.filter(({ url, name }) => name === newest || !has(url))
			.map(({ url }) => ({ url }));
	},
	read(body, reject) {
		const [, year, month, day] = /table_(\d{4})_(\d\d)_(\d\d)/.exec(body.url) ?? [];
		const edition = year === undefined ? null : `${year}-${month}-${day}`;
		const rows = csvOf(id, body, ['model'], reject).flatMap(({ model = '', ...tasks }) => {
			const long = [model, ...Object.keys(tasks)].find(name => name === '' || name.length > 200);
			if (long !== undefined) throw new ShapeError(id, 'expected a name', long);
			return Object.entries(tasks).flatMap(([task, printed]): ScoreInput[] => {
				// a task that was not run
				if (printed === '') return [];
				if (!/^\d{1,3}(\.\d+)?$/.test(printed) || Number(printed) > 100) {
					reject?.(`${id}: expected a score of ${model} in ${task}: ${printed.slice(0, 40)}`);
					return [];
				}
				const score = decimalText(printed);
				return [{ record: 'score', benchmark: `${id}/${task}`, edition, model, score, unit: 'points' }];
			});
		});
		if (rows.length === 0) throw new ShapeError(id, 'no scores', `${body.bytes.length} bytes`);
		return rows;
	},
} satisfies Source<ScoreInput>;
