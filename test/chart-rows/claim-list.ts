const claim = {
	claim_id: 'mimo-99',
	claim: '<script>alert(1)</script> Prices were cut by 99%.',
	claim_zh: '价格下调了99%。',
	claimed: '99',
	unit: 'per cent',
	measured_low: 56.5,
	measured_high: 99.1,
	verdict: 'partly',
	verdict_since_day: '2026-11-22',
	reason: 'one cell of twelve',
	reason_zh: '十二个单元中只有一个',
};
const untold = { claimed: null, unit: null, measured_low: null, measured_high: null };
/** One claim of each verdict, two of those that cannot be tested. */
export const rows = {
	claims: [
		claim,
		{ ...claim, claim_id: 'cache-cents', claim: 'Less than a cent.', claim_zh: '不到一美分。', verdict: 'supported' },
		{ ...claim, claim_id: 'ten-dollar-query', claim: 'Ten dollars.', claim_zh: '十美元。', verdict: 'contradicted' },
		{ ...claim, ...untold, claim_id: 'china-140t', claim: '140T.', claim_zh: '140万亿。', verdict: 'unverifiable' },
		{ ...claim, ...untold, claim_id: 'a-quotation', claim: 'More.', claim_zh: '更多。', verdict: 'unverifiable' },
		{ ...claim, claim_id: 'cent-by-q4', claim: 'A cent.', claim_zh: '一美分。', verdict: 'not_due' },
		{ ...claim, ...untold, claim_id: 'opus-levels', claim: 'Five levels.', claim_zh: '五档。', verdict: 'open' },
	],
};
