import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixtureOf, fixtureRows } from '../pipelines/fixture.ts';
import { discover } from '../scrapers/discover.ts';
import { ShapeError } from '../scrapers/error.ts';
import { Row } from '../scrapers/source.ts';

const sources = await discover();
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const halfOf = (bytes: Uint8Array): Uint8Array => bytes.slice(0, Math.floor(bytes.length / 2));
const errorPage = '<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>\n';

describe('every source', () => {
	it('is found by its folder', () => {
		expect(sources.map(({ id }) => id)).toEqual(
			expect.arrayContaining([
				'aider-polyglot',
				'models-dev',
				'npm-genai-prices',
				'openrouter-models',
				'openrouter-rankings-daily',
				'vercel-ai-gateway',
			]),
		);
	});
});

describe.each(sources.map(source => [source.id, source] as const))('%s', (id, source) => {
	const read = (bytes: Uint8Array) => source.read({ url: `fixture:${id}`, bytes, media_type: '' });

	it('states who it is and on what terms', () => {
		expect(source.title).not.toBe('');
		expect(new URL(source.homepage).protocol).toBe('https:');
		expect(source.terms.licence).not.toBe('');
		expect(typeof source.terms.redistribute).toBe('boolean');
		if (source.terms.redistribute) expect(source.terms.attribution).toBeTruthy();
		for (const name of [source.needs?.key, source.needs?.address]) expect(name ?? 'NONE').toMatch(/^[A-Z][A-Z0-9_]+$/);
	});

	it('asks for addresses, each once', () => {
		const context = { today: '2026-11-21', has: () => false, address: 'https://counts.example.com' };
		const asked = source.requests(context).map(({ url }) => url);
		expect(asked.length).toBeGreaterThan(0);
		expect(new Set(asked).size).toBe(asked.length);
		for (const url of asked) expect(url).toMatch(/^(https:\/\/|npm:|installed:)\S+$/);
	});

	it('reads its fixture to the rows that are expected of it', () => {
		const expected = readFileSync(fixtureOf(source).rows, 'utf8').trimEnd().split('\n');
		expect(expected[0]).not.toBe('');
		expect(fixtureRows(source)).toEqual(expected.map(line => Row.parse(JSON.parse(line))));
	});

	it('reads the same body twice to the same rows', () => {
		const { bytes } = fixtureOf(source);
		expect(read(bytes)).toEqual(read(bytes));
	});

	it.each([
		['an error page', () => bytesOf(errorPage)],
		['a truncated body', () => halfOf(fixtureOf(source).bytes)],
		['an empty body', () => bytesOf('')],
		['an empty object', () => bytesOf('{}')],
		['an empty list', () => bytesOf('[]')],
	])('names %s in one line', (_, broken) => {
		const error = errorOf(() => read(broken()));
		expect(error).toBeInstanceOf(ShapeError);
		expect(error.message.startsWith(`${id}: `)).toBe(true);
		expect(error.message).toMatch(/^[^\n]{1,400}$/);
	});
});

function errorOf(run: () => unknown): Error {
	try {
		return new Error(`expected an error got ${JSON.stringify(run())}`);
	} catch (error) {
		return error as Error;
	}
}
