const measure = {
	headline_change: -0.99,
	is_announced: true,
	title: 'MiMo-V2.5-Pro',
	channel: 'lab-direct',
	currency: 'USD',
	item: 'cells',
	cell: 'all',
	low_change: -0.565,
	high_change: -0.991,
	cells: '6',
	hits: '1',
};
const mix = { cells: null, hits: null };
export const rows = {
	measures: [
		measure,
		{ ...measure, ...mix, item: 'blend_3to1', cell: 'blend_3to1', low_change: -0.638, high_change: -0.638 },
		{ ...measure, ...mix, item: 'agent', cell: 'agent.over_256k', low_change: -0.919, high_change: -0.919 },
		{ ...measure, title: '<script>alert(1)</script>', low_change: -0.65, high_change: -0.983, hits: '0' },
		{ ...measure, channel: 'lab-cn', currency: 'CNY', low_change: -0.571 },
	],
};
