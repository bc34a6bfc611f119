import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtureOf } from '../pipelines/fixture.ts';
import { ShapeError } from '../scrapers/error.ts';
import { listLiteralOf, unread } from '../scrapers/literal-list.ts';
import { source as currencies } from '../scrapers/macro/npm-currency-api.ts';
import { source as bank } from '../scrapers/prices/npm-model-bank.ts';
import { source as catalogue } from '../scrapers/prices/npm-pi-catalog.ts';
import { Row, type Source } from '../scrapers/source.ts';
import { tarballOf } from '../scrapers/tarball.ts';
import { restOf, statedOf } from '../scrapers/week.ts';
import { currencyApi, modelBank, piCatalog } from './catalogue-tarballs.ts';
import { tarballFor } from './pi-tarball.ts';

const bodyOf = (url: string, bytes: Uint8Array) => ({ url, bytes, media_type: '' });
const json = (url: string, value: unknown) => bodyOf(url, new TextEncoder().encode(JSON.stringify(value)));
const packument = (name: string, versions: string[]) =>
	json(`npm:${name}`, { name, versions: Object.fromEntries(versions.map(version => [version, {}])) });
const followed = (source: Source, indexes: ReturnType<typeof bodyOf>[], more: { since?: string; kept?: string } = {}) =>
	(source.follow?.(indexes, { today: '2026-11-21', since: more.since, has: url => more.kept === url }) ?? []).map(
		({ url, observed }) => [url, observed?.on, observed?.basis],
	);

describe('the tarballs beside the expected rows', () => {
	it.each([
		['npm-pi-catalog', 'prices', piCatalog],
		['npm-model-bank', 'prices', modelBank],
		['npm-currency-api', 'macro', currencyApi],
	])('hold the files that are written here: %s', (id, folder, files) => {
		expect(Object.fromEntries(tarballOf(id, fixtureOf({ id, folder }).bytes, () => true))).toEqual(files);
	});
});

describe('a surprise inside a tarball', () => {
	const surprises = [null, -1, 0, 1e308, 1e-320, '', '-1', '1e-7', '$0.10', '__proto__', '2026-13-45', [], {}, true];

	it.each([
		['npm-pi-catalog', catalogue as Source, piCatalog, /models\.json$/],
		['npm-model-bank', bank as Source, modelBank, /(anthropic|google|qwen|zhipu)\.mjs$/],
		['npm-currency-api', currencies as Source, currencyApi, /usd\.json$/],
	])('gives rows that fit or one named error: %s', (id, source, files, wanted) => {
		const read = (path: string, text: string) => {
			const rows = source
				.read(bodyOf('npm:x@1.0.0', tarballFor({ ...files, [path]: text })))
				.map(row => Row.parse(row));
			for (const row of rows) {
				if (row.record !== 'price') continue;
				expect(row.amount ?? '').not.toMatch(/^-/);
				if (row.status === 'listed') expect(row.amount).toMatch(/[1-9]/);
			}
		};
		for (const [path, text] of Object.entries(files).filter(([path]) => wanted.test(path))) {
			const values = [...text.matchAll(/(?<=[:[,]\s*)("(?:[^"\\\n]|\\.)*"|[^\s"[\]{},:]+)/g)];
			expect(values.length).toBeGreaterThan(2);
			fc.assert(
				fc.property(fc.nat(values.length - 1), fc.constantFrom(...surprises), (at, surprise) => {
					const { index, 0: value } = values[at]!;
					try {
						read(path, text.slice(0, index) + JSON.stringify(surprise) + text.slice(index + value.length));
					} catch (error) {
						if (!(error instanceof ShapeError) || !error.message.startsWith(`${id}: `)) throw error;
					}
				}),
				{ numRuns: 60 },
			);
		}
	});
});

describe('versions of a package', () => {
	it('of pi-catalog are dated by the changelog that the newest of them ships', () => {
		const name = '@oh-my-pi/pi-catalog';
		const newest = bodyOf(`npm:${name}@latest`, tarballFor(piCatalog));
		const asked = followed(catalogue, [packument(name, ['1.0.0', '0.9.0', '1.0.1']), newest], {
			kept: `npm:${name}@0.9.0`,
		});
		// 1.0.1 is newer than every dated one: it gets the day of the look
		expect(asked).toEqual([
			[`npm:${name}@1.0.0`, '2026-09-02', 'changelog'],
			[`npm:${name}@1.0.1`, undefined, undefined],
		]);
	});

	it('of model-bank are dated by themselves', () => {
		const index = packument('model-bank', ['1.0.20260927202305', '1.0.20260810024804', '0.1.0']);
		expect(followed(bank, [index])).toEqual([
			['npm:model-bank@1.0.20260810024804', '2026-08-10', 'version'],
			['npm:model-bank@1.0.20260927202305', '2026-09-27', 'version'],
		]);
		expect(followed(bank, [index], { since: '2026-09-01' })).toHaveLength(1);
	});

	it('of the exchange rates are asked for a month back, or from where a backfill begins', () => {
		const name = '@fawazahmed0/currency-api';
		const index = packument(name, ['2026.9.29', '2024.3.2', '2026.11.1', '2024.12.31']);
		expect(followed(currencies, [index])).toEqual([[`npm:${name}@2026.11.1`, '2026-11-01', 'version']]);
		expect(followed(currencies, [index], { since: '2024-12-01' }).map(([, on]) => on)).toEqual([
			'2024-12-31',
			'2026-09-29',
			'2026-11-01',
		]);
		expect(followed(currencies, [packument(name, ['2024.3.2'])]).map(([, on]) => on)).toEqual(['2024-03-02']);
	});
});

describe('the hours of a week', () => {
	const windows = [
		{ weekdays: [1, 2, 3, 4, 5], startMinute: 60, endMinute: 240 },
		{ weekdays: [1, 2, 3, 4, 5], startMinute: 360, endMinute: 600 },
	];

	it('are covered once by windows and their rest', () => {
		const minutes = [...statedOf(windows), ...restOf(windows)].reduce((sum, { weekdays, start_local, end_local }) => {
			const at = (clock: string | null | undefined, or: number) =>
				clock ? Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)) : or;
			const [start, end] = [at(start_local, 0), at(end_local, 1_440) || 1_440];
			return sum + (weekdays ?? '0123456').length * (end - start);
		}, 0);
		expect(minutes).toBe(7 * 1_440);
	});

	it('have no rest where a window covers each of them', () => {
		expect(restOf([{ weekdays: [0, 1, 2, 3, 4, 5, 6], startMinute: 0, endMinute: 1_440 }])).toEqual([]);
		expect(restOf([{ weekdays: [3], startMinute: 0, endMinute: 1_440 }])).toEqual([
			{ weekdays: '012456', start_local: null, end_local: null },
		]);
	});
});

describe('a list in a module', () => {
	const read = (code: string) => listLiteralOf('made-up', code, 'default', ['id', 'price']);

	it('is followed through the lists of its file, and multiplied by the digits', () => {
		const code = `import { x } from './x.mjs';
			const chat = [{ id: 'a', price: 6 * .2, params: x }, ...[{ id: 'b', params: f() }]];
			const all = [...chat, { id: 'c', price: x }];
			export { all as default };`;
		expect(read(code)).toEqual([{ id: 'a', price: 1.2 }, { id: 'b' }, { id: 'c', price: unread }]);
	});

	it.each([
		['is computed', 'const all = f(); export { all as default };'],
		['spreads what another file holds', "import { x } from './x.mjs'; const all = [...x]; export { all as default };"],
		['holds itself', 'const all = [...all]; export { all as default };'],
		['holds no object', 'const all = [1]; export { all as default };'],
		['is missing', 'const all = [];'],
	])('is refused when it %s', (_, code) => {
		expect(() => read(code)).toThrow(ShapeError);
	});

	it('loses no computed price without a word', () => {
		const prices = (computed: string) =>
			Array.from({ length: 20 }, (_, i) => `{ id: "m${i}", pricing: { input: 1 } }`).join() +
			`, { id: "odd", pricing: ${computed} }`;
		const code = (computed: string) => `const all = [${prices(computed)}]; export { all as default };`;
		const told: string[] = [];
		const bytes = tarballFor({ 'dist/aiModels/acme.mjs': code('{ input: rate() }') });
		const rows = (bank as Source).read(bodyOf('npm:model-bank@1.0.0', bytes), told.push.bind(told));
		expect(rows.filter(row => row.record === 'price')).toHaveLength(20);
		expect(told).toEqual([expect.stringMatching(/^npm-model-bank: unexpected shape at acme\.20\.pricing/)]);
	});
});
