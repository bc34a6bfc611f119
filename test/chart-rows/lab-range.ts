import { hostile } from '../made-publication.ts';

const model = (name: string, prices: readonly (string | null)[]) => ({
	lab_slug: 'made',
	model: `made/${name}`,
	title: name,
	country: 'CN',
	dated_on: '2026-01-05',
	list_input: prices[0] ?? null,
	list_output: prices[1] ?? null,
	host_input: prices[2] ?? null,
	host_output: prices[3] ?? null,
	hosts: prices[3] ? 2 : null,
	last_seen_on: '2026-03-09',
});

/** Both series, one of them alone, a free model, and more models than a drawing holds. */
export const rows = {
	models: [
		model('Both', ['0.5', '2', '0.4', '1.5']),
		model('List only', ['0.1', '0.4']),
		model('Hosts only', [null, null, '0.2', '0.8']),
		model('Free', ['0', '0']),
		model(hostile.repeat(8), ['1', '5']),
		...Array.from({ length: 24 }, (_, index) => model(`More ${index}`, ['0.3', '0.9'])),
	],
};
