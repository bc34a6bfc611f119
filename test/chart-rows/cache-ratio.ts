const seen = { agreement: 'agree', last_seen_on: '2026-11-10', output_usd_per_mtok: '10.0000000000' };
const model = (
	name: string,
	lab: string,
	country: string,
	input: string,
	cache_read: string | null,
	more: object = {},
) => ({
	...seen,
	...{
		model: name,
		title: null,
		lab,
		country,
		input_usd_per_mtok: input,
		cache_read_usd_per_mtok: cache_read,
		...more,
	},
});

/** Labs of three countries; a model without a cache price, a free one and a disputed one are left out. */
export const rows = {
	models: [
		model('openai/a', 'OpenAI', 'US', '2.50', '0.25'),
		model('openai/b', 'OpenAI', 'US', '10.00', '5.00', { title: 'B' }),
		model('xai/a', 'xAI', 'US', '3.00', '0.75'),
		model('deepseek/a', 'DeepSeek', 'CN', '0.14', '0.0028', { title: '<script>alert(1)</script>', lab_zh: '深度求索' }),
		model('deepseek/b', 'DeepSeek', 'CN', '0.28', '0.028', { lab_zh: '深度求索' }),
		model('mistralai/a', 'Mistral AI', 'EU', '0.40', '0.04'),
		model('none/a', 'None', 'US', '0.40', null),
		model('free/a', 'Free', 'CN', '0.40', '0'),
		model('disputed/a', 'Disputed', 'CN', '0.40', '0.39', { agreement: 'disputed' }),
	],
};
