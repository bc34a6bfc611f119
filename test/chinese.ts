/** What of site.md 2.6 a Chinese text breaks: a typed space beside Latin, half-width punctuation after a Chinese character, 兆. */
export function slipsOf(text: string): string[] {
	const rules = [
		/[\p{Script=Han}，。；：、！？）] +[\p{L}\p{N}$¥]/gu,
		/[\p{L}\p{N}%] +\p{Script=Han}/gu,
		/\p{Script=Han}[,;:?!()]/gu,
		/兆/gu,
	];
	return rules.flatMap(rule => text.match(rule) ?? []);
}
