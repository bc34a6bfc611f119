import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, it } from 'vitest';
import { atomOf, jsonOf, most_entries, newest, tagOf, type Entry, type Told } from '../site/feed.ts';
import { allFeeds } from '../site/feeds.ts';
import { connect, rowsOf } from '../warehouse/duckdb.ts';
import { slipsOf } from './chinese.ts';
import { published } from './publication.ts';

const schema = JSON.parse(readFileSync('test/fixtures/schema/json-feed-1.1.json', 'utf8')) as object;
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false });
addFormats.default(ajv);
const isFeed = ajv.compile(schema);

const hostile: Entry = {
	id: '2026-01-02-evil',
	day: '2026-01-02',
	title: '<script>alert(1)</script> ]]> & "x" \u0007\u202e=cmd()',
	body: ['<img src=x onerror=alert(1)> ]]>', ['a < b', '& c']],
	page: '/events/2026-01-02-evil/',
};
const made = (entries: Entry[]): Told => ({ path: '/feeds/made', title: 'Made & <b>', lang: 'zh', entries });

/** An Atom file by a parser of XML; its elements by name. */
const xml = (text: string) =>
	new (parseHTML('').DOMParser)().parseFromString(text, 'text/xml') as unknown as XMLDocument;
const texts = (node: ParentNode, name: string) => [...node.querySelectorAll(name)].map(one => one.textContent ?? '');

describe('a feed', () => {
	it('has hostile text as text: escaped once in JSON, twice in Atom, with no sign that XML has no place for', () => {
		const atom = atomOf(made([hostile]));
		expect(atom).not.toContain('\u0007');
		expect(atom).not.toContain('<script');
		expect(atom).toContain('&lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp;');
		expect(atom.match(/<!\[CDATA\[/g)?.length).toBe(atom.match(/\]\]>/g)?.length);
		const json = JSON.parse(jsonOf(made([hostile]))) as { items: { title: string; content_html: string }[] };
		expect(json.items[0]?.title).toBe(hostile.title);
		expect(json.items[0]?.content_html).toBe(
			'<p>&lt;img src=x onerror=alert(1)&gt; ]]&gt;</p><ul><li>a &lt; b</li><li>&amp; c</li></ul>',
		);
	});

	it('tells an event once, the newest fifty, and the same on every build', () => {
		const many = Array.from({ length: 70 }, (_, place) => ({
			...hostile,
			id: `event-${place % 60}`,
			day: `2026-0${1 + (place % 9)}-01`,
		}));
		const shown = newest(many);
		expect(shown).toHaveLength(most_entries);
		expect(new Set(shown.map(({ id }) => id)).size).toBe(most_entries);
		expect(shown.map(({ day }) => day)).toEqual(
			shown
				.map(({ day }) => day)
				.sort()
				.reverse(),
		);
		expect(newest([...many].reverse()).map(({ id, day }) => id + day)).toHaveLength(most_entries);
		expect(atomOf(made(many))).toBe(atomOf(made([...many])));
	});

	it('changes the day of an entry and not its id when an event is dated anew', () => {
		const [before, after] = [atomOf(made([hostile])), atomOf(made([{ ...hostile, day: '2026-02-03' }]))];
		expect(texts(xml(before), 'entry > id')).toEqual(texts(xml(after), 'entry > id'));
		expect(texts(xml(after), 'entry > updated')).toEqual(['2026-02-03T00:00:00.000Z']);
	});
});

describe('the feeds of this publication', () => {
	let feeds: Told[];
	beforeAll(async () => {
		process.env['TOKENS_DATA'] = dirname(published());
		feeds = await allFeeds();
	});

	it('are five kinds, four countries and a lab each, all in both languages', () => {
		const paths = (lang: string) => feeds.filter(feed => feed.lang === lang).map(({ path }) => path);
		expect(paths('zh')).toEqual(paths('en'));
		expect(paths('en')).toEqual(
			expect.arrayContaining(
				['prices', 'models', 'corrections', 'health', 'releases', 'countries/cn', 'labs/openai'].map(
					name => `/feeds/${name}`,
				),
			),
		);
		expect(new Set(paths('en')).size).toBe(paths('en').length);
		for (const { title, lang } of feeds) if (lang === 'zh') expect(title).toMatch(/观测站/);
	});

	it('have entries, each with a day, a page and an id that names one event everywhere', () => {
		const [prices] = feeds;
		expect(prices?.entries.length).toBeGreaterThan(50);
		const told = new Map<string, string>();
		for (const { lang, entries } of feeds)
			for (const entry of entries) {
				expect(entry.day, entry.id).toMatch(/^\d{4}-\d\d-\d\d$/);
				expect(Number.isNaN(Date.parse(entry.day)), entry.id).toBe(false);
				const key = `${lang} ${entry.id}`;
				expect(told.get(key) ?? entry.page, key).toBe(entry.page);
				told.set(key, entry.page);
			}
		const ids = prices?.entries.map(({ id }) => id) ?? [];
		expect(new Set(ids).size).toBe(ids.length);
		const cells = prices?.entries
			.flatMap(({ body }) => body)
			.flat()
			.filter(line => line.includes('per million tokens'));
		expect(cells?.length).toBeGreaterThan(100);
	});

	it('tell of models that left every list of their lab, after three looks, and of none that stands on one', async () => {
		const gone = feeds
			.find(({ path, lang }) => path === '/feeds/models' && lang === 'zh')
			?.entries.filter(({ id }) => id.includes('-delisted-'));
		expect(gone?.length).toBeGreaterThan(20);
		const file = await connect(published(), { readonly: true });
		try {
			for (const { id, page, title, body } of gone ?? []) {
				const model = page.slice('/models/'.length, -1);
				expect(title).toMatch(/已从价目表下架$/);
				expect(
					[title, ...body].flatMap(text => slipsOf(String(text))),
					id,
				).toEqual([]);
				const standing = await rowsOf(
					file,
					`from mart_price__cell_spell where model = '${model}' and channel in ('lab-direct', 'lab-cn') and to_day is null`,
				);
				expect(standing, id).toEqual([]);
			}
		} finally {
			file.closeSync();
		}
	});

	it('are valid as JSON Feed 1.1', () => {
		for (const feed of feeds) {
			const value: unknown = JSON.parse(jsonOf(feed));
			expect(isFeed(value), `${feed.path}: ${JSON.stringify(isFeed.errors)}`).toBe(true);
		}
		const broken = JSON.parse(jsonOf(made([hostile]))) as { version: string };
		expect(isFeed({ ...broken, version: 'https://jsonfeed.org/version/1' })).toBe(false);
		expect(isFeed({ ...broken, items: [{ url: 'https://a.example/' }] })).toBe(false);
	});

	it('are well-formed Atom with all that RFC 4287 asks for', () => {
		for (const feed of feeds) {
			const text = atomOf(feed);
			const root = xml(text).documentElement;
			expect(root.tagName, feed.path).toBe('feed');
			expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
			for (const name of ['id', 'title', 'updated', 'author'])
				expect(
					[...root.children].filter(child => child.tagName === name),
					`${feed.path} ${name}`,
				).toHaveLength(1);
			expect(text).toMatch(/<link rel="self" href="https?:[^"]+\.xml"\/>/);
			const entries = [...root.children].filter(child => child.tagName === 'entry');
			expect(entries).toHaveLength(Math.min(most_entries, feed.entries.length));
			for (const entry of entries) {
				for (const name of ['id', 'title', 'updated', 'content'])
					expect(
						[...entry.children].filter(child => child.tagName === name),
						`${feed.path} ${name}`,
					).toHaveLength(1);
				expect(texts(entry, 'updated')[0]).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/);
			}
			const ids = entries.map(entry => texts(entry, 'id')[0]);
			expect(ids).toEqual(newest(feed.entries).map(({ id }) => tagOf(id)));
			for (const id of ids) expect(id).toMatch(/^tag:[\w.-]+,2026:[^\s<>"]+$/);
		}
	});
});
