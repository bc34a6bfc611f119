import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Config from '@npmcli/config';
import PQueue from 'p-queue';
import pacote, { type Options, type Packument } from 'pacote';
import type { Body } from './body.ts';
import { excerpt } from './error.ts';

/** One answer of the npm registry that the user's own settings name. `integrity` is null for a packument. */
export type Package = Body & { integrity: string | null };

/** A package that could not be had: `npm:NAME@VERSION: <what>: <npm's code>`. Never names the registry. */
export class PackageError extends Error {
	override name = 'PackageError';
	readonly code: string;
	constructor(url: string, what: string, code: string) {
		super(`${url}: ${what}: ${code}`);
		this.code = code;
	}
}

/** Gentle whoever asks: two at a time in one process. */
const queue = new PQueue({ concurrency: 2 });

const words: Record<string, string> = {
	ETARGET: 'version not served',
	E404: 'package not served',
	EINTEGRITY: 'integrity mismatch',
	ENOINTEGRITY: 'integrity missing',
	EVERSION: 'expected an exact version',
};

/**
 * `npm:NAME` gives the packument as JSON, `npm:NAME@VERSION` the tarball of that exact version, its integrity checked
 * against the packument and against `integrity` where the caller knows it from an earlier look. `npm:NAME@latest` is the
 * exact version behind that tag. Registry, proxy, certificates and credentials are the user's npm settings. Throws
 * `PackageError`.
 */
export async function fetchPackage(
	url: string,
	options: { integrity?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Package> {
	const { name, version } = packageOf(url);
	return queue.add(() => ask(url, name, version, options));
}

async function ask(
	url: string,
	name: string,
	version: string | null,
	options: { integrity?: string; env?: NodeJS.ProcessEnv },
): Promise<Package> {
	try {
		const settings = await npmSettings(options.env ?? process.env);
		const packument = await pacote.packument(name, settings);
		if (version === null) {
			const bytes = new TextEncoder().encode(JSON.stringify(packument));
			return { url, bytes, media_type: 'application/json', integrity: null };
		}
		const exact = version === 'latest' ? packument['dist-tags'].latest : version;
		const dist = packument.versions[exact]?.dist;
		if (!dist) throw new PackageError(url, words.ETARGET!, 'ETARGET');
		if (!dist.integrity && !dist.shasum) throw new PackageError(url, words.ENOINTEGRITY!, 'ENOINTEGRITY');
		const { integrity } = options;
		const bytes = await pacote.tarball(`${name}@${exact}`, { ...settings, ...(integrity ? { integrity } : {}) });
		return { url, bytes, media_type: 'application/gzip', integrity: String(bytes.integrity) };
	} catch (error) {
		if (error instanceof PackageError) throw error;
		const code = (error as { code?: unknown }).code;
		// npm's own message prints the registry's address: only its code is passed on
		throw new PackageError(
			url,
			words[String(code)] ?? 'npm failed',
			typeof code === 'string' ? code : excerpt((error as Error).name),
		);
	}
}

/** Throws `PackageError` for a range or another tag: those are resolved against the running Node's `engines`. */
export function packageOf(url: string): { name: string; version: string | null } {
	const found = /^npm:((?:@[\w.~-]+\/)?[\w.~-]+)(?:@(.+))?$/.exec(url);
	if (!found) throw new PackageError(url, 'invalid package address', 'EINVALID');
	const [, name = '', version = null] = found;
	if (version !== null && version !== 'latest' && !/^\d+\.\d+\.\d+(-[\w.-]+)?(\+[\w.-]+)?$/.test(version)) {
		throw new PackageError(url, words.EVERSION!, 'EVERSION');
	}
	return { name, version };
}

type Settings = Options & { fullMetadata: true };
const loaded = new Map<NodeJS.ProcessEnv, Promise<Settings>>();

/** The user's npm settings, read once an environment. One packument is asked once for all its versions. */
function npmSettings(env: NodeJS.ProcessEnv): Promise<Settings> {
	let settings = loaded.get(env);
	if (!settings) loaded.set(env, (settings = loadSettings(env)));
	return settings;
}

async function loadSettings(env: NodeJS.ProcessEnv): Promise<Settings> {
	const require = createRequire(import.meta.url);
	const { definitions, shorthands, flatten } = require('@npmcli/config/lib/definitions') as ConstructorParameters<
		typeof Config
	>[0];
	const config = new Config({
		definitions,
		shorthands,
		flatten,
		npmPath: npmFolder(env),
		env,
		argv: [process.execPath, 'tokens'],
	});
	await config.load();
	return {
		...config.flat,
		...patienceOf(config),
		// the full document: the short one has no `time`
		fullMetadata: true,
		packumentCache: new Map<string, Packument>(),
	};
}

/** npm waits 70 s for a registry that is not there: too long for a nightly run, unless the user has said so. */
function patienceOf(config: Config): Pick<Options, 'retry' | 'timeout'> {
	const or = <Value>(key: string, value: Value): Value => (config.isDefault(key) ? value : (config.get(key) as Value));
	return {
		timeout: or('fetch-timeout', 60_000),
		retry: {
			retries: or('fetch-retries', 1),
			factor: or('fetch-retry-factor', 10),
			minTimeout: or('fetch-retry-mintimeout', 1_000),
			maxTimeout: or('fetch-retry-maxtimeout', 5_000),
		},
	};
}

/** Where npm itself lies: some systems keep their settings in a file beside it. */
function npmFolder(env: NodeJS.ProcessEnv): string {
	const bin = dirname(process.execPath);
	const places = [
		...(env.npm_execpath ? [join(dirname(env.npm_execpath), '..')] : []),
		join(bin, '..', 'lib', 'node_modules', 'npm'),
		join(bin, 'node_modules', 'npm'),
		join(bin, '..', 'share', 'nodejs', 'npm'),
	];
	return places.find(place => existsSync(join(place, 'package.json'))) ?? bin;
}
