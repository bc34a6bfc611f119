import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSite } from '../site/build.ts';
import { build } from './build.ts';
import { collect, type Summary } from './collect.ts';
import { exit } from './exit.ts';
import type { Place } from './place.ts';
import { publish, recover } from './publish.ts';
import type { Report } from './report.ts';
import { recordVerdicts, verdictsFile } from './verdicts.ts';

export type NightlyOptions = { offline?: boolean; quick?: boolean; replay?: string; now: Date; env: NodeJS.ProcessEnv };

/**
 * Collect, build, draw, publish: what the scheduler runs. A source that fails stops nothing; audits that find a fault
 * stop the publication. Data and pages are made beside the publication and take its place in one rename.
 */
export async function nightly(place: Place, report: Report, options: NightlyOptions): Promise<number> {
	await recover(place.dist);
	const summary = await collect({ home: place.home, report, ...options });
	const staged = stagedOf(place);
	try {
		const result = await build(staged, report, options.now);
		if (!result.catalog) {
			report.fault('refused to publish: the last good publication stays');
			return exit.refused;
		}
		await drawn(staged, report);
		await publish(staged.dist, place.dist);
		await recordVerdicts(place.data, verdictsFile(place.home));
		return failed(summary) > 0 || result.held > 0 ? exit.someFailed : exit.done;
	} finally {
		await rm(staged.dist, { recursive: true, force: true });
	}
}

const failed = (summary: Summary): number =>
	summary.sources.filter(source => ['failed', 'held'].includes(source.state)).length;

/** Draw the pages anew from the published exports, and publish both together. */
export async function site(place: Place, report: Report): Promise<void> {
	await recover(place.dist);
	const staged = stagedOf(place);
	try {
		await cp(place.data, staged.data, { recursive: true });
		await drawn(staged, report);
		await publish(staged.dist, place.dist);
	} finally {
		await rm(staged.dist, { recursive: true, force: true });
	}
}

/** A place beside the publication, on the same disk, so that a rename can put it there. */
function stagedOf(place: Place): Place {
	const dist = `${place.dist}.made-${process.pid}`;
	return { ...place, dist, data: join(dist, 'data') };
}

async function drawn(staged: Place, report: Report): Promise<void> {
	const began = performance.now();
	const { pages } = await buildSite({ data: staged.data, out: staged.dist });
	report.line(`site: ${pages} pages in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
