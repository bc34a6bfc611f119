import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { asking } from './cli-ask.ts';
import { keeping } from './cli-keep.ts';
import type { End } from './cli-options.ts';
import { running } from './cli-run.ts';
import { exit, WrongUse } from './exit.ts';
import { placeOf, type Place } from './place.ts';
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
	keeping(program, place, report, end);
	return program;
}
