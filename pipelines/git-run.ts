import { spawn } from 'node:child_process';
import { excerpt } from '../scrapers/error.ts';

/** Runs one command of git and gives what it prints. Throws `git: <what>: <value>`, one line. */
export type Git = (
	args: string[],
	more?: { input?: string; max_bytes?: number; timeout_ms?: number; setting?: string },
) => Promise<Buffer>;

const listing = { max_bytes: 256 * 2 ** 20, timeout_ms: 10 * 60_000 };

/** What git may know of the environment: where it is, its user's settings and the way to the network, and no key. */
const known =
	/^(PATH|HOME|USERPROFILE|SYSTEMROOT|TMPDIR|TEMP|TMP|XDG_CONFIG_HOME|(https?|all|no)_proxy|SSL_CERT_(FILE|DIR)|GIT_SSL_CAINFO)$/i;

/**
 * The git on the path, in one folder and never in one above it. A repository is other people's: nothing that its settings
 * name is run, no helper asked, no password prompted for. `protocols`: what may be fetched over; none = no network at all.
 */
export function gitIn(
	folder: string,
	options: { env: NodeJS.ProcessEnv; above: string; protocols: string[]; hidden?: string[] },
): Git {
	const hidden = [folder, ...(options.hidden ?? [])];
	const env = {
		...Object.fromEntries(Object.entries(options.env).filter(([name]) => known.test(name))),
		LC_ALL: 'C',
		GIT_CEILING_DIRECTORIES: options.above,
		GIT_ALLOW_PROTOCOL: options.protocols.join(':') || 'none',
		GIT_TERMINAL_PROMPT: '0',
		GIT_ASKPASS: '',
		SSH_ASKPASS: '',
		GIT_OPTIONAL_LOCKS: '0',
		GIT_NO_REPLACE_OBJECTS: '1',
		// what a partial clone lacks is asked for at once or not at all, never file by file
		GIT_NO_LAZY_FETCH: '1',
	};
	const settings = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'credential.helper=', 'gc.auto=0'].concat(
		'maintenance.auto=false',
		'init.templateDir=',
	);
	const first = ['--no-pager', '--literal-pathspecs', ...settings.flatMap(setting => ['-c', setting])];

	return (args, { input = '', max_bytes = listing.max_bytes, timeout_ms = listing.timeout_ms, setting } = {}) =>
		new Promise((resolve, reject) => {
			const own = setting === undefined ? [] : ['-c', setting];
			const verb = args[0] ?? '';
			const child = spawn('git', [...first, ...own, ...args], {
				cwd: folder,
				env,
				timeout: timeout_ms,
				windowsHide: true,
			});
			const parts: Buffer[] = [];
			let bytes = 0;
			let said = '';
			child.on('error', (error: NodeJS.ErrnoException) => {
				const is_missing = error.code === 'ENOENT';
				reject(
					new Error(is_missing ? 'git: missing program: git is not on the path' : `git: cannot run: ${error.code}`),
				);
			});
			child.stdout.on('data', (part: Buffer) => {
				bytes += part.length;
				if (bytes > max_bytes) child.kill();
				else parts.push(part);
			});
			child.stderr.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-4_000)));
			// a command that ends early does not read all that it is told
			child.stdin.on('error', () => {});
			child.stdin.end(input);
			child.on('close', (code, signal) => {
				if (bytes > max_bytes) reject(new Error(`git: ${verb}: larger than allowed: ${max_bytes} bytes`));
				else if (code === 0) resolve(Buffer.concat(parts));
				else if (signal !== null) reject(new Error(`git: ${verb}: time-out: ${timeout_ms / 1_000} s`));
				else reject(new Error(`git: ${verb} failed: ${reasonOf(said, hidden) || `exit ${code}`}`));
			});
		});
}

/** The line that says what is wrong, without the places of this machine: it may be kept with a look that failed. */
function reasonOf(said: string, hidden: string[]): string {
	const lines = said.split('\n').filter(line => line.trim() !== '');
	const line = lines.find(line => /^(fatal|error): /.test(line)) ?? lines.at(-1) ?? '';
	const bare = line.replace(/^(fatal|error): /, '');
	return excerpt(hidden.reduce((text, place) => text.replaceAll(place, 'the folder'), bare));
}
