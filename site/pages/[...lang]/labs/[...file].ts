import type { APIRoute } from 'astro';
import { labs } from '../../../entities.ts';
import { entityFile, entityFiles, type EntityFile } from '../../../entity-files.ts';
import { labFiles } from '../../../maker-files.ts';

/** The files of the page of a lab, and of the charts on it. */
export const getStaticPaths = async () =>
	entityFiles(
		'lab',
		(await labs()).map(lab => lab.lab_slug),
		labFiles,
	);
export const GET: APIRoute<EntityFile> = ({ props }) => entityFile('lab', props, labFiles);
