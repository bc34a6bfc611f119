/** Joules in a kilowatt-hour, over a million tokens. */
const joules_per_kwh_of_mtok = 3.6;

/** Kilowatt-hours of a million tokens at so many joules a token, at the accelerator (methods.md 9). */
export function kwhPerMtok(joules_per_token: number): number {
	if (!(joules_per_token > 0)) throw new Error(`energy: invalid joules per token: ${joules_per_token}`);
	return joules_per_token / joules_per_kwh_of_mtok;
}

/** Power cost of a million tokens in USD; `pue` is what a data centre draws over what its machines do. */
export function powerUsdPerMtok(power: { joules_per_token: number; pue: number; usd_per_kwh: number }): number {
	if (!(power.pue >= 1)) throw new Error(`energy: invalid pue: ${power.pue}`);
	return kwhPerMtok(power.joules_per_token) * power.pue * power.usd_per_kwh;
}

/** Share of a price gap that a difference of electricity price explains; below 0 where the difference points the other way. */
export function shareOfGap(
	power: { joules_per_token: number; pue: number; usd_per_kwh: number },
	gap_usd_per_mtok: number,
): number {
	if (!(gap_usd_per_mtok > 0)) throw new Error(`energy: invalid gap: ${gap_usd_per_mtok}`);
	return powerUsdPerMtok(power) / gap_usd_per_mtok;
}
