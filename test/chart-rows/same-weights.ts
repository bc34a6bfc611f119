const offer = {
	model: 'deepseek/one',
	title: '<script>alert(1)</script>',
	country: 'CN',
	host: 'host-0',
	cell: 'output',
	usd_per_mtok: '0.4000000000',
	is_own_lab: false,
	quantization: 'fp8',
	weight_bits: 8,
	day: '2026-03-10',
};
const hosts = (model: string, country: string, prices: readonly number[]) =>
	prices.map((price, index) => ({
		...offer,
		model,
		country,
		title: model === 'deepseek/one' ? offer.title : model,
		host: `host-${index}`,
		usd_per_mtok: price.toFixed(10),
		quantization: index === 1 ? 'fp4' : index === 2 ? null : 'fp8',
		weight_bits: index === 1 ? 4 : index === 2 ? null : 8,
	}));
/** Five models with a range, the lab's own offer below its hosts, one of two hosts, one sold by its lab and two hosts. */
export const rows = {
	offers: [
		...hosts('deepseek/one', 'CN', [0.4, 0.6, 1.2, 1.6]),
		{ ...offer, host: 'DeepSeek', usd_per_mtok: '0.2800000000', is_own_lab: true },
		...hosts('meta/two', 'US', [0.2, 0.3, 0.5]),
		...hosts('mistral/three', 'EU', [1, 1.1, 2]),
		...hosts('zai/four', 'CN', [1.5, 2, 2.2, 2.2]),
		...hosts('openai/five', 'US', [0.1, 0.1, 0.1]),
		...hosts('qwen/six', 'CN', [0.5, 0.9]),
		...hosts('kimi/seven', 'CN', [2, 4]),
		{ ...offer, model: 'kimi/seven', host: 'Moonshot', usd_per_mtok: '2.5000000000', is_own_lab: true },
		...hosts('deepseek/one', 'CN', [0.1, 0.2, 0.3]).map(row => ({ ...row, cell: 'input' })),
	],
};
