import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chineseFaces } from './type/chinese.ts';

/** Folders under `site/` that are no source of it: what Astro writes there, and packages. */
const own = /(^|[\\/])(\.astro|node_modules)([\\/]|$)/;

/**
 * What a site is made of: the exports, the files of `site/` and the formulas it shares, the packages, the version of Node, where it is published, the
 * faces of this machine. Equal keys draw equal sites. Exports below the first folder are named by hash in `catalog.json`.
 */
export async function keyOf(project: string, data: string): Promise<string> {
	const hash = createHash('sha256');
	const add = async (folder: string, name: string) => {
		hash.update(`\n${name.replaceAll('\\', '/')}\n`);
		hash.update(await readFile(join(folder, name)));
	};
	const exported = (await readdir(data, { withFileTypes: true })).filter(
		one => one.isFile() && !/\.html$/.test(one.name),
	);
	for (const { name } of exported.sort((a, b) => (a.name < b.name ? -1 : 1))) await add(data, name);
	const sources = await Promise.all(
		['site', join('warehouse', 'methods')].map(folder =>
			readdir(join(project, folder), { recursive: true, withFileTypes: true }),
		),
	);
	const names = sources
		.flat()
		.filter(one => one.isFile())
		.map(one => join(one.parentPath, one.name).slice(project.length + 1))
		.filter(name => !own.test(name));
	for (const name of [...names.sort(), 'package-lock.json']) await add(project, name);
	const around = [process.version, process.env['TOKENS_ORIGIN'] ?? '', ...chineseFaces()];
	return hash.update(around.join('\n')).digest('hex').slice(0, 24);
}

/** Copies a folder without its bytes where the disk can share them. */
export const copy = (from: string, to: string): Promise<void> =>
	cp(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });

/** Moves what a folder holds into another on the same disk, file by file only where both have a folder of that name. */
export async function moveInto(from: string, to: string): Promise<void> {
	await mkdir(to, { recursive: true });
	const there = new Set(await readdir(to));
	for (const entry of await readdir(from, { withFileTypes: true })) {
		const [old, own] = [join(from, entry.name), join(to, entry.name)];
		if (entry.isDirectory() && there.has(entry.name)) await moveInto(old, own);
		else await rename(old, own);
	}
}

/** Keeps a drawn site as the last one: no other stays. */
export async function keepSite(shelf: string, key: string, site: string): Promise<void> {
	await mkdir(shelf, { recursive: true });
	for (const name of await readdir(shelf))
		if (name !== key) await rm(join(shelf, name), { recursive: true, force: true });
	// Another build may have kept the same site a moment before.
	await rename(site, join(shelf, key)).catch(() => undefined);
}
