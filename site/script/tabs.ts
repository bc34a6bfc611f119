import { onState, setState, stateOf } from './address.ts';

const parts = ['chart', 'table', 'data', 'sources', 'method'];

/**
 * The parts of a chart's page as tabs: links that show one part at a time. Without script, on paper and for an anchor inside
 * a part they stay what they are, one below the other.
 */
export function tabs(nav: HTMLElement, main: HTMLElement): void {
	const links = [...nav.querySelectorAll<HTMLAnchorElement>('a[href*="#"]')];
	const partOf = (link: HTMLAnchorElement) => link.hash.slice(1);
	const part = (name: string) => document.getElementById(name);
	if (!links.every(link => part(partOf(link)))) return;
	main.classList.add('tabbed');
	const wanted = (): string => {
		const anchor = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
		const around = parts.find(name => anchor && name !== 'chart' && part(name)?.contains(anchor));
		const named = stateOf('tab')[0] ?? '';
		return around ?? (parts.includes(named) ? named : 'chart');
	};
	onState(() => {
		const open = wanted();
		for (const name of parts) part(name)?.classList.toggle('open', name === open);
		for (const link of links) {
			if (partOf(link) === open) link.setAttribute('aria-current', 'true');
			else link.removeAttribute('aria-current');
		}
	});
	for (const link of links) {
		link.addEventListener('click', event => {
			if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
			event.preventDefault();
			setState('tab', partOf(link) === 'chart' ? [] : [partOf(link)]);
		});
	}
}
