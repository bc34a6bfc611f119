const offer = (host: string, usd: string, rest: Record<string, unknown> = {}) => ({
	day: '2026-03-09',
	model: 'made/one',
	country: 'US',
	host,
	host_country: null,
	channel: 'host',
	cell: 'output',
	usd_per_mtok: usd,
	quantization: null,
	uptime_1d_percent: null,
	source: 'made-prices',
	...rest,
});

/** More sellers than a drawing holds, one of them free, one with a name that would be markup, one of known precision. */
export const rows = {
	offers: [],
	sheets: [
		offer('zero', '0'),
		offer('<script>alert(1)</script> of a host with a long name', '0.3000000000'),
		offer('known', '0.4000000000', { quantization: 'fp8', host_country: 'NL' }),
		...Array.from({ length: 12 }, (_, index) => offer(`host-${index}`, (0.5 + index / 10).toFixed(10))),
		offer('input only', '0.0100000000', { cell: 'input' }),
	],
	list: [{ model: 'made/one', cell: 'output', usd_per_mtok: '0.9000000000' }],
};
