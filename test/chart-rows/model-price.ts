import { hostile } from '../made-publication.ts';

const spell = (
	series: 'list' | 'cheapest_host',
	cell: string,
	usd: string | null,
	from_day: string,
	to_day: string | null,
	rest: Record<string, unknown> = {},
) => ({
	series,
	model: 'made/one',
	title: hostile,
	lab: 'Made',
	country: 'CN',
	channel: series === 'list' ? 'lab-direct' : 'host',
	provider: series === 'list' ? 'made' : null,
	cell,
	currency: 'USD',
	native_per_mtok: usd,
	usd_per_mtok: usd,
	low_usd_per_mtok: usd,
	high_usd_per_mtok: usd,
	agreement: series === 'list' ? 'agree' : null,
	from_day,
	to_day,
	changed_after: null,
	last_seen_on: to_day ?? '2026-03-09',
	hosts: series === 'list' ? null : '3',
	host: series === 'list' ? null : 'a-host',
	...rest,
});

/** A cut with its interval, a disputed stretch, a yuan sheet, a free cell, a price that is not stated, a host beside. */
export const rows = {
	list: [
		spell('list', 'output', '2.0000000000', '2025-10-01', '2026-01-20'),
		spell('list', 'output', '0.8000000000', '2026-01-20', null, { changed_after: '2026-01-05' }),
		spell('list', 'output', '0.7700000000', '2025-11-01', null, {
			channel: 'lab-cn',
			currency: 'CNY',
			native_per_mtok: '5.5000000000',
		}),
		spell('list', 'input', '0.5000000000', '2025-10-01', '2026-01-20'),
		spell('list', 'input', '0.4000000000', '2026-01-20', null, {
			agreement: 'disputed',
			low_usd_per_mtok: '0.2000000000',
			high_usd_per_mtok: '0.6000000000',
		}),
		spell('list', 'cache_read', '0', '2025-10-01', null),
		spell('list', 'cache_read', null, '2025-09-01', '2025-10-01'),
	],
	host: [
		spell('cheapest_host', 'output', '1.5000000000', '2025-12-01', '2026-02-01'),
		spell('cheapest_host', 'output', '0.6000000000', '2026-02-10', null),
	],
};
