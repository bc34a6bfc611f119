import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GitHistory } from '../scrapers/source.ts';
import type { Commit } from './git-plan.ts';
import { gitIn, type Git } from './git-run.ts';
import { tarOf } from './git-tar.ts';
import { entriesOf, filesOf, isFile, isLink } from './git-tree.ts';

/** What a history shows at one commit. `key` is the same for the same bytes; `bytes` reads them. */
export type Version = { path: string; key: string; bytes(): Promise<Uint8Array> };

/** The main line of a repository, read only. Everything throws `git: <what>: <value>`. */
export type Repository = {
	/** The commits that changed one of these paths, each against its first parent, oldest first. */
	commits(paths: string[]): Promise<Commit[]>;
	/** Bring what these commits hold of the paths, all at once: a partial clone would else ask for each file by itself. */
	bring(shas: string[], paths: string[]): Promise<void>;
	/** The body at a commit; undefined where the commit has none. */
	version(sha: string, history: GitHistory): Promise<Version | undefined>;
};

export type RepositoryOptions = { env: NodeJS.ProcessEnv; max_bytes: number; fetch_timeout_ms?: number };

const head = 'refs/history/head';
const fetch_timeout_ms = 30 * 60_000;

/** A folder that holds a clone: read in place, without the network, never written to. */
export function openFolder(folder: string, options: RepositoryOptions): Repository {
	const real = realpathSync(folder);
	const git = gitIn(real, { env: options.env, above: dirname(real), protocols: [] });
	return { ...reading(git, 'HEAD', options), bring: async () => {} };
}

/**
 * A bare partial clone of an address under `cache`, with commits and trees but no files until they are asked for; what is
 * there from the last time is only brought up to date. An interrupted first time goes on at the next.
 */
export async function openClone(url: string, cache: string, options: RepositoryOptions): Promise<Repository> {
	const name = url.replace(/^\w+:\/+/, '').replace(/[^\w.-]+/g, '-');
	const folder = join(cache, `${name.slice(-60)}-${createHash('sha256').update(url).digest('hex').slice(0, 8)}`);
	mkdirSync(folder, { recursive: true });
	const hidden = url.startsWith('file:') ? [fileURLToPath(url)] : [];
	const git = gitIn(folder, { env: options.env, above: dirname(folder), protocols: ['https', 'file'], hidden });
	const timeout_ms = options.fetch_timeout_ms ?? fetch_timeout_ms;
	const fetch = [
		'fetch',
		'--quiet',
		'--no-tags',
		'--no-write-fetch-head',
		'--recurse-submodules=no',
		'--filter=blob:none',
	];
	await git(['init', '--quiet', '--bare']);
	await git(['config', 'remote.origin.url', url]);
	await git([...fetch, 'origin', `+HEAD:${head}`], { timeout_ms });
	return {
		...reading(git, head, options),
		async bring(shas, paths) {
			const walk = ['rev-list', '--objects', '--no-object-names', '--missing=print', '--no-walk', '--stdin'];
			const objects = await git([...walk, '--', ...paths], { input: `${shas.join('\n')}\n` });
			const missing = linesOf(objects).flatMap(line => (line.startsWith('?') ? [line.slice(1)] : []));
			if (missing.length === 0) return;
			// nothing is offered in return: the host would else look for commits between that we do not want
			const setting = 'fetch.negotiationAlgorithm=noop';
			await git([...fetch, '--stdin', 'origin'], { input: `${missing.join('\n')}\n`, timeout_ms, setting });
		},
	};
}

function reading(git: Git, ref: string, { max_bytes }: RepositoryOptions): Omit<Repository, 'bring'> {
	return {
		async commits(paths) {
			// a branch counts from the day it was merged: before, the main line did not show it
			const order = ['--first-parent', '--topo-order', '--reverse', '--timestamp'];
			const listing = await git(['rev-list', ...order, ref, '--', ...paths]);
			return linesOf(listing).map(line => {
				const [committed_at = '', sha = ''] = line.split(' ');
				return { sha, committed_at: Number(committed_at) };
			});
		},
		async version(sha, history) {
			const entries = entriesOf(await git(['ls-tree', '-r', '-z', '--full-tree', sha, '--', ...pathsOf(history)]));
			if ('files' in history) {
				const places = history.files.map(path => entries.find(entry => entry.path === path && isFile(entry)));
				const file = places.find(entry => entry !== undefined);
				return file && { path: file.path, key: file.oid, bytes: async () => (await blobs(git, [file], max_bytes))[0]! };
			}
			const links = entries.filter(isLink);
			const targets = await blobs(git, links, max_bytes);
			const said = new Map(links.map(({ oid }, i) => [oid, new TextDecoder().decode(targets[i])]));
			const files = filesOf(entries, history.ending, oid => said.get(oid) ?? '');
			if (files.length === 0) return undefined;
			const key = JSON.stringify(files);
			return {
				path: history.folders.join('+'),
				key,
				bytes: async () => {
					const contents = await blobs(git, files, max_bytes);
					return tarOf(files.map(({ path }, i) => ({ path, bytes: contents[i]! })));
				},
			};
		},
	};
}

/** All paths whose commits may change what a history shows. */
export const pathsOf = (history: GitHistory): string[] => ('files' in history ? history.files : history.folders);

/** The bytes of objects, in order, by one `git cat-file --batch`; together at most `max_bytes`. */
async function blobs(git: Git, files: { oid: string }[], max_bytes: number): Promise<Uint8Array[]> {
	if (files.length === 0) return [];
	const oids = [...new Set(files.map(({ oid }) => oid))];
	const told = await git(['cat-file', '--batch'], { input: `${oids.join('\n')}\n`, max_bytes });
	const found = new Map<string, Uint8Array>();
	for (let at = 0; at < told.length;) {
		const end = told.indexOf(10, at);
		const [oid = '', type, size = ''] = told.toString('latin1', at, end).split(' ');
		if (type !== 'blob') throw new Error(`git: missing object: ${oid} ${type}`);
		found.set(oid, new Uint8Array(told.subarray(end + 1, end + 1 + Number(size))));
		at = end + 2 + Number(size);
	}
	return files.map(({ oid }) => {
		const bytes = found.get(oid);
		if (!bytes) throw new Error(`git: missing object: ${oid}`);
		return bytes;
	});
}

const linesOf = (text: Buffer): string[] => text.toString('utf8').split('\n').filter(Boolean);
