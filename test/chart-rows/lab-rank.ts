const weeks = ['2025-11-03', '2025-11-10', '2025-11-17', '2025-12-01', '2025-12-08', '2025-12-15', '2025-12-22'];
const hostile = 'Lab <script>alert(1)</script>';
const labs = [
	['Alpha', 'US'],
	['Beta', 'CN'],
	['Gamma', 'CN'],
	['Delta', 'EU'],
	[hostile, 'unknown'],
	['Zeta', 'US'],
	['Eta', 'CN'],
	['Theta', 'CN'],
	['Iota', 'US'],
	['Kappa', 'other'],
	['Lambda', 'US'],
] as const;

/**
 * Seven weeks, one missing between. Beta passes Alpha in the fourth and stays; Kappa and Lambda take turns at the last
 * place, so each leaves the frame; the first two ranks are open in the newest week, which is provisional.
 */
export const rows = {
	weeks: weeks.flatMap((week, index) => {
		const order = labs.map(([lab]) => lab as string);
		if (index >= 3) [order[0], order[1]] = ['Beta', 'Alpha'];
		if (index % 2) [order[9], order[10]] = ['Lambda', 'Kappa'];
		return order.map((lab, place) => {
			const isOpen = index === 6 && place < 2;
			return {
				week,
				lab,
				country: labs.find(([name]) => name === lab)?.[1] ?? 'unknown',
				rank: place + 1,
				best_rank: isOpen ? 1 : place + 1,
				worst_rank: isOpen ? 2 : place + 1,
				tokens: String((20 - place) * 1e11),
				open_tokens: '250000000000',
				is_provisional: index === 6,
				as_of: '2025-12-30',
			};
		});
	}),
};
