import { z } from 'zod';
import { rowsOf } from '../entries.ts';
import { unwrapped } from '../envelope.ts';
import { jsonOf } from '../json.ts';
import { ModelName } from '../price.ts';
import type { HostInput, Source } from '../source.ts';

const id = 'openrouter-providers';

const country = z.string().regex(/^[A-Z]{2}$/);
const Host = z.object({
	name: ModelName,
	headquarters: country.nullish().catch(null),
	datacenters: z.array(country).nullish().catch(null),
});
const Envelope = z.preprocess(value => unwrapped(value, 'data'), z.array(z.unknown()).min(1));

/** The hosts behind OpenRouter with the country that each declares: the contracting entity's, not the owner's. */
export const source = {
	id,
	title: 'OpenRouter providers',
	kind: 'catalogue',
	lineage: 'aggregator',
	homepage: 'https://openrouter.ai/providers',
	terms: {
		licence: 'none stated',
		attribution: 'Hosts as listed by OpenRouter (openrouter.ai/providers), {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	requests: () => [{ url: 'https://openrouter.ai/api/v1/providers' }],
	read(body, reject) {
		const places = jsonOf(id, Envelope, body).map((entry, i) => ({ where: `providers.${i}`, entry }));
		return rowsOf(id, Host, places, host => [hostRow(host)], reject);
	},
} satisfies Source<HostInput>;

const hostRow = ({ name, headquarters, datacenters }: z.infer<typeof Host>): HostInput => ({
	record: 'host',
	// the spelling that endpoints carry as `provider_name`
	host: name,
	country: headquarters,
	// an empty list states no place
	datacenters: datacenters?.length ? datacenters.join(';') : null,
});
