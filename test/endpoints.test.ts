import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { collect } from '../pipelines/collect.ts';
import { fixtureOf } from '../pipelines/fixture.ts';
import { silent } from '../pipelines/report.ts';
import { openStore } from '../pipelines/store.ts';
import { discover } from '../scrapers/discover.ts';
import { ShapeError } from '../scrapers/error.ts';
import { source as endpoints } from '../scrapers/prices/openrouter-endpoints.ts';
import { source as frontend } from '../scrapers/prices/openrouter-frontend.ts';
import type { Source } from '../scrapers/source.ts';
import { json as answer, originOf, text } from './origin.ts';

const home = mkdtempSync(join(tmpdir(), 'tokens-endpoints-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const json = (url: string, value: unknown) => ({
	url,
	bytes: new TextEncoder().encode(JSON.stringify(value)),
	media_type: 'application/json',
});
const followed = (source: Source, index: ReturnType<typeof json>) =>
	(source.follow?.([index], { today: '2026-11-21', has: () => false }) ?? []).map(({ url }) => url);

describe('the hosts of OpenRouter', () => {
	it('are asked for by model, and not of routers or moving names', () => {
		const ids = ['acme/rocket-2', 'acme/rocket-2:free', '~acme/rocket-latest', 'openrouter/auto', '../secret'];
		const index = json('https://openrouter.ai/api/v1/models', { data: ids.map(id => ({ id })) });
		expect(followed(endpoints, index)).toEqual([
			'https://openrouter.ai/api/v1/models/acme/rocket-2/endpoints',
			'https://openrouter.ai/api/v1/models/acme/rocket-2:free/endpoints',
		]);
	});
});

it('hosts are collected by way of the list, which is not kept itself', async () => {
	const sources = (await discover()).filter(({ id }) => id === 'openrouter-endpoints');
	const body = fixtureOf({ id: 'openrouter-endpoints', folder: 'prices' }).bytes;
	const models = '/openrouter.ai/api/v1/models';
	const origin = await originOf({
		[models]: answer({ data: [{ id: 'minimax/rocket-m2.5' }, { id: 'acme/gone' }, { id: '~acme/latest' }] }),
		[`${models}/minimax/rocket-m2.5/endpoints`]: text(body),
		[`${models}/acme/gone/endpoints`]: answer({ data: { id: 'acme/gone', endpoints: [] } }),
	});
	const options = { home, sources, env: {}, replay: origin.url, archived: [], decisions: new Map(), report: silent };
	const summary = await collect({ ...options, now: new Date('2026-11-21T04:00:00Z') });
	await origin.close();
	expect(origin.asked.map(({ path }) => path)).toEqual([
		models,
		`${models}/minimax/rocket-m2.5/endpoints`,
		`${models}/acme/gone/endpoints`,
	]);
	const kept = openStore(home)
		.looks('openrouter-endpoints')
		.filter(look => look.snapshot !== null);
	expect(kept.map(({ url }) => url).sort()).toEqual([
		'https://openrouter.ai/api/v1/models/acme/gone/endpoints',
		'https://openrouter.ai/api/v1/models/minimax/rocket-m2.5/endpoints',
	]);
	expect(summary.sources.map(({ rows }) => rows)).toEqual([20]);
});

describe('the effective prices of OpenRouter', () => {
	const url = 'https://openrouter.ai/api/frontend/v1/stats/effective-pricing?permaslug=acme%2Frocket-2&variant=free';

	it('are left alone unless asked for, and then asked for by the models that are served', () => {
		expect((frontend as Source).opt_in).toBe(true);
		const catalog = [
			{ permaslug: 'acme/rocket-2', endpoint: { variant: 'free' } },
			{ permaslug: 'acme/rocket-1', endpoint: null },
		];
		const index = json('https://openrouter.ai/api/frontend/v1/catalog/models', { data: catalog });
		expect(followed(frontend, index)).toEqual([url, url.replace('effective-pricing', 'model-activity')]);
	});

	it('take their model from the address, as the answer does not name it', () => {
		const data = { weightedInputPrice: 0.3, weightedOutputPrice: 1 };
		const lists = { providerSummaries: [], endpointNames: {}, inputChartData: [], outputChartData: [] };
		const rows = (frontend as Source).read(json(url, { data: { ...data, ...lists } }));
		expect(rows.map(row => row.record === 'price' && [row.model, row.amount])).toEqual([
			['acme/rocket-2:free', '0.3'],
			['acme/rocket-2:free', '1'],
		]);
		expect(() => (frontend as Source).read(json('made:up', { data: { ...data, ...lists } }))).toThrow(ShapeError);
	});
});
