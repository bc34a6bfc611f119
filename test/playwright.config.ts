import { defineConfig } from '@playwright/test';
import { launchOptions } from '../scrapers/chromium.ts';
import { findChromium } from './browser/chromium.ts';

// Found or installed here, once; every worker inherits the answer.
const executablePath = findChromium();
if (executablePath) process.env['CHROME_PATH'] = executablePath;

export default defineConfig({
	testDir: 'browser',
	outputDir: '../test-results',
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	retries: 0,
	timeout: 60_000,
	// What Lighthouse measures is time: one page at a time, and in a run of its own.
	projects: [
		{ name: 'pages', testIgnore: /lighthouse/ },
		{ name: 'lighthouse', testMatch: /lighthouse/, workers: 1, fullyParallel: false },
	],
	reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : [['list']],
	use: { browserName: 'chromium', launchOptions: launchOptions(executablePath) },
});
