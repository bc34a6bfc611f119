import { describe, expect, it } from 'vitest';
import { planOf, type Commit, type Pace } from '../pipelines/git-plan.ts';

describe('the plan of a history', () => {
	const at = (time: string): number => Date.parse(time) / 1_000;
	const line: Commit[] = [
		['a', '2026-02-02T01:00:00Z'],
		['b', '2026-02-02T23:00:00Z'],
		['c', '2026-02-03T00:00:00Z'],
		['d', '2026-02-08T12:00:00Z'],
		['e', '2026-02-09T12:00:00Z'],
	].map(([sha = '', time = '']) => ({ sha, committed_at: at(time) }));
	const plan = (commits: Commit[], more: { pace?: Pace; since?: string; until?: string; kept?: string[] } = {}) =>
		planOf(commits, {
			pace: 'day',
			today: '2026-02-10',
			isKept: name => more.kept?.includes(name) ?? false,
			...more,
		}).map(({ sha, day }) => `${sha} ${day.slice(8)}`);

	it('takes the last commit of a day, of a week that begins on Monday, or every one', () => {
		expect(plan(line)).toEqual(['b 02', 'c 03', 'd 08', 'e 09']);
		expect(plan(line, { pace: 'week' })).toEqual(['d 08', 'e 09']);
		expect(plan(line, { pace: 'commit' })).toEqual(['a 02', 'b 02', 'c 03', 'd 08', 'e 09']);
	});

	it('stays within the days that were asked for', () => {
		expect(plan(line, { since: '2026-02-03', until: '2026-02-08' })).toEqual(['c 03', 'd 08']);
		expect(plan(line, { since: '2026-02-10' })).toEqual([]);
	});

	it('never goes back in time, whatever the clock of a committer said', () => {
		const late = { sha: 'x', committed_at: at('2026-01-01T00:00:00Z') };
		const early = { sha: 'y', committed_at: at('2038-01-01T00:00:00Z') };
		expect(plan([...line.slice(0, 3), late, ...line.slice(3)])).toEqual(['b 02', 'x 03', 'd 08', 'e 09']);
		expect(plan([...line.slice(0, 3), early, ...line.slice(3)])).toEqual(['b 02', 'y 03', 'd 08', 'e 09']);
		expect(plan([early])).toEqual(['y 10']);
	});

	it('leaves out what is kept, and what would come after it on its day', () => {
		expect(plan(line, { kept: ['c', 'd'] })).toEqual(['b 02', 'e 09']);
		expect(plan(line, { kept: ['b'], pace: 'commit' })).toEqual(['c 03', 'd 08', 'e 09']);
		expect(plan(line, { kept: ['a'], pace: 'commit' })).toEqual(['b 02', 'c 03', 'd 08', 'e 09']);
	});
});
