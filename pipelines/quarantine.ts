import { fileURLToPath } from 'node:url';
import { linesOf } from './csv-line.ts';

/** Decisions of a person about single snapshots. */
export type Decisions = ReadonlyMap<string, 'hold' | 'release'>;

const seed = fileURLToPath(new URL('../warehouse/seeds/quarantine.csv', import.meta.url));

/** The reviewed lines `snapshot,decision,reason,day`. Throws on a decision that is neither `hold` nor `release`. */
export function decisionsOf(file = seed): Decisions {
	return new Map(
		linesOf(file).map(({ snapshot = '', decision }) => {
			if (decision !== 'hold' && decision !== 'release') {
				throw new Error(`quarantine.csv: expected hold or release got: ${decision}`);
			}
			return [snapshot, decision];
		}),
	);
}
