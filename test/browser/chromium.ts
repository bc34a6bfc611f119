import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumAt } from '../../scrapers/chromium.ts';

/**
 * A Chromium to test in, in this order: `CHROME_PATH`, playwright's own, the system's, playwright's downloaded now,
 * Debian's package installed now (as root). Undefined = playwright's own. Throws one line where there is none: never skips.
 */
export function findChromium(): string | undefined {
	const known = chromiumAt(process.env['CHROME_PATH']);
	if (known !== null) return known;
	if (tried(process.execPath, [playwrightCli(), 'install', 'chromium']) && existsSync(chromium.executablePath()))
		return undefined;
	if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
		tried('apt-get', ['update']);
		tried('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
		const now = chromiumAt(undefined);
		if (now !== null) return now;
	}
	throw new Error(
		'chromium: missing: set CHROME_PATH, or install it with `npx playwright install chromium` or your system’s package',
	);
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
