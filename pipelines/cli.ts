import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { exit, WrongUse } from './exit.ts';
import { paces, type Pace } from './git-plan.ts';
import { placeOf, type Place } from './place.ts';
import { formats, type Format } from './query.ts';
import { reportTo, type Report } from './report.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
	version: string;
};

/** `tokens <verb>`: the only place that parses arguments. Gives the exit code; never throws. Verbs load what they need. */
export async function main(argv: string[]): Promise<number> {
	const report = reportTo(process.stdout, process.stderr);
	try {
		let code: number = exit.done;
		await commands(placeOf(process.env), report, result => (code = result)).parseAsync(argv);
		return code;
	} catch (error) {
		if (error instanceof CommanderError) return error.exitCode === 0 ? exit.done : exit.wrongUse;
		report.fault((error as Error).message);
		if (process.env.TOKENS_DEBUG) report.fault((error as Error).stack ?? '');
		return error instanceof WrongUse ? exit.wrongUse : exit.someFailed;
	} finally {
		report.close();
	}
}

type End = (code: number) => void;
type Backfilling = { only?: string[]; since?: string; until?: string; max?: number } & {
	git?: string | true;
	every: Pace;
	replay?: string;
};

function commands(place: Place, report: Report, end: End): Command {
	const program = new Command('tokens')
		.description('Prices, usage and capability of AI models by country, from dated and hashed snapshots.')
		.version(version)
		.exitOverride()
		.showHelpAfterError('(tokens --help lists the verbs)')
		.addHelpText(
			'after',
			`\nState: ${place.home} (TOKENS_HOME). Publication: ${place.dist} (TOKENS_DIST).\nExit: 0 done, 1 a source failed but a publication stands, 2 wrong use, 3 audits refused to publish.`,
		);
	running(program, place, report, end);
	asking(program, place, report, end);
	keeping(program, place, report);
	return program;
}

const ids = (text: string): string[] =>
	text
		.split(',')
		.map(id => id.trim())
		.filter(Boolean);
const onlyOption = () => new Option('--only <ids>', 'these sources only, due or not (comma separated)').argParser(ids);
const replayOption = () => new Option('--replay <url>', 'send every request to this origin instead, as /<host>/<path>');
const dayOption = (flag: string, which: string) =>
	new Option(`${flag} <day>`, `${which} day wanted, YYYY-MM-DD`).argParser(text => {
		if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text)))
			throw new InvalidArgumentError(`expected a day: ${text}`);
		return text;
	});
const whole = (text: string): number => {
	const number = Number(text);
	if (!Number.isInteger(number) || number < 0) throw new InvalidArgumentError(`expected a whole number: ${text}`);
	return number;
};
const percentage = (text: string): number => {
	const number = Number(text);
	if (text.trim() === '' || !Number.isFinite(number) || number < -100)
		throw new InvalidArgumentError(`expected a percentage: ${text}`);
	return number;
};

/** Verbs that change the state or the publication. */
function running(program: Command, place: Place, report: Report, end: End): void {
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

/** Verbs that only look. */
function asking(program: Command, place: Place, report: Report, end: End): void {
	program
		.command('status')
		.description('each source: state, newest look, age; what is held back and why; what will be lost')
		.option('--unmapped', 'names that no rule explains, by weight')
		.option('--json', 'one JSON object a line')
		.action(async (options: { unmapped?: boolean; json?: boolean }) => {
			const { status } = await import('./status.ts');
			process.stdout.write(await status(place, { ...options, now: new Date(), env: process.env }));
		});
	program
		.command('read')
		.description('rows of a captured body as NDJSON: tokens read prices/models-dev api.json')
		.argument('<kind/id>', 'the source')
		.argument('<file>', 'the body; .gz is unpacked')
		.action(async (path: string, file: string) => {
			const { readFile } = await import('./read.ts');
			const { lines, notes } = await readFile(path, file);
			for (const note of notes) report.fault(note);
			await writeAll(lines);
		});
	program
		.command('resolve')
		.description('canonical model, lab, family, variant and the rule used, for each name')
		.argument('[names...]', 'names; from standard input, one a line, when none is given')
		.option('--source <id>', 'the source that prints the names', '*')
		.option('--day <day>', 'day on which the names were seen (aliases swap meaning)')
		.option('--json', 'one JSON object a line')
		.action(async (names: string[], options: { source: string; day?: string; json?: boolean }) => {
			const { resolveNames } = await import('./resolve.ts');
			const asked =
				names.length > 0
					? names
					: readFileSync(0, 'utf8')
							.split('\n')
							.map(name => name.trim())
							.filter(Boolean);
			await writeAll((await resolveNames(asked, options)).map(line => `${line}\n`));
		});
	program
		.command('audit')
		.description(
			'a claimed price cut beside every cell of the model, before and after: tokens audit mimo-v2.5-pro --claim -99',
		)
		.argument('<model>', 'canonical model, its name without the lab, or its title')
		.addOption(new Option('--claim <percent>', 'the headline in per cent, below 0 for a cut').argParser(percentage))
		.addOption(dayOption('--day', 'the event nearest to this'))
		.option('--json', 'one JSON object')
		.action(async (model: string, { json, ...asked }: { claim?: number; day?: string; json?: boolean }) => {
			const { audit, auditText } = await import('./audit.ts');
			await writeAll([auditText(await audit(place.data, model, asked), json ?? false)]);
		});
	program
		.command('claims')
		.description('each published claim with its verdict, what is measured and why')
		.option('--json', 'one JSON object a line')
		.action(async (options: { json?: boolean }) => {
			const { claims } = await import('./claims.ts');
			await writeAll([await claims(place.data, options)]);
		});
	program
		.command('query')
		.description('run SQL on the published file, read-only')
		.argument('<sql>')
		.addOption(new Option('--format <format>', 'form of the rows').choices(formats).default('table'))
		.action(async (sql: string, options: { format: Format }) => {
			const { query } = await import('./query.ts');
			try {
				await writeAll([await query(place.data, sql, options.format)]);
			} catch (error) {
				report.fault((error as Error).message);
				end(exit.wrongUse);
			}
		});
}

/** Verbs of those who keep the project. */
function keeping(program: Command, place: Place, report: Report): void {
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
		.command('docs')
		.description('print the generated parts of the documentation into place')
		.action(async () => {
			const { writeDocs } = await import('./docs.ts');
			for (const file of await writeDocs(place.data)) report.line(`${file}: written`);
		});
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

/** Write to standard output; a reader that went away (`| head`) is no fault. */
async function writeAll(lines: Iterable<string>): Promise<void> {
	for (const line of lines) {
		try {
			if (!process.stdout.write(line)) await new Promise(resume => process.stdout.once('drain', resume));
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'EPIPE') return;
			throw error;
		}
	}
}
