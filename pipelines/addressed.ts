import type { Context, Source } from '../scrapers/source.ts';

/**
 * A source whose service its user names, with the address filled in; or the reason why it cannot be asked. Any other
 * source is as it was.
 */
export function addressed<Asked extends Source>(
	source: Asked,
	keys: (name: string) => string | undefined,
): { source: Asked; reason: string | null } {
	const name = source.needs?.address;
	if (name === undefined) return { source, reason: null };
	const address = keys(name);
	if (address === undefined) return { source, reason: `missing address: ${name} is not set` };
	if (!URL.canParse(address) || new URL(address).protocol !== 'https:')
		return { source, reason: `invalid address: ${name} is no https address` };
	const asked = { ...source, requests: (context: Context) => source.requests({ ...context, address }) };
	return { source: asked, reason: null };
}
