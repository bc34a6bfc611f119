import type { Value } from '../../csv.ts';
import { parsed, passes, written, type Filter } from './filter.ts';
import { plot, type Dot } from './plot.ts';
import { downloadOf, tableOf } from './print.ts';
import { readTable, type Column, type Part, type Table } from './read.ts';
import { filled, grouped, reasonOf, the, toldBy } from './told.ts';

/** What the page tells: the tables with their files, and its words. */
export type Told = {
	tables: Readonly<Record<string, { files: Part[]; rows: number; sentence: string }>>;
	words: Readonly<
		Record<
			'reading' | 'failed' | 'rows' | 'drawn' | 'rest' | 'none' | 'log' | 'picture' | 'first' | 'nothing' | 'file',
			string
		>
	>;
};

const most_dots = 5_000;
const first_rows = 50;

const { tables, words } = toldBy<Told>('explore-told');
const form = the<HTMLFormElement>('form.explore');
const filters = the<HTMLFieldSetElement>('fieldset', form);
const pattern = the('p[hidden]', filters);
const said = the('.said');
const result = the('.result');
const select = (name: string, within: ParentNode = form) => the<HTMLSelectElement>(`[name=${name}]`, within);
const log = the<HTMLInputElement>('[name=log]', form);
const read = new Map<string, Promise<Table>>();
let shown: { name: string; table: Table } | undefined;

form.hidden = false;
form.addEventListener('submit', event => event.preventDefault());
form.addEventListener('change', ({ target }) => {
	const { name } = target as HTMLInputElement;
	if (name === 'table') void open();
	// a value is followed as it is typed: drawing again as it loses the focus would take away what was clicked
	else if (name !== 'value') draw();
});
form.addEventListener('input', event => (event.target as HTMLElement).matches('[name=value]') && draw());
the('[name=add]', form).addEventListener('click', () => addFilter());
addEventListener('popstate', () => void open(true));
void open(true);

/** Reads the chosen table and offers its columns; at first, and on Back, with the choices of the address. */
async function open(fromAddress = false): Promise<void> {
	const state = new URLSearchParams(fromAddress ? location.search : '');
	const wanted = state.get('table') ?? '';
	if (wanted in tables) select('table').value = wanted;
	const name = select('table').value;
	const facts = tables[name];
	if (!facts) return;
	the('.about', form).textContent = facts.sentence;
	said.textContent = words.reading;
	result.replaceChildren();
	shown = undefined;
	const reading = read.get(name) ?? readTable(facts.files);
	read.set(name, reading);
	try {
		const table = await reading;
		if (select('table').value !== name) return;
		offer(table, state);
		shown = { name, table };
		draw(!fromAddress);
	} catch (error) {
		read.delete(name);
		said.textContent = filled(words.failed, { reason: reasonOf(error) });
	}
}

function offer({ columns, rows }: Table, state: URLSearchParams): void {
	const numbers = columns.filter(({ kind }) => kind === 'number');
	const isStated = ({ name }: Column) => rows.some(row => row[name] !== null);
	const day = columns.find(column => column.kind === 'day' && isStated(column));
	const y = [...numbers]
		.reverse()
		.find(({ name }) => /usd|share|tokens|score|ratio|index|change/.test(name) && rows.some(row => row[name] !== null));
	fill(
		'x',
		columns.filter(({ kind }) => kind !== 'text'),
		state.get('x') ?? day?.name ?? numbers[0]?.name,
	);
	fill('y', numbers, state.get('y') ?? y?.name ?? numbers.find(isStated)?.name);
	fill(
		'by',
		columns.filter(({ kind }) => kind === 'text'),
		state.get('by') ?? columns.find(({ name }) => name === 'country')?.name ?? '',
		true,
	);
	select('as').value = state.get('as') === 'line' ? 'line' : 'dots';
	log.checked = state.get('log') === 'y';
	for (const line of lines()) line.remove();
	for (const text of state.getAll('f')) {
		const filter = parsed(text);
		if (filter) addFilter(columns, filter);
	}
}

function fill(name: string, columns: readonly Column[], chosen: string | undefined, mayBeNone = false): void {
	const options = columns.map(column => new Option(column.name, column.name));
	select(name).replaceChildren(...(mayBeNone ? [new Option(words.nothing, '')] : []), ...options);
	if (columns.some(column => column.name === chosen) || (mayBeNone && chosen === '')) select(name).value = chosen ?? '';
}

function addFilter(columns = shown?.table.columns ?? [], filter?: Filter): void {
	const line = pattern.cloneNode(true) as HTMLElement;
	line.hidden = false;
	select('column', line).replaceChildren(...columns.map(({ name }) => new Option(name, name)));
	if (filter) {
		select('column', line).value = filter.column;
		select('test', line).value = filter.test;
		the<HTMLInputElement>('[name=value]', line).value = filter.value;
	}
	the('[name=remove]', line).addEventListener('click', () => {
		line.remove();
		draw();
	});
	filters.insertBefore(line, the('[name=add]', filters));
}

const lines = (): Element[] => [...filters.querySelectorAll('p:not([hidden])')];

const asked = (): Filter[] =>
	lines().map(line => ({
		column: select('column', line).value,
		test: select('test', line).value as Filter['test'],
		value: the<HTMLInputElement>('[name=value]', line).value.trim(),
	}));

/** Filters, draws and prints what is chosen, and keeps it in the address. */
function draw(isKept = true): void {
	if (!shown) return;
	const { name, table } = shown;
	const chosen = asked();
	const [x, y, by] = ['x', 'y', 'by'].map(one => select(one).value) as [string, string, string];
	const rows = table.rows.filter(row => passes(row, chosen));
	if (isKept) keep(name, { x, y, by, as: select('as').value, log: log.checked ? 'y' : '' }, chosen);
	const kind = table.columns.find(column => column.name === x)?.kind === 'day' ? 'day' : 'linear';
	const numberOf = (value: Value, as: string): number =>
		value === null || value === '' ? NaN : as === 'day' ? Date.parse(String(value)) : Number(value);
	const all = rows
		.map(row => ({
			x: numberOf(row[x] ?? null, kind),
			y: numberOf(row[y] ?? null, 'number'),
			series: by === '' ? '' : String(row[by] ?? words.nothing),
		}))
		.filter(dot => Number.isFinite(dot.x) && Number.isFinite(dot.y));
	const positive: Dot[] = log.checked ? all.filter(dot => dot.y > 0) : all;
	const step = Math.ceil(positive.length / most_dots);
	const dots = step > 1 ? positive.filter((_, place) => place % step === 0) : positive;
	const sentences = [filled(words.rows, { shown: grouped(rows.length), all: grouped(table.rows.length) })];
	const parts: Element[] = [];
	if (dots.length > 0) {
		const title = filled(words.picture, { y, x });
		const drawn = plot(
			dots,
			{ name: x, kind },
			{ name: y, kind: log.checked ? 'log' : 'linear' },
			select('as').value === 'line' ? 'line' : 'dots',
			{ title, width: Math.max(320, Math.min(720, result.clientWidth)) },
		);
		const frame = document.createElement('div');
		frame.className = 'drawing';
		frame.append(drawn.svg);
		parts.push(frame);
		sentences.push(filled(words.drawn, { points: grouped(dots.length) }));
		if (drawn.rest > 0) sentences.push(filled(words.rest, { rest: grouped(drawn.rest) }));
	}
	if (positive.length < all.length) sentences.push(filled(words.log, { rows: grouped(all.length - positive.length) }));
	const columns = table.columns.map(column => ({ name: column.name, numeric: column.kind === 'number' }));
	if (rows.length === 0) sentences.push(words.none);
	else {
		const caption = filled(words.first, {
			shown: grouped(Math.min(first_rows, rows.length)),
			all: grouped(rows.length),
		});
		const names = columns.map(column => column.name);
		parts.push(downloadOf(`${name}.csv`, names, rows, filled(words.file, { rows: grouped(rows.length) })));
		parts.push(tableOf(columns, rows.slice(0, first_rows), caption));
	}
	said.textContent = sentences.join(' · ');
	result.replaceChildren(...parts);
}

function keep(table: string, choices: Record<string, string>, chosen: readonly Filter[]): void {
	const state = new URLSearchParams({ table });
	for (const [key, value] of Object.entries(choices)) if (value !== '' || key === 'by') state.set(key, value);
	for (const filter of chosen) if (filter.value !== '') state.append('f', written(filter));
	try {
		history.replaceState(null, '', `${location.pathname}?${state.toString()}`);
	} catch {
		// a page opened from a folder may refuse: then the state is not in its address
	}
}
