import type { APIRoute } from 'astro';
import { eventPages } from '../../../event-pages.ts';
import { entityFile, entityFiles, type EntityFile } from '../../../entity-files.ts';
import { eventFiles } from '../../../told-files.ts';

/** The files of the page of an event, and of the charts on it. */
export const getStaticPaths = async () =>
	entityFiles(
		'event',
		(await eventPages()).pages.map(page => page.id),
		eventFiles,
	);
export const GET: APIRoute<EntityFile> = ({ props }) => entityFile('event', props, eventFiles);
