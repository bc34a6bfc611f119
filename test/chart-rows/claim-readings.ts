const reading = {
	claim_id: 'mimo-99',
	place: 1,
	reading: '<script>alert(1)</script> cache_read.over_256k',
	measured: 99.1071428571,
	is_within: true,
	claimed: '99',
	unit: 'per cent',
	tolerance: '0.5 points',
	accepts_from: 98.5,
	accepts_to: 99.5,
	detail: '0.4 to 0.0036 dollars',
	reason: null,
};
/** One reading that agrees, two that do not, one without a value. */
export const rows = {
	readings: [
		reading,
		{ ...reading, place: 2, reading: 'MiMo-V2.5-Pro output', measured: 71, is_within: false, detail: null },
		{ ...reading, place: 3, reading: 'MiMo-V2.5-Pro input', measured: 56.5, is_within: false, detail: null },
		{
			...reading,
			place: 4,
			reading: 'MiMo-V2.5 search',
			measured: null,
			is_within: null,
			detail: null,
			reason: 'no such row',
		},
	],
};
