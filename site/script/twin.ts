/** The other language opens in the same state and at the same place. */
export function keepState(link: HTMLAnchorElement): void {
	const plain = link.getAttribute('href') ?? '';
	const follow = () => link.setAttribute('href', plain + location.search + location.hash);
	for (const kind of ['pointerdown', 'focus', 'click']) link.addEventListener(kind, follow);
}
