const axis = 'epoch-capabilities-index';

/** Four levels: China later, China earlier and young, both on one day, and one that only the US has reached; a name from outside. */
export const rows = {
	levels: [
		{
			axis,
			level: 120,
			us_title: 'GPT-4',
			us_reached_on: '2023-03-14',
			cn_title: 'DeepSeek-V2',
			cn_reached_on: '2024-05-07',
			lag_days: 420,
		},
		{
			axis,
			level: 130,
			us_title: '<script>alert(1)</script>',
			us_reached_on: '2025-09-10',
			cn_title: 'Qwen',
			cn_reached_on: '2025-09-01',
			lag_days: -9,
		},
		{
			axis,
			level: 140,
			us_title: 'o1',
			us_reached_on: '2025-01-20',
			cn_title: 'DeepSeek R1',
			cn_reached_on: '2025-01-20',
			lag_days: 0,
		},
		{
			axis,
			level: 150,
			us_title: 'GPT-5',
			us_reached_on: '2025-08-07',
			cn_title: null,
			cn_reached_on: null,
			lag_days: null,
		},
		{
			axis: 'anchored-capability',
			level: 120,
			us_title: 'GPT-4',
			us_reached_on: '2023-03-14',
			cn_title: null,
			cn_reached_on: null,
			lag_days: null,
		},
		{
			axis: 'gpqa-diamond',
			level: 50,
			us_title: 'GPT-4',
			us_reached_on: '2023-03-14',
			cn_title: 'Qwen',
			cn_reached_on: '2023-08-01',
			lag_days: 140,
		},
	],
	newest: [{ day: '2025-09-24' }],
};
