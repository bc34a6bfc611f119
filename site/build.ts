import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copy, keepSite, keyOf, moveInto } from './kept.ts';
import { writeListing } from './listing.ts';

const root = dirname(fileURLToPath(import.meta.url));

/**
 * Builds the whole site from the exports in `data` into `out`, leaving what else lies there (such as `data/`) alone. The last
 * drawn site is kept: nothing is drawn when nothing it is made of has changed.
 * Throws `site: build failed: ...` with the last lines Astro printed.
 */
export async function buildSite({ data, out }: { data: string; out: string }): Promise<{ pages: number; ms: number }> {
	const started = performance.now();
	const project = dirname(root);
	const shelf = join(project, '.astro', 'kept');
	const key = await keyOf(project, data).catch(() => null);
	const pages =
		(key && (await putIn(join(shelf, key), out).catch(() => null))) || (await drawn(project, data, out, shelf, key));
	return { pages, ms: Math.round(performance.now() - started) };
}

/** Puts a drawn site into `out`; the number of its pages. */
async function putIn(site: string, out: string): Promise<number> {
	const names = await readdir(site);
	await mkdir(out, { recursive: true });
	for (const name of names) {
		// The page /data/ lies among the exports: there it is added, elsewhere the old pages go first.
		if (name !== 'data') await rm(join(out, name), { recursive: true, force: true });
		await copy(join(site, name), join(out, name));
	}
	const files = await readdir(site, { recursive: true });
	return files.filter(name => name.endsWith('.html')).length;
}

/** Draws the site anew, each language in a process of its own where there are processors for it. */
async function drawn(project: string, data: string, out: string, shelf: string, key: string | null): Promise<number> {
	await mkdir(join(project, '.astro'), { recursive: true });
	const work = await mkdtemp(join(project, '.astro', 'site-'));
	try {
		await readied();
		const halves = availableParallelism() > 1 ? ['en', 'zh'] : [''];
		await together(
			halves.map(
				half => stop =>
					run(
						project,
						{ TOKENS_DATA: resolve(data), TOKENS_SITE: join(work, `half-${half}`), TOKENS_SITE_LANG: half },
						stop,
					),
			),
		);
		const site = join(work, 'site');
		for (const half of halves) await moveInto(join(work, `half-${half}`), site);
		await writeListing(site);
		const pages = await putIn(site, out);
		if (key) await keepSite(shelf, key, site);
		return pages;
	} finally {
		await rm(work, { recursive: true, force: true });
	}
}

/** Files that Astro writes beside the sources where they are missing: there before two halves start, neither moves the other's away. */
async function readied(): Promise<void> {
	await mkdir(join(root, '.astro'), { recursive: true });
	for (const name of ['content-assets.mjs', 'content-modules.mjs'])
		await writeFile(join(root, '.astro', name), 'export default new Map();', { flag: 'wx' }).catch(
			(error: NodeJS.ErrnoException) => {
				if (error.code !== 'EEXIST') throw error;
			},
		);
}

/** Runs all at once; the first that fails ends the others and is the failure. */
async function together(runs: readonly ((stop: AbortSignal) => Promise<void>)[]): Promise<void> {
	const stop = new AbortController();
	const all = runs.map(one =>
		one(stop.signal).catch(error => {
			stop.abort();
			throw error;
		}),
	);
	try {
		await Promise.all(all);
	} finally {
		await Promise.allSettled(all);
	}
}

// Drawing makes and drops many small nodes: with more room for the young a quarter of the time is saved.
const roomy = ['--max-semi-space-size=64'];

/** Astro as a process of its own: it empties its output folder, changes globals and needs the project as its cwd. */
function run(project: string, environment: Record<string, string>, stop: AbortSignal): Promise<void> {
	const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'astro.js');
	return new Promise((done, fail) => {
		const child = spawn(process.execPath, [...roomy, astro, 'build', '--root', root, '--silent'], {
			cwd: project,
			env: { ...process.env, ...environment, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', FORCE_COLOR: '0' },
			stdio: ['ignore', 'pipe', 'pipe'],
			signal: stop,
		});
		let said = '';
		const keep = (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000));
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		child.on('error', fail);
		child.on('close', code =>
			code === 0 ? done() : fail(new Error(`site: build failed: ${said.trim() || `exit ${code}`}`)),
		);
	});
}
