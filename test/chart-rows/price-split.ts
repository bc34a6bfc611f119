const weeks = ['2026-02-09', '2026-02-16', '2026-02-23', '2026-03-02', '2026-03-09'];
type Moves = Record<'price' | 'mix' | 'quality' | 'residual', number>;
/** The move of all labs is parted by country too. */
const partsOf = (country: string) =>
	['move', 'price', 'mix', 'quality', 'residual', ...(country === 'all' ? ['inside', 'between'] : [])] as const;
const moves: Record<string, Moves[]> = {
	US: [1, 2, 3, 4].map(at => ({ price: 0, mix: 0.02, quality: at === 3 ? -0.05 : 0.04, residual: 0 })),
	CN: [1, 2, 3, 4].map(at => ({
		price: at === 1 ? 0.03 : -0.005,
		mix: 0.01,
		quality: -0.02,
		residual: at === 1 ? 0.02 : 0,
	})),
	all: [1, 2, 3, 4].map(() => ({ price: 0.01, mix: 0.01, quality: 0.02, residual: 0.001 })),
};

const valueOf = (one: Moves, part: string): number => {
	const whole = one.price + one.mix + one.quality + one.residual;
	if (part === 'move') return whole;
	if (part === 'inside') return 0.25 * whole;
	return part === 'between' ? 0.75 * whole : one[part as keyof Moves];
};

/** Four moves a country, parted: prices of the US stand still, imputed prices move China's first week. */
export const rows = {
	moves: Object.entries(moves).flatMap(([country, own]) =>
		partsOf(country).flatMap(part => {
			const usd = own.map(one => valueOf(one, part));
			return weeks.map((week, at) => {
				const total = usd.slice(0, at).reduce((sum, value) => sum + value, 0);
				return {
					country,
					week,
					compared_with: weeks[at - 1] ?? null,
					part,
					usd_per_mtok: at === 0 ? 0 : (usd[at - 1] ?? 0),
					total_usd_per_mtok: total,
					of_first: total / 0.5,
					basis: 'top10_models',
				};
			});
		}),
	),
};
