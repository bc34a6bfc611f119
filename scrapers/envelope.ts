/** The first of the named properties that a value has as its own; the value itself when it has none of them. */
export function unwrapped(value: unknown, ...names: string[]): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
	const name = names.find(name => Object.hasOwn(value, name));
	return name === undefined ? value : (value as Record<string, unknown>)[name];
}
