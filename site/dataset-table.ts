import type { Catalog, Mart } from './data.ts';
import { bytes, count } from './format.ts';
import type { Here } from './here.ts';
import { catalogText } from './spoken.ts';

/** `Parquet`, or the year or quarter of a part. */
const partName = (path: string, whole: string): string => /\.(\d{4}(?:q\d)?|undated)\.\w+$/.exec(path)?.[1] ?? whole;

/** Links to the files of a mart in one format, each with its size. */
export const fileLinks = ({ file }: Here, mart: Mart, format: 'parquet' | 'csv') => ({
	links: mart[format].map(part => ({
		text: `${partName(part.path, format === 'csv' ? 'CSV' : 'Parquet')} (${bytes(part.bytes)})`,
		href: file(`/data/${part.path}`),
	})),
});

/** The page of a mart. */
export const martPage = (name: string): string => `/data/codebook/${name}/`;

/** A row of the table of files. */
export const martRow = (here: Here, mart: Mart, catalog: Pick<Catalog, 'chinese'>) => [
	{ text: mart.name, href: here.to(martPage(mart.name)) },
	catalogText(mart.sentence, catalog, here.words),
	count(mart.rows),
	mart.newest ?? '',
	fileLinks(here, mart, 'parquet'),
	fileLinks(here, mart, 'csv'),
];
