import type { APIRoute } from 'astro';
import { allClaims } from '../../../claims.ts';
import { drawnFiles, fileResponse, type FileProps } from '../../../entity-files.ts';

/** The files of the chart beside the page of a claim. */
export const getStaticPaths = async () =>
	drawnFiles(
		'claim',
		(await allClaims()).map(claim => claim.claim_id),
	);
export const GET: APIRoute<FileProps> = ({ props }) => fileResponse(props);
