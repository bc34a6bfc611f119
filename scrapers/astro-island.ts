/** The properties of a component that a page made with Astro carries for its script; null where they do not decode. */
export function islandProps(island: Element): Record<string, unknown> | null {
	try {
		const written: unknown = JSON.parse(island.getAttribute('props') ?? '');
		return isRecord(written) ? decodedRecord(written) : null;
	} catch {
		return null;
	}
}

/** Every value is written as a pair of its kind and itself: 0 a plain value or record, 1 a list; other kinds are dates and sets. */
function decoded(pair: unknown): unknown {
	if (!Array.isArray(pair)) return null;
	const [kind, value] = pair as unknown[];
	if (kind === 0) return isRecord(value) ? decodedRecord(value) : value;
	return kind === 1 && Array.isArray(value) ? value.map(decoded) : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const decodedRecord = (record: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(Object.entries(record).map(([name, pair]) => [name, decoded(pair)]));
