import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { connect, literal, rowsOf } from '../warehouse/duckdb.ts';

const folder = fileURLToPath(new URL('../warehouse/seeds', import.meta.url));
const files = readdirSync(folder)
	.filter(file => file.endsWith('.csv'))
	.sort();
const archive = fileURLToPath(new URL('../warehouse/archive/usage/openrouter-rankings-daily.parquet', import.meta.url));

type Row = Record<string, string | null>;
const seeds: Record<string, Row[]> = {};
let byLabNames: string[] = [];

beforeAll(async () => {
	const connection = await connect();
	for (const file of files)
		seeds[file.replace('.csv', '')] = await rowsOf<Row>(
			connection,
			`from read_csv(${literal(`${folder}/${file}`)}, header = true, all_varchar = true, nullstr = '', delim = ',', quote = '"')`,
		);
	const names = await rowsOf<{ name: string }>(
		connection,
		`select distinct name from read_parquet(${literal(archive)}) where subject = 'lab'`,
	);
	byLabNames = names.map(row => row.name);
	connection.closeSync();
});

const of = (name: string) => seeds[name] ?? [];
const listOf = (text: string | null | undefined) => (text ?? '').split(';').filter(part => part !== '');

describe('every seed', () => {
	// A decision has a reason and a claim the key of its story: neither has an address.
	const uncited = new Set(['quarantine.csv', 'claims.csv']);
	test.each(files.filter(file => !uncited.has(file)))('%s has a citation with an address on every row', file => {
		const rows = of(file.replace('.csv', ''));
		expect(rows.length).toBeGreaterThan(0);
		const cited = /^(https?:\/\/\S+|[\w.-]+\/[\w.-]+:\S.*|@[\w-]+\/[\w.-]+@[\w.-]+)/;
		expect(rows.filter(row => !(row.citation ?? '').split(' | ').every(part => cited.test(part)))).toEqual([]);
	});
});

describe('labs', () => {
	test('a lab is named once and each author slug belongs to one lab', () => {
		const labs = of('labs').map(row => row.lab);
		expect(new Set(labs).size).toBe(labs.length);
		const slugs = of('labs').flatMap(row => listOf(row.slugs).map(slug => slug.toLowerCase() + '\n' + row.lab));
		const owners = new Map<string, Set<string>>();
		for (const pair of slugs) {
			const [slug = '', lab = ''] = pair.split('\n');
			owners.set(slug, (owners.get(slug) ?? new Set()).add(lab));
		}
		expect([...owners].filter(([, labs]) => labs.size > 1)).toEqual([]);
	});

	test('a country and its group agree', () => {
		const eu = ['FR', 'DE', 'FI', 'ES', 'NL', 'IT', 'SE', 'PL', 'AT', 'IE'];
		for (const row of of('labs')) {
			const { country, country_group: group } = row;
			const expected = !country
				? 'unknown'
				: country === 'US' || country === 'CN'
					? country
					: eu.includes(country)
						? 'EU'
						: 'other';
			expect(group, String(row.lab)).toBe(expected);
		}
	});

	test('every name of the by-lab series is a slug of a lab, and stealth is nobody', () => {
		const owner = new Map(of('labs').flatMap(row => listOf(row.slugs).map(slug => [slug, row.lab] as const)));
		expect(byLabNames.length).toBeGreaterThan(50);
		expect(byLabNames.filter(name => !owner.has(name))).toEqual([]);
		for (const name of ['OpenRouter stealth', 'stealth (unlabelled)']) expect(owner.get(name)).toBe('unnamed');
		expect(owner.get('z-ai')).toBe(owner.get('Z.ai'));
	});
});

describe('the join keys', () => {
	test('spellings of a seller that differ by case, marks or a last word of their own are one seller', () => {
		const known = new Map(of('hosts').map(row => [row.provider, row.host]));
		const plain = (name: string) => name.toLowerCase().replaceAll(' ', '-');
		const sellers = new Map<string, Set<string>>();
		for (const { provider } of of('providers')) {
			const spelling = plain(provider ?? '');
			const bare = spelling
				.replace(/^huggingface_/, '')
				.replace(/[^a-z\d]/g, '')
				.replace(/(ai|cloud)$/, '');
			sellers.set(bare, (sellers.get(bare) ?? new Set()).add(known.get(spelling) ?? spelling));
		}
		expect([...sellers.values()].filter(names => names.size > 1).map(names => [...names])).toEqual([]);
		expect(known.get('togetherai')).toBe('together');
		expect(of('hosts').filter(row => known.has(row.host ?? ''))).toEqual([]);
	});

	test('models, providers and aliases name labs of labs.csv', () => {
		const labs = new Set(of('labs').map(row => row.lab));
		for (const table of ['models', 'providers', 'aliases'])
			expect(
				of(table).filter(row => row.lab && !labs.has(row.lab)),
				table,
			).toEqual([]);
	});

	test('a model is listed once, under the slug of its lab', () => {
		const slug = new Map(of('labs').map(row => [row.lab, row.slug]));
		const models = of('models');
		expect(new Set(models.map(row => row.model)).size).toBe(models.length);
		expect(models.filter(row => !row.model?.startsWith(`${slug.get(row.lab ?? '')}/`)).map(row => row.model)).toEqual(
			[],
		);
	});

	test('an alias has one meaning a day', () => {
		const spans = new Map<string, Row[]>();
		for (const row of of('aliases'))
			spans.set(`${row.source} ${row.source_model}`, [...(spans.get(`${row.source} ${row.source_model}`) ?? []), row]);
		for (const [name, rows] of spans)
			for (const [index, row] of rows.entries()) {
				const next = rows[index + 1];
				if (next) expect((row.valid_to ?? '9999') <= (next.valid_from ?? '0000'), name).toBe(true);
			}
	});

	test('a provider has one channel a source, and converted yuan are never a list price', () => {
		const keys = of('providers').map(row => `${row.source} ${row.provider}`);
		expect(new Set(keys).size).toBe(keys.length);
		const channels = ['lab-direct', 'lab-cn', 'aggregator', 'host', 'plan'];
		expect(of('providers').filter(row => !channels.includes(row.channel ?? ''))).toEqual([]);
		expect(of('providers').filter(row => row.channel === 'lab-direct' && row.is_converted === 'true')).toEqual([]);
		expect(of('providers').filter(row => row.channel === 'lab-direct' && !row.lab)).toEqual([]);
	});
});

describe('usage by week', () => {
	test('weeks begin on a Monday and rank by tokens', () => {
		for (const row of [...of('usage_weekly'), ...of('usage_mix')])
			expect(new Date(`${row.week}T00:00:00Z`).getUTCDay()).toBe(1);
		expect(of('usage_weekly').length).toBe(570);
	});

	test('the press pair of the week of 2026-02-09 is the sum of its first nine', () => {
		const group = new Map(of('labs').flatMap(row => listOf(row.slugs).map(slug => [slug, row.country_group] as const)));
		const total = { CN: 0, US: 0 } as Record<string, number>;
		for (const row of of('usage_weekly'))
			if (row.week === '2026-02-09' && Number(row.rank) <= 9) {
				const country = group.get(row.slug?.split('/')[0] ?? '') ?? 'unknown';
				total[country] = (total[country] ?? 0) + Number(row.tokens) / 1e12;
			}
		expect(total.CN).toBeCloseTo(4.126, 3);
		expect(total.US).toBeCloseTo(2.935, 3);
	});

	test('a week whose counts were not stated is empty, not zero', () => {
		const rows = of('usage_mix').filter(row => row.week === '2026-05-04');
		expect(rows.length).toBe(10);
		for (const row of rows)
			expect([row.prompt_tokens, row.completion_tokens, row.cached_tokens]).toEqual([null, null, null]);
		expect(of('usage_mix').filter(row => row.is_free === 'false' && row.cache_read_usd_per_mtok === '0')).toEqual([]);
	});
});

describe('prices', () => {
	const cell = (row: Row) =>
		`${row.provider} ${row.model} ${row.channel} ${row.currency} ${row.meter} ${row.min_input_tokens}`;

	test('the MiMo cut is twelve dollar cells and twelve yuan cells, each with its own change', () => {
		const rows = of('prices').filter(row => row.model?.startsWith('mimo-v2.5'));
		for (const currency of ['USD', 'CNY']) {
			const change = new Map<string, number>();
			for (const before of rows.filter(row => row.currency === currency && row.from_basis === 'release')) {
				const after = rows.find(row => cell(row) === cell(before) && row.from_basis === 'announced');
				change.set(cell(before), Number(after?.amount) / Number(before.amount) - 1);
			}
			expect(change.size).toBe(12);
			if (currency === 'USD') {
				expect(change.get('xiaomi mimo-v2.5-pro lab-direct USD cache_read 256000')).toBeCloseTo(-0.991, 4);
				expect(change.get('xiaomi mimo-v2.5-pro lab-direct USD input 0')).toBeCloseTo(-0.565, 4);
				expect(change.get('xiaomi mimo-v2.5-pro lab-direct USD output 256000')).toBeCloseTo(-0.855, 4);
			}
		}
	});

	test('a cell has one price a day and yuan are only on mainland sheets', () => {
		const keys = of('prices').map(row => `${cell(row)} ${row.from_day}`);
		expect(new Set(keys).size).toBe(keys.length);
		for (const row of of('prices')) {
			expect(Number(row.amount)).toBeGreaterThan(0);
			expect(row.currency === 'CNY').toBe(row.channel === 'lab-cn');
			if (row.seen_after) expect(row.seen_after < (row.from_day ?? '')).toBe(true);
		}
	});
});

describe('events', () => {
	test('events have an id, a day as exact as known, and short words in both languages', () => {
		const ids = of('events').map(row => row.event_id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const row of of('events')) {
			expect(row.day).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
			expect([...(row.what ?? '')].length, row.event_id ?? '').toBeLessThanOrEqual(40);
			// a Latin sign is half as wide as a Chinese one, and names of models are Latin
			const wide = [...(row.what_zh ?? '')].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 1 : 0.5), 0);
			expect(wide, row.event_id ?? '').toBeLessThanOrEqual(18);
			expect(['1', '2', '3']).toContain(row.priority);
		}
	});

	test('orgs that are labs are spelled as in labs.csv', () => {
		const labs = new Set(of('labs').map(row => row.lab));
		const others = new Set(
			of('events')
				.map(row => row.org)
				.filter(org => !labs.has(org ?? '')),
		);
		expect([...others].sort()).toEqual([
			'China',
			'China (National Data Administration)',
			'OpenRouter',
			'Portkey',
			'US BIS',
			'White House',
			'White House and governors',
		]);
	});
});

describe('facts of labs, markets and power', () => {
	test('all labs of the survey are here with a country, or with none that is known', () => {
		const labs = of('labs');
		expect(labs.length).toBeGreaterThanOrEqual(111);
		const groups = (group: string) => labs.filter(row => row.country_group === group).length;
		expect(groups('US')).toBeGreaterThanOrEqual(41);
		expect(groups('CN')).toBeGreaterThanOrEqual(30);
		expect(groups('EU')).toBeGreaterThanOrEqual(7);
		for (const row of labs) {
			expect(row.country_group === 'unknown', String(row.lab)).toBe(row.country === null);
			expect(['high', 'medium', 'low'], String(row.lab)).toContain(row.confidence);
			if (row.country) expect(row.country).toMatch(/^[A-Z]{2}$/);
		}
	});

	test('events are of known kinds, with all that the survey found and the three moves it lacked', () => {
		const counts = new Map<string, number>();
		for (const { kind } of of('events')) counts.set(kind ?? '', (counts.get(kind ?? '') ?? 0) + 1);
		// of the survey's 45 cuts one was a rise of the cache price and two put a catalogue right
		expect(Object.fromEntries(counts)).toEqual({
			price_cut: 42 + 2,
			price_rise: 19 + 2,
			launch: 42,
			open_weights: 22,
			policy: 15,
			funding: 10,
			catalogue_correction: 7,
		});
		for (const [day, org] of [
			['2026-08-17', 'DeepSeek'],
			['2026-08-21', 'OpenAI'],
			['2026-08-28', 'Google'],
		])
			expect(
				of('events').some(row => row.day === day && row.org === org && /^price_/.test(row.kind ?? '')),
				`${org} on ${day}`,
			).toBe(true);
	});

	test('a cut has a price that fell, a rise one that rose, and no event a price that stood', () => {
		for (const { event_id: id, kind, old_price: before, new_price: after } of of('events')) {
			if (!before || !after) continue;
			const moves = after.split('/').map((price, i) => Math.sign(Number(price) - Number(before.split('/')[i])));
			expect(moves.some(move => move !== 0) && moves.every(move => !Number.isNaN(move)), String(id)).toBe(true);
			if (kind === 'price_cut') expect(moves, String(id)).toContain(-1);
			if (kind === 'price_rise') expect(moves, String(id)).toContain(1);
		}
	});

	test('an event about a model is of the lab whose slug the model bears', () => {
		const slug = new Map(of('labs').map(row => [row.lab, row.slug]));
		const about = of('events').filter(row => row.model !== null);
		expect(about.length).toBeGreaterThan(100);
		expect(about.filter(row => !row.model?.startsWith(`${slug.get(row.org ?? null)}/`))).toEqual([]);
	});

	const dated = ['events', 'disclosures', 'electricity_prices'] as const;

	test.each(dated)('%s are dated by days that are in the calendar', table => {
		for (const { day } of of(table)) {
			const [, year = '', month = '01', date = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(day ?? '') ?? [];
			const whole = `${year}-${month}-${date}`;
			expect(new Date(`${whole}T00:00:00Z`).toISOString().slice(0, 10), String(day)).toBe(whole);
		}
	});

	test('disclosures have an id each, an org that is a lab or a known other, and words of short lists', () => {
		const rows = of('disclosures');
		expect(rows.length).toBeGreaterThanOrEqual(86);
		expect(new Set(rows.map(row => row.disclosure_id)).size).toBe(rows.length);
		const labs = new Set(of('labs').map(row => row.lab));
		const others = new Set(rows.map(row => row.org ?? '').filter(org => !labs.has(org)));
		expect([...others].sort()).toEqual([
			'China',
			'China (National Data Administration)',
			'Jefferies',
			'OpenClaw',
			'OpenRouter',
		]);
		for (const row of rows) {
			const id = String(row.disclosure_id);
			expect(Number.isFinite(Number(row.value)), id).toBe(true);
			expect(['exact', 'over', 'about'], id).toContain(row.bound);
			expect(['organisation', 'government', 'press', 'third_party', 'forecast'], id).toContain(row.voice);
			expect(['minute', 'day', 'week', 'month', 'quarter', 'half_year', 'year', null], id).toContain(row.period);
			if (row.metric === 'tokens') expect(row.unit, id).toMatch(/^(billion|trillion|quadrillion) tokens$/);
			expect([...(row.note ?? '')].length, id).toBeLessThanOrEqual(90);
		}
	});

	test('what two voices say of one month is kept, not settled', () => {
		const december = of('disclosures').filter(
			row => row.org === 'ByteDance' && row.day === '2025-12' && row.metric === 'tokens',
		);
		expect(december.map(row => [row.voice, row.value])).toEqual([
			['organisation', '50'],
			['third_party', '63'],
		]);
	});

	test('electricity is one figure an area, year and edition, and total over people fits between neighbours', () => {
		const rows = of('electricity');
		const keys = rows.map(row => `${row.area} ${row.year} ${row.edition}`);
		expect(new Set(keys).size).toBe(keys.length);
		for (const row of rows) {
			expect(Number(row.generation_twh), keys[rows.indexOf(row)]).toBeGreaterThan(0);
			if (row.kwh_per_head === null) continue;
			const people = (Number(row.generation_twh) * 1e9) / Number(row.kwh_per_head);
			const [least, most] = { China: [1.2e9, 1.5e9], World: [6e9, 8.2e9] }[row.area ?? ''] ?? [2.7e8, 4.6e8];
			expect(people, keys[rows.indexOf(row)]).toBeGreaterThan(least ?? NaN);
			expect(people, keys[rows.indexOf(row)]).toBeLessThan(most ?? NaN);
		}
	});

	test('prices of electricity are a band of low confidence: cents of a dollar, never a series', () => {
		const prices = of('electricity_prices').filter(row => row.unit === 'USD/kWh');
		expect(prices.length).toBeGreaterThan(0);
		for (const row of prices) {
			expect(Number(row.value)).toBeGreaterThan(0.005);
			expect(Number(row.value)).toBeLessThan(0.5);
			expect(row.confidence).toBe('low');
		}
	});
});

describe('axes and rates', () => {
	test('each capability axis has levels and one reference', () => {
		for (const axis of ['epoch-capabilities-index', 'aider-polyglot']) {
			const rows = of('capability_levels').filter(row => row.axis === axis);
			expect(rows.length).toBeGreaterThanOrEqual(4);
			expect(rows.filter(row => row.is_reference === 'true').length).toBe(1);
		}
	});

	test('the index edition has its scores, and the effort is split from the name', () => {
		const scores = of('scores');
		expect(scores.length).toBe(142);
		expect(scores.find(row => row.model_printed === 'gpt-5-2025-08-07_high')).toMatchObject({
			score: '149.6311',
			effort: 'high',
			model: 'openai/gpt-5',
		});
	});

	test('yuan to the dollar are dated, rising in day and within 6 and 8', () => {
		const rows = of('fx');
		expect(rows.length).toBeGreaterThanOrEqual(7);
		expect([...rows].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1))).toEqual(rows);
		for (const row of rows) expect(Number(row.cny_per_usd)).toBeGreaterThan(6);
		for (const row of rows) expect(Number(row.cny_per_usd)).toBeLessThan(8);
	});

	test('every month since March 2024 has a rate, up to September 2026', () => {
		const months = new Set(of('fx').map(row => row.day?.slice(0, 7)));
		const wanted = Array.from({ length: 31 }, (_, i) => new Date(Date.UTC(2024, 2 + i, 1)).toISOString().slice(0, 7));
		expect(wanted.filter(month => !months.has(month))).toEqual([]);
	});

	// dollars and yuan for one euro: European Central Bank, as kept at sc23ls/COMP3011:data/eurofxref-hist.csv @ 7376db0
	test.each([
		['2026-01-01', '2025-12-31', 1.175, 8.2262],
		['2026-02-05', '2026-02-05', 1.1798, 8.1869],
		['2026-03-01', '2026-02-27', 1.1805, 8.0961],
	])('yuan to the dollar on %s lie within a fifth of a per cent of the reference rates of %s', (day, _, usd, cny) => {
		const stated = Number(of('fx').find(row => row.day === day)?.cny_per_usd);
		expect(Math.abs(stated / (cny / usd) - 1)).toBeLessThan(0.002);
	});
});
