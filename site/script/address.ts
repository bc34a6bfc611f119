/** The state of a page lies in its query (site.md 5): lists by comma, defaults left out, unknown keys left alone. */
const query = (): URLSearchParams => new URLSearchParams(location.search);

export const stateOf = (key: string): string[] => (query().get(key) ?? '').split(',').filter(Boolean);

/** Sets a key or, with nothing, leaves it out. A step that Back can undo; the anchor goes, as the state replaces it. */
export function setState(key: string, values: readonly string[]): void {
	const next = query();
	if (values.length) next.set(key, values.join(','));
	else next.delete(key);
	const text = next.toString().replaceAll('%2C', ',');
	const address = `${location.pathname}${text ? `?${text}` : ''}`;
	if (address === location.pathname + location.search + location.hash) return;
	// A page opened from a folder may refuse: then the state is not in its address.
	try {
		history.pushState(null, '', address);
	} catch {
		return;
	}
	dispatchEvent(new Event('state'));
}

/** Calls back now and whenever the address changes, by us, by Back or by an anchor. */
export function onState(read: () => void): void {
	for (const kind of ['state', 'popstate', 'hashchange']) addEventListener(kind, read);
	read();
}
