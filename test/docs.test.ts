import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { docsOf } from '../pipelines/docs.ts';
import { published } from './publication.ts';

const readme = readFileSync('README.md', 'utf8');

describe('the documentation', () => {
	it('prints the sources, the map and the answers to its queries as they are now', async () => {
		expect(await docsOf(readme, dirname(published()))).toBe(readme);
	});

	it('names verbs that exist and links to files that exist', async () => {
		const cli = ['run', 'ask', 'keep'].map(part => readFileSync(`pipelines/cli-${part}.ts`, 'utf8')).join('');
		for (const [, verb = ''] of readme.matchAll(/`tokens (\w+)/g)) expect(cli, verb).toContain(`.command('${verb}')`);
		for (const text of [readme, readFileSync('CONTRIBUTING.md', 'utf8')]) {
			for (const [, path = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
				expect(existsSync(path), path).toBe(true);
		}
	});

	it('calls the test command of the README from .ci/run', () => {
		expect(readme).toContain('npm test');
		expect(readFileSync('.ci/run', 'utf8')).toMatch(/^npm test$/m);
	});

	it('names only scripts that package.json has', () => {
		const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
		for (const text of [readme, readFileSync('CONTRIBUTING.md', 'utf8')]) {
			for (const [, script = ''] of text.matchAll(/npm run (?:--silent )?(\w+)/g))
				expect(scripts, script).toHaveProperty(script);
		}
	});
});
