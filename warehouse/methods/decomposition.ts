/** A group in two periods: its share of the quantity and its price; a share of 0 where it was not bought. */
export type Group = { s0: number; p0: number; s1: number; p1: number };

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * Groups of what was bought, by `nameOf`: each one's share of the tokens and its average price. A group that is not bought
 * in a period has a share of 0 there, and the price of the other period. Empty where a period has no tokens.
 */
export function groupsOf<One extends Bought>(
	before: readonly One[],
	after: readonly One[],
	nameOf: (one: One) => string,
): Group[] {
	const named = (all: readonly One[]) =>
		modelsOf(all.map(one => ({ ...one, model: nameOf(one), component: `${one.model} ${one.component}` })));
	const [old, now] = [named(before), named(after)];
	if (old.size === 0 || now.size === 0) return [];
	const [q0, q1] = [tokensOf(old), tokensOf(now)];
	return [...new Set([...old.keys(), ...now.keys()])].sort().map(name => {
		const [one, other] = [old.get(name), now.get(name)];
		return {
			s0: (one?.tokens ?? 0) / q0,
			p0: (one ?? other)?.price ?? 0,
			s1: (other?.tokens ?? 0) / q1,
			p1: (other ?? one)?.price ?? 0,
		};
	});
}

/** Bennet's split of `sum(s p)`: `within` from prices, `between` from shares; they add up to the move (methods.md 5.1). */
export function bennet(groups: readonly Group[]): { within: number; between: number } {
	return {
		within: total(groups.map(({ s0, p0, s1, p1 }) => 0.5 * (s0 + s1) * (p1 - p0))),
		between: total(groups.map(({ s0, p0, s1, p1 }) => 0.5 * (p0 + p1) * (s1 - s0))),
	};
}

/** Foster, Haltiwanger and Krizan's split with entry and exit, against the old mean price; the five terms add up to the move. */
export function entryAndExit(
	groups: readonly Group[],
): Record<'within' | 'between' | 'cross' | 'entry' | 'exit', number> {
	const u0 = total(groups.map(({ s0, p0 }) => s0 * p0));
	const stay = groups.filter(({ s0, s1 }) => s0 > 0 && s1 > 0);
	return {
		within: total(stay.map(({ s0, p0, p1 }) => s0 * (p1 - p0))),
		between: total(stay.map(({ s0, p0, s1 }) => (s1 - s0) * (p0 - u0))),
		cross: total(stay.map(({ s0, p0, s1, p1 }) => (s1 - s0) * (p1 - p0))),
		entry: total(groups.filter(({ s0, s1 }) => s0 === 0 && s1 > 0).map(({ s1, p1 }) => s1 * (p1 - u0))),
		exit: -total(groups.filter(({ s0, s1 }) => s0 > 0 && s1 === 0).map(({ s0, p0 }) => s0 * (p0 - u0))) || 0,
	};
}

/** Tokens of one kind of one model in one period (million) and their price; `is_imputed` where no price of the kind was seen. */
export type Bought = { model: string; component: string; price: number; quantity: number; is_imputed?: boolean };

/** A move of the average price paid, in its unit: the parts add up to `move`, and `residual` is what no price explains. */
export type Move = Record<
	'before' | 'after' | 'move' | 'price' | 'mix' | 'quality' | 'shift' | 'entry' | 'exit' | 'residual',
	number
>;

/**
 * The move of the average price paid per token, parted exactly. `price`: prices of the same component of the same model.
 * `mix`: more or fewer of a model's tokens are input, cached or output. `quality`: other models are bought, dearer or
 * cheaper than the average (`shift` among those that stay, `entry`, `exit`). `residual`: moves of imputed prices, and
 * rounding. Means of both periods weigh (Bennet within models, Griliches and Regev for entry and exit). Null where a
 * period has no tokens.
 */
export function moveOf(before: readonly Bought[], after: readonly Bought[]): Move | null {
	const [old, now] = [modelsOf(before), modelsOf(after)];
	const [q0, q1] = [tokensOf(old), tokensOf(now)];
	if (!(q0 > 0) || !(q1 > 0)) return null;
	const [u0, u1] = [averageOf(old, q0), averageOf(now, q1)];
	const middle = 0.5 * (u0 + u1);
	const part = { price: 0, mix: 0, shift: 0, entry: 0, exit: 0, imputed: 0 };
	for (const name of [...new Set([...old.keys(), ...now.keys()])].sort()) {
		const [one, other] = [old.get(name), now.get(name)];
		if (one && other) {
			const [s0, s1] = [one.tokens / q0, other.tokens / q1];
			const inside = insideOf(one, other);
			for (const key of ['price', 'mix', 'imputed'] as const) part[key] += 0.5 * (s0 + s1) * inside[key];
			part.shift += (s1 - s0) * (0.5 * (one.price + other.price) - middle);
		} else if (other) part.entry += (other.tokens / q1) * (other.price - middle);
		else if (one) part.exit -= (one.tokens / q0) * (one.price - middle);
	}
	const { price, mix, shift, entry, exit } = part;
	const quality = shift + entry + exit;
	const move = u1 - u0;
	return {
		before: u0,
		after: u1,
		move,
		price,
		mix,
		quality,
		shift,
		entry,
		exit,
		residual: move - price - mix - quality,
	};
}

type Model = { tokens: number; price: number; components: Map<string, Bought> };

function modelsOf(bought: readonly Bought[]): Map<string, Model> {
	const models = new Map<string, Model>();
	for (const one of [...bought].sort(byKey)) {
		if (!(one.quantity > 0)) continue;
		const model = models.get(one.model) ?? { tokens: 0, price: 0, components: new Map() };
		model.components.set(one.component, one);
		model.tokens += one.quantity;
		models.set(one.model, model);
	}
	for (const model of models.values()) {
		model.price = total([...model.components.values()].map(({ price, quantity }) => price * quantity)) / model.tokens;
	}
	return models;
}

const byKey = (a: Bought, b: Bought): number => (`${a.model}\n${a.component}` < `${b.model}\n${b.component}` ? -1 : 1);
const tokensOf = (models: Map<string, Model>): number => total([...models.values()].map(({ tokens }) => tokens));
const averageOf = (models: Map<string, Model>, tokens: number): number =>
	total([...models.values()].map(model => model.price * model.tokens)) / tokens;

/** Bennet within one model: a component that is not bought in a period has the price of the other, and no share. */
function insideOf(one: Model, other: Model): Record<'price' | 'mix' | 'imputed', number> {
	const inside = { price: 0, mix: 0, imputed: 0 };
	for (const name of [...new Set([...one.components.keys(), ...other.components.keys()])].sort()) {
		const [a, b] = [one.components.get(name), other.components.get(name)];
		const [p0, p1] = [a?.price ?? b!.price, b?.price ?? a!.price];
		const [s0, s1] = [(a?.quantity ?? 0) / one.tokens, (b?.quantity ?? 0) / other.tokens];
		const isImputed = (a?.is_imputed ?? false) || (b?.is_imputed ?? false);
		inside[isImputed ? 'imputed' : 'price'] += 0.5 * (s0 + s1) * (p1 - p0);
		inside.mix += 0.5 * (p0 + p1) * (s1 - s0);
	}
	return inside;
}
