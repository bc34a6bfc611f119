// `npm test`: everything that proves the project, in one command and in order of cost. Each step prints its time; the
// first that fails ends the run with its exit code.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scratch = mkdtempSync(join(tmpdir(), 'tokens-test-'));
// The publication under test is built by the very command a new user runs, without network, into a folder of its own.
const env = {
	...process.env,
	TOKENS_HOME: join(scratch, 'home'),
	TOKENS_DIST: join(scratch, 'dist'),
	// The site of made rows: drawn by the units, looked at in a browser.
	TOKENS_MADE: join(scratch, 'made'),
	ASTRO_TELEMETRY_DISABLED: '1',
};
delete env.OPENROUTER_API_KEY;
// Where a runner leaves its counts for the closing line.
const countsOf = name => join(scratch, `${name}.json`);
const bin = name => join('node_modules', '.bin', name);
const steps = [
	['types', bin('tsc'), '--noEmit'],
	['lint', bin('eslint'), '.'],
	['format', bin('prettier'), '--check', '--log-level', 'warn', '.'],
	['build', process.execPath, 'pipelines/tokens.js', 'start', '--offline', '--no-serve'],
	[
		'units',
		bin('vitest'),
		...['run', '--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json'],
		`--outputFile.json=${countsOf('units')}`,
		...process.argv.slice(2),
	],
	...['pages', 'lighthouse'].map(name => [
		name,
		bin('playwright'),
		...['test', '--config', 'test/playwright.config.ts', '--project', name],
	]),
];
// Seconds on two cores: the archive is built in 30, and the whole site may take 90 (site.md 6).
const budget = { build: 120, all: 300 };
const captures = existsSync(join('..', 'shared', 'captures')) ? 'present: replayed' : 'absent: nothing to replay';
console.log(`captured corpus beside the repository: ${captures}`);

const began = Date.now();
const times = [];
let code = 0;
for (const [name, command, ...args] of steps) {
	const start = Date.now();
	const run = spawnSync(command, args, {
		stdio: 'inherit',
		env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: countsOf(name) },
	});
	const seconds = (Date.now() - start) / 1000;
	times.push(`${name} ${seconds.toFixed(1)} s`);
	console.log(`-- ${name}: ${run.status === 0 ? 'ok' : 'failed'} in ${seconds.toFixed(1)} s`);
	if (run.status !== 0) {
		code = run.status ?? 1;
		break;
	}
	if (name === 'build' && seconds > budget.build) {
		console.log(`build: expected at most ${budget.build} s got ${seconds.toFixed(1)} s`);
		code = 1;
		break;
	}
}
const results = steps.map(([name]) => readJson(countsOf(name)));
const sum = count => results.reduce((all, result) => all + (result ? count(result) : 0), 0);
const passed = sum(({ numPassedTests = 0, stats }) => numPassedTests + (stats?.expected ?? 0));
const failed = sum(({ numFailedTests = 0, stats }) => numFailedTests + (stats?.unexpected ?? 0) + (stats?.flaky ?? 0));
rmSync(scratch, { recursive: true, force: true });
console.log(`${times.join(', ')}; ${((Date.now() - began) / 1000).toFixed(0)} s of ${budget.all} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = code;

function readJson(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
