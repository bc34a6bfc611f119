import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, type LaunchOptions } from 'playwright';

/** Arguments that keep Chromium from talking to anyone but the page; no sandbox only where it cannot work (root). */
const quiet = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-default-apps',
	'--disable-sync',
	'--metrics-recording-only',
	'--no-first-run',
];

export const launchOptions = (executablePath: string | undefined): LaunchOptions => ({
	executablePath,
	args: process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet,
});

/**
 * A Chromium to test in, in this order: `CHROME_PATH`, playwright's own, the system's, playwright's downloaded now,
 * Debian's package installed now (as root). Undefined = playwright's own. Throws one line where there is none: never skips.
 */
export function findChromium(): string | undefined {
	const named = process.env['CHROME_PATH'];
	if (named) {
		if (existsSync(named)) return named;
		throw new Error(`chromium: CHROME_PATH names no file: ${named}`);
	}
	const known = installed();
	if (known !== null) return known;
	if (tried(process.execPath, [playwrightCli(), 'install', 'chromium']) && existsSync(chromium.executablePath()))
		return undefined;
	if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
		tried('apt-get', ['update']);
		tried('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
		const now = installed();
		if (now !== null) return now;
	}
	throw new Error(
		'chromium: missing: set CHROME_PATH, or install it with `npx playwright install chromium` or your system’s package',
	);
}

/** Playwright's own (undefined) or the system's; null where neither is there. */
function installed(): string | undefined | null {
	if (existsSync(chromium.executablePath())) return undefined;
	const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
	return places.find(path => existsSync(path)) ?? null;
}

const playwrightCli = () => join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js');

function tried(command: string, args: string[]): boolean {
	try {
		execFileSync(command, args, { stdio: 'inherit', timeout: 240_000 });
		return true;
	} catch {
		return false;
	}
}
