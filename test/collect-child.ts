import { collect } from '../pipelines/collect.ts';
import { silent } from '../pipelines/report.ts';
import { killSources } from './kill-sources.ts';

// Collects from an origin until it is killed: `collect-child.ts <home> <origin>`. Says when it starts and when it is done.
const [home = '', replay = ''] = process.argv.slice(2);
process.stdout.write('ready\n');
await collect({
	home,
	replay,
	sources: killSources(),
	archived: [],
	decisions: new Map(),
	now: new Date('2026-11-21T12:00:00Z'),
	env: {},
	report: silent,
});
process.stdout.write('done\n');
