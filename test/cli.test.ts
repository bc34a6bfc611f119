import { execFile } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { published } from './publication.ts';

type Ran = { code: number; out: string; err: string };
const scratch = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** Run `tokens` as a stranger would: a process of its own. */
function tokens(args: string[], env: Record<string, string> = {}): Promise<Ran> {
	return new Promise(resolve => {
		execFile(
			process.execPath,
			['pipelines/tokens.js', ...args],
			{ env: { ...process.env, ...env }, maxBuffer: 1e8 },
			(error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
		);
	});
}
const lines = (text: string): string[] => text.split('\n').filter(Boolean);

describe('tokens', () => {
	it('explains itself and where things lie', async () => {
		const { code, out } = await tokens(['--help']);
		expect(code).toBe(0);
		for (const word of [
			'collect',
			'backfill',
			'build',
			'site',
			'serve',
			'nightly',
			'status',
			'read',
			'resolve',
			'query',
			'fixture',
			'TOKENS_HOME',
			'audits refused',
		])
			expect(out).toContain(word);
	});

	it.each([
		[['bogus']],
		[['read']],
		[['query', 'select 1', '--format', 'xml']],
		[['backfill', '--since', 'yesterday']],
		[['collect', '--bogus']],
	])('%j is wrong use: exit 2 and a hint', async args => {
		const { code, err } = await tokens(args);
		expect(code).toBe(2);
		expect(err).toContain('--help');
	});
});

describe('tokens read', () => {
	it('gives the rows of a body as NDJSON on standard output, nothing else', async () => {
		const { code, out, err } = await tokens(['read', 'prices/models-dev', 'test/fixtures/prices/models-dev.json']);
		expect({ code, err }).toEqual({ code: 0, err: '' });
		const expected = lines(readFileSync('test/fixtures/prices/models-dev.rows.ndjson', 'utf8'));
		expect(lines(out).length).toBe(expected.length);
		expect(JSON.parse(lines(out)[0] ?? '')).toHaveProperty('record');
	});

	const bad: [string, string, RegExp][] = [
		['an HTML error page', '<html><body>502 Bad Gateway</body></html>', /^models-dev: expected json got html: /],
		['truncated JSON', '{"openai":{"id":"openai","models":{"gpt', /^models-dev: invalid json: /],
		['a changed shape', '{"providers":[{"id":"openai"}]}', /^models-dev: /],
		['an empty body', '', /^models-dev: empty body: /],
	];
	it.each(bad)('of %s gives one line on standard error and exit 2', async (what, body, line) => {
		const file = join(scratch, `${what.replace(/\W/g, '-')}.json`);
		writeFileSync(file, body);
		const { code, out, err } = await tokens(['read', 'prices/models-dev', file]);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(lines(err)).toHaveLength(1);
		expect(err).toMatch(line);
	});

	it('of an unknown source or a missing file is wrong use', async () => {
		expect(await tokens(['read', 'prices/nobody', 'package.json'])).toMatchObject({
			code: 2,
			err: expect.stringMatching(/^read: unknown source: prices\/nobody/),
		});
		expect(await tokens(['read', 'prices/models-dev', join(scratch, 'nowhere.json')])).toMatchObject({
			code: 2,
			err: expect.stringMatching(/^read: cannot open file: .*ENOENT/),
		});
	});
});

describe('tokens query', () => {
	const one = "select 1 as a, null as b, 'x,y' as c";
	it.each([
		['csv', 'a,b,c\n1,,"x,y"\n'],
		['ndjson', '{"a":1,"b":null,"c":"x,y"}\n'],
		['json', '[\n\t{\n\t\t"a": 1,\n\t\t"b": null,\n\t\t"c": "x,y"\n\t}\n]\n'],
		['table', 'a  b  c\n-  -  ---\n1  -  x,y\n(1 row)\n'],
	])('prints %s in which null is neither 0 nor a word', async (format, text) => {
		expect(await tokens(['query', one, '--format', format])).toEqual({ code: 0, out: text, err: '' });
	});

	it('cannot write to the published file', async () => {
		expect(await tokens(['query', 'drop table meta'])).toMatchObject({
			code: 2,
			err: expect.stringContaining('read-only'),
		});
	});

	it('of wrong SQL says what is wrong in one line', async () => {
		const { code, err } = await tokens(['query', 'selct 1']);
		expect(code).toBe(2);
		expect(lines(err)).toHaveLength(1);
	});

	it('before anything is published says what to do', async () => {
		expect(await tokens(['query', 'select 1'], { TOKENS_DIST: join(scratch, 'none') })).toMatchObject({
			code: 2,
			err: expect.stringContaining('nothing published yet'),
		});
	});
});

describe('tokens resolve', () => {
	it('names model, lab, family, variant and the rule, and leaves the unknown unknown', async () => {
		const { code, out } = await tokens([
			'resolve',
			'--json',
			'anthropic/claude-4.6-opus-20260205',
			'nobody/knows-this',
		]);
		expect(code).toBe(0);
		const [known, unknown] = lines(out).map(line => JSON.parse(line) as Record<string, unknown>);
		expect(known).toMatchObject({
			model: 'anthropic/claude-opus-4.6',
			lab: 'Anthropic',
			version: '20260205',
			variant: 'base',
		});
		expect(known?.rule).toBeTruthy();
		expect(unknown).toMatchObject({ model: null });
	});
});

describe('tokens status', () => {
	it('names every source with its state, and what is held back', async () => {
		const { code, out } = await tokens(['status']);
		expect(code).toBe(0);
		for (const source of [
			'models-dev',
			'npm-pi-ai',
			'openrouter-rankings-daily',
			'vercel-ai-gateway',
			'aider-polyglot',
		])
			expect(out).toContain(source);
		expect(out).toContain('nothing is held back');
	});

	it('lists the names that no rule explains, heaviest first', async () => {
		const { out } = await tokens(['status', '--unmapped', '--json']);
		const weights = lines(out).map(line => Number((JSON.parse(line) as { tokens: string | null }).tokens ?? 0));
		expect(weights.length).toBeGreaterThan(0);
		expect([...weights].sort((a, b) => b - a)).toEqual(weights);
	});
});

describe('tokens build', () => {
	/** The warehouse of this checkout without its archive, which these tests do not ask about and which takes its time. */
	const warehouseWith = (name: string, marts: Record<string, string>): string => {
		const folder = join(scratch, name);
		mkdirSync(join(folder, 'marts'), { recursive: true });
		// Linked one by one: a method imports from beside its real place.
		for (const mart of readdirSync('warehouse/marts'))
			symlinkSync(join(process.cwd(), 'warehouse', 'marts', mart), join(folder, 'marts', mart));
		for (const part of ['staging', 'intermediate', 'seeds', 'schema.sql']) {
			symlinkSync(join(process.cwd(), 'warehouse', part), join(folder, part));
		}
		for (const [file, text] of Object.entries(marts)) writeFileSync(join(folder, 'marts', file), text);
		return folder;
	};

	it('leaves the drawn pages where they are, those among the exports too', async () => {
		const dist = join(scratch, 'drawn');
		mkdirSync(join(dist, 'data', 'csv'), { recursive: true });
		for (const page of ['index.html', 'data/index.html']) writeFileSync(join(dist, page), page);
		writeFileSync(join(dist, 'data', 'csv', 'mart_gone__day.csv'), 'old');
		const env = { TOKENS_DIST: dist, TOKENS_HOME: join(scratch, 'home'), TOKENS_WAREHOUSE: warehouseWith('plain', {}) };
		expect(await tokens(['build'], env)).toMatchObject({ code: 0 });
		expect(readFileSync(join(dist, 'data', 'index.html'), 'utf8')).toBe('data/index.html');
		expect(existsSync(join(dist, 'data', 'catalog.json'))).toBe(true);
		expect(existsSync(join(dist, 'data', 'csv', 'mart_gone__day.csv'))).toBe(false);
	});

	it('made again from the same snapshots gives the same bytes in every table', async () => {
		const dist = join(scratch, 'again');
		expect(await tokens(['build'], { TOKENS_DIST: dist })).toMatchObject({ code: 0 });
		// The health of a source depends on the day of the build, and the test may run past midnight.
		const sums = (folder: string) =>
			lines(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).filter(
				line => / (csv|parquet)\//.test(line) && !/mart_source_health/.test(line),
			);
		expect(sums(join(dist, 'data'))).toEqual(sums(dirname(published())));
	});

	it('refuses to publish when an audit finds a row that must not be: exit 3, and the last good publication stays', async () => {
		const wrong =
			'-- One row that contradicts itself.\n-- grain: week\n-- assert: share <= 1\nselect current_date as week, 2 as share\n';
		const dist = join(scratch, 'dist');
		cpSync(dirname(published()), join(dist, 'data'), { recursive: true });
		const before = readFileSync(join(dist, 'data', 'catalog.json'), 'utf8');
		const { code, err } = await tokens(['build'], {
			TOKENS_DIST: dist,
			TOKENS_HOME: join(scratch, 'home'),
			TOKENS_WAREHOUSE: warehouseWith('wrong', { 'mart_wrong__week.sql': wrong }),
		});
		expect(code).toBe(3);
		expect(err).toMatch(/^mart_wrong__week: assert: share <= 1: 1 rows, such as /m);
		expect(err).toContain('refused to publish');
		expect(readFileSync(join(dist, 'data', 'catalog.json'), 'utf8')).toBe(before);
		expect(readdirSync(dist)).toEqual(['data']);
	});
});
