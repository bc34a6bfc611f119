import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest by far, the longest first: seconds of processor on a machine of two. */
const seconds: Readonly<Record<string, number>> = {
	'site-build': 68,
	licence: 50,
	cli: 44,
	'fixtures-build': 42,
	kill: 36,
	'facts-ledger': 29,
	'ledger-properties': 19,
	absurd: 19,
	charts: 15,
	pages: 14,
};

/** Long files first, so that no worker is left with one of them when the others have nothing more to do. */
export class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const known = (file: TestSpecification) => seconds[basename(file.moduleId, '.test.ts')] ?? 0;
		return (await super.sort(files)).toSorted((a, b) => known(b) - known(a));
	}
}
