/** A text in English and in Chinese. */
export type Both = { en: string; zh: string };

/** What a tolerance takes, and how to say that a reading is inside or outside. */
export type Rule = {
	holds(measured: number): boolean;
	/** Least and largest value that it takes; null = none. */
	from: number | null;
	to: number | null;
	inside: Both;
	outside: Both;
	isDescription?: boolean;
	isLowerBound?: boolean;
};

/**
 * A tolerance: `exact`, `range`, `order` (half an order of magnitude), `0.5 points`, `10%` (of the nearer end), a bound
 * such as `> 0` or `<= 0.01`, `lower bound`, or any of them after `describe`. Throws on any other text.
 */
export function ruleOf(tolerance: string, number: string | null): Rule {
	if (tolerance.startsWith('describe ')) return { ...ruleOf(tolerance.slice(9), number), isDescription: true };
	const bound = /^(>=|<=|>|<) (-?[\d.]+)$/.exec(tolerance);
	if (bound) {
		const [, sign = '', text = ''] = bound;
		const limit = Number(text);
		const holds = (measured: number): boolean =>
			sign === '>'
				? measured > limit
				: sign === '<'
					? measured < limit
					: sign === '>='
						? measured >= limit
						: measured <= limit;
		const [from, to] = sign.startsWith('>') ? [limit, null] : [null, limit];
		return {
			...{ holds, from, to },
			inside: { en: `${sign} ${text}`, zh: `${signs[sign]?.[0]}${text}` },
			outside: { en: `not ${sign} ${text}`, zh: `${signs[sign]?.[1]}${text}` },
		};
	}
	const [low, high] = endsOf(number, tolerance);
	const ends = (number ?? '').replace('..', '至');
	if (tolerance === 'lower bound')
		return {
			holds: x => x >= low,
			from: low,
			to: null,
			inside: { en: `at least ${number}`, zh: `不少于${number}` },
			outside: { en: `below ${number}`, zh: `低于${number}` },
			isLowerBound: true,
		};
	const around = (down: number, up: number, words: string, chinese: (is: boolean, ends: string) => string): Rule => ({
		holds: x => x >= down && x <= up,
		from: Number(down.toPrecision(8)),
		to: Number(up.toPrecision(8)),
		inside: { en: `${words} ${number}`, zh: chinese(true, ends) },
		outside: { en: `not ${words} ${number}`, zh: chinese(false, ends) },
	});
	if (tolerance === 'exact')
		return around(low - slip(low), high + slip(high), 'exactly', (is, n) => `${is ? '恰为' : '不等于'}${n}`);
	if (tolerance === 'range')
		return around(low - slip(low), high + slip(high), 'within', (is, n) => `${is ? '' : '不'}在${n}之间`);
	if (tolerance === 'order')
		return around(
			low / Math.sqrt(10),
			high * Math.sqrt(10),
			'of the order of',
			(is, n) => `与${n}${is ? '' : '不在'}同一数量级`,
		);
	const points = /^([\d.]+) points$/.exec(tolerance);
	if (points) {
		const by = Number(points[1]);
		return around(low - by - slip(low), high + by + slip(high), `within ${points[1]} of`, apart(points[1] ?? ''));
	}
	const part = /^([\d.]+)%$/.exec(tolerance);
	if (part) {
		const by = Number(part[1]) / 100;
		return around(
			low - by * Math.abs(low) - slip(low),
			high + by * Math.abs(high) + slip(high),
			`within ${tolerance} of`,
			apart(tolerance),
		);
	}
	throw new Error(`verdict: unknown tolerance: ${tolerance}`);
}

/** Slip of binary fractions: 0.1 + 0.2 is 0.3 here. */
const slip = (x: number): number => 1e-9 * Math.max(1, Math.abs(x));

function endsOf(number: string | null, tolerance: string): [number, number] {
	const [low, high = low] = (number ?? '').split('..').map(text => (text === '' ? NaN : Number(text)));
	if (low === undefined || high === undefined || Number.isNaN(low) || Number.isNaN(high))
		throw new Error(`verdict: expected a number for ${tolerance}: ${number}`);
	return [low, high];
}

const signs: Readonly<Record<string, readonly [holds: string, fails: string]>> = {
	'>': ['大于', '不大于'],
	'>=': ['不小于', '小于'],
	'<': ['小于', '不小于'],
	'<=': ['不大于', '大于'],
};

const apart = (by: string) => (is: boolean, ends: string) => `与${ends}相差${is ? '不' : ''}超过${by}`;
