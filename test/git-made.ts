import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a commit changes: a file's text, a link to a path, or a file taken away. */
export type Changes = Record<string, string | { link: string } | null>;

/** A real repository of the test's own, whose commits are made at stated times. */
export type MadeRepository = {
	folder: string;
	git(...args: string[]): string;
	/** Commit these changes at a time, UTC; gives the commit's name. */
	commit(at: string, changes: Changes): string;
	/** Merge a branch at a time; gives the merge's name. */
	merge(at: string, branch: string): string;
};

export function madeRepository(folder: string): MadeRepository {
	mkdirSync(folder, { recursive: true });
	const run = (args: string[], at?: string): string =>
		execFileSync('git', ['-c', 'user.name=made', '-c', 'user.email=made@example.com', ...args], {
			cwd: folder,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: {
				PATH: process.env.PATH,
				GIT_CONFIG_GLOBAL: '/dev/null',
				GIT_CONFIG_NOSYSTEM: '1',
				...(at ? { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at } : {}),
			},
		})
			.toString()
			.trim();
	run(['init', '--quiet', '--initial-branch=main']);
	// what a public host allows: a clone without files, which asks for them later
	run(['config', 'uploadpack.allowFilter', 'true']);
	return {
		folder,
		git: (...args) => run(args),
		commit(at, changes) {
			for (const [path, change] of Object.entries(changes)) {
				const file = join(folder, path);
				rmSync(file, { force: true });
				if (change === null) continue;
				mkdirSync(dirname(file), { recursive: true });
				if (typeof change === 'string') writeFileSync(file, change);
				else symlinkSync(change.link, file);
			}
			run(['add', '--all']);
			run(['commit', '--quiet', '--allow-empty', '-m', at], at);
			return run(['rev-parse', 'HEAD']);
		},
		merge(at, branch) {
			run(['merge', '--quiet', '--no-ff', '-m', at, branch], at);
			return run(['rev-parse', 'HEAD']);
		},
	};
}
