import { reportHeight } from './embed.ts';
import { loadOnClick } from './load.ts';
import { openTables } from './print.ts';
import { sortable } from './tables.ts';
import { tabs } from './tabs.ts';
import { themeSwitch } from './theme.ts';
import { reader } from './reader.ts';
import { keepState } from './twin.ts';

/** Words of the script in the page's language: `data-` attributes of its own element. */
export type Texts = Readonly<Record<string, string | undefined>>;

const all = <Found extends Element>(selector: string, within: ParentNode = document) => [
	...within.querySelectorAll<Found>(selector),
];
const texts: Texts = { ...document.currentScript?.dataset };

for (const button of all<HTMLButtonElement>('button.theme')) themeSwitch(button, texts);
for (const figure of all<HTMLElement>('#chart')) {
	const nav = figure.querySelector<HTMLElement>('.tabs');
	if (nav && figure.parentElement) tabs(nav, figure.parentElement);
}
for (const drawing of all<HTMLElement>('.drawing[data-tips]')) reader(drawing, texts);
for (const table of all<HTMLTableElement>('table.sortable')) sortable(table, texts);
for (const link of all<HTMLAnchorElement>('a[data-twin]')) keepState(link);
for (const button of all<HTMLButtonElement>('button[data-load]')) loadOnClick(button);
openTables();
if (document.body.classList.contains('embedded')) reportHeight();
