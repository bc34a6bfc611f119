const day = {
	source: 'made-steady',
	day: '2026-03-10',
	good: 1,
	rows_a_look: 1200,
	good_looks: 40,
	state: 'fresh',
	is_held: false,
	newest_day: '2026-03-10',
};
const on = (date: number, more: Partial<Record<keyof typeof day, unknown>>) => ({
	...day,
	day: `2026-03-${String(date).padStart(2, '0')}`,
	good_looks: 30 + date,
	...more,
});
/** A steady source, one that falls by a third, one that gives nothing, one whose look failed, one looked at twice. */
export const rows = {
	days: [
		...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(date => on(date, { rows_a_look: 1190 + date })),
		...[1, 2, 3, 4, 5, 6].map(date =>
			on(date, { source: 'made-falling', rows_a_look: date < 5 ? 900 : 600, state: date < 5 ? 'fresh' : 'drop' }),
		),
		...[1, 2, 3, 4].map(date =>
			on(date, {
				source: 'made-zero',
				good: date < 4 ? 1 : 0,
				rows_a_look: date < 4 ? 300 : null,
				state: date < 4 ? 'fresh' : 'silent zero',
			}),
		),
		...[1, 2, 3].map(date =>
			on(date, { source: 'made-failing', good: date === 2 ? 0 : 1, rows_a_look: date === 2 ? null : 50 }),
		),
		...[8, 9].map(date =>
			on(date, {
				source: '<script>alert(1)</script>',
				good_looks: date - 7,
				rows_a_look: date === 8 ? 100 : 40,
				state: date === 8 ? 'fresh' : 'drop',
			}),
		),
	],
	unseen: [{ sources: 3 }],
};
