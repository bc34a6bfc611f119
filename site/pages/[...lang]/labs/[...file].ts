import type { APIRoute } from 'astro';
import { labs } from '../../../entities.ts';
import { drawnFiles, fileResponse, type FileProps } from '../../../entity-files.ts';

/** The files of the charts beside the page of a lab. */
export const getStaticPaths = async () =>
	drawnFiles(
		'lab',
		(await labs()).map(lab => lab.lab_slug),
	);
export const GET: APIRoute<FileProps> = ({ props }) => fileResponse(props);
