import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { book as openBook, bookOf } from '../site/book.ts';
import { charts } from '../site/charts.ts';
import { placesOf } from '../site/cited.ts';
import { openPublication, type Publication } from '../site/data.ts';
import { ledgersOf, type Look } from '../site/looks.ts';
import { blocksOf, restsOf } from '../site/rests.ts';
import { keysOf, tracesOf } from '../site/trace.ts';
import type { Figure } from '../site/figure.ts';
import type { Point } from '../site/chart.ts';
import { published } from './publication.ts';

const hash = (start: string) => start.padEnd(64, '0');
const look = (
	source: string,
	fetched_at: string,
	snapshot: string | null,
	observed_on: string | null = null,
): Look => ({
	...{ source, fetched_at, snapshot, observed_on },
	...{ url: 'https://example.org/', bytes: 10, rows: 3, rejected: 0, reader: 'r 1', state: 'good', reason: null },
	...{ licence: 'CC BY 4.0', redistribute: true },
});
const looks = [
	look('one', '2026-01-05T03:00:00', hash('aaaaaaaa1')),
	look('one', '2026-01-06T03:00:00', hash('aaaaaaaa2')),
	look('one', '2026-01-07T03:00:00', hash('aaaaaaaa2')),
	look('one', '2026-02-01T03:00:00', hash('bb')),
	look('two', '2026-01-09T03:00:00', hash('cc'), '2026-01-02'),
	look('two', '2026-01-10T03:00:00', null),
];
const cited = ['dd', 'ddddddddd'].map((start, index) => ({
	source: 'curated-prices',
	snapshot: `curated:${start.padEnd(32, '0')}`,
	citation: `https://example.org/${index}`,
	rows: 2,
}));
const marts = [
	{ name: 'mart_a', sources: ['one'] },
	{ name: 'mart_b', sources: ['one', 'curated-prices'] },
];
const book = bookOf(looks, cited, marts);
const figure = (points: Point[]) =>
	({ points, table: { head: [], body: points.map(point => Object.values(point).map(String)) } }) as unknown as Figure;

describe('the log of looks', () => {
	it('has a page for each source and month, and an entry of its own for each body, whose address tells bodies apart', () => {
		const ledgers = ledgersOf(looks);
		expect(ledgers.map(({ source, month, looks }) => [source, month, looks.length])).toEqual([
			['one', '2026-01', 3],
			['one', '2026-02', 1],
			['two', '2026-01', 2],
		]);
		expect(ledgers[0]?.anchors).toEqual(['aaaaaaaa1000', 'aaaaaaaa2000', null]);
		expect(book.addressOf(hash('aaaaaaaa2'))).toBe('/snapshots/one/2026-01/#aaaaaaaa2000');
		expect(book.addressOf(hash('cc'))).toBe('/snapshots/two/2026-01/#cc000000');
		expect(book.addressOf(hash('dd'))).toBeNull();
	});

	it('a citation has an entry as a body has, on a page of its source without months', () => {
		expect(book.addressOf(`curated:${'dd'.padEnd(32, '0')}`)).toBe('/snapshots/curated-prices/#dd000000');
		expect(book.addressOf(`curated:${'ddddddddd'.padEnd(32, '0')}`)).toBe('/snapshots/curated-prices/#dddddddd');
		expect(book.citationsOf('curated-prices')).toBe('/snapshots/curated-prices/');
		expect(book.citationsOf('one')).toBeNull();
	});

	it('a citation leads to the file it was taken from, at its commit', () => {
		expect(
			placesOf('owner/name:data/a b.json @ 0123abc | https://example.org/x | @scope/name@1.2').map(one => one.href),
		).toEqual(['https://github.com/owner/name/blob/0123abc/data/a%20b.json', 'https://example.org/x', null]);
		expect(placesOf('owner/name:list/*/of/*.toml @ 0123abc')[0]?.href).toBe(
			'https://github.com/owner/name/tree/0123abc/list',
		);
		expect(placesOf('owner/name:data.json row 12')[0]?.href).toBe('https://github.com/owner/name/blob/HEAD/data.json');
		expect(placesOf('javascript:alert(1)')[0]?.href).toBeNull();
	});
});

describe('a trace', () => {
	it('names the bodies that a row names, and else of each source the newest look that its day could know', () => {
		const rows = [
			{ model: 'a', day: '2026-01-06', share: 0.5, snapshot: hash('bb') },
			{ model: 'b', day: '2026-01-06', share: 0.5 },
			{ model: 'c', day: '2025-12-01', share: 0.5 },
			{ model: 'd', week: '2026-01-26', share: 0.5, source: 'one' },
			{ model: 'e', share: 0.5, snapshot: hash('dd'), citation: 'https://example.org/e' },
		] as unknown as Point[];
		const found = tracesOf(figure(rows), ['one', 'two'], book);
		expect(found.map(({ kind, snapshots }) => [kind, ...snapshots.map(text => text.slice(0, 9))])).toEqual([
			['row', 'bb0000000'],
			['sources', 'aaaaaaaa2', 'cc0000000'],
			['sources', 'aaaaaaaa1', 'cc0000000'],
			['sources', 'bb0000000'],
			['cited'],
		]);
		expect(found.at(-1)?.citations.map(place => place.href)).toEqual(['https://example.org/e']);
	});

	it('rests on the sources of the marts that a row names, and on none where it names none', () => {
		const of = (row: Point) => restsOf(row, ['one', 'two'], book);
		expect(of({ marts: 'mart_a', day: '2026-01-06' }).snapshots).toEqual([hash('aaaaaaaa2')]);
		expect(of({ marts: 'mart_b mart_a' })).toMatchObject({ snapshots: [hash('bb')], curated: ['curated-prices'] });
		expect(of({ marts: null })).toMatchObject({ snapshots: [], curated: [] });
	});

	it('is one entry for all rows that rest on the same', () => {
		const rows = [{ snapshot: hash('bb') }, { snapshot: hash('cc') }, { snapshot: hash('bb'), day: '2026-02-02' }];
		const blocks = blocksOf(rows.map(row => restsOf(row, [], book)));
		expect(blocks.map(({ rows, snapshots }) => [rows, ...snapshots])).toEqual([
			[2, hash('bb')],
			[1, hash('cc')],
		]);
		expect(new Set(blocks.map(({ key }) => key)).size).toBe(2);
	});

	it('has a key for each row, fit for an address, none twice', () => {
		const hostile = { model: '<script>"x" y', day: '2026-01-06', value: 1 };
		const keys = keysOf(figure([hostile, { ...hostile }, { model: '模型', day: '', value: 2 }] as unknown as Point[]));
		expect(new Set(keys).size).toBe(3);
		for (const key of keys) expect(key).toMatch(/^[a-z0-9._-]+$/);
	});
});

const data = dirname(published());
const dist = dirname(data);
let publication: Publication;
beforeAll(async () => {
	publication = await openPublication(data);
});

type Page = { html: string; entries: Map<string, string> };
const pages = new Map<string, Page>();
function page(path: string): Page {
	const found = pages.get(path) ?? readPage(path);
	pages.set(path, found);
	return found;
}
function readPage(path: string): Page {
	const html = readFileSync(join(dist, path, 'index.html'), 'utf8');
	const entries = html.split('<li id="').slice(1);
	return {
		html,
		entries: new Map(entries.map(entry => [entry.slice(0, entry.indexOf('"')), entry.split('</li>')[0] ?? ''])),
	};
}
/** Address of a relative link from a page: its page and its anchor. */
function follow(from: string, href: string): { path: string; anchor: string } {
	const [to = '', anchor = ''] = href.split('#');
	return { path: to === '' ? from : posix.join(from, to), anchor };
}
const hrefs = (html: string) => [...html.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href ?? '');

/** Links of the first cells of the rows of the tables of the charts on a page. */
function rowsOf(path: string): { row: string; href: string }[] {
	const figures =
		page(path)
			.html.split('<figure')
			.slice(1)
			.join('')
			.split(/<section class="section"/)[0] ?? '';
	return [...figures.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/gs)].map(([, row = '']) => ({
		row,
		href: hrefs(row)[0] ?? '',
	}));
}

/** Rows that lead within two links neither to an entry of the log of looks nor to a citation. */
function lost(path: string): string[] {
	return rowsOf(path).flatMap(({ row, href }) => {
		if (row.trim() === '') return [];
		if (href === '') return [`${path}: no link: ${row}`];
		const { path: at, anchor } = follow(path, href);
		const entry = page(at).entries.get(anchor);
		if (entry === undefined) return [`${path}: no entry: ${href}`];
		const ends = hrefs(entry).map(link => (/^https?:/.test(link) ? null : follow(at, link)));
		const missing = ends.flatMap(end =>
			end !== null &&
			(!end.path.includes('/snapshots/') || (end.anchor !== '' && !page(end.path).entries.has(end.anchor)))
				? [`${path}: ${end.path}#${end.anchor} is missing`]
				: [],
		);
		return ends.length > 0 || /No captured body|没有对应的抓取内容/.test(entry)
			? missing
			: [`${path}: leads nowhere: ${anchor}`];
	});
}

const sample = <Item>(items: readonly Item[], most: number): Item[] =>
	items.filter((_, index) => index % Math.ceil(items.length / most) === 0);
const folders = (path: string) =>
	readdirSync(join(dist, path), { withFileTypes: true }).flatMap(one => (one.isDirectory() ? [one.name] : []));

describe('two clicks to the capture', () => {
	it('from each row of each view of each chart with a page', () => {
		for (const chart of charts.filter(one => !one.of))
			for (const view of chart.views) {
				const path = `/charts/${chart.id}/${view === chart.views[0] ? '' : `${view}/`}`;
				expect(lost(path)).toEqual([]);
			}
	});

	it('from each row of the file of a view', () => {
		for (const [view, trace] of [
			['share-trend', 'share-trend/trace'],
			['price-history/cache-read', 'price-history/trace/cache-read'],
		] as const) {
			const [head = '', ...rows] = readFileSync(join(dist, 'charts', `${view}.csv`), 'utf8')
				.trim()
				.split('\n');
			expect(head).toMatch(/,trace$/);
			expect(rows.length).toBeGreaterThan(10);
			for (const row of rows)
				expect(page(`/charts/${trace}/`).entries.has(row.split(',').at(-1) ?? ''), row).toBe(true);
		}
	});

	it('from rows of topic pages and of the Chinese twins', () => {
		for (const path of ['/', '/prices/', '/share/', '/zh/prices/', '/zh/capability/', '/zh/charts/share-trend/top9/']) {
			expect(rowsOf(path).length, path).toBeGreaterThan(0);
			expect(lost(path)).toEqual([]);
		}
	});

	it.each(['model', 'lab', 'event', 'claim'] as const)('from rows of the page of a %s', async of => {
		const ids = {
			model: async () =>
				(await publication.rows<{ id: string }>('select model as id from mart_model__model order by 1')).map(
					row => row.id,
				),
			lab: async () => folders('labs'),
			event: async () => folders('events').filter(name => name.length > 7),
			claim: async () => folders('claims'),
		};
		const folder = { model: 'models', lab: 'labs', event: 'events', claim: 'claims' }[of];
		const paths = sample(await ids[of](), 25).flatMap(id => [`/${folder}/${id}/`, `/zh/${folder}/${id}/`]);
		expect(paths.flatMap(lost)).toEqual([]);
		expect(paths.flatMap(rowsOf).length).toBeGreaterThan(20);
	});

	it('a country leads to labs and events, whose rows lead on', () => {
		for (const id of folders('countries')) {
			const { html } = page(`/countries/${id}/`);
			const links = [...html.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/gs)].flatMap(([, cell = '']) => hrefs(cell));
			expect(links.length, id).toBeGreaterThan(0);
			for (const href of sample(links, 12))
				expect(page(follow(`/countries/${id}/`, href).path).html).toContain('id="evidence"');
		}
	});
});

describe('no dangling hash', () => {
	it('each snapshot that a mart names has its entry, with the whole hash', async () => {
		process.env['TOKENS_DATA'] = data;
		const entries = await openBook();
		for (const mart of publication.catalog.marts.filter(one =>
			one.columns.some(column => column.name === 'snapshot'),
		)) {
			const rows = await publication.rows<{ snapshot: string }>(
				`select distinct snapshot from ${mart.name} where snapshot is not null order by hash(snapshot) limit 40`,
			);
			for (const { snapshot } of rows) {
				const address = entries.addressOf(snapshot);
				expect(address, `${mart.name}: ${snapshot}`).not.toBeNull();
				const [path = '', anchor = ''] = (address ?? '').split('#');
				expect(page(path).entries.get(anchor), `${mart.name}: ${address}`).toContain(snapshot.replace('curated:', ''));
			}
		}
	});

	it('each link to the log of looks from any page ends at an entry', () => {
		const ends = new Set<string>();
		for (const path of [
			...folders('charts').map(id => `/charts/${id}/trace/`),
			...sample(folders('models/openai'), 20).map(id => `/models/openai/${id}/`),
		])
			if (path !== '/charts/trace/')
				for (const href of hrefs(page(path).html)) {
					if (!href.includes('snapshots/')) continue;
					const { path: at, anchor } = follow(path, href);
					ends.add(`${at}#${anchor}`);
				}
		expect(ends.size).toBeGreaterThan(50);
		const dangling = [...ends].filter(end => {
			const [at = '', anchor = ''] = end.split('#');
			return anchor !== '' && !page(at).entries.has(anchor);
		});
		expect(dangling).toEqual([]);
	});
});
