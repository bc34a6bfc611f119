import { csvOf, type CsvRecord } from '../csv.ts';
import { decimalText } from '../decimal.ts';
import { ShapeError } from '../error.ts';
import type { MacroInput, Source } from '../source.ts';

const id = 'owid-energy';

/** The columns read, by the name of today's file: its unit, and the header of the edition of 2022. */
const indicators = {
	electricity_generation: ['TWh', 'Electricity generation (TWh)'],
	electricity_demand: ['TWh', 'Electricity demand (TWh)'],
	per_capita_electricity: ['kWh', 'Per capita electricity (kWh)'],
	carbon_intensity_elec: ['gCO2/kWh', 'Carbon intensity of electricity (gCO2/kWh)'],
	net_elec_imports: ['TWh', 'Net imports (TWh)'],
	coal_electricity: ['TWh', 'Electricity from coal (TWh)'],
	gas_electricity: ['TWh', 'Electricity from gas (TWh)'],
	oil_electricity: ['TWh', 'Electricity from oil (TWh)'],
	nuclear_electricity: ['TWh', 'Electricity from nuclear (TWh)'],
	hydro_electricity: ['TWh', 'Electricity from hydro (TWh)'],
	solar_electricity: ['TWh', 'Electricity from solar (TWh)'],
	wind_electricity: ['TWh', 'Electricity from wind (TWh)'],
	fossil_electricity: ['TWh', 'Electricity from fossil fuels (TWh)'],
	renewables_electricity: ['TWh', 'Electricity from renewables (TWh)'],
	low_carbon_electricity: ['TWh', 'Low-carbon electricity (TWh)'],
} as const;

/**
 * Electricity of countries and groups of countries by year: how much, of what, for how many people. Every edition
 * restates the past; none names itself, so `edition` is the last year with a figure of generation.
 */
export const source = {
	id,
	title: 'Our World in Data, energy',
	kind: 'macro',
	lineage: 'official-statistics',
	homepage: 'https://github.com/owid/energy-data',
	terms: {
		licence: 'CC BY 4.0',
		attribution: 'Our World in Data, energy data; underlying Ember and Energy Institute.',
		redistribute: true,
	},
	cadence: 'monthly',
	requests: () => [{ url: 'https://raw.githubusercontent.com/owid/energy-data/master/owid-energy-data.csv' }],
	read(body, reject) {
		const records = csvOf(id, body, [], reject);
		const columns = columnsOf(records[0] ?? {});
		const edition = `to ${lastYear(records, columns)}`;
		return records.flatMap(record => {
			const { [columns.country]: area = '', [columns.year]: period = '' } = record;
			if (area === '' || area.length > 300 || !/^\d{4}$/.test(period)) {
				reject?.(`${id}: expected an area and a year: ${area.slice(0, 40)} ${period.slice(0, 40)}`);
				return [];
			}
			const rows = Object.entries(indicators).flatMap(([indicator, [unit]]): MacroInput[] => {
				const printed = record[columns.of(indicator)] ?? '';
				if (printed === '') return [];
				const value = numberOf(printed);
				if (value !== null) return [{ record: 'macro', area, period, indicator, value, unit, edition }];
				reject?.(`${id}: invalid ${indicator} of ${area} ${period}: ${printed.slice(0, 40)}`);
				return [];
			});
			const people = numberOf(record.population ?? '');
			// the file counts people since 1900 and earlier; they are wanted beside electricity only
			if (rows.length === 0 || people === null) return rows;
			return [
				{ record: 'macro' as const, area, period, indicator: 'population', value: people, unit: 'people', edition },
				...rows,
			];
		});
	},
} satisfies Source<MacroInput>;

type Columns = { country: string; year: string; of(indicator: string): string };

/** How an edition names its columns. Throws where it has none of the needed ones. */
function columnsOf(header: CsvRecord): Columns {
	if ('country' in header && 'electricity_generation' in header)
		return { country: 'country', year: 'year', of: indicator => indicator };
	const old = new Map<string, string>(Object.entries(indicators).map(([indicator, [, column]]) => [indicator, column]));
	if ('Entity' in header && 'Electricity generation (TWh)' in header)
		return { country: 'Entity', year: 'Year', of: indicator => old.get(indicator) ?? indicator };
	throw new ShapeError(id, 'missing columns country and electricity_generation', Object.keys(header).join());
}

function lastYear(records: CsvRecord[], columns: Columns): string {
	const years = records.flatMap(record => {
		const year = record[columns.year] ?? '';
		return record[columns.of('electricity_generation')] && /^\d{4}$/.test(year) ? [year] : [];
	});
	const last = years.sort().at(-1);
	if (last === undefined) throw new ShapeError(id, 'no figures of electricity generation');
	return last;
}

const numberOf = (printed: string): string | null =>
	/^-?\d+(\.\d+)?(e[-+]?\d{1,2})?$/i.test(printed) ? decimalText(printed) : null;
