/** Colour tokens of site.md 3.3: [light, dark]. The only place a colour is written. */
export const colours = {
	page: ['#FFFDF9', '#14161A'],
	panel: ['#F6F3EC', '#1D2026'],
	ink: ['#1B1D21', '#ECEAE4'],
	muted: ['#5B626D', '#A3ABB7'],
	rule: ['#E4DFD4', '#2E323A'],
	us: ['#4B3F9E', '#B7ABFF'],
	cn: ['#B85C00', '#E8913A'],
	'cn-text': ['#A65300', '#E8913A'],
	eu: ['#0B6E60', '#5FD0BC'],
	rest: ['#8A919C', '#7B8491'],
	alert: ['#9B1C5A', '#FF8FB1'],
} as const;

export type Colour = keyof typeof colours;

const tokens = (theme: 0 | 1) =>
	Object.entries(colours)
		.map(([name, pair]) => `--${name}:${pair[theme]}`)
		.join(';');

/** The tokens as custom properties of `selector`, dark where the reader prefers it. */
export const palette = (selector: string): string =>
	`${selector}{color-scheme:light dark;${tokens(0)}}@media (prefers-color-scheme:dark){${selector}{${tokens(1)}}}`;

/** The tokens of a page: by preference, or by the switch, which wins; paper is always light. */
export const themes = (): string =>
	`:root{color-scheme:light dark;${tokens(0)}}` +
	`@media screen and (prefers-color-scheme:dark){:root{${tokens(1)}}}` +
	`:root[data-theme=light]{color-scheme:light;${tokens(0)}}` +
	`@media screen{:root[data-theme=dark]{color-scheme:dark;${tokens(1)}}}`;

/** A token as a paint, for attributes of a drawing. */
export const paint = (name: Colour): string => `var(--${name})`;

/** Hue, marker and dash of a country's group (site.md 3.3): never colour alone. */
export function group(country: string): {
	stroke: string;
	text: string;
	symbol: 'circle' | 'diamond' | 'triangle' | 'square';
	dash?: string;
} {
	if (country === 'US') return { stroke: paint('us'), text: paint('us'), symbol: 'circle' };
	if (country === 'CN') return { stroke: paint('cn'), text: paint('cn-text'), symbol: 'diamond' };
	if (country === 'EU') return { stroke: paint('eu'), text: paint('eu'), symbol: 'triangle', dash: '6 3' };
	return { stroke: paint('rest'), text: paint('muted'), symbol: 'square', dash: '2 3' };
}
