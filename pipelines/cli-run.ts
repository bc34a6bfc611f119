import { type Command, Option } from 'commander';
import type { Place } from './place.ts';
import type { Report } from './report.ts';
import { exit } from './exit.ts';
import { type End, onlyOption, replayOption, dayOption, whole } from './cli-options.ts';
import { paces, type Pace } from './git-plan.ts';

type Backfilling = { only?: string[]; since?: string; until?: string; max?: number } & {
	git?: string | true;
	every: Pace;
	replay?: string;
};

/** Verbs that change the state or the publication. */
export function running(program: Command, place: Place, report: Report, end: End): void {
	const now = new Date();
	const run = { now, env: process.env };
	program
		.command('start')
		.description('nightly, then serve the site on a local port')
		.option('--offline', 'build from the shipped archive and what was collected before')
		.option('--no-serve', 'build only')
		.option('--port <port>', 'port to serve on (0 = any free one)', whole, 4321)
		.action(async (options: { offline?: boolean; serve: boolean; port: number }) => {
			const { nightly } = await import('./nightly.ts');
			const code = await nightly(place, report, { ...run, offline: options.offline, quick: true });
			report.line(`data: ${place.data} (try: npx tokens query "from mart_source__source")`);
			// A publication stands: a source that failed is in the summary and on the health page, not in the exit code of `start`.
			end(code === exit.someFailed ? exit.done : code);
			if (options.serve && code !== exit.refused) await serveUntilStopped(place, options.port, report);
			else report.line(`site: ${place.dist}`);
		});
	program
		.command('collect')
		.description('look at every due source and keep what it shows')
		.addOption(onlyOption())
		.addOption(replayOption())
		.action(async (options: { only?: string[]; replay?: string }) => {
			const { collect } = await import('./collect.ts');
			const summary = await collect({ home: place.home, report, ...run, ...options });
			end(summary.sources.some(source => ['failed', 'held'].includes(source.state)) ? exit.someFailed : exit.done);
		});
	program
		.command('backfill')
		.description('fetch history: dated package versions, past days and, with --git, commits, each once')
		.argument('[id]', 'this source only')
		.addOption(onlyOption())
		.addOption(replayOption())
		.addOption(dayOption('--since', 'first'))
		.addOption(dayOption('--until', 'last'))
		.option('--max <n>', 'at most this many requests, or new bodies from git', whole)
		.option('--git [address]', "history of the source's repository, or of this clone: https, file or a folder")
		.addOption(
			new Option('--every <pace>', 'with --git: the last commit of each, or all').choices(paces).default('day'),
		)
		.action(async (id: string | undefined, { git, every: pace, replay, ...options }: Backfilling) => {
			const asked = { home: place.home, report, ...run, ...options, ...(id ? { only: [id] } : {}) };
			const summary = git
				? await (await import('./backfill-git.ts')).backfillGit({ ...asked, pace, git: git === true ? undefined : git })
				: await (await import('./backfill.ts')).backfill({ ...asked, replay });
			end(summary.failed > 0 ? exit.someFailed : exit.done);
		});
	program
		.command('build')
		.description('snapshots to audited marts to exports')
		.action(async () => {
			const { build } = await import('./build.ts');
			const { catalog, held } = await build(place, report, now);
			if (!catalog) report.fault('refused to publish: the last good publication stays');
			else report.line(`${catalog.release}: ${catalog.marts.length} marts in ${place.data}`);
			end(catalog ? (held > 0 ? exit.someFailed : exit.done) : exit.refused);
		});
	program
		.command('site')
		.description('draw the pages from the published exports')
		.action(async () => {
			const { site } = await import('./nightly.ts');
			await site(place, report);
		});
	program
		.command('nightly')
		.description('collect, build, draw, publish')
		.option('--offline', 'without the network')
		.addOption(replayOption())
		.action(async (options: { offline?: boolean; replay?: string }) => {
			const { nightly } = await import('./nightly.ts');
			end(await nightly(place, report, { ...run, ...options }));
		});
	program
		.command('serve')
		.description('serve the publication on a local port')
		.option('--port <port>', 'port (0 = any free one)', whole, 4321)
		.action(async (options: { port: number }) => serveUntilStopped(place, options.port, report));
}

async function serveUntilStopped(place: Place, port: number, report: Report): Promise<void> {
	const { serve } = await import('./serve.ts');
	const server = await serve({ dir: place.dist, port });
	report.line(`site: ${server.url} (ctrl-c stops)`);
	await new Promise<void>(stop => {
		process.once('SIGINT', stop);
		process.once('SIGTERM', stop);
	});
	await server.close();
}
