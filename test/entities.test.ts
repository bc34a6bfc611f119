import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPublication, type Publication } from '../site/data.ts';
import { published } from './publication.ts';

let data: Publication;
const dist = published().replace(/data[/\\]tokens\.duckdb$/, '');
beforeAll(async () => {
	data = await openPublication(join(dist, 'data'));
	process.env['TOKENS_DATA'] = join(dist, 'data');
});

describe('pages of things', () => {
	it('every model, lab and country has a page in both languages', async () => {
		const { things } = await import('../site/entities.ts');
		const { wordsOf } = await import('../site/words.ts');
		const all = await things({ en: wordsOf('en'), zh: wordsOf('zh') });
		const [counted] = await data.rows<{ models: number; labs: number }>(
			'select (select count(*) from mart_model__model)::integer as models, (select count(*) from mart_lab__lab)::integer as labs',
		);
		expect(all.filter(one => one.kind === 'model')).toHaveLength(Number(counted?.models));
		expect(all.filter(one => one.kind === 'lab')).toHaveLength(Number(counted?.labs));
		expect(all.filter(one => one.kind === 'country')).toHaveLength(4);
		for (const one of all) {
			for (const lang of ['', '/zh'])
				expect(existsSync(join(dist, `${lang}${one.page}index.html`)), `${lang}${one.page}`).toBe(true);
			expect(one.name.en, one.id).toMatch(/\S/);
			expect(one.name.zh, one.id).toMatch(/\S/);
			if (one.since !== null) expect(one.since, one.id).toMatch(/^\d{4}-\d\d-\d\d$/);
		}
	});

	it('ids are well formed and unique, so that an address is one thing for ever', async () => {
		const { things } = await import('../site/entities.ts');
		const { wordsOf } = await import('../site/words.ts');
		const all = await things({ en: wordsOf('en'), zh: wordsOf('zh') });
		expect(new Set(all.map(one => one.page)).size).toBe(all.length);
		for (const { kind, id } of all)
			expect(id).toMatch(kind === 'model' ? /^[a-z0-9][a-z0-9.-]*\/[a-z0-9][a-z0-9._-]*$/ : /^[a-z0-9][a-z0-9-]*$/);
	});

	it('the page of a model says what the marts say', async () => {
		const model = 'xiaomi/mimo-v2.5';
		const html = await readFile(join(dist, 'models', model, 'index.html'), 'utf8');
		const text = html.replaceAll(/(<[^>]+>\s*)+/g, '|').replaceAll('&#39;', "'");
		for (const { cell, native_per_mtok } of await data.rows<{ cell: string; native_per_mtok: string }>(
			`select cell, native_per_mtok from mart_list_price__cell_spell
			where model = '${model}' and channel = 'lab-cn' and to_day is null order by cell`,
		)) {
			expect(text).toContain(`|${cell}|`);
			expect(text).toContain(
				`¥${Number(native_per_mtok).toFixed(Math.max(2, String(Number(native_per_mtok)).split('.')[1]?.length ?? 0))}`,
			);
		}
		for (const { name } of await data.rows<{ name: string }>(
			`select name from mart_model_name__name_spell where model = '${model}' order by last_day desc limit 5`,
		))
			expect(text).toContain(`|${name}|`);
		for (const { cells, hits } of await data.rows<{ cells: number; hits: number }>(
			`select cells, hits from mart_headline_audit__event where model = '${model}' and cells is not null`,
		))
			expect(text).toContain(`${hits} of ${cells} cells`);
	});

	it('a model that no list shows is unknown, and nowhere 0', async () => {
		const [unlisted] = await data.rows<{ model: string }>(
			`select model from mart_model__model where model not in (select model from mart_tokens__model_day where model is not null) order by model limit 1`,
		);
		const html = await readFile(join(dist, 'models', unlisted?.model ?? '', 'index.html'), 'utf8');
		expect(html).toContain('That is unknown, not 0.');
		expect(html).not.toContain('0 tokens');
	});

	it('the rate card as a file holds every cell on every channel, and its numbers are those of the marts', async () => {
		const model = 'deepseek/deepseek-v4-pro';
		const [head, ...lines] = (await readFile(join(dist, 'models', `${model}.csv`), 'utf8')).trim().split('\n');
		expect(head).toMatch(/^model,series,cell,channel,currency,native_per_mtok,/);
		const cells = await data.rows<{ n: number }>(
			`select (select count(*) from (select distinct cell, channel, currency from mart_list_price__cell_spell where model = '${model}'))
			+ (select count(distinct cell) from mart_cheapest_host__cell_spell where model = '${model}') as n`,
		);
		expect(lines).toHaveLength(Number(cells[0]?.n));
		const facts = JSON.parse(await readFile(join(dist, 'models', `${model}.metadata.json`), 'utf8')) as {
			model: string;
			sources: { snapshot: string }[];
			names: unknown[];
		};
		expect(facts.model).toBe(model);
		expect(facts.names.length).toBeGreaterThan(1);
		for (const { snapshot } of facts.sources) expect(snapshot).toMatch(/^([0-9a-f]{64}|curated:[0-9a-f]{32})$/);
	});

	it('a chart has its files beside the page exactly where it is drawn', async () => {
		for (const { model } of await data.rows<{ model: string }>(
			'select model from mart_model__model order by md5(model) limit 60',
		)) {
			const html = await readFile(join(dist, 'models', model, 'index.html'), 'utf8');
			for (const id of ['model-price', 'model-hosts', 'model-tokens']) {
				const isDrawn = html.includes(`href="${id}.svg"`);
				for (const file of [`models/${model}/${id}.svg`, `zh/models/${model}/${id}.svg`, `models/${model}/${id}.csv`])
					expect(existsSync(join(dist, file)), file).toBe(isDrawn);
			}
		}
	});

	it('the whole page of a thing can be taken: its rows, its facts, and of a model or an event its picture', async () => {
		const claims = await data.rows<{ id: string }>('select claim_id as id from mart_claim__claim order by 1 limit 12');
		const labs = await data.rows<{ id: string }>(
			'select lab_slug as id from mart_lab__lab where lab_slug is not null order by 1 limit 12',
		);
		const events = await data.rows<{ id: string }>(
			'select distinct event as id from mart_price_event__event order by hash(event) limit 12',
		);
		const models = await data.rows<{ id: string }>(
			'select model as id from mart_model__model order by hash(model) limit 24',
		);
		const countries = ['us', 'cn', 'eu', 'other'].map(id => ({ id }));
		for (const [folder, ids] of Object.entries({ claims, labs, events, models, countries })) {
			for (const { id } of ids) {
				const stem = join(dist, folder, id);
				const [head = '', ...rows] = (await readFile(`${stem}.csv`, 'utf8')).trim().split('\n');
				expect(head, stem).toMatch(/^[a-z_]+(,[a-z_]+){5,}$/);
				if (/claims|events|countries/.test(folder)) expect(rows.length, stem).toBeGreaterThan(0);
				const facts = JSON.parse(await readFile(`${stem}.metadata.json`, 'utf8')) as Record<string, unknown>;
				expect(facts, stem).toMatchObject({ release: data.catalog.release, charts: expect.any(Array) });
				for (const lang of ['', 'zh']) {
					const html = await readFile(join(dist, lang, folder, id, 'index.html'), 'utf8');
					const picture = join(dist, lang, folder, `${id}.png`);
					const isShown = html.includes(`/${folder}/${id}.png"`);
					expect(existsSync(picture), picture).toBe(isShown);
					if (!isShown) continue;
					const { length } = await readFile(picture);
					expect(length, picture).toBeGreaterThan(5_000);
					expect(length, picture).toBeLessThan(250_000);
				}
			}
		}
		expect(existsSync(join(dist, 'models', 'deepseek', 'deepseek-v4-pro.png'))).toBe(true);
	});

	it('a claim names the model it prints and not a longer name', async () => {
		const { factsOf } = await import('../site/model-facts.ts');
		expect((await factsOf('xiaomi/mimo-v2.5')).claims.map(one => one.claim_id)).toContain('mimo-99');
		expect((await factsOf('xiaomi/mimo-v2.5-pro')).claims.map(one => one.claim_id)).not.toContain('mimo-99');
	});
});
