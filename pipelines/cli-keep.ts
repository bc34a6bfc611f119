import { basename, join, relative } from 'node:path';
import { type Command } from 'commander';
import type { End } from './cli-options.ts';
import { exit } from './exit.ts';
import { writeAll } from './print.ts';
import type { Place } from './place.ts';
import type { Report } from './report.ts';

/** Verbs of those who keep the project. */
export function keeping(program: Command, place: Place, report: Report, end: End): void {
	program
		.command('fixture')
		.description('write the expected rows of a source from its fixture body')
		.argument('<ids...>')
		.action(async (names: string[]) => {
			const { writeExpected } = await import('./fixture.ts');
			for (const id of names) report.line(`${basename(id)}: ${await writeExpected(id)} rows`);
		});
	program
		.command('archive')
		.description('make the shipped archive of dated package versions anew')
		.option('--usage <folder>', 'make the archive of the daily ranking from this folder of captured series instead')
		.action(async (options: { usage?: string }) => {
			if (options.usage) {
				const { writeUsageArchive } = await import('./usage-archive.ts');
				const { rows } = await writeUsageArchive({ folder: options.usage, archive: join(place.warehouse, 'archive') });
				report.line(`openrouter-rankings-daily: ${rows} rows`);
				return;
			}
			const { archive } = await import('./archive.ts');
			await archive({ home: place.home, report });
		});
	program
		.command('bodies')
		.description('files of the snapshots that may lie in public, one a line, relative to the state')
		.action(async () => {
			const { discover } = await import('../scrapers/discover.ts');
			const { bodyFile, openStore } = await import('./store.ts');
			const { publicSnapshots } = await import('./public-bodies.ts');
			const shown = publicSnapshots(openStore(place.home).looks(), await discover());
			await writeAll(shown.map(snapshot => `${relative(place.home, bodyFile(place.home, snapshot))}\n`));
		});
	program
		.command('notebooks')
		.description('run the notebooks on the published file: do their results still stand?')
		.option('--write', 'print the results into place')
		.action(async (options: { write?: boolean }) => {
			const { runNotebooks } = await import('./notebooks.ts');
			const apart = await runNotebooks(place.data, options);
			for (const { id, place } of apart)
				report.line(`${id}: block ${place}: ${options.write ? 'printed anew' : 'differs'}`);
			if (apart.length === 0) report.line('every result is the one printed');
			else if (!options.write) end(exit.someFailed);
		});
	program
		.command('docs')
		.description('print the generated parts of the documentation into place')
		.action(async () => {
			const { writeDocs } = await import('./docs.ts');
			for (const file of await writeDocs(place.data)) report.line(`${file}: written`);
		});
}
