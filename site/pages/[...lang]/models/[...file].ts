import type { APIRoute } from 'astro';
import { models } from '../../../entities.ts';
import { entityFile, entityFiles, type EntityFile } from '../../../entity-files.ts';
import { modelFiles } from '../../../model-files.ts';

/** The files of the page of a model, and of the charts on it. */
export const getStaticPaths = async () =>
	entityFiles(
		'model',
		(await models()).map(model => model.model),
		modelFiles,
	);
export const GET: APIRoute<EntityFile> = ({ props }) => entityFile('model', props, modelFiles);
