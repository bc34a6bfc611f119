import { z } from 'zod';
import { rowsOf } from '../entries.ts';
import { ShapeError } from '../error.ts';
import { partsOf } from '../gemini-cell.ts';
import { pageOf } from '../page.ts';
import { nameIn, quotesOf } from '../quote.ts';
import type { PriceInput, Source } from '../source.ts';
import { cellText, tablesOf } from '../table.ts';

const id = 'google';

const Line = z.object({ label: z.string().max(500), paid: z.string().max(2000) });

/** Rows that hold prices by the token, and rows known to hold something else. */
const priced = /\b(input|output) pric(e|ing)\b|^context caching\b/i;
const other =
	/grounding|google (search|maps)|used to improve|tuning|code execution|url context|file search|computer use|live api|rate limit/i;
const tiers = ['standard', 'batch', 'flex', 'priority'] as const;

/**
 * List prices of Google's Gemini API in dollars: a section a model, a table a service tier, the free tier beside the paid.
 * What is free there is a quota and no price. No body has been captured: the reader follows the page's public text of
 * 2026-09, where prices by the picture, second or song stand in tables of their own and are not read.
 */
export const source = {
	id,
	title: 'Gemini API price page',
	kind: 'price',
	lineage: 'lab',
	homepage: 'https://ai.google.dev/gemini-api/docs/pricing',
	terms: {
		licence: 'none stated',
		attribution: 'List price read from Google (ai.google.dev/gemini-api/docs/pricing) on {fetched_at}.',
		redistribute: true,
	},
	cadence: 'daily',
	forgets_after_days: 1,
	requests: () => [
		{ url: 'https://ai.google.dev/gemini-api/docs/pricing', page: true, shows: /per 1M tokens in USD[^]*\$\d/i },
	],
	read(body, reject) {
		const places = sheetsOf(pageOf(id, body)).flatMap(placesOf);
		if (places.length === 0) throw new ShapeError(id, 'no price table', body.url);
		return rowsOf(id, Line, places, ({ label, paid }, { sheet }) => pricesIn(label, paid, sheet), reject);
	},
} satisfies Source<PriceInput>;

type Sheet = { where: string; models: string[]; tier: string; rows: string[][] };

/** Every table with the models of the section and the tier of the subsection that it stands in. */
function sheetsOf(page: Document): Sheet[] {
	const sheets: Sheet[] = [];
	let section = { title: '', tier: 'standard', models: [] as string[], hasTable: false };
	for (const element of page.querySelectorAll('h2, h3, code, table')) {
		const text = cellText(element);
		const name = element.tagName.toUpperCase();
		if (name === 'H2') section = { title: text, tier: 'standard', models: [], hasTable: false };
		if (name === 'H3') section.tier = text.toLowerCase();
		// the ids of a section's models stand between its heading and its first table
		if (name === 'CODE' && !section.hasTable && /^[a-z][\w.]*(-[\w.]+)+$/i.test(text)) section.models.push(text);
		if (name !== 'TABLE') continue;
		section.hasTable = true;
		const models = [...new Set(section.models)];
		for (const { rows } of tablesOf(element).slice(0, 1))
			sheets.push({ where: `${section.title} ${section.tier}`, models, tier: section.tier, rows });
	}
	return sheets;
}

/** The lines of a table of prices by the million tokens; other tables bill by the picture or the second, or are no sheets. */
function placesOf(sheet: Sheet) {
	const [head = [], ...lines] = sheet.rows;
	const paid = head.findIndex(text => /^paid tier/i.test(text));
	const heading = head[paid] ?? '';
	if (sheet.models.length === 0 || !/tokens/i.test(heading)) return [];
	if (!/per 1M tokens in USD/i.test(heading)) throw new ShapeError(id, 'unknown unit', heading);
	return lines.map((line, y) => ({
		where: `${sheet.where} row ${y + 1}`,
		entry: { label: line[0], paid: line[paid] },
		sheet,
	}));
}

function pricesIn(label: string, paid: string, { models, tier }: Sheet): PriceInput[] {
	if (!priced.test(label)) {
		if (paid.includes('$') && !other.test(label)) throw new ShapeError(id, 'unknown heading', label);
		return [];
	}
	const service_tier = tiers.find(known => known === tier);
	if (service_tier === undefined) throw new ShapeError(id, 'unknown service tier', tier);
	const parts = partsOf(id, label, paid);
	return models.flatMap(name => {
		const about = { provider: id, model: nameIn(id, name), field: label, currency: 'USD' as const, service_tier };
		return parts.flatMap(({ text, per, ...part }) => quotesOf(id, { ...about, ...part, unit: per }, text));
	});
}
