import { once } from 'node:events';
import { collect } from '../pipelines/collect.ts';
import { silent } from '../pipelines/report.ts';
import { killSources } from './kill-sources.ts';

// Collects from an origin until it is killed: `collect-child.ts <home> <origin>`. Waits for a word, says when it is done.
const [home = '', replay = ''] = process.argv.slice(2);
await once(process.stdin, 'data');
process.stdout.write('begun\n');
const now = new Date('2026-11-21T12:00:00Z');
await collect({
	home,
	replay,
	sources: killSources(),
	archived: [],
	decisions: new Map(),
	now,
	env: {},
	report: silent,
});
process.stdout.write('done\n', () => process.exit(0));
