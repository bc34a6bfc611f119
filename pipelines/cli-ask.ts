import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { Place } from './place.ts';
import { writeAll } from './print.ts';
import type { Report } from './report.ts';
import { type End, dayOption, percentage } from './cli-options.ts';
import { exit } from './exit.ts';
import { formats, type Format } from './query.ts';

/** Verbs that only look. */
export function asking(program: Command, place: Place, report: Report, end: End): void {
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
