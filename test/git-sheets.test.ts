import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { backfill } from '../pipelines/backfill.ts';
import { backfillGit } from '../pipelines/backfill-git.ts';
import { warehouseFolder } from '../pipelines/place.ts';
import { silent } from '../pipelines/report.ts';
import { readStore } from '../pipelines/rows.ts';
import { openStore } from '../pipelines/store.ts';
import { discover } from '../scrapers/discover.ts';
import { source as aider } from '../scrapers/benchmarks/aider-polyglot.ts';
import { source as modelsDev } from '../scrapers/prices/models-dev.ts';
import { buildWarehouse } from '../warehouse/build.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { readsOf } from '../warehouse/order.ts';
import { api, bodyOf, bytesOf, facts, modelToml, providerToml, repository, sorted } from './git-catalogue.ts';
import { madeRepository } from './git-made.ts';
import { ask, price } from './made.ts';

const scratch = mkdtempSync(join(tmpdir(), 'git-sheets-'));
let folders = 0;
const fresh = (): string => join(scratch, `${++folders}`);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
const sources = await discover();
const found = (id: string) => sources.filter(source => source.id === id);
const sheetRows = (sheet: object): object[] => modelsDev.read(bodyOf(bytesOf(sheet)), () => expect.unreachable());

/** The models and seeds alone: shipped rows are nothing to these tests. */
function withoutArchive(): string {
	const folder = fresh();
	mkdirSync(folder);
	for (const part of ['staging', 'intermediate', 'marts', 'seeds', 'schema.sql'])
		symlinkSync(join(warehouseFolder, part), join(folder, part));
	return folder;
}

describe('a history in git', () => {
	const run = (home: string, id: string, folder: string, more: object = {}) =>
		backfillGit({
			home,
			now: new Date('2026-05-10T03:00:00Z'),
			env: process.env,
			report: silent,
			sources: found(id),
			archived: [],
			git: folder,
			...more,
		});
	const rowsAt = (home: string, id: string, place: number) => {
		const store = openStore(home);
		const look = store.looks(id)[place]!;
		return found(id)[0]!.read({ url: look.url, bytes: store.body(look.snapshot!), media_type: '' });
	};

	it('of a catalogue is one tar a day, links followed', async () => {
		const made = madeRepository(fresh());
		const link = { link: '../../acme/models/rocket-1.toml' };
		made.commit('2026-01-01T12:00:00Z', { ...repository, 'providers/host/models/linked.toml': link });
		made.commit('2026-01-02T12:00:00Z', { 'providers/acme/logo.svg': '<svg></svg>' });
		made.commit('2026-01-03T12:00:00Z', { 'providers/twin': { link: 'acme' } });
		const home = fresh();
		// a new logo is no new price: the same bytes again
		expect(await run(home, 'models-dev', `file://${made.folder}`)).toMatchObject({ kept: 2, failed: 0 });
		const linked = { host: { models: { ...api.host.models, linked: api.acme.models['rocket-1'] } }, acme: api.acme };
		expect(sorted(rowsAt(home, 'models-dev', 0))).toEqual(sorted(sheetRows(linked)));
		expect(openStore(home).looks()[1]?.snapshot).toBe(openStore(home).looks()[0]?.snapshot);
		const twin = sheetRows({ ...linked, twin: api.acme });
		expect(sorted(rowsAt(home, 'models-dev', 2))).toEqual(sorted(twin));
		const [first] = openStore(home).looks();
		expect(first?.url).toMatch(/^git:https:\/\/github\.com\/anomalyco\/models\.dev@[0-9a-f]{40}:providers\+models$/);
	});

	it('is stated by five sources, each under a public address', () => {
		const past = sources.filter(({ history }) => history);
		expect(past.map(({ id }) => id)).toEqual(['aider-polyglot', 'genai-prices', 'litellm', 'llm-prices', 'models-dev']);
		for (const { history } of past) expect(history!.git.repository).toMatch(/^https:\/\/github\.com\/[\w-]+\/[\w.-]+$/);
	});

	it('is asked for on the command line', () => {
		const made = madeRepository(fresh());
		const [path = ''] = aider.history.git.files;
		for (const day of ['2026-01-01', '2026-01-02', '2026-01-03']) made.commit(`${day}T12:00:00Z`, { [path]: day });
		const tokens = (...args: string[]) =>
			spawnSync(process.execPath, ['pipelines/tokens.js', 'backfill', ...args, '--git', made.folder], {
				env: { ...process.env, TOKENS_HOME: fresh() },
				encoding: 'utf8',
			});
		const some = tokens('aider-polyglot', '--since', '2026-01-02', '--until', '2026-01-03', '--max', '1');
		expect(some.stdout).toMatch(/^aider-polyglot +1 kept, 0 seen again, 0 failed, 1 left\n$/);
		expect(some.status).toBe(0);
		const wrong = tokens();
		expect(wrong.stderr).toMatch(/^backfill: expected one source for this repository got \d+\n$/);
		expect(wrong.status).toBe(2);
	});

	it('is one sheet with what the source shows today, and no look at it', async () => {
		const rows = [price('acme', 'rocket', 'input', '1')];
		const git = { source: 'acme-sheet', rows, url: `git:https://example.com/acme@${'a'.repeat(40)}:prices.json` };
		const looks = [
			{ ...git, on: '2026-01-02', fetched_at: '2026-01-20T03:00:00' },
			{ source: 'acme-sheet', on: '2026-01-10', rows },
			{ source: 'other', on: '2026-01-10', rows },
		];
		expect(await ask({ looks }, 'select sheet, sequence from stg_look__sheet_look order by all')).toEqual([
			{ sheet: 'acme-sheet', sequence: '1' },
			{ sheet: 'acme-sheet', sequence: '2' },
			{ sheet: 'https://example.org/other', sequence: '1' },
		]);
		const health = `select strftime(max(newest_at), '%m-%d') as newest from mart_source_health__source_day where source = 'acme-sheet'`;
		expect(await ask({ looks }, health)).toEqual([{ newest: '01-10' }]);
	});

	it('of a board is read like the board', async () => {
		const made = madeRepository(fresh());
		const runs = (rate: number) =>
			`- model: Rocket\n  date: 2026-01-01\n  test_cases: 225\n  pass_rate_2: ${rate}\n  total_cost: 1.5\n`;
		const [path = ''] = aider.history.git.files;
		made.commit('2026-01-01T12:00:00Z', { [path]: runs(40) });
		made.commit('2026-01-05T12:00:00Z', { [path]: runs(41) });
		const home = fresh();
		await run(home, 'aider-polyglot', made.folder);
		expect([0, 1].map(place => rowsAt(home, 'aider-polyglot', place)[0])).toMatchObject([
			{ score: '40' },
			{ score: '41' },
		]);
	});

	it('shows a price change between the days of two commits, and goes on in the live sheet', async () => {
		const made = madeRepository(fresh());
		const models = (input: string) => ({
			'providers/deepseek/models/deepseek-chat.toml': modelToml('DeepSeek Chat', `input = ${input}\noutput = 1.68`),
		});
		made.commit('2026-03-01T12:00:00Z', { 'providers/deepseek/provider.toml': providerToml, ...models('0.56') });
		made.commit('2026-03-10T12:00:00Z', { 'providers/deepseek/README.toml': '' });
		made.commit('2026-03-20T12:00:00Z', models('0.28'));
		const home = fresh();
		await run(home, 'models-dev', made.folder);
		const store = openStore(home);
		const live = {
			deepseek: {
				models: { 'deepseek-chat': { ...facts, name: 'DeepSeek Chat', cost: { input: 0.14, output: 1.68 } } },
			},
		};
		store.keep(
			{
				source: 'models-dev',
				url: 'https://models.dev/api.json',
				fetched_at: '2026-05-12T03:00:00.000Z',
				media_type: 'application/json',
				http_status: 200,
				observed: null,
				reason: null,
			},
			bytesOf(live),
		);
		const query = `select strftime(changed_after, '%m-%d') as after, strftime(changed_by, '%m-%d') as by, amount_before, amount_after
			from int_price__change where source = 'models-dev' and source_model = 'deepseek-chat' order by changed_by`;
		const { changes, bases } = await warehouseOf(home, query);
		expect(changes).toEqual([
			{ after: '03-10', by: '03-20', amount_before: '0.56', amount_after: '0.28' },
			{ after: '03-20', by: '05-12', amount_before: '0.28', amount_after: '0.14' },
		]);
		expect(bases).toEqual([
			{ observed_on_basis: 'fetched', looks: 1 },
			{ observed_on_basis: 'git', looks: 3 },
		]);
	});

	/** The models that a query reads, built from what a home keeps, as `tokens build` does. */
	async function warehouseOf(home: string, query: string) {
		const { files, looks } = await readStore({ store: openStore(home), sources: found('models-dev'), home });
		const rows = [
			{
				source: 'models-dev',
				title: 'models.dev',
				kind: 'price',
				lineage: 'community',
				homepage: 'https://models.dev',
			},
		];
		const more = {
			licence: 'MIT',
			attribution: null,
			redistribute: true,
			cadence_days: 1,
			forgets_after_days: null,
			needs_key: null,
		};
		const ndjson = (name: string, lines: object[]): string => {
			writeFileSync(join(home, name), lines.map(line => `${JSON.stringify(line)}\n`).join(''));
			return join(home, name);
		};
		const release = {
			release: 'data-2026.05.13',
			built_at: '2026-05-13T00:00:00.000Z',
			built_on: '2026-05-13',
			code: 'test',
		};
		const connection = await connect();
		try {
			const inputs = {
				folder: withoutArchive(),
				files,
				looks: ndjson('looks.ndjson', looks),
				sources: ndjson(
					'sources.ndjson',
					rows.map(row => ({ ...row, ...more })),
				),
				release,
			};
			const targets = await readsOf(connection, 'test', query);
			await buildWarehouse(connection, inputs, { targets });
			const bases = await rowsOf(
				connection,
				`select observed_on_basis, count(*)::integer as looks from raw.look where source = 'models-dev' group by all order by all`,
			);
			return { changes: await rowsOf(connection, query), bases };
		} finally {
			connection.closeSync();
		}
	}
});

describe('a range of days', () => {
	const asked = (id: string, context: object): string[] =>
		found(id)[0]!
			.requests({ today: '2026-05-10', has: () => false, ...context })
			.map(({ url }) => url);

	it('is asked for from its first to its last day and no further', () => {
		const range = { since: '2026-03-01', until: '2026-03-03' };
		expect(asked('openrouter-rankings-daily', range)).toEqual([
			'https://openrouter.ai/api/v1/datasets/rankings-daily?start_date=2026-03-01&end_date=2026-03-03',
		]);
		expect(asked('vercel-ai-gateway', range).map(url => url.slice(-10))).toEqual([
			'2026-03-01',
			'2026-03-02',
			'2026-03-03',
		]);
		const future = { since: '2026-05-08', until: '2030-01-01' };
		expect(asked('openrouter-rankings-daily', future)[0]).toMatch(/end_date=2026-05-09$/);
		expect(asked('vercel-ai-gateway', future)).toHaveLength(2);
		expect(asked('openrouter-rankings-daily', { since: '2026-03-02', until: '2026-03-01' })).toEqual([]);
	});

	it('ends the run of a source whose days are dated, even where the source does not know of an end', async () => {
		const urls = ['2026-03-01', '2026-03-02', '2026-03-03'].map(on => ({
			url: `https://acme.example.com/${on}`,
			observed: { on, basis: 'content' as const, quality: 'exact' as const },
		}));
		const source = { ...found('vercel-ai-gateway')[0]!, id: 'acme', requests: () => urls };
		const options = { home: fresh(), now: new Date('2026-05-10T03:00:00Z'), env: {}, report: silent, archived: [] };
		const summary = await backfill({ ...options, sources: [source], only: ['acme'], until: '2026-03-02', max: 0 });
		expect(summary).toMatchObject({ kept: 0, left: 2 });
	});
});
