import type { Texts } from './site.ts';

type Theme = 'light' | 'dark';
const dark = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;
const preferred = (): Theme => (dark.matches ? 'dark' : 'light');

/** What was chosen before; storage may be forbidden. */
function stored(): Theme | null {
	try {
		const value = localStorage.getItem('theme');
		return value === 'light' || value === 'dark' ? value : null;
	} catch {
		return null;
	}
}

/** Keeps a choice that differs from the reader's preference; the same choice is no choice. */
function store(theme: Theme): void {
	try {
		if (theme === preferred()) localStorage.removeItem('theme');
		else localStorage.setItem('theme', theme);
	} catch {
		// The switch works for this page only.
	}
}

/** The button says where it leads; it stands hidden until there is a script. */
export function themeSwitch(button: HTMLButtonElement, texts: Texts): void {
	const shown = () => (root.dataset['theme'] ?? preferred()) as Theme;
	const name = () => {
		button.textContent = (shown() === 'dark' ? texts['light'] : texts['dark']) ?? '';
	};
	const chosen = stored();
	if (chosen) root.dataset['theme'] = chosen;
	name();
	button.hidden = false;
	dark.addEventListener('change', name);
	button.addEventListener('click', () => {
		const next = shown() === 'dark' ? 'light' : 'dark';
		store(next);
		if (next === preferred()) delete root.dataset['theme'];
		else root.dataset['theme'] = next;
		name();
	});
}
