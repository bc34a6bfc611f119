import { describe, expect, it } from 'vitest';
import { ShapeError } from '../scrapers/error.ts';
import { filesOfTar, isTar } from '../scrapers/folder-tar.ts';
import { source as llmPricesSource } from '../scrapers/prices/llm-prices.ts';
import { source as modelsDevSource } from '../scrapers/prices/models-dev.ts';
import type { Source } from '../scrapers/source.ts';
import { api, bodyOf, bytesOf, filesAsTar, modelToml, repository, sorted } from './git-catalogue.ts';

const llmPrices: Source = llmPricesSource;
const modelsDev: Source = modelsDevSource;

describe('a catalogue kept as files', () => {
	it('reads to the rows of the sheet that is made from them', () => {
		const rows = modelsDev.read(bodyOf(filesAsTar(repository)), () => expect.unreachable());
		expect(rows).toEqual(modelsDev.read(bodyOf(bytesOf(api)), () => expect.unreachable()));
		expect(rows).toHaveLength(18);
	});

	it('leaves out a file that cannot be read, and is refused whole when there are many', () => {
		const good = Object.fromEntries(
			Array.from({ length: 30 }, (_, i) => [
				`providers/acme/models/m${i}.toml`,
				modelToml('M', 'input = 1\noutput = 1'),
			]),
		);
		const rejected: string[] = [];
		const odd = {
			'providers/host/models/a.toml': 'name = ',
			'providers/host/models/b.toml': 'base_model = "acme/none"\n',
			'providers/host/models/c.toml': '[extends]\nfrom = "host/c"\n',
		};
		const read = (files: Record<string, string>) =>
			modelsDev.read(bodyOf(filesAsTar({ ...repository, ...files })), what => rejected.push(what));
		const rows = read({ ...good, ...odd });
		expect(rows.filter(({ record }) => record === 'model')).toHaveLength(35);
		expect(rejected).toEqual([
			expect.stringMatching(/^models-dev: invalid toml at providers\/host\/models\/a\.toml: /),
			'models-dev: missing file to inherit from: models/acme/none.toml',
			'models-dev: inherits without end: providers/host/models/c.toml',
		]);
		expect(() => read(odd)).toThrow(/^models-dev: invalid toml at /);
	});

	it('is named where it holds no provider, or only half of itself', () => {
		expect(() => modelsDev.read(bodyOf(filesAsTar({ 'providers/x.toml': '' })))).toThrow(
			'models-dev: expected at least one provider.toml: 1 files',
		);
		const whole = filesAsTar(repository);
		for (let length = 513; length < whole.length - 1_024; length += 512)
			expect(() => llmPrices.read(bodyOf(whole.slice(0, length)))).toThrow(ShapeError);
	});

	it('reads to the same prices whether a list comes by vendor or as one', () => {
		const price = (input: number, more: object = {}) => ({
			input,
			output: 2 * input,
			from_date: null,
			to_date: null,
			...more,
		});
		const vendors = {
			'data/acme.json': {
				vendor: 'acme',
				models: [
					{
						id: 'rocket',
						name: 'Rocket',
						price_history: [
							price(1, { from_date: '2026-02-01' }),
							price(2, { to_date: '2026-02-01', input_cached: null }),
						],
					},
				],
			},
			'data/baidian.json': { vendor: 'baidian', models: [{ id: 'bai', name: 'Bai', price_history: [price(3)] }] },
		};
		const list = {
			prices: [
				{ vendor: 'baidian', id: 'bai', name: 'Bai', ...price(3) },
				{ vendor: 'acme', id: 'rocket', name: 'Rocket', ...price(1, { from_date: '2026-02-01' }) },
				{ vendor: 'acme', id: 'rocket', name: 'Rocket', ...price(2, { to_date: '2026-02-01', input_cached: null }) },
			],
		};
		const texts = Object.fromEntries(Object.entries(vendors).map(([path, value]) => [path, JSON.stringify(value)]));
		expect(sorted(llmPrices.read(bodyOf(filesAsTar(texts))))).toEqual(sorted(llmPrices.read(bodyOf(bytesOf(list)))));
		expect(() => llmPrices.read(bodyOf(filesAsTar({ ...texts, 'data/odd.json': '[]' })))).toThrow(/^llm-prices: /);
	});

	it('is one tar of the same bytes, whatever the length of its names', () => {
		const names = ['a', 'b'.repeat(100), 'c'.repeat(101), `${'文'.repeat(90)}.toml`];
		const files = Object.fromEntries(names.map((name, i) => [name, 'x'.repeat(i * 511)]));
		const tar = filesAsTar(files);
		expect(isTar(tar)).toBe(true);
		expect(tar).toEqual(filesAsTar(files));
		const read = [...filesOfTar('made-up', tar)].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
		expect(read).toEqual(Object.entries(files));
	});
});
