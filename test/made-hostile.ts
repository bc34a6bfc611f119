import { madeEvents } from './made-events.ts';
import type { MadeRows } from './made-publication.ts';

/** Names as no source should give them: markup, a formula, a text turned round, one of three hundred signs. */
export const hostileNames = [
	'<script>document.title="taken"</script><img src=x onerror=alert(1)>',
	'=cmd()|"calc"!A0',
	'\u202eeman desrever\u202c',
	'long'.repeat(75),
] as const;

const citation = 'https://example.org/evil';

/** The made rows with a model, a lab, an event and a claim under each of the hostile names; ids are `evil-0` and on. */
export function withHostile(made: MadeRows): MadeRows {
	const prices = (made['mart_list_price__cell_spell'] ?? []).filter(row => row['model'] === 'deepseek/one');
	const told = madeEvents['mart_headline_audit__event']?.at(-1) ?? {};
	const added: MadeRows = {
		mart_lab__lab: hostileNames.map((lab, place) => ({
			lab,
			lab_slug: `evil-${place}`,
			name_zh: null,
			country: 'US',
			country_group: 'US',
			confidence: 'high',
			citation,
		})),
		mart_model__model: hostileNames.map((title, place) => ({
			model: `evil-${place}/name`,
			title,
			lab: title,
			country: 'US',
			variant: 'base',
			released_on: `2026-02-1${place}`,
			released_on_basis: 'announced',
			open_weights: null,
			citation,
		})),
		mart_list_price__cell_spell: hostileNames.flatMap((title, place) =>
			prices.map(row => ({ ...row, model: `evil-${place}/name`, title, lab: title, provider: title, country: 'US' })),
		),
		mart_headline_audit__event: hostileNames.map((what, place) => ({
			...told,
			event_id: `2026-02-1${place}-evil`,
			stated_day: `2026-02-1${place}`,
			org: what,
			model: `evil-${place}/name`,
			what,
			reason: what,
			citation: what,
		})),
		mart_event__day: hostileNames.map((what, place) => ({
			event_id: `2026-02-1${place}-evil`,
			stated_day: `2026-02-1${place}`,
			day: `2026-02-1${place}`,
			what,
			what_zh: what,
			old_price: what,
			new_price: what,
			price_unit: what,
		})),
		mart_claim__claim: hostileNames.map((claim, place) => ({
			claim_id: `evil-${place}`,
			claim,
			claim_zh: claim,
			claimed: '1',
			unit: null,
			claim_date: '2026-02',
			due_day: null,
			status_class: 'testable',
			tolerance: null,
			verdict: 'unverifiable',
			reason: claim,
			readings: 0,
			verdict_since_day: '2026-03-01',
			marts: null,
			evidence: claim,
			measures: claim,
			query: claim,
		})),
	};
	return {
		...made,
		...Object.fromEntries(Object.entries(added).map(([mart, rows]) => [mart, [...(made[mart] ?? []), ...rows]])),
	};
}
