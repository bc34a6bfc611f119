import type { APIRoute } from 'astro';
import { countries } from '../../../entities.ts';
import { entityFile, entityFiles, type EntityFile } from '../../../entity-files.ts';
import { countryFiles } from '../../../maker-files.ts';

/** The files of the page of a country, and of the charts on it. */
export const getStaticPaths = async () => entityFiles('country', countries, countryFiles);
export const GET: APIRoute<EntityFile> = ({ props }) => entityFile('country', props, countryFiles);
