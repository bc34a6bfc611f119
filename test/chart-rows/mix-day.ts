const day = { budget_usd_per_day: 900, target_usd_per_day: 50, from_day: '2026-04-30', last_seen_on: '2026-08-15' };
const sonnet = {
	premium_model: 'anthropic/sonnet',
	premium_title: 'Sonnet',
	premium_country: 'US',
	premium_usd_per_mtok: 1.3878,
	mtok_per_day: 900 / 1.3878,
};
const opus = {
	premium_model: 'anthropic/opus',
	premium_title: null,
	premium_country: null,
	premium_usd_per_mtok: 2.313,
	mtok_per_day: 900 / 2.313,
};
const flash = {
	cheap_model: 'deepseek/v4-flash',
	cheap_title: '<script>alert(1)</script>',
	cheap_country: 'CN',
	cheap_usd_per_mtok: 0.0486808,
};

/** The worked example of the methods page, 2.1 % premium, and a pair that cannot reach the target. */
export const rows = {
	routes: [
		{ ...day, ...sonnet, ...flash, route: 'sonnet_deepseek' },
		{ ...day, ...opus, ...flash, route: 'opus_deepseek', cheap_usd_per_mtok: 0.3855 },
		{ ...day, ...opus, ...flash, route: 'opus_deepseek_warm' },
		{ ...day, ...sonnet, ...flash, route: 'sonnet_deepseek_warm' },
	],
};
