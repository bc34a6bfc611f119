const held = {
	snapshot: 'c'.repeat(64),
	source: '<script>alert(1)</script>',
	fetched_at: '2026-03-08 03:00:00',
	reason: 'drop: 410 rows after 900',
	decision: null,
	last_good: '2026-03-07',
};
/** One undecided, one decided, one of a source that never had a good look. */
export const rows = {
	held: [
		held,
		{ ...held, snapshot: 'd'.repeat(64), source: 'made-shape', reason: 'shape: pricing missing', decision: 'reject' },
		{ ...held, snapshot: 'e'.repeat(64), source: 'made-new', reason: 'silent zero', last_good: null },
	],
};
