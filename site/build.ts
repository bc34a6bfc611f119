import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));

/**
 * Builds the whole site from the exports in `data` into `out`, leaving what else lies there (such as `data/`) alone.
 * Astro runs as a process of its own: it empties its output folder, changes globals and needs the project as its cwd.
 * Throws `site: build failed: ...` with the last lines Astro printed.
 */
export async function buildSite({ data, out }: { data: string; out: string }): Promise<{ pages: number; ms: number }> {
	const started = performance.now();
	const project = dirname(root);
	await mkdir(join(project, '.astro'), { recursive: true });
	const work = await mkdtemp(join(project, '.astro', 'site-'));
	try {
		await run(project, { TOKENS_DATA: resolve(data), TOKENS_SITE: work });
		await mkdir(out, { recursive: true });
		for (const name of await readdir(work)) {
			// The page /data/ lies among the exports: there it is added, elsewhere the old pages go first.
			if (name !== 'data') await rm(join(out, name), { recursive: true, force: true });
			await cp(join(work, name), join(out, name), { recursive: true });
		}
		const files = await readdir(work, { recursive: true });
		return { pages: files.filter(name => name.endsWith('.html')).length, ms: Math.round(performance.now() - started) };
	} finally {
		await rm(work, { recursive: true, force: true });
	}
}

function run(project: string, environment: Record<string, string>): Promise<void> {
	const astro = join(dirname(createRequire(import.meta.url).resolve('astro/package.json')), 'astro.js');
	return new Promise((done, fail) => {
		const child = spawn(process.execPath, [astro, 'build', '--root', root, '--silent'], {
			cwd: project,
			env: { ...process.env, ...environment, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', FORCE_COLOR: '0' },
			stdio: ['ignore', 'pipe', 'pipe'],
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
