import semver from 'semver';
import { type DateEvidence, datesOf } from './npm-dates.ts';
import type { Context, Observed, Request } from './source.ts';

/** A package's versions as its packument lists them, and what dates them. */
type Versions = { versions: Record<string, unknown> } & Pick<DateEvidence, 'time' | 'changelog' | 'known'>;

/** A request for each version that the store lacks and the run asks for, oldest first, dated as far as `npm-dates` knows. */
export function datedVersions(name: string, { versions, ...evidence }: Versions, context: Context): Request[] {
	const dates = datesOf({ versions: Object.keys(versions), ...evidence });
	return versionRequests(
		name,
		Object.keys(versions)
			.sort(semver.compare)
			.map(version => ({ version, observed: dates.get(version) })),
		context,
	);
}

/** A request for each of these versions that the store lacks; one dated before `since` is not asked for. */
export const versionRequests = (
	name: string,
	versions: readonly { version: string; observed: Observed | undefined }[],
	context: Pick<Context, 'has' | 'since'>,
): Request[] =>
	versions
		.map(({ version, observed }) => ({ url: `npm:${name}@${version}`, observed }))
		.filter(({ url, observed }) => !context.has(url) && !(context.since && observed && observed.on < context.since));
