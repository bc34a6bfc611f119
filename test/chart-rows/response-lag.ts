const answer = {
	event: '2026-01-20-lab-one-lab-direct-usd',
	rival: 'any_lab',
	title: 'One',
	country: 'CN',
	event_on: '2026-01-20',
	days_to_answer: 30,
	answered_by: 'Two',
	answered_country: 'US',
	watched_days: 30,
	placebo_median_days: 60,
	reason: null,
};
const none = {
	days_to_answer: null,
	answered_by: null,
	answered_country: null,
	reason: 'no answer until the end of the record',
};
/** Enough answers for a median to any lab; few to one country, and one cut without an answer under a hostile name. */
export const rows = {
	answers: [
		...[3, 10, 20, 25, 44].map((days, index) => ({
			...answer,
			event: `e${index}`,
			event_on: `2025-1${index % 2}-0${index + 1}`,
			days_to_answer: days,
		})),
		answer,
		{ ...answer, ...none, title: '<script>alert(1)</script>', country: 'US', event_on: '2026-03-01', watched_days: 9 },
		{ ...answer, rival: 'US' },
		{ ...answer, ...none, rival: 'CN', placebo_median_days: null },
	],
};
