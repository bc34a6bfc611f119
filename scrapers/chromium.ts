import { existsSync } from 'node:fs';
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

export const launchOptions = (executablePath: string | undefined, more: string[] = []): LaunchOptions => ({
	executablePath,
	args: [...quiet, ...more, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});

/** Where a Chromium is: a path, undefined for playwright's own, null where there is none. Throws for a name that leads nowhere. */
export function chromiumAt(named: string | undefined): string | undefined | null {
	if (named) {
		if (existsSync(named)) return named;
		throw new Error(`chromium: CHROME_PATH names no file: ${named}`);
	}
	if (existsSync(chromium.executablePath())) return undefined;
	const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];
	return places.find(path => existsSync(path)) ?? null;
}
