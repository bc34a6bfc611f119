import type { APIRoute } from 'astro';
import { allClaims } from '../../../claims.ts';
import { entityFile, entityFiles, type EntityFile } from '../../../entity-files.ts';
import { claimFiles } from '../../../told-files.ts';

/** The files of the page of a claim, and of the charts on it. */
export const getStaticPaths = async () =>
	entityFiles(
		'claim',
		(await allClaims()).map(claim => claim.claim_id),
		claimFiles,
	);
export const GET: APIRoute<EntityFile> = ({ props }) => entityFile('claim', props, claimFiles);
