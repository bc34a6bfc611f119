import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepPages } from '../pipelines/build.ts';
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

it('pages that lie among the exports stay until they are drawn again, and what is no longer exported goes', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'pages-'));
	const write = (path: string, text: string): void => {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	};
	try {
		for (const path of [
			'index.html',
			'codebook/index.html',
			'queries/index.html',
			'queries/01-x/index.html',
			'queries/99-gone.csv',
		])
			write(`old/${path}`, 'old');
		for (const path of ['queries/01-x.csv', 'catalog.json']) write(`new/${path}`, 'new');
		await keepPages(join(folder, 'old'), join(folder, 'new'));
		const kept = (path: string): boolean => existsSync(join(folder, 'new', path));
		expect(
			['index.html', 'codebook/index.html', 'queries/index.html', 'queries/01-x/index.html'].map(kept),
		).not.toContain(false);
		expect(kept('queries/99-gone.csv')).toBe(false);
		expect(readFileSync(join(folder, 'new/queries/01-x.csv'), 'utf8')).toBe('new');
		await keepPages(join(folder, 'nowhere'), join(folder, 'new'));
	} finally {
		rmSync(folder, { recursive: true });
	}
});
