import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publish, recover } from '../pipelines/publish.ts';

let root: string;
const folder = (name: string, text: string): string => {
	const path = join(root, name);
	mkdirSync(path, { recursive: true });
	writeFileSync(join(path, 'page'), text);
	return path;
};
const page = (name: string): string => readFileSync(join(root, name, 'page'), 'utf8');

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'publish-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a publication', () => {
	it('takes the place of the last one whole, and leaves nothing beside it', async () => {
		folder('dist', 'old');
		await publish(folder('made', 'new'), join(root, 'dist'));
		expect(page('dist')).toBe('new');
		expect(existsSync(join(root, 'made')) || existsSync(join(root, 'dist.previous'))).toBe(false);
	});

	it('can be the first one', async () => {
		await publish(folder('made', 'new'), join(root, 'deep', 'dist'));
		expect(page('deep/dist')).toBe('new');
	});

	it('that was moved aside by a run that died is brought back', async () => {
		folder('dist.previous', 'last good');
		await recover(join(root, 'dist'));
		expect(page('dist')).toBe('last good');
	});

	it('that had already taken its place is kept, and the old one goes', async () => {
		folder('dist', 'new');
		folder('dist.previous', 'old');
		await recover(join(root, 'dist'));
		expect(page('dist')).toBe('new');
		expect(existsSync(join(root, 'dist.previous'))).toBe(false);
	});
});
