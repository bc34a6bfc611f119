import type { Terms } from '../scrapers/source.ts';
import type { Look } from './store.ts';

/** Licences under which a whole body, and not only the facts in it, may be passed on. */
const open = new Set(['MIT', 'Apache-2.0', 'CC BY 4.0']);

export const isOpen = (terms: Terms): boolean => terms.redistribute && open.has(terms.licence);

/**
 * The snapshots whose bodies may lie on a public branch: those of sources with an open licence. Vendors' pages and files
 * without a licence stay in a private place; a body that a closed source shows too stays with it.
 */
export function publicSnapshots(
	looks: readonly Pick<Look, 'source' | 'snapshot'>[],
	sources: readonly { id: string; terms: Terms }[],
): string[] {
	const openIds = new Set(sources.filter(({ terms }) => isOpen(terms)).map(({ id }) => id));
	const closed = new Set(looks.filter(({ source }) => !openIds.has(source)).map(({ snapshot }) => snapshot));
	const kept = looks.filter(({ snapshot }) => snapshot !== null && !closed.has(snapshot));
	return [...new Set(kept.map(({ snapshot }) => snapshot as string))].sort();
}
