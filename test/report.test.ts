import { afterEach, expect, test, vi } from 'vitest';
import { reportTo } from '../pipelines/report.ts';

afterEach(() => {
	vi.useRealTimers();
});

function streams() {
	const out: string[] = [];
	const err: string[] = [];
	return {
		out,
		err,
		report: reportTo({ write: text => out.push(String(text)) > 0 }, { write: text => err.push(String(text)) > 0 }),
	};
}

test('lines go to standard output and faults to standard error, each on a line', () => {
	const { out, err, report } = streams();
	report.line('models-dev good');
	report.fault('build refused');
	report.close();
	expect([out, err]).toEqual([['models-dev good\n'], ['build refused\n']]);
});

test('where there is no terminal, long work says now and then how far it is, in plain lines', () => {
	vi.useFakeTimers({ toFake: ['performance'] });
	const { out, report } = streams();
	const progress = report.progress('read npm-pi-ai');
	for (let done = 1; done <= 100; done++) {
		vi.advanceTimersByTime(200);
		progress(done, 100, done === 50 ? 'half' : undefined);
	}
	expect(out).toEqual([
		'read npm-pi-ai: 25 of 100\n',
		'read npm-pi-ai: 50 of 100 (half)\n',
		'read npm-pi-ai: 75 of 100\n',
	]);
});

test('work that is quickly done shows no progress at all', () => {
	const { out, report } = streams();
	const progress = report.progress('build');
	for (let done = 1; done <= 10; done++) progress(done, 10);
	expect(out).toEqual([]);
});
