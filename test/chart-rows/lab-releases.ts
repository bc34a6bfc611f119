import { hostile } from '../made-publication.ts';

const release = (title: string, dated_on: string, basis = 'released') => ({
	lab_slug: 'made',
	dated_on,
	model: `made/${dated_on}`,
	title,
	country: 'US',
	basis,
	released_on_basis: basis === 'released' ? 'announced' : null,
	first_listed_on: dated_on,
	citation: 'https://example.org/',
});

/** Stated releases and first listings, three in one week, a name that would be markup. */
export const rows = {
	models: [
		release('Old One', '2024-03-01', 'first listed'),
		release('Made 1', '2025-06-02'),
		release(hostile.repeat(6), '2025-06-03'),
		release('Made 1 Mini', '2025-06-05'),
		...Array.from({ length: 14 }, (_, index) => release(`Made 2.${index} Preview`, `2026-02-${String(index + 10)}`)),
	],
};
